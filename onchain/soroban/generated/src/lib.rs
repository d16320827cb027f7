//! Checks claims of the circuit relay-10 on Stellar. Written by `workproof export soroban` for the key 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f.
//!
//! DEVELOPMENT KEY: anyone can forge proofs for it. Never let this contract decide about money.
//!
//! The contract has no owner and no state. Whoever pays calls it, computes scope and message itself, and keeps the
//! nullifiers.
#![no_std]

mod key;

use soroban_sdk::crypto::bn254::{Bn254G1Affine, Bn254G2Affine, Fr};
use soroban_sdk::{BytesN, Env, Vec, contract, contracterror, contractimpl, vec};

/// The order of the scalar field, big-endian.
const R: [u8; 32] = [
    0x30, 0x64, 0x4e, 0x72, 0xe1, 0x31, 0xa0, 0x29, 0xb8, 0x50, 0x45, 0xb6, 0x81, 0x81, 0x58, 0x5d, 0x28, 0x33, 0xe8,
    0x48, 0x79, 0xb9, 0x70, 0x91, 0x43, 0xe1, 0xf5, 0x93, 0xf0, 0x00, 0x00, 0x01,
];

/// Why a claim is refused. Coordinates from q on, and points that are off the curve or outside the subgroup, end the call in
/// the host, with an error of its own.
#[contracterror]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Refusal {
    /// The key takes 7 inputs.
    InputCount = 1,
    /// An input is not below r. The host would reduce it, and a nullifier would have several spellings.
    InputNotBelowOrder = 2,
    /// A point of the proof is the identity.
    Identity = 3,
    /// The proof does not hold for these inputs.
    InvalidProof = 4,
}

#[contract]
pub struct Relay10DevelopmentVerifier;

#[contractimpl]
impl Relay10DevelopmentVerifier {
    /// Returns if the proof holds, and fails if it does not. The inputs are big-endian: scope, nullifier, message, amount, contributor_root, attester_root, terms. The proof is A, B, C as
    /// EIP-197 words.
    pub fn verify(env: Env, inputs: Vec<BytesN<32>>, proof: BytesN<256>) -> Result<(), Refusal> {
        if inputs.len() as usize != key::INPUTS.len() {
            return Err(Refusal::InputCount);
        }
        let (a, b, c) = points(&env, &proof.to_array())?;
        let curve = env.crypto().bn254();
        let mut sum = g1(&env, &key::CONSTANT);
        for (point, input) in key::INPUTS.iter().zip(inputs) {
            let input = below_order(input)?;
            sum = curve.g1_add(&sum, &curve.g1_mul(&g1(&env, point), &input));
        }
        // e(A, B) e(sum, -gamma) e(C, -delta) e(alpha, -beta) is 1
        let left = vec![&env, a, sum, c, g1(&env, &key::ALPHA)];
        let right =
            vec![&env, b, g2(&env, &key::MINUS_GAMMA), g2(&env, &key::MINUS_DELTA), g2(&env, &key::MINUS_BETA)];
        if curve.pairing_check(left, right) { Ok(()) } else { Err(Refusal::InvalidProof) }
    }

    /// The id of the key, to compare with the one that was published.
    pub fn key_id(env: Env) -> BytesN<32> {
        BytesN::from_array(&env, &key::KEY_ID)
    }
}

/// A, B and C, none of them the identity, whose words are zeros.
fn points(env: &Env, proof: &[u8; 256]) -> Result<(Bn254G1Affine, Bn254G2Affine, Bn254G1Affine), Refusal> {
    let (mut a, mut b, mut c) = ([0; 64], [0; 128], [0; 64]);
    a.copy_from_slice(&proof[..64]);
    b.copy_from_slice(&proof[64..192]);
    c.copy_from_slice(&proof[192..]);
    if a == [0; 64] || b == [0; 128] || c == [0; 64] {
        return Err(Refusal::Identity);
    }
    Ok((g1(env, &a), g2(env, &b), g1(env, &c)))
}

fn below_order(input: BytesN<32>) -> Result<Fr, Refusal> {
    // arrays compare as big-endian numbers do
    if input.to_array() < R { Ok(Fr::from_bytes(input)) } else { Err(Refusal::InputNotBelowOrder) }
}

fn g1(env: &Env, words: &[u8; 64]) -> Bn254G1Affine {
    Bn254G1Affine::from_bytes(BytesN::from_array(env, words))
}

fn g2(env: &Env, words: &[u8; 128]) -> Bn254G2Affine {
    Bn254G2Affine::from_bytes(BytesN::from_array(env, words))
}
