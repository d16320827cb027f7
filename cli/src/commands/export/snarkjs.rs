//! `export snarkjs`: key, proof and public values as JSON, which garaga (Starknet), gnark, rapidsnark and others read.

use workproof_protocol::fr_to_decimal;
use workproof_verifier::{ForeignVerifyingKey, VerifyingKeyPoints};

use super::{ExportedClaim, ExportedKey, File};

const README: &str = include_str!("../../../templates/snarkjs/README.md");

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let readme = README.replace("{{circuit}}", key.circuit.name().as_str());
    vec![File::text("verification_key.json", key_json(&key.points)), File::text("README.md", readme)]
}

/// A claim's proof and public values in one document, as `groth16.fullProve` gives them.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let proof: serde_json::Value = serde_json::from_str(&claim.proof.to_snarkjs_json()).unwrap_or_default();
    let public: Vec<String> = claim.inputs.iter().map(fr_to_decimal).collect();
    File::json(
        format!("{}.snarkjs.json", claim.name),
        &serde_json::json!({ "proof": proof, "publicSignals": public }),
    )
}

/// The points were checked when the key was read, so nothing is refused here.
fn key_json(points: &VerifyingKeyPoints) -> String {
    ForeignVerifyingKey::insecure_unlinted(points.clone())
        .map(|key| key.to_snarkjs_json())
        .unwrap_or_default()
}
