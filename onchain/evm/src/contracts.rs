//! The contracts' types and functions, from the ABI of their committed artifacts.
#![allow(missing_docs, clippy::too_many_arguments)]

use alloy_primitives::{Address, Bytes, U256, hex};
use ark_bn254::G2Affine;
use serde_json::Value;
use workproof_verifier::forms::eip197;

alloy_sol_types::sol!(
    #![sol(all_derives)]
    WorkSettlement,
    "../../contracts/artifacts/WorkSettlement.json"
);
alloy_sol_types::sol!(
    #![sol(all_derives)]
    RelayVerifier,
    "../../contracts/artifacts/Relay10DevelopmentVerifier.json"
);
alloy_sol_types::sol!(
    #![sol(all_derives)]
    GoldVerifier,
    "../../contracts/artifacts/Gold256DevelopmentVerifier.json"
);
alloy_sol_types::sol!(PlainToken, "../../contracts/artifacts/PlainToken.json");
alloy_sol_types::sol!(ReentrantToken, "../../contracts/artifacts/ReentrantToken.json");
alloy_sol_types::sol!(ContributorRegistry, "../../contracts/artifacts/ContributorRegistry.json");
alloy_sol_types::sol!(AttesterRegistry, "../../contracts/artifacts/AttesterRegistry.json");

macro_rules! artifact {
    ($name:literal) => {
        include_str!(concat!("../../../contracts/artifacts/", $name, ".json"))
    };
}

/// The committed artifact of a contract.
pub fn artifact(name: &str) -> Value {
    let text = match name {
        "WorkSettlement" => artifact!("WorkSettlement"),
        "Relay10DevelopmentVerifier" => artifact!("Relay10DevelopmentVerifier"),
        "Gold256DevelopmentVerifier" => artifact!("Gold256DevelopmentVerifier"),
        "PlainToken" => artifact!("PlainToken"),
        "FeeToken" => artifact!("FeeToken"),
        "FalseToken" => artifact!("FalseToken"),
        "ReentrantToken" => artifact!("ReentrantToken"),
        "ContributorRegistry" => artifact!("ContributorRegistry"),
        "AttesterRegistry" => artifact!("AttesterRegistry"),
        "PoseidonT3" => artifact!("PoseidonT3"),
        "PoseidonT5" => artifact!("PoseidonT5"),
        "PoseidonT6" => artifact!("PoseidonT6"),
        other => panic!("no artifact is called {other}"),
    };
    serde_json::from_str(text).expect("artifacts are JSON")
}

/// The creation code of a contract, with the addresses of the libraries that it calls.
pub fn creation_code(name: &str, libraries: &[(&str, Address)]) -> Bytes {
    let artifact = artifact(name);
    if let Some(code) = artifact["bytecode"].as_str() {
        return code.parse().expect("bytecode is hexadecimal");
    }
    let mut code = artifact["unlinkedBytecode"].as_str().expect("there is bytecode").to_owned();
    for links in artifact["links"].as_object().expect("links are an object").values() {
        for (library, places) in links.as_object().expect("links are objects") {
            let (_, address) =
                libraries.iter().find(|(name, _)| name == library).expect("a library's address");
            for place in places.as_array().expect("places are a list") {
                let start = 2 * place["start"].as_u64().expect("a number") as usize;
                code.replace_range(start..start + 40, &hex::encode(address));
            }
        }
    }
    code.parse().expect("all libraries are linked")
}

/// The creation code of a verifier for a key that differs in delta: the words of -delta and of the key's id exchanged.
pub fn code_under_other_delta(
    name: &str,
    (delta, other_delta): (G2Affine, G2Affine),
    (id, other_id): ([u8; 32], [u8; 32]),
) -> Bytes {
    let words = |point: G2Affine| eip197::g2_to_bytes(&-point).as_chunks().0.to_vec();
    let deltas = words(delta).into_iter().zip(words(other_delta));
    let mut code = creation_code(name, &[]).to_vec();
    for (from, to) in deltas.chain([(id, other_id)]) {
        let places: Vec<usize> =
            code.windows(32).enumerate().filter(|(_, word)| **word == from).map(|(at, _)| at).collect();
        assert!(!places.is_empty(), "the key's word is in the code of {name}");
        for at in places {
            code[at..at + 32].copy_from_slice(&to);
        }
    }
    code.into()
}

/// The size of a contract's code on the chain.
pub fn code_bytes(name: &str) -> u64 {
    artifact(name)["codeBytes"].as_u64().expect("a number")
}

/// The order of the field of inputs.
pub fn order_r() -> U256 {
    U256::from_str_radix("21888242871839275222246405745257275088548364400416034343698204186575808495617", 10)
        .expect("a number")
}

/// The order of the field of coordinates.
pub fn order_q() -> U256 {
    U256::from_str_radix("21888242871839275222246405745257275088696311157297823662689037894645226208583", 10)
        .expect("a number")
}
