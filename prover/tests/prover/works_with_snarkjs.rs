//! snarkjs verifies our proofs, proves with our keys, and we prove with keys from its ceremony.
//!
//! Needs Node.js and snarkjs in `interop/node_modules` (or in the folder that `WORKPROOF_NODE_MODULES` names); without
//! them the test says so and stands aside.

use alloc::sync::Arc;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::power_circuit::PowerCircuit;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_circuits::Circuit;
use workproof_protocol::{Statement, fr_to_decimal};
use workproof_prover::circom_files::{read_wtns, write_r1cs, write_wtns};
use workproof_prover::{
    KeyStore, OpenOptions, ProveOptions, Prover, ProvingKey, ProvingKeyError, SetupOptions,
};
use workproof_verifier::{
    CircuitDigest, CircuitId, CircuitName, KeyError, KeyFinding, Proof, VerifyingKey, VerifyingKeyPoints,
    verify,
};

fn node_modules() -> Option<PathBuf> {
    let interop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
    let folder = std::env::var_os("WORKPROOF_NODE_MODULES")
        .map_or_else(|| interop.join("node_modules"), PathBuf::from);
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    let found = node && folder.join("snarkjs").exists();
    let announced = std::env::var_os("WORKPROOF_NODE_PACKAGES").is_some()
        && fs::read_to_string(interop.join("package.json")).is_ok_and(|text| text.contains("snarkjs"));
    assert!(found || !announced, "snarkjs is announced but not installed in {}", folder.display());
    found.then_some(folder)
}

#[test]
fn snarkjs_and_we_accept_each_others_keys_and_proofs() {
    let Some(modules) = node_modules() else {
        eprintln!("skipped: Node.js or snarkjs is missing (run `npm ci` in interop/)");
        return;
    };
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    let circuit = PowerCircuit::new(20);
    let shape = circuit.r1cs().unwrap();
    let (statement, witness) = circuit.instance(5);
    let store = KeyStore::new(directory.path());
    let key = store.insecure_development_key(&circuit, None, &SetupOptions::default()).unwrap();
    let prover = Prover::new(circuit.clone(), key.clone()).unwrap();
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let claim = prover.prove(&statement, &witness, &mut rng, &ProveOptions::new()).unwrap();

    fs::copy(key.path(), at("ours.zkey")).unwrap();
    write_r1cs(&mut File::create(at("circuit.r1cs")).unwrap(), &shape).unwrap();
    let assignment = circuit.assignment(&statement, &witness).unwrap();
    write_wtns(&mut File::create(at("witness.wtns")).unwrap(), &assignment).unwrap();
    assert_eq!(read_wtns(&fs::read(at("witness.wtns")).unwrap()).unwrap()[..], assignment[..]);
    fs::write(at("proof.json"), claim.proof().to_snarkjs_json()).unwrap();
    fs::write(at("verification_key.json"), key.development_verifying_key().unwrap().to_snarkjs_json())
        .unwrap();
    let inputs: Vec<String> = statement.public_inputs().as_slice().iter().map(fr_to_decimal).collect();
    fs::write(at("public.json"), serde_json::to_string(&inputs).unwrap()).unwrap();

    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snarkjs/check.mjs");
    let output = Command::new("node").arg(script).arg(&modules).arg(directory.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    // snarkjs' proof with our key
    let theirs = Proof::from_snarkjs_json(&fs::read(at("their_proof.json")).unwrap()).unwrap();
    verify(key.prepared_verifying_key().unwrap(), &statement, &theirs).unwrap();

    // our proof with the key of snarkjs' ceremony
    let name = CircuitName::new(&circuit.name()).unwrap();
    let id = CircuitId::new(name, CircuitDigest::new(shape.digest()));
    let options = OpenOptions::default();
    assert!(matches!(ProvingKey::open(&at("theirs.zkey"), &options), Err(ProvingKeyError::Unnamed { .. })));
    let ceremony = ProvingKey::open_for_circuit(&at("theirs.zkey"), id.clone(), &options).unwrap();
    let ceremony = Arc::new(ceremony);
    let prover = Prover::new(circuit, ceremony.clone()).unwrap();
    let claim = prover.prove(&statement, &witness, &mut rng, &ProveOptions::new()).unwrap();
    claim.verify(ceremony.prepared_verifying_key().unwrap()).unwrap();
    let json = fs::read(at("their_key.json")).unwrap();
    let from_json = VerifyingKey::from_snarkjs_json(id.clone(), &json).unwrap();
    assert_eq!(Some(&from_json), ceremony.verifying_key());
    claim.verify(&from_json.prepare()).unwrap();

    // B7: the key before its first contribution, which `snarkjs zkey verify` calls fine
    let refused = ProvingKey::open_for_circuit(&at("before.zkey"), id, &options);
    assert!(matches!(
        refused,
        Err(ProvingKeyError::VerifyingKey {
            source: KeyError::Dangerous { finding: KeyFinding::GammaIsDelta },
            ..
        })
    ));
    assert!(VerifyingKeyPoints::from_snarkjs_json(&json).is_ok());
}
