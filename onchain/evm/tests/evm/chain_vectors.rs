//! The claims of `test-vectors/chains.json`, which every chain's verifier must judge alike.

use alloy_primitives::U256;
use alloy_sol_types::SolCall;
use onchain_evm::contracts::RelayVerifier;
use onchain_evm::world::{ANYONE, deployed, relay_verifier};
use serde_json::Value;

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let document: Value = serde_json::from_str(include_str!("../../../../test-vectors/chains.json")).unwrap();
    let chain = deployed();
    let (mut valid, mut invalid) = (0, 0);
    for case in document["cases"].as_array().unwrap() {
        let words = |name: &str| -> Vec<U256> {
            case[name]
                .as_array()
                .unwrap()
                .iter()
                .map(|word| word.as_str().unwrap().parse().unwrap())
                .collect()
        };
        let (proof, inputs) = (words("proof"), words("inputs"));
        // as bytes, so that a claim with another number of inputs can be sent too
        let mut data = RelayVerifier::verifyProofCall::SELECTOR.to_vec();
        data.extend(proof.iter().chain(&inputs).flat_map(|word| word.to_be_bytes::<32>()));
        let receipt = chain.try_send(ANYONE, relay_verifier(), data.into());
        let accepted =
            receipt.success && RelayVerifier::verifyProofCall::abi_decode_returns(&receipt.output).unwrap();
        // calldata beyond the arguments is not looked at: more inputs than the key has cannot be said
        if case["name"].as_str().unwrap().starts_with("one input too many") {
            println!("verdict|EVM|{}|not sayable", case["name"].as_str().unwrap());
            continue;
        }
        println!("verdict|EVM|{}|{accepted}", case["name"].as_str().unwrap());
        assert_eq!(Some(accepted), case["valid"].as_bool(), "{}", case["name"]);
        if accepted { valid += 1 } else { invalid += 1 }
    }
    assert!((valid, invalid) == (4, 39), "{valid} valid, {invalid} invalid");
}
