//! A claim's JSON: the inputs by their names, the terms as the small integers that they are packed of.

use serde_json::{Map, Value, json};
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_protocol::{GoldStatement, RelayStatement, Statement};

use super::NotExpressible;
use crate::keys::Key;
use crate::number::{Word, decimal};

/// The claim names the key that it is shown to, so that its proof is looked at.
pub(super) fn of(inputs: &[Word], proof: &[u8; 128], key: &Key) -> Result<String, NotExpressible> {
    let fact = key.fact();
    let claim = json!({
        "version": 1,
        "fact": fact,
        "circuit": key.prepared.circuit().name().as_str(),
        "key_id": key.prepared.key_id().to_string(),
        "statement": statement(inputs, fact)?,
        "proof": bytes_to_hexadecimal(proof),
    });
    Ok(claim.to_string())
}

/// An input that is left out is a key that is missing; one too many is a key that nobody knows.
fn statement(inputs: &[Word], fact: &str) -> Result<Map<String, Value>, NotExpressible> {
    let is_gold = fact == GoldStatement::FACT;
    let names = if is_gold { GoldStatement::INPUT_NAMES } else { RelayStatement::INPUT_NAMES };
    let terms = if is_gold {
        ["upper_bound", "gold_count", "tolerance", "contributor_count"]
    } else {
        ["slot", "slot_width", "attesters", "contributor_count"]
    };
    let mut fields = Map::new();
    for (index, input) in inputs.iter().enumerate() {
        match names.get(index) {
            Some(&"terms") => {
                let (beyond, small) = input.split_at(16);
                if beyond.iter().any(|byte| *byte != 0) {
                    return Err(NotExpressible::TERMS);
                }
                for (name, bytes) in terms.iter().zip(small.rchunks(4)) {
                    let value = bytes.iter().fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
                    fields.insert((*name).to_owned(), value.into());
                }
            }
            Some(name) => drop(fields.insert((*name).to_owned(), decimal(input).into())),
            None => drop(fields.insert(format!("input_{index}"), decimal(input).into())),
        }
    }
    Ok(fields)
}
