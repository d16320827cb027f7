//! What programs read, and the demonstration.

use std::collections::BTreeSet;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{json, workproof};

#[test]
fn circuits_are_an_array_with_exactly_these_names() {
    let directory = TempDir::new().unwrap();
    let circuits = json(directory.path(), &["circuits"]);
    let names: Vec<&str> =
        circuits.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["relay-10", "relay-46", "relay-190", "gold-256", "gold-1024", "gold-4096"]);
    let expected: BTreeSet<&str> =
        ["name", "constraints", "nonzeros", "variables", "domain", "capacity", "public_inputs", "digest"]
            .into();
    for row in circuits.as_array().unwrap() {
        let keys: BTreeSet<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, expected);
        let number = |key: &str| row[key].as_u64().unwrap();
        let (constraints, capacity) = (number("constraints"), number("capacity"));
        if row["name"].as_str().unwrap().starts_with("relay") {
            assert!(constraints <= 5_500 * capacity + 7_000, "{row}");
            assert_eq!(number("public_inputs"), 7);
        } else {
            assert!(constraints <= 40 * capacity + 9_000, "{row}");
            assert_eq!(number("public_inputs"), 8);
        }
        assert!(constraints < number("domain"), "{row}");
    }
}

#[test]
fn the_demonstration_verifies_both_facts() {
    let directory = TempDir::new().unwrap();
    let report = json(directory.path(), &["demo", "--dir", "stage"]);
    assert_eq!(report["development_keys"], true);
    for (row, fact) in report["facts"].as_array().unwrap().iter().zip(["relay", "gold"]) {
        assert_eq!((row["fact"].as_str(), row["altered_claim"].as_str()), (Some(fact), Some("refused")));
        assert_eq!(row["proof_bytes"], 128);
        let claim = row["claim"].as_str().unwrap();
        json(directory.path(), &["verify", claim, "--development-key"]);
    }
    let again = workproof(directory.path(), &["demo", "--dir", "stage"]);
    assert_eq!(again.code, 2, "{again:?}");
}

#[test]
fn the_demonstration_tells_its_story() {
    let directory = TempDir::new().unwrap();
    let run = workproof(directory.path(), &["demo"]);
    assert_eq!(run.code, 0, "{run:?}");
    for words in ["never sees", "gateway", "DEVELOPMENT KEY", "relay-10", "gold-256", "altered claim"] {
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
    }
}

#[test]
fn errors_are_json_too_when_asked_for() {
    let directory = TempDir::new().unwrap();
    let run = workproof(directory.path(), &["voucher", "inspect", "none.json", "--json"]);
    assert_eq!(run.code, 2);
    let error: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(error["verdict"], "bad-input");
    assert!(error["error"].as_str().unwrap().contains("none.json"));
}

#[test]
fn help_names_the_exit_codes() {
    let directory = TempDir::new().unwrap();
    let run = workproof(directory.path(), &["--help"]);
    assert!(run.code == 0 && run.stdout.contains("Exit codes:") && run.stdout.contains("refused"), "{run:?}");
    assert_eq!(workproof(directory.path(), &["nonsense"]).code, 2);
    assert_eq!(workproof(directory.path(), &[]).code, 2);
}
