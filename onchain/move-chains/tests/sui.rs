//! What `workproof export sui` writes, with the functions that `sui::groth16` calls (`fastcrypto-zkp`).

use fastcrypto_zkp::bn254::api::{prepare_pvk_bytes, verify_groth16_in_bytes};
use onchain_claims::{Said, claims, compressed_proof, little_endian};
use onchain_move_chains::constant;

const MODULE: &str = include_str!("../generated/sui/sources/verifier.move");
const INPUTS: usize = 7;

/// As the module's `verify`: the number of inputs first, then the native functions.
fn accepts(inputs: &[u8], proof: &[u8]) -> bool {
    let key = prepare_pvk_bytes(&constant(MODULE, "KEY")).unwrap();
    let [gamma_abc, alpha_beta, gamma, delta] = key.as_slice() else { panic!("a key has four parts") };
    inputs.len() == 32 * INPUTS
        && verify_groth16_in_bytes(gamma_abc, alpha_beta, gamma, delta, inputs, proof).unwrap_or(false)
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let (mut valid, mut invalid, mut not_sayable) = (0, 0, 0);
    for claim in claims() {
        let Said::As(proof) = compressed_proof(&claim) else {
            println!("verdict|Sui|{}|not sayable", claim.name);
            assert!(!claim.valid, "{}", claim.name);
            not_sayable += 1;
            continue;
        };
        let inputs: Vec<u8> = claim.inputs.iter().flat_map(little_endian).collect();
        let accepted = accepts(&inputs, &proof);
        println!("verdict|Sui|{}|{accepted}", claim.name);
        assert_eq!(accepted, claim.valid, "{}", claim.name);
        if accepted { valid += 1 } else { invalid += 1 }
    }
    // y raised by 1 or by q, in four coordinates each, and one x that is another point's
    assert!((valid, invalid, not_sayable) == (4, 31, 9), "{valid}, {invalid}, {not_sayable}");
}

#[test]
fn the_native_function_itself_refuses_another_number_of_inputs_b2() {
    let claim = &claims()[0];
    let Said::As(proof) = compressed_proof(claim) else { panic!("it can be said") };
    let key = prepare_pvk_bytes(&constant(MODULE, "KEY")).unwrap();
    let words: Vec<u8> = claim.inputs.iter().flat_map(little_endian).collect();
    let verify = |inputs: &[u8]| {
        verify_groth16_in_bytes(&key[0], &key[1], &key[2], &key[3], inputs, &proof).unwrap_or(false)
    };
    assert!(verify(&words));
    assert!(!verify(&words[..32 * (INPUTS - 1)]));
    assert!(!verify(&[&words[..], &[0; 32]].concat()));
    assert!(!verify(&words[..words.len() - 1]));
}

#[test]
fn trailing_bytes_and_a_damaged_key_are_refused() {
    let claim = &claims()[0];
    let Said::As(proof) = compressed_proof(claim) else { panic!("it can be said") };
    let inputs: Vec<u8> = claim.inputs.iter().flat_map(little_endian).collect();
    assert!(accepts(&inputs, &proof));
    assert!(!accepts(&inputs, &proof[..127]));
    let key = constant(MODULE, "KEY");
    assert!(prepare_pvk_bytes(&key[..key.len() - 1]).is_err());
    let mut damaged = key;
    damaged[40] ^= 1;
    assert!(prepare_pvk_bytes(&damaged).is_err());
}
