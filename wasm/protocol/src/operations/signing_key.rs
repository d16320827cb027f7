//! Keys of attesters, and what they sign.

use workproof_protocol::{PublicKey, Signature, SigningKey, Voucher};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::objects::{self, Object, with};
use crate::reply::{DONE, Reply, json, malformed, next_field, parse, read};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "from_private_key" => {
            let key = SigningKey::from_private_key(arguments.next_bytes()?);
            Ok(objects::keep(Object::SigningKey(key.map_err(|error| malformed(&error))?)))
        }
        "verify" => {
            let (key, message): (PublicKey, _) = (read(arguments)?, next_field(arguments)?);
            let signature: Signature = read(arguments)?;
            key.verify(message, &signature).map_err(|error| Refusal::of("bad-signature", &error))?;
            DONE
        }
        _ => with(arguments, |key, arguments| use_one(operation, key, arguments)),
    }
}

fn use_one(operation: &str, key: &SigningKey, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "public_key" => json(key.public_key()),
        "sign" => json(&key.sign(next_field(arguments)?)),
        "issue_voucher" => {
            let (scope, contributor) = (parse(arguments)?, parse(arguments)?);
            let (units, index) = (parse_units(arguments)?, arguments.next_number()?);
            json(&Voucher::issue(key, scope, contributor, units, index))
        }
        _ => UNKNOWN,
    }
}

/// A 64-bit integer in its canonical decimal form.
fn parse_units(arguments: &mut Arguments<'_>) -> Result<u64, Refusal> {
    let text = arguments.next_text()?;
    let units: u64 = text.parse().map_err(|error| malformed(&error))?;
    if alloc::format!("{units}") == text { Ok(units) } else { Err(CANONICAL) }
}

const CANONICAL: Refusal = Refusal::new("malformed-value", "not a canonical decimal number");
