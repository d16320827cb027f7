//! `export cosmwasm`: the messages that the contract in `onchain/cosmwasm/contract` takes. Its code is the same for every key, since
//! it runs the crate `workproof-verifier` itself.

use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_verifier::{DevelopmentVerifyingKey, VerifyingKey};

use super::{ExportedClaim, ExportedKey, File};

const README: &str = include_str!("../../../templates/cosmwasm/README.md");

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let warning = match key.warning("\n", "contract") {
        warning if warning.is_empty() => warning,
        warning => warning + "\n",
    };
    let readme = README
        .replace("{{circuit}}", key.circuit.name().as_str())
        .replace("{{key_id}}", &key.key_id.to_string())
        .replace("{{label}}", &key.label())
        .replace("{{count}}", &key.points.ic.len().saturating_sub(1).to_string())
        .replace("{{warning}}", &warning);
    vec![File::json("instantiate.json", &instantiation(key)), File::text("README.md", readme)]
}

/// The query for a claim.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let inputs: Vec<String> = claim.input_words().map(|word| digits(&word)).collect();
    let document =
        serde_json::json!({ "verify": { "inputs": inputs, "proof": digits(&claim.proof.to_bytes()) } });
    File::json(format!("{}.cosmwasm.json", claim.name), &document)
}

/// A message of another name for a development key, so that none comes in unnoticed.
fn instantiation(key: &ExportedKey) -> serde_json::Value {
    let (circuit, points) = (key.circuit.clone(), key.points.clone());
    // the points were checked when the key was read
    if key.development {
        let bytes = DevelopmentVerifyingKey::insecure_new(circuit, points).map(|key| key.to_bytes());
        serde_json::json!({ "insecure_development_key": digits(&bytes.unwrap_or_default()) })
    } else {
        let bytes = VerifyingKey::new(circuit, points).map(|key| key.to_bytes());
        serde_json::json!({ "key": digits(&bytes.unwrap_or_default()) })
    }
}

fn digits(bytes: &[u8]) -> String {
    bytes_to_hexadecimal(bytes).trim_start_matches("0x").to_owned()
}
