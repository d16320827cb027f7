//! The registry of contributors, and membership in it.

use alloc::string::String;
use alloc::vec::Vec;

use workproof_protocol::{ContributorId, Fr, LeanImt, LeanImtError, LeanImtProof, RegistryRoot};
use workproof_wasm_call::{Arguments, Refusal};

use super::UNKNOWN;
use crate::objects::{self, Object, with};
use crate::reply::{DONE, Reply, json, malformed, next_field, read, refused, text};

pub(super) fn run(operation: &str, arguments: &mut Arguments<'_>) -> Reply {
    match operation {
        "new" => {
            let ids = read_ids(arguments)?;
            keep(LeanImt::from_leaves(ids).map_err(|error| refused(&error))?)
        }
        "import" => keep(LeanImt::import(arguments.next_text()?).map_err(|error| malformed(&error))?),
        "verify_membership" => verify_membership(arguments),
        _ => with(arguments, |registry, arguments| use_one(operation, registry, arguments)),
    }
}

fn keep(registry: LeanImt) -> Reply {
    Ok(objects::keep(Object::Contributors(registry)))
}

fn read_ids(arguments: &mut Arguments<'_>) -> Result<Vec<Fr>, Refusal> {
    let ids: Vec<ContributorId> = read(arguments)?;
    Ok(ids.into_iter().map(ContributorId::to_field).collect())
}

fn use_one(operation: &str, registry: &mut LeanImt, arguments: &mut Arguments<'_>) -> Reply {
    let not_done = |error: LeanImtError| refused(&error);
    match operation {
        "insert" => registry.insert_many(read_ids(arguments)?).map_err(not_done)?,
        "update" => {
            let place = position(arguments)?;
            registry.update(place, next_field(arguments)?).map_err(not_done)?;
        }
        "remove" => registry.remove(position(arguments)?).map_err(not_done)?,
        "root" => return root(registry),
        "position" => {
            let place = registry.position_of(next_field(arguments)?);
            return text(place.ok_or_else(|| refused(&LeanImtError::NotAMember))?);
        }
        "proof" => return json(&registry.proof(position(arguments)?).map_err(not_done)?),
        "export" => return Ok(registry.export().into_bytes()),
        _ => return UNKNOWN,
    }
    DONE
}

fn position(arguments: &mut Arguments<'_>) -> Result<usize, Refusal> {
    Ok(usize::try_from(arguments.next_number()?).unwrap_or(usize::MAX))
}

/// The names are those of a statement.
#[derive(serde::Serialize)]
struct RootView {
    contributor_root: String,
    contributor_count: u32,
}

fn root(registry: &LeanImt) -> Reply {
    let root = registry.registry_root().ok_or(EMPTY)?;
    let contributor_root = workproof_protocol::fr_to_decimal(&root.root());
    json(&RootView { contributor_root, contributor_count: root.size() })
}

const EMPTY: Refusal = Refusal::new("refused", "an empty registry has no root");

/// Replies with the position.
fn verify_membership(arguments: &mut Arguments<'_>) -> Reply {
    let (id, proof): (Fr, LeanImtProof) = (next_field(arguments)?, read(arguments)?);
    let registry = RegistryRoot::new(next_field(arguments)?, arguments.next_number()?);
    let registry = registry.map_err(|error| malformed(&error))?;
    text(proof.verify_member(id, &registry).map_err(|error| refused(&error))?)
}
