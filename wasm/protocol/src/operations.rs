//! Every operation by its name.

mod attesters;
mod contributors;
mod identity;
mod labels;
mod signing_key;
mod voucher;
mod words;

use workproof_wasm_call::{Arguments, Refusal};

use crate::reply::Reply;

/// Runs one operation.
pub(crate) fn run(name: &str, arguments: &mut Arguments<'_>) -> Reply {
    let (topic, operation) = name.split_once('.').unwrap_or((name, ""));
    match topic {
        "identity" => identity::run(operation, arguments),
        "key" => signing_key::run(operation, arguments),
        "voucher" => voucher::run(operation, arguments),
        "contributors" => contributors::run(operation, arguments),
        "attesters" => attesters::run(operation, arguments),
        "gold" => labels::run_gold(operation, arguments),
        "answers" => labels::run_answers(operation, arguments),
        "word" => words::run(operation, arguments),
        _ => UNKNOWN,
    }
}

const UNKNOWN: Reply = Err(Refusal::new("internal", "no operation has this name"));
