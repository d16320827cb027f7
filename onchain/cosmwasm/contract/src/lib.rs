//! Checks workproof claims on CosmWasm chains. CosmWasm has no host function for BN254, so the contract runs the crate
//! `workproof-verifier` itself.
//!
//! One key, given when the contract is instantiated, and never changed: there is nothing to execute and nobody who owns it.
//! Whoever pays queries this contract, computes scope and message itself, and keeps the nullifiers.

mod error;
mod held_key;
mod messages;

use cosmwasm_std::{
    Binary, Deps, DepsMut, Env, HexBinary, MessageInfo, Response, StdResult, entry_point, to_json_binary,
};
use workproof_protocol::Fr;
use workproof_verifier::Proof;
use workproof_verifier::forms::inputs_from_be_bytes;

pub use error::ContractError;
use held_key::HeldKey;
pub use messages::{InstantiateMsg, KeyResponse, QueryMsg, VerifyResponse};

/// Keeps the key, if it is fit for use.
///
/// # Errors
/// [`ContractError::Key`] for a key that the verifier refuses.
#[entry_point]
pub fn instantiate(
    deps: DepsMut<'_>,
    _env: Env,
    _info: MessageInfo,
    message: InstantiateMsg,
) -> Result<Response, ContractError> {
    let key = HeldKey::from_message(&message)?;
    key.save(deps.storage);
    Ok(Response::new()
        .add_attribute("circuit", key.circuit())
        .add_attribute("key_id", key.id())
        .add_attribute("development_key", key.is_development().to_string()))
}

/// Answers, or fails with the reason.
///
/// # Errors
/// For `verify`, whatever is wrong with the claim: see [`ContractError`].
#[entry_point]
pub fn query(deps: Deps<'_>, _env: Env, message: QueryMsg) -> Result<Binary, ContractError> {
    let key = HeldKey::load(deps.storage)?;
    let answer = match message {
        QueryMsg::Key {} => key_response(&key),
        QueryMsg::Verify { inputs, proof } => verify(&key, &inputs, &proof)?,
    };
    Ok(answer?)
}

fn key_response(key: &HeldKey) -> StdResult<Binary> {
    to_json_binary(&KeyResponse {
        circuit: key.circuit(),
        key_id: key.id(),
        development_key: key.is_development(),
    })
}

fn verify(
    key: &HeldKey,
    inputs: &[HexBinary],
    proof: &HexBinary,
) -> Result<StdResult<Binary>, ContractError> {
    let words = inputs.iter().map(one_input).collect::<Result<Vec<Fr>, _>>()?;
    let proof = Proof::from_bytes(proof.as_slice()).map_err(ContractError::Proof)?;
    key.prepare().as_foreign().verify(&words, &proof).map_err(ContractError::Refused)?;
    Ok(to_json_binary(&VerifyResponse { key_id: key.id() }))
}

/// 32 bytes: two inputs in one string would be another spelling.
fn one_input(input: &HexBinary) -> Result<Fr, ContractError> {
    match inputs_from_be_bytes(input.as_slice()).map_err(ContractError::Input)?.as_slice() {
        [word] => Ok(*word),
        _ => Err(ContractError::InputLength),
    }
}
