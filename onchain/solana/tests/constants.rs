//! The exported constants, with the crate they are for.

// as it was written
#[rustfmt::skip]
#[path = "../generated/verifying_key.rs"]
mod verifying_key;

use groth16_solana::groth16::Groth16Verifier;
use serde_json::Value;
use verifying_key::VERIFYING_KEY;

const Q: &str = "30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47";

fn word(text: &str) -> [u8; 32] {
    let digits = text.trim_start_matches("0x");
    core::array::from_fn(|index| u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).unwrap())
}

/// q - y, for y below q.
fn negated(y: [u8; 32]) -> [u8; 32] {
    let (q, mut result, mut borrow) = (word(Q), [0; 32], 0_i16);
    for index in (0..32).rev() {
        let difference = i16::from(q[index]) - i16::from(y[index]) - borrow;
        borrow = i16::from(difference < 0);
        result[index] = (difference + 256 * borrow) as u8;
    }
    if borrow == 1 || y == [0; 32] { y } else { result }
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let document: Value = serde_json::from_str(include_str!("../../../test-vectors/chains.json")).unwrap();
    let mut counts = (0, 0);
    for case in document["cases"].as_array().unwrap() {
        let words = |name: &str| -> Vec<[u8; 32]> {
            case[name].as_array().unwrap().iter().map(|text| word(text.as_str().unwrap())).collect()
        };
        let (proof, inputs) = (words("proof"), words("inputs"));
        let a = [proof[0], negated(proof[1])].concat().try_into().unwrap();
        let b = proof[2..6].concat().try_into().unwrap();
        let c = proof[6..].concat().try_into().unwrap();
        // the number of inputs is a type there
        let accepted = <&[[u8; 32]; 7]>::try_from(inputs.as_slice()).is_ok_and(|inputs| {
            Groth16Verifier::new(&a, &b, &c, inputs, &VERIFYING_KEY).is_ok_and(|mut one| one.verify().is_ok())
        });
        println!("verdict|groth16-solana|{}|{accepted}", case["name"].as_str().unwrap());
        assert_eq!(accepted, case["valid"].as_bool().unwrap(), "{}", case["name"]);
        if accepted { counts.0 += 1 } else { counts.1 += 1 }
    }
    assert!(counts.0 >= 4 && counts.1 >= 40, "{counts:?}");
}
