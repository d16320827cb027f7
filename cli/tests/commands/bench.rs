//! Measuring this machine.

use std::collections::BTreeSet;
use std::fs;

use tempfile::TempDir;

use crate::program::{json, refuses, workproof};

#[test]
fn a_circuit_is_measured_in_a_process_of_its_own() {
    let directory = TempDir::new().unwrap();
    let bench = ["bench", "gold-256", "--runs", "2", "--threads", "1", "--html", "page.html"];
    let report = json(directory.path(), &bench);
    assert_eq!(report["machine"]["threads"], 1);
    assert!(report["calibration_spread"].is_number() && report["warnings"].is_array());
    let [row] = report["circuits"].as_array().unwrap().as_slice() else { panic!("{report}") };
    let names: BTreeSet<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "circuit",
        "variables",
        "domain",
        "key_bytes",
        "key_opened",
        "witness",
        "proof",
        "proof_cpu",
        "verification",
        "peak_memory",
        "proofs_per_hour",
        "proofs_per_hour_and_core",
    ];
    assert_eq!(names, expected.into());
    assert_eq!((row["circuit"].as_str(), row["domain"].as_u64()), (Some("gold-256"), Some(1 << 14)));
    let number = |pointer: &str| row.pointer(pointer).and_then(serde_json::Value::as_f64).unwrap();
    assert_eq!(row["proof"]["runs"].as_array().unwrap().len(), 2);
    assert!(number("/proof/least") <= number("/proof/median"));
    assert!(number("/witness/median") > 0.0 && number("/witness/median") < number("/proof/median"));
    assert!(number("/verification/median") > 0.0 && number("/proofs_per_hour") > 0.0);
    // one thread: an hour of it is an hour of one core
    assert!((number("/proofs_per_hour") - number("/proofs_per_hour_and_core")).abs() < 1e-6);
    if cfg!(unix) {
        assert!(number("/peak_memory") > 1e6 && number("/proof_cpu/median") > 0.0);
    }

    let page = fs::read_to_string(directory.path().join("page.html")).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("gold-256") && page.contains("<svg"));
    refuses(directory.path(), &bench, 2, &["page.html exists already", "--force"]);
}

#[test]
fn a_circuit_is_measured_with_its_table() {
    let directory = TempDir::new().unwrap();
    let bench = ["bench", "gold-256", "--runs", "1", "--table", "2", "--html", "page.html"];
    let report = json(directory.path(), &bench);
    let table = &report["circuits"][0]["table"];
    assert_eq!(table["levels"], 2);
    assert!(table["memory_bytes"].as_u64().unwrap() > 2 * table["file_bytes"].as_u64().unwrap());
    let page = fs::read_to_string(directory.path().join("page.html")).unwrap();
    assert!(page.contains("gold-256 was proven with a table of 2 levels"));
    refuses(directory.path(), &["bench", "gold-256", "--table", "3"], 2, &["--table", "2, 4 or 8"]);
}

#[test]
fn refuses_to_measure_what_is_not_there() {
    let directory = TempDir::new().unwrap();
    refuses(directory.path(), &["bench", "gold-257"], 2, &["no circuit `gold-257`", "gold-256"]);
    assert_eq!(workproof(directory.path(), &["bench", "gold-256", "--runs", "0"]).code, 2);
    refuses(
        directory.path(),
        &["bench", "gold-256", "--runs", "1", "--html", "none/page.html"],
        2,
        &["cannot write none/page.html"],
    );
}
