//! The contract as it is deployed, in CosmWasm's own virtual machine: every claim of `test-vectors/chains.json`.
//!
//! `WORKPROOF_COSMWASM_WASM` says where the contract is. Without it this test says so and stands aside;
//! `contract/tests/entry_points.rs` runs the same code natively.

use cosmwasm_std::{ContractResult, Empty};
use cosmwasm_vm::testing::{
    MockApi, MockInstanceOptions, MockQuerier, MockStorage, mock_env, mock_info, mock_instance_with_options,
};
use cosmwasm_vm::{Instance, Size, call_instantiate, call_query};
use onchain_claims::{Claim, Said, claims, compressed_proof};
use serde_json::json;

const INSTANTIATE: &str = include_str!("../generated/instantiate.json");
/// CosmWasm gas for all calls, more than they need: what one needs is measured.
const GAS: u64 = 1_000_000_000_000_000;
/// For so much CosmWasm gas wasmd charges a unit of its own.
const WASMD_MULTIPLIER: u64 = 140_000;

type Contract = Instance<MockApi, MockStorage, MockQuerier>;

fn contract() -> Option<Contract> {
    let Some(path) = std::env::var_os("WORKPROOF_COSMWASM_WASM") else {
        println!("standing aside: WORKPROOF_COSMWASM_WASM does not say where the contract is");
        return None;
    };
    let options =
        MockInstanceOptions { gas_limit: GAS, memory_limit: Some(Size::mebi(32)), ..Default::default() };
    Some(mock_instance_with_options(&std::fs::read(path).unwrap(), options))
}

fn instantiate(contract: &mut Contract, message: &str) -> Result<(), String> {
    let sender = contract.api().addr_make("deployer");
    let info = mock_info(&sender, &[]);
    match call_instantiate::<_, _, _, Empty>(contract, &mock_env(), &info, message.as_bytes()).unwrap() {
        ContractResult::Ok(_) => Ok(()),
        ContractResult::Err(reason) => Err(reason),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn query(contract: &mut Contract, claim: &Claim, proof: &[u8]) -> Result<(), String> {
    let inputs: Vec<String> = claim.inputs.iter().map(|word| hexadecimal(word)).collect();
    let message = json!({ "verify": { "inputs": inputs, "proof": hexadecimal(proof) } }).to_string();
    match call_query(contract, &mock_env(), message.as_bytes()).unwrap() {
        ContractResult::Ok(_) => Ok(()),
        ContractResult::Err(reason) => Err(reason),
    }
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let Some(mut contract) = contract() else { return };
    instantiate(&mut contract, INSTANTIATE).unwrap();
    let (mut valid, mut invalid, mut not_sayable, mut most) = (0, 0, 0, 0);
    for claim in claims() {
        let Said::As(proof) = compressed_proof(&claim) else {
            println!("verdict|CosmWasm|{}|not sayable", claim.name);
            assert!(!claim.valid, "{}", claim.name);
            not_sayable += 1;
            continue;
        };
        let before = contract.get_gas_left();
        let accepted = query(&mut contract, &claim, &proof).is_ok();
        if accepted {
            most = most.max(before - contract.get_gas_left());
        }
        println!("verdict|CosmWasm|{}|{accepted}", claim.name);
        assert_eq!(accepted, claim.valid, "{}", claim.name);
        if accepted { valid += 1 } else { invalid += 1 }
    }
    println!("cost|CosmWasm|{most} CosmWasm gas, {} gas of wasmd", most / WASMD_MULTIPLIER);
    assert!((valid, invalid, not_sayable) == (4, 31, 9), "{valid}, {invalid}, {not_sayable}");
}

#[test]
fn a_development_key_comes_in_by_its_own_name_alone_b7() {
    let Some(mut contract) = contract() else { return };
    let message = INSTANTIATE.replace("insecure_development_key", "key");
    let reason = instantiate(&mut contract, &message).unwrap_err();
    assert!(reason.contains("development"), "{reason}");
    // nothing was kept
    let claim = &claims()[0];
    let Said::As(proof) = compressed_proof(claim) else { panic!("it can be said") };
    assert!(query(&mut contract, claim, &proof).unwrap_err().contains("holds no key"));
}
