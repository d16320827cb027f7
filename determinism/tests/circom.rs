//! Recall and false alarms: circomlib's circuits, and small ones with bugs that are known from elsewhere.
//!
//! Needs Node.js and the packages of `interop/`; without them the test says so and stands aside.

#![cfg(test)]
#![expect(clippy::print_stderr, reason = "a test says what it skips")]

use std::fs;
use std::path::Path;
use std::process::Command;

use workproof_circuits::r1cs::{Domain, FreeInput};
use workproof_determinism::{Given, Report, Status, System};
use workproof_prover::circom_files::{R1csView, read_r1cs};

/// Sound circuits that no rule here proves, each with what is missing.
const FALSE_ALARMS: [(&str, &str); 1] = [(
    "num2bits-strict",
    "its 254 bits are unique by a comparison with the field's order, for which there is no lemma",
)];

/// Whether all outputs are proven to be determined by all inputs.
fn outputs_are_proven(path: &Path) -> bool {
    let bytes = fs::read(path).unwrap();
    let (shape, signals) = (read_r1cs(&bytes).unwrap(), R1csView::open(&bytes).unwrap().signals());
    let inputs = signals.inputs(shape.variables);
    let free = inputs.map(|column| FreeInput::new(column, "input", Domain::Any)).collect();
    let outputs = (1..=signals.outputs).collect();
    let given = Given { public: Vec::new(), free, outputs };
    let report = Report::of(&System::from_r1cs(&shape), &given);
    (1..=signals.outputs).all(|column| {
        matches!(report.statuses[usize::try_from(column).unwrap()], Status::Proved | Status::ByLemma)
    })
}

fn circuits(directory: &Path) -> Option<Vec<(String, String)>> {
    let interop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
    let announced = std::env::var_os("WORKPROOF_NODE_PACKAGES").is_some();
    let found =
        interop.join("node_modules/circom2").exists() && interop.join("node_modules/circomlib").exists();
    assert!(found || !announced, "circom2 and circomlib are announced but not installed");
    if !found {
        return None;
    }
    let output =
        Command::new("node").arg(interop.join("determinism_circuits.mjs")).arg(directory).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap().to_owned();
    Some(listed.as_array().unwrap().iter().map(|e| (text(e, "name"), text(e, "kind"))).collect())
}

#[test]
fn no_broken_circuit_is_proven_and_few_sound_ones_are_not_a1() {
    let directory = tempfile::tempdir().unwrap();
    let Some(circuits) = circuits(directory.path()) else {
        eprintln!("skipped: Node.js, circom2 or circomlib is missing (run `npm ci` in interop/)");
        return;
    };
    let (mut proven_broken, mut unproven_sound) = (Vec::new(), Vec::new());
    for (name, kind) in &circuits {
        match (kind.as_str(), outputs_are_proven(&directory.path().join(format!("{name}.r1cs")))) {
            ("broken", true) => proven_broken.push(name.as_str()),
            ("sound", false) => unproven_sound.push(name.as_str()),
            ("broken" | "sound", _) => {}
            (other, _) => panic!("{name} is {other}"),
        }
    }
    assert_eq!(proven_broken, [""; 0], "broken circuits that were proven");
    unproven_sound.sort_unstable();
    let mut expected = FALSE_ALARMS.map(|(name, _)| name);
    expected.sort_unstable();
    assert_eq!(unproven_sound, expected, "sound circuits that were not proven");
    let count = |kind: &str| circuits.iter().filter(|(_, k)| k == kind).count();
    assert_eq!((count("sound"), count("broken")), (29, 22));
}
