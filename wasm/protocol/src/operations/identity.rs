//! Identities of contributors.

use workproof_protocol::{Identity, Nullifier, Scope};
use workproof_wasm_call::Arguments;

use super::UNKNOWN;
use crate::objects::{self, Object, with};
use crate::reply::{Reply, field, json, malformed, next_field, parse, text};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    let made = match operation {
        "from_private_key" => Identity::from_private_key(arguments.next_bytes()?),
        "import" => Identity::import(arguments.next_text()?),
        _ => return with(arguments, |identity, arguments| use_one(operation, identity, arguments)),
    };
    Ok(objects::keep(Object::Identity(made.map_err(|error| malformed(&error))?)))
}

fn use_one(operation: &str, identity: &Identity, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "id" => field(&identity.commitment()),
        "public_key" => json(identity.public_key()),
        "export" => Ok(identity.export().as_bytes().to_vec()),
        "sign" => json(&identity.sign(next_field(arguments)?)),
        "nullifier" => {
            let scope: Scope = parse(arguments)?;
            text(Nullifier::contributor(scope, identity.secret_scalar(), arguments.next_number()?))
        }
        _ => UNKNOWN,
    }
}
