//! Checks of claims of the facts that this release knows.

use alloc::vec::Vec;

use workproof_protocol::strict_json::ReadJson;
use workproof_protocol::{GoldStatement, RelayStatement, Statement};
use workproof_verifier::{Claim, ClaimHeader, PreparedVerifyingKey, verify_batch};
use workproof_wasm_call::{Arguments, Refusal};

use crate::refusals;

/// Checks one claim.
pub(crate) fn check(key: &PreparedVerifyingKey, json: &[u8]) -> Result<Vec<u8>, Refusal> {
    match header(json)?.fact() {
        RelayStatement::FACT => check_one::<RelayStatement>(key, json),
        GoldStatement::FACT => check_one::<GoldStatement>(key, json),
        other => Err(unknown(other)),
    }
}

/// Checks many claims of one fact at once.
pub(crate) fn check_batch(key: &PreparedVerifyingKey, arguments: Arguments<'_>) -> Result<Vec<u8>, Refusal> {
    match key.circuit().name().fact() {
        RelayStatement::FACT => check_many::<RelayStatement>(key, arguments),
        GoldStatement::FACT => check_many::<GoldStatement>(key, arguments),
        other => Err(unknown(other)),
    }
}

fn header(json: &[u8]) -> Result<ClaimHeader, Refusal> {
    ClaimHeader::peek(json).map_err(refusals::claim_json)
}

fn unknown(fact: &str) -> Refusal {
    Refusal::of("unknown-fact", &format_args!("this release knows no fact `{fact}`"))
}

fn read<S: Statement + ReadJson>(json: &[u8]) -> Result<Claim<S>, Refusal> {
    Claim::from_strict_json(json).map_err(refusals::claim_json)
}

fn check_one<S: Statement + ReadJson>(key: &PreparedVerifyingKey, json: &[u8]) -> Result<Vec<u8>, Refusal> {
    let claim = read::<S>(json)?;
    claim.verify(key).map_err(refusals::claim)?;
    Ok(Vec::new())
}

/// Reads all claims, sees that each names this key, then checks all proofs in one equation.
fn check_many<S: Statement + ReadJson>(
    key: &PreparedVerifyingKey,
    mut arguments: Arguments<'_>,
) -> Result<Vec<u8>, Refusal> {
    let mut claims = Vec::new();
    while !arguments.is_empty() {
        let json = arguments.next_bytes()?;
        match header(json)?.fact() {
            RelayStatement::FACT | GoldStatement::FACT => {}
            other => return Err(unknown(other)),
        }
        let claim = read::<S>(json)?;
        claim.check_key(key).map_err(refusals::claim)?;
        claims.push(claim);
    }
    verify_batch(key, claims.iter().map(|claim| (claim.statement(), claim.proof())))
        .map_err(refusals::batch)?;
    Ok(Vec::new())
}
