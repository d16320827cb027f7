//! `export soroban`: a contract for one key as a crate for `soroban-sdk`, and claims as the arguments of `verify`.

use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_verifier::forms::{eip197, soroban};

use super::{ExportedClaim, ExportedKey, File};

const MANIFEST: &str = include_str!("../../../templates/soroban/Cargo.toml.template");
const CONTRACT: &str = include_str!("../../../templates/soroban/lib.rs");
const README: &str = include_str!("../../../templates/soroban/README.md");

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let package = format!("workproof-{}-verifier", key.label());
    let fill = |text: &str| {
        text.replace("{{circuit}}", key.circuit.name().as_str())
            .replace("{{key_id}}", &key.key_id.to_string())
            .replace("{{contract}}", &key.contract_name())
            .replace("{{package}}", &package)
            .replace("{{file}}", &package.replace('-', "_"))
            .replace("{{count}}", &key.points.ic.len().saturating_sub(1).to_string())
            .replace("{{input_names}}", &key.input_names().join(", "))
            .replace("{{for_tests}}", if key.development { ", under a DEVELOPMENT KEY" } else { "" })
            .replace("{{warning}}", &key.warning("\n//!\n//! ", "contract"))
    };
    vec![
        File::text("Cargo.toml", fill(MANIFEST)),
        File::text("src/lib.rs", fill(CONTRACT)),
        File::text("src/key.rs", constants(key)),
        File::text("README.md", fill(README)),
    ]
}

/// The arguments of `verify`, in hexadecimal without a prefix, as Stellar's command line takes bytes.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let digits = |bytes: &[u8]| bytes_to_hexadecimal(bytes).trim_start_matches("0x").to_owned();
    let inputs: Vec<String> = claim.input_words().map(|word| digits(&word)).collect();
    let document = serde_json::json!({
        "inputs": inputs,
        "proof": digits(&soroban::proof_to_bytes(&claim.proof)),
    });
    File::json(format!("{}.soroban.json", claim.name), &document)
}

fn constants(key: &ExportedKey) -> String {
    let points = &key.points;
    let warning = key.warning("\n//! ", "key");
    let mut text = format!("//! The key {}, as EIP-197 words.{warning}\n", key.key_id);
    let mut constant = |about: &str, name: &str, bytes: &[u8]| {
        let size = bytes.len();
        let lines = lines_of(bytes, "    ");
        text.push_str(&format!("\n/// {about}\npub const {name}: [u8; {size}] = [\n{lines}];\n"));
    };
    constant("The digest of the key and its circuit.", "KEY_ID", &key.key_id.to_bytes());
    constant("alpha in G1.", "ALPHA", &eip197::g1_to_bytes(&points.alpha_g1));
    constant("beta in G2, negated.", "MINUS_BETA", &eip197::g2_to_bytes(&-points.beta_g2));
    constant("gamma in G2, negated.", "MINUS_GAMMA", &eip197::g2_to_bytes(&-points.gamma_g2));
    constant("delta in G2, negated.", "MINUS_DELTA", &eip197::g2_to_bytes(&-points.delta_g2));
    let mut ic = points.ic.iter().map(eip197::g1_to_bytes);
    constant("The point of the constant 1.", "CONSTANT", &ic.next().unwrap_or([0; 64]));
    text.push_str("\n/// The points of the inputs, in their order.\n");
    text.push_str(&format!("pub const INPUTS: [[u8; 64]; {}] = [\n", ic.len()));
    for point in ic {
        text.push_str(&format!("    [\n{}    ],\n", lines_of(&point, "        ")));
    }
    text.push_str("];\n");
    text
}

/// Bytes as rustfmt would have them, 16 in a line.
fn lines_of(bytes: &[u8], indent: &str) -> String {
    let line = |bytes: &[u8]| {
        let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:#04x}")).collect();
        format!("{indent}{},\n", bytes.join(", "))
    };
    bytes.chunks(16).map(line).collect()
}
