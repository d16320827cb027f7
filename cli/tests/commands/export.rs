//! `export`: what is written, and what is refused.

use std::fs;

use serde_json::Value;
use tempfile::tempdir;

use super::program::{edit, json, keys_directory, refuses, text, workproof};

/// What to export for, a file of it, and how that file says that the key is a development key.
const TARGETS: [(&str, &str, &str); 7] = [
    ("evm", "Relay10DevelopmentVerifier.sol", "DEVELOPMENT KEY"),
    ("solana", "verifier.s", "DEVELOPMENT KEY"),
    ("soroban", "src/lib.rs", "DEVELOPMENT KEY"),
    ("sui", "sources/verifier.move", "DEVELOPMENT KEY"),
    ("aptos", "sources/verifier.move", "DEVELOPMENT KEY"),
    ("cosmwasm", "instantiate.json", "insecure_development_key"),
    // a foreign form has no place for it
    ("snarkjs", "verification_key.json", ""),
];

fn key(directory: &std::path::Path) -> String {
    json(directory, &["keys", "make", "relay-10"]);
    keys_directory().join("relay-10.development.vkey").to_string_lossy().into_owned()
}

#[test]
fn every_form_is_written_with_a_readme_and_says_that_the_key_is_a_development_key() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    for (target, file, mark) in TARGETS {
        let report =
            json(directory.path(), &["export", target, "--key", &key, "--development-key", "--out", target]);
        assert_eq!(text(&report, "/circuit"), "relay-10");
        let written = fs::read_to_string(directory.path().join(target).join(file)).unwrap();
        assert!(written.contains(mark), "{target}");
        assert!(!written.contains("{{"), "{target}: nothing is left to fill in");
        let readme = fs::read_to_string(directory.path().join(target).join("README.md")).unwrap();
        assert!(readme.contains("relay-10") && !readme.contains("{{"), "{target}");
    }
}

#[test]
fn a_development_key_is_refused_unless_asked_for_b7() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    for (target, ..) in TARGETS {
        refuses(directory.path(), &["export", target, "--key", &key, "--out", "x"], 2, &["development key"]);
    }
    assert!(!directory.path().join("x").exists(), "nothing is half written");
}

#[test]
fn a_key_without_a_transcript_says_so_b7() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    json(directory.path(), &["export", "snarkjs", "--key", &key, "--development-key", "--out", "keys"]);
    let path = directory.path().join("keys/verification_key.json");
    edit(&path, |document| document["vk_delta_2"] = document["vk_beta_2"].clone());
    let of = ["--key", "keys/verification_key.json", "--circuit", "relay-10"];
    for (target, file, _) in TARGETS.into_iter().take(5) {
        json(directory.path(), &[&["export", target], &of[..], &["--out", target]].concat());
        let file = file.replace("Development", "");
        let written = fs::read_to_string(directory.path().join(target).join(file)).unwrap();
        assert!(written.contains("No ceremony's transcript was given"), "{target}");
        assert!(!written.contains("DEVELOPMENT"), "{target}");
    }
}

#[test]
fn a_key_that_nobody_contributed_to_is_refused_even_if_asked_for_b7() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    json(directory.path(), &["export", "snarkjs", "--key", &key, "--development-key", "--out", "keys"]);
    let path = directory.path().join("keys/verification_key.json");
    edit(&path, |document| document["vk_delta_2"] = document["vk_gamma_2"].clone());
    let refused = ["--key", "keys/verification_key.json", "--circuit", "relay-10", "--out", "x"];
    for (target, ..) in TARGETS {
        let arguments = [&["export", target], &refused[..]].concat();
        refuses(directory.path(), &arguments, 2, &["cannot be exported"]);
        refuses(
            directory.path(),
            &[&arguments[..], &["--development-key"]].concat(),
            2,
            &["cannot be exported"],
        );
    }
    assert!(!directory.path().join("x").exists(), "nothing is half written");
}

#[test]
fn claims_are_written_in_every_form() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    let fixtures: Value =
        serde_json::from_str(include_str!("../../../onchain/fixtures/claims.json")).unwrap();
    let claim = &fixtures["relay"][0];
    fs::write(directory.path().join("mine.json"), claim.to_string()).unwrap();
    for (target, ..) in TARGETS {
        let arguments =
            ["export", target, "--key", &key, "--development-key", "--claim", "mine.json", "--out", target];
        json(directory.path(), &arguments);
    }
    let written = |target: &str| -> Value {
        let path = directory.path().join(format!("{target}/mine.{target}.json"));
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    };
    // without a prefix, as those chains' tools take bytes
    let (evm, soroban, cosmwasm) = (written("evm"), written("soroban"), written("cosmwasm"));
    let words = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|word| word.as_str().unwrap().replacen("0x", "", 1)).collect()
    };
    assert_eq!(words(&evm["inputs"]).len(), 7);
    assert_eq!(words(&soroban["inputs"]), words(&evm["inputs"]));
    assert_eq!(text(&soroban, "/proof"), words(&evm["proof"]).concat());
    assert_eq!(words(&cosmwasm["verify"]["inputs"]), words(&evm["inputs"]));
    assert_eq!(format!("0x{}", text(&cosmwasm, "/verify/proof")), text(claim, "/proof"));
    for target in ["solana", "sui", "aptos", "snarkjs"] {
        assert!(written(target).is_object(), "{target}");
    }
    // a claim that does not hold is written nowhere
    edit(&directory.path().join("mine.json"), |claim| claim["statement"]["amount"] = "1".into());
    for (target, ..) in TARGETS {
        let arguments =
            ["export", target, "--key", &key, "--development-key", "--claim", "mine.json", "--out", "false"];
        let run = workproof(directory.path(), &arguments);
        assert_ne!(run.code, 0, "{target}");
    }
    assert!(!directory.path().join("false").exists(), "nothing is half written");
}

#[test]
fn refuses_garbage_and_files_in_the_way() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    fs::write(directory.path().join("noise"), [7; 100]).unwrap();
    fs::write(directory.path().join("noise.json"), "{}").unwrap();
    let out = ["--out", "out"];
    let export = |more: &[&str]| -> Vec<String> {
        ["export", "evm"].iter().chain(&out).chain(more).map(|word| (*word).to_owned()).collect()
    };
    let export_refuses = |more: &[&str], words: &[&str]| {
        let arguments = export(more);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        refuses(directory.path(), &arguments, 2, words);
    };
    export_refuses(&["--key", "noise"], &["cannot be exported"]);
    export_refuses(&["--key", "missing"], &["cannot read"]);
    export_refuses(&["--key", "noise.json"], &["--circuit"]);
    export_refuses(&["--key", "noise.json", "--circuit", "relay-11"], &["relay-11"]);
    export_refuses(&["--key", &key, "--development-key", "--claim", "noise"], &["not a claim"]);
    assert!(!directory.path().join("out").exists(), "nothing is half written");
    let arguments = export(&["--key", &key, "--development-key"]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert_eq!(workproof(directory.path(), &arguments).code, 0);
    export_refuses(&["--key", &key, "--development-key"], &["--force"]);
}
