//! `export evm`: a Solidity contract for one key, and claims as the words that it takes.
//!
//! The contract is a template with the key's points and, for each public input, the lines that deal with it: written out,
//! not looped over, which saves about 40 gas an input.

mod assembly;
mod batch;
mod contract;
mod statement;

use workproof_verifier::forms::eip197;

use super::{ExportedClaim, ExportedKey, File, hexadecimal};

const README: &str = include_str!("../../../templates/evm/README.md");

/// Inputs that many claims share, and inputs of each claim; every other position is one a circuit may lack.
const SHARED: [usize; 4] = [0, 4, 5, 6];
const OF_EACH_CLAIM: [usize; 4] = [1, 2, 3, 7];

/// The fewest inputs of a statement.
pub(super) const FEWEST_INPUTS: usize = 4;

/// The files for a key.
pub(super) fn key_files(key: &ExportedKey) -> Vec<File> {
    let contract = key.contract_name();
    let solidity = contract::render(key, &contract);
    let readme =
        README.replace("{{contract}}", &contract).replace("{{circuit}}", key.circuit.name().as_str());
    vec![File::text(format!("{contract}.sol"), solidity), File::text("README.md", readme)]
}

/// The arguments of `verifyProof` for a claim, as JSON.
pub(super) fn claim_file(claim: &ExportedClaim) -> File {
    let words: Vec<String> = eip197::proof_to_bytes(&claim.proof).chunks(32).map(hexadecimal).collect();
    let inputs: Vec<String> = claim.input_words().map(|word| hexadecimal(&word)).collect();
    let word = |index: usize| words.get(index).cloned().unwrap_or_default();
    let document = serde_json::json!({
        "a": [word(0), word(1)],
        "b": [[word(2), word(3)], [word(4), word(5)]],
        "c": [word(6), word(7)],
        "inputs": inputs,
        "proof": words,
    });
    File::json(format!("{}.evm.json", claim.name), &document)
}

/// Puts values in the places that a template names.
fn fill(template: &str, values: impl IntoIterator<Item = (&'static str, String)>) -> String {
    values.into_iter().fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{{{name}}}}}"), value.trim_end_matches('\n'))
    })
}
