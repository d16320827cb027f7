//! `export`: what is written, and what is refused.

use std::fs;

use tempfile::tempdir;

use super::program::{json, keys_directory, refuses, text, workproof};

const TARGETS: [(&str, &str); 5] = [
    ("evm", "Relay10DevelopmentVerifier.sol"),
    ("solana", "verifier.s"),
    ("sui", "sources/verifier.move"),
    ("aptos", "sources/verifier.move"),
    ("snarkjs", "verification_key.json"),
];

fn key(directory: &std::path::Path) -> String {
    json(directory, &["keys", "make", "relay-10"]);
    keys_directory().join("relay-10.development.vkey").to_string_lossy().into_owned()
}

#[test]
fn every_form_is_written_with_a_readme_and_says_that_the_key_is_a_development_key() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    for (target, file) in TARGETS {
        let report =
            json(directory.path(), &["export", target, "--key", &key, "--development-key", "--out", target]);
        assert_eq!(text(&report, "/circuit"), "relay-10");
        let written = fs::read_to_string(directory.path().join(target).join(file)).unwrap();
        assert!(target == "snarkjs" || written.contains("DEVELOPMENT KEY"), "{target}");
        assert!(!written.contains("{{"), "{target}: nothing is left to fill in");
        let readme = fs::read_to_string(directory.path().join(target).join("README.md")).unwrap();
        assert!(readme.contains("relay-10") && !readme.contains("{{"), "{target}");
    }
}

#[test]
fn a_development_key_is_refused_unless_asked_for_b7() {
    let directory = tempdir().unwrap();
    let key = key(directory.path());
    for (target, _) in TARGETS {
        refuses(directory.path(), &["export", target, "--key", &key, "--out", "x"], 2, &["development key"]);
    }
    assert!(!directory.path().join("x").exists(), "nothing is half written");
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
