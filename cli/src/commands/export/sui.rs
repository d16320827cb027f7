//! `export sui`: a Move module that holds the key as `sui::groth16` reads it; IOTA's module is a copy of Sui's.

use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_verifier::forms::{arkworks_compressed, inputs_to_le_bytes};

use super::{ExportedClaim, ExportedKey, File, hexadecimal};

const MODULE: &str = include_str!("../../../templates/sui/verifier.move");
const README: &str = include_str!("../../../templates/sui/README.md");

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let bytes = bytes_to_hexadecimal(&arkworks_compressed::key_to_bytes(&key.points));
    let fill = |text: &str| {
        text.replace("{{circuit}}", key.circuit.name().as_str())
            .replace("{{key_id}}", &key.key_id.to_string())
            .replace("{{module}}", &key.circuit.name().as_str().replace('-', "_"))
            .replace("{{count}}", &key.points.ic.len().saturating_sub(1).to_string())
            .replace("{{warning}}", &key.warning("\n// ", "module"))
            .replace("{{key}}", bytes.trim_start_matches("0x"))
    };
    vec![File::text("sources/verifier.move", fill(MODULE)), File::text("README.md", fill(README))]
}

/// Proof and inputs as the native functions take them.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let document = serde_json::json!({
        "proof": hexadecimal(&arkworks_compressed::proof_to_bytes(&claim.proof)),
        "inputs": hexadecimal(&inputs_to_le_bytes(&claim.inputs)),
    });
    File::json(format!("{}.sui.json", claim.name), &document)
}
