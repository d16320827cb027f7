//! Other people's files through our program, and ours through other people's packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{json, refuses, text};
use crate::relay_world::RelayWorld;

/// The folder of the scripts, or `None` (said aloud) where Node.js or its packages are missing.
///
/// Where `WORKPROOF_NODE_PACKAGES` is set they must be there.
fn scripts() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if node && folder.join("node_modules").is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("WORKPROOF_NODE_PACKAGES").is_none(), "Node.js or its packages are missing");
    eprintln!(
        "SKIPPED: Node.js or interop/node_modules is missing; `cargo xtask node-packages` installs them"
    );
    None
}

fn node(scripts: &Path, arguments: &[&str]) -> Value {
    let output = Command::new("node").args(arguments).current_dir(scripts).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {text} {errors}");
    serde_json::from_str(text.lines().last().unwrap()).unwrap()
}

fn prove_arguments(inputs: &Value) -> Vec<String> {
    let file = |name: &str| text(inputs, &format!("/files/{name}"));
    let options = [
        ("--identity", file("identity")),
        ("--contributors", file("contributors")),
        ("--attesters", file("attesters")),
        ("--vouchers", file("vouchers")),
        ("--payment", file("payment")),
        ("--scope", text(inputs, "/scope")),
        ("--out", "claim.json".to_owned()),
    ];
    let options = options.into_iter().flat_map(|(option, value)| [option.to_owned(), value]);
    ["prove".to_owned(), "relay".to_owned()].into_iter().chain(options).collect()
}

#[test]
fn proves_with_identities_registries_and_vouchers_of_other_packages() {
    let Some(scripts) = scripts() else { return };
    let directory = TempDir::new().unwrap();
    let target = directory.path().join("inputs").display().to_string();
    let inputs = node(&scripts, &["relay_inputs.mjs", &target]);
    let arguments = prove_arguments(&inputs);
    let report = json(directory.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let statement = &report["statement"];
    assert_eq!(statement["amount"], inputs["units"]);
    assert_eq!(statement["attesters"], inputs["voucher_count"]);
    for root in ["contributor_root", "attester_root", "scope", "message"] {
        assert_eq!(statement[root], inputs[root], "{root}");
    }
    let expectations = ["--min-amount", &text(&inputs, "/units"), "--scope", &text(&inputs, "/scope")];
    json(directory.path(), &[&["verify", "claim.json", "--development-key"], &expectations[..]].concat());
}

#[test]
fn refuses_the_defects_of_other_packages_vouchers() {
    let Some(scripts) = scripts() else { return };
    for (defect, word) in [
        ("wrong-signature", "signature"),
        ("other-scope", "another scope"),
        ("other-contributor", "another contributor"),
        ("over-cap", "cap"),
        ("twice", "twice"),
        ("unregistered", "another key"),
    ] {
        let directory = TempDir::new().unwrap();
        let target = directory.path().join("inputs").display().to_string();
        let inputs = node(&scripts, &["relay_inputs.mjs", &target, "--defect", defect]);
        let arguments = prove_arguments(&inputs);
        refuses(directory.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>(), 1, &[word]);
    }
}

#[test]
fn other_packages_accept_what_we_make() {
    let Some(scripts) = scripts() else { return };
    let world = RelayWorld::new(7);
    let voucher = world.sign(5, 123);
    let check = |kind: &str, file: &Path| {
        let verdict = node(&scripts, &["check_ours.mjs", kind, &file.display().to_string()]);
        assert_eq!(verdict["ok"], true, "{kind}: {verdict}");
    };
    check("identity", &world.file("me.json"));
    check("voucher", &world.file(&voucher));
    check("registry", &world.file("contributors.json"));

    let write = |name: &str, content: &Value| {
        std::fs::write(world.file(name), content.to_string()).unwrap();
        world.file(name)
    };
    let root = json(world.path(), &["attesters", "root", "--file", "attesters.json"]);
    let registry: Value =
        serde_json::from_slice(&std::fs::read(world.file("attesters.json")).unwrap()).unwrap();
    let form = json!({ "attesters": registry["attesters"], "root": root["root"] });
    check("attesters", &write("form.json", &form));
    let path = json(world.path(), &["attesters", "path", "--file", "attesters.json", "--index", "6"]);
    check("attester-path", &write("path.json", &path));
    let membership = json(world.path(), &["registry", "path", "--file", "contributors.json", &world.id]);
    check("membership", &write("membership.json", &membership));
}
