//! What a contract on Stellar's Soroban gives to the host functions for BN254 (CAP-0074).
//!
//! Points are [EIP-197](super::eip197) words. In a key **beta, gamma and delta are negated**, so that the contract compares one
//! product of pairings with one, and no proof has to be changed.
//!
//! ```text
//! proof   256 bytes   A | B | C, as EIP-197 words
//! key                 alpha | -beta | -gamma | -delta | IC, one point for the constant and one for each input
//! inputs   32 bytes   big-endian, below r, each
//! ```
//!
//! The host refuses coordinates from q on, points off the curve and points outside the subgroup. It takes the identity, and
//! it **reduces inputs modulo r without a word**: a contract has to refuse both by itself.

use alloc::vec::Vec;

use super::eip197;
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::proof::{Proof, ProofError};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = eip197::PROOF_BYTES;

/// Writes a proof: A, B, C.
#[must_use]
pub fn proof_to_bytes(proof: &Proof) -> [u8; PROOF_BYTES] {
    eip197::proof_to_bytes(proof)
}

/// Reads a proof.
///
/// # Errors
/// [`ProofError::FormLength`] or [`ProofError::Point`]; whatever is accepted is written as it was read.
pub fn proof_from_bytes(bytes: &[u8]) -> Result<Proof, ProofError> {
    eip197::proof_from_bytes(bytes)
}

/// Writes a key: alpha, -beta, -gamma, -delta, IC.
#[must_use]
pub fn key_to_bytes(points: &VerifyingKeyPoints) -> Vec<u8> {
    eip197::key_to_bytes(&negated(points.clone()))
}

/// Reads the points of a key. The key lint is not asked here.
///
/// # Errors
/// [`KeyError::Length`] or [`KeyError::Point`].
pub fn key_from_bytes(bytes: &[u8]) -> Result<VerifyingKeyPoints, KeyError> {
    eip197::key_from_bytes(bytes).map(negated)
}

fn negated(points: VerifyingKeyPoints) -> VerifyingKeyPoints {
    VerifyingKeyPoints {
        beta_g2: -points.beta_g2,
        gamma_g2: -points.gamma_g2,
        delta_g2: -points.delta_g2,
        ..points
    }
}
