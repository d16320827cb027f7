//! Scopes, messages, words and hashes.

use alloc::vec::Vec;

use workproof_protocol::json::{bytes_from_hexadecimal, bytes_to_hexadecimal};
use workproof_protocol::word::{word_of_address, word_of_integer, word_of_name};
use workproof_protocol::{ContributorId, Fr, Payment, ScopeFields, hash_to_field, policy_word, poseidon};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::reply::{Reply, field, malformed, parse, read, text};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "scope" => text(read::<ScopeFields>(arguments)?.scope()),
        "message" => text(read::<Payment>(arguments)?.message()),
        "of_name" => word(&word_of_name(arguments.next_text()?)),
        "of_integer" => word(&word_of_integer(parse(arguments)?)),
        "of_address" => {
            let address = bytes_from_hexadecimal::<20>(arguments.next_text()?);
            word(&word_of_address(&address.map_err(|error| malformed(&error))?))
        }
        "policy" => word(&policy_word(arguments.next_bytes()?)),
        "hash_to_field" => field(&hash_to_field(arguments.next_bytes()?)),
        "poseidon" => {
            let inputs: Vec<ContributorId> = read(arguments)?;
            let inputs: Vec<Fr> = inputs.into_iter().map(ContributorId::to_field).collect();
            field(&hash(&inputs).ok_or(ARITY)?)
        }
        _ => UNKNOWN,
    }
}

fn word(word: &[u8; 32]) -> Reply {
    text(bytes_to_hexadecimal(word))
}

/// circomlib's Poseidon of 1 to 16 inputs.
fn hash(inputs: &[Fr]) -> Option<Fr> {
    macro_rules! by_arity {
        ($($arity:literal),+) => {
            match inputs.len() {
                $($arity => Some(poseidon::hash::<$arity>(inputs.try_into().ok()?)),)+
                _ => None,
            }
        };
    }
    by_arity!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
}

const ARITY: Refusal = Refusal::new("malformed-value", "Poseidon takes 1 to 16 inputs");
