//! `export aptos`: a Move module that holds the key's points as `aptos_std::crypto_algebra` reads them.

use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_verifier::forms::{arkworks_uncompressed, inputs_to_le_bytes};

use super::{ExportedClaim, ExportedKey, File, hexadecimal};

const MODULE: &str = include_str!("../../../templates/aptos/verifier.move");
const README: &str = include_str!("../../../templates/aptos/README.md");

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let digits = |bytes: &[u8]| bytes_to_hexadecimal(bytes).trim_start_matches("0x").to_owned();
    let points = &key.points;
    let ic: Vec<String> = points
        .ic
        .iter()
        .map(|point| format!("        x\"{}\"", digits(&arkworks_uncompressed::g1_to_bytes(point))))
        .collect();
    let fill = |text: &str| {
        text.replace("{{circuit}}", key.circuit.name().as_str())
            .replace("{{key_id}}", &key.key_id.to_string())
            .replace("{{module}}", &key.circuit.name().as_str().replace('-', "_"))
            .replace("{{warning}}", &key.warning("\n// ", "module"))
            .replace("{{alpha}}", &digits(&arkworks_uncompressed::g1_to_bytes(&points.alpha_g1)))
            .replace("{{beta}}", &digits(&arkworks_uncompressed::g2_to_bytes(&points.beta_g2)))
            .replace("{{gamma}}", &digits(&arkworks_uncompressed::g2_to_bytes(&points.gamma_g2)))
            .replace("{{delta}}", &digits(&arkworks_uncompressed::g2_to_bytes(&points.delta_g2)))
            .replace("{{ic}}", &ic.join(",\n"))
    };
    vec![File::text("sources/verifier.move", fill(MODULE)), File::text("README.md", fill(README))]
}

/// The points of the proof and the inputs, each by itself.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let inputs: Vec<String> = claim
        .inputs
        .iter()
        .map(|input| hexadecimal(&inputs_to_le_bytes(core::slice::from_ref(input))))
        .collect();
    let document = serde_json::json!({
        "a": hexadecimal(&arkworks_uncompressed::g1_to_bytes(claim.proof.a())),
        "b": hexadecimal(&arkworks_uncompressed::g2_to_bytes(claim.proof.b())),
        "c": hexadecimal(&arkworks_uncompressed::g1_to_bytes(claim.proof.c())),
        "inputs": inputs,
    });
    File::json(format!("{}.aptos.json", claim.name), &document)
}
