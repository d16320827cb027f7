//! The registry of attesters.

use alloc::vec::Vec;

use workproof_protocol::{Attester, AttesterTree, AttesterTreeError, PublicKey};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::objects::{self, Object, with};
use crate::reply::{DONE, Reply, field, json, read, refused, text};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "new" => {
            let attesters: Vec<Attester> = read(arguments)?;
            let registry = AttesterTree::from_attesters(attesters).map_err(|error| refused(&error))?;
            Ok(objects::keep(Object::Attesters(registry)))
        }
        "from_json" => Ok(objects::keep(Object::Attesters(read(arguments)?))),
        _ => with(arguments, |registry, arguments| use_one(operation, registry, arguments)),
    }
}

fn use_one(operation: &str, registry: &mut AttesterTree, arguments: &mut Arguments<'_>) -> Reply {
    let not_done = |error: AttesterTreeError| refused(&error);
    match operation {
        "append" => return text(registry.append(read(arguments)?).map_err(not_done)?),
        "update" => {
            let index = arguments.next_number()?;
            registry.update(index, read(arguments)?).map_err(not_done)?;
        }
        "remove" => registry.remove(arguments.next_number()?).map_err(not_done)?,
        "root" => return field(&registry.root()),
        "length" => return text(registry.len()),
        "attester" => return json(&registry.attester(arguments.next_number()?)),
        "index_of" => {
            let key: PublicKey = read(arguments)?;
            return text(registry.index_of(&key).ok_or(NOT_ENROLLED)?);
        }
        "json" => return json(&*registry),
        _ => return UNKNOWN,
    }
    DONE
}

const NOT_ENROLLED: Refusal = Refusal::new("refused", "no attester with this key is enrolled");
