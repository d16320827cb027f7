//! What Solana's `alt_bn128` system calls and the crate `groth16-solana` read.
//!
//! As [EIP-197](super::eip197), with one difference: **A is negated**, so that the program adds up one product of
//! pairings and compares it with one. The key's points are not negated.
//!
//! ```text
//! proof              256 bytes   -A | B | C, as EIP-197 words
//! compressed proof   128 bytes   -A (32) | B (64) | C (32)
//! ```
//!
//! A compressed point is x big-endian (in G2 the imaginary part first), with the highest bit of the first byte saying
//! whether y is the larger of the two roots: arkworks' compressed form with its bytes in reverse order. Programs
//! expand it with the system call `alt_bn128_compression`.
//!
//! The system calls pass over the highest bit of a point's y (of its imaginary part in G2), which they take for a flag: to them a proof
//! has more than one spelling. The reader here has one, and so has the program that `workproof export solana` writes;
//! `groth16-solana` has not. Nothing that is paid once may be recognised by the bytes of its proof anyway.
//!
//! Public inputs are 32 bytes big-endian each. `groth16-solana` checks that they are below r in `verify`, and does not in
//! `verify_unchecked`: never call that one.

use alloc::vec::Vec;

use super::eip197;
use super::point_form::{InputCount, PointForm};
use crate::curve::{G1Affine, G2Affine};
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::points::{PointError, decode_g1, decode_g2, encode_g1, encode_g2};
use crate::proof::{Proof, ProofError};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = 256;
/// Bytes of a compressed proof.
pub const COMPRESSED_PROOF_BYTES: usize = 128;

const COMPRESSED: PointForm<32, 64> = PointForm {
    encode_g1: compressed_g1_to_bytes,
    decode_g1: compressed_g1_from_bytes,
    encode_g2: compressed_g2_to_bytes,
    decode_g2: compressed_g2_from_bytes,
    input_count: InputCount::Implied,
};

/// Writes a proof: -A, B, C.
#[must_use]
pub fn proof_to_bytes(proof: &Proof) -> [u8; PROOF_BYTES] {
    eip197::proof_to_bytes(&proof.with_negated_a())
}

/// Reads a proof whose A is negated.
///
/// # Errors
/// [`ProofError::FormLength`] or [`ProofError::Point`]; whatever is accepted is written as it was read.
pub fn proof_from_bytes(bytes: &[u8]) -> Result<Proof, ProofError> {
    eip197::proof_from_bytes(bytes).map(|proof| proof.with_negated_a())
}

/// Writes a compressed proof: -A, B, C.
#[must_use]
pub fn proof_to_compressed_bytes(proof: &Proof) -> [u8; COMPRESSED_PROOF_BYTES] {
    let negated = proof.with_negated_a();
    COMPRESSED.proof_to_bytes(negated.a(), &negated)
}

/// Reads a compressed proof whose A is negated.
///
/// # Errors
/// [`ProofError::FormLength`] or [`ProofError::Point`]; whatever is accepted is written as it was read.
pub fn proof_from_compressed_bytes(bytes: &[u8]) -> Result<Proof, ProofError> {
    let (negated_a, b, c) = COMPRESSED.proof_from_bytes(bytes)?;
    Proof::new(-negated_a, b, c)
}

/// Writes a key: alpha, beta, gamma, delta, IC, none of them negated.
#[must_use]
pub fn key_to_bytes(points: &VerifyingKeyPoints) -> Vec<u8> {
    eip197::key_to_bytes(points)
}

/// Reads the points of a key. The key lint is not asked here.
///
/// # Errors
/// [`KeyError::Length`] or [`KeyError::Point`].
pub fn key_from_bytes(bytes: &[u8]) -> Result<VerifyingKeyPoints, KeyError> {
    eip197::key_from_bytes(bytes)
}

fn compressed_g1_to_bytes(point: &G1Affine) -> [u8; 32] {
    reversed(encode_g1(point))
}

fn compressed_g1_from_bytes(bytes: &[u8; 32]) -> Result<G1Affine, PointError> {
    decode_g1(&reversed(*bytes))
}

fn compressed_g2_to_bytes(point: &G2Affine) -> [u8; 64] {
    reversed(encode_g2(point))
}

fn compressed_g2_from_bytes(bytes: &[u8; 64]) -> Result<G2Affine, PointError> {
    decode_g2(&reversed(*bytes))
}

fn reversed<const N: usize>(mut bytes: [u8; N]) -> [u8; N] {
    bytes.reverse();
    bytes
}
