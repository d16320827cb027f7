//! What `workproof export aptos` writes, with arkworks as Aptos' native functions call it.
//!
//! Each function here is named like the Move function it stands for. `deserialize` does what Aptos' own does: the length first,
//! then `deserialize_uncompressed` with all checks; whatever that refuses is none.

use ark_bn254::{Bn254, Fr, G1Affine, G1Projective, G2Affine};
use ark_ec::{CurveGroup, pairing::Pairing};
use ark_ff::Zero;
use ark_serialize::CanonicalDeserialize;
use onchain_claims::{claims, little_endian, uncompressed_points};
use onchain_move_chains::{constant, list_constant};

const MODULE: &str = include_str!("../generated/aptos/sources/verifier.move");

fn deserialize<T: CanonicalDeserialize>(bytes: &[u8], length: usize) -> Option<T> {
    if bytes.len() == length { T::deserialize_uncompressed(bytes).ok() } else { None }
}

fn g1(bytes: &[u8]) -> Option<G1Affine> {
    deserialize(bytes, 64)
}

fn g2(bytes: &[u8]) -> Option<G2Affine> {
    deserialize(bytes, 128)
}

/// The module's `verify`, line by line.
fn verify(inputs: &[[u8; 32]], [a, b, c]: &[Vec<u8>; 3]) -> bool {
    let ic = list_constant(MODULE, "IC");
    if inputs.len() + 1 != ic.len() {
        return false;
    }
    let mut sum = G1Projective::from(g1(&ic[0]).unwrap());
    for (point, input) in ic[1..].iter().zip(inputs) {
        let Some(input) = deserialize::<Fr>(input, 32) else { return false };
        sum += g1(point).unwrap() * input;
    }
    let (Some(a), Some(b), Some(c)) = (g1(a), g2(b), g1(c)) else { return false };
    let key = |name: &str| g2(&constant(MODULE, name)).unwrap();
    let alpha = g1(&constant(MODULE, "ALPHA")).unwrap();
    let product =
        Bn254::multi_pairing([-a, alpha, sum.into_affine(), c], [b, key("BETA"), key("GAMMA"), key("DELTA")]);
    product.is_zero()
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let (mut valid, mut invalid) = (0, 0);
    for claim in claims() {
        let inputs: Vec<[u8; 32]> = claim.inputs.iter().map(little_endian).collect();
        let accepted = verify(&inputs, &uncompressed_points(&claim));
        println!("verdict|Aptos|{}|{accepted}", claim.name);
        assert_eq!(accepted, claim.valid, "{}", claim.name);
        if accepted { valid += 1 } else { invalid += 1 }
    }
    assert!((valid, invalid) == (4, 40), "{valid} valid, {invalid} invalid");
}

#[test]
fn every_constant_of_the_module_is_a_point_of_the_right_length() {
    assert_eq!(list_constant(MODULE, "IC").len(), 8);
    assert!(list_constant(MODULE, "IC").iter().all(|point| g1(point).is_some()));
    assert!(["BETA", "GAMMA", "DELTA"].iter().all(|name| g2(&constant(MODULE, name)).is_some()));
}

#[test]
fn a_longer_or_shorter_spelling_is_none() {
    let claim = &claims()[0];
    let inputs: Vec<[u8; 32]> = claim.inputs.iter().map(little_endian).collect();
    let points = uncompressed_points(claim);
    assert!(verify(&inputs, &points));
    for index in 0..3 {
        let mut longer = points.clone();
        longer[index].push(0);
        assert!(!verify(&inputs, &longer));
        let mut shorter = points.clone();
        shorter[index].pop();
        assert!(!verify(&inputs, &shorter));
    }
}
