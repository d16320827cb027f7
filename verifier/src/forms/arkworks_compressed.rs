//! arkworks' compressed form: what `sui::groth16` reads, and IOTA's copy of it.
//!
//! ```text
//! G1       32 bytes   x little-endian; highest bit of the last byte: y is the larger root
//! G2       64 bytes   x.c0 | x.c1, likewise
//! proof   128 bytes   A | B | C: the same as Proof::to_bytes
//! key                 alpha | beta | gamma | delta | number of IC points, 8 bytes little-endian | IC
//! inputs   32 bytes   little-endian, below r, each; Sui takes at most 8
//! ```

use alloc::vec::Vec;

use super::point_form::{InputCount, PointForm};
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::points::{decode_g1, decode_g2, encode_g1, encode_g2};
use crate::proof::{Proof, ProofError};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = 128;

const FORM: PointForm<32, 64> =
    PointForm { encode_g1, decode_g1, encode_g2, decode_g2, input_count: InputCount::LittleEndian };

/// Writes a proof: A, B, C.
#[must_use]
pub fn proof_to_bytes(proof: &Proof) -> [u8; PROOF_BYTES] {
    FORM.proof_to_bytes(proof.a(), proof)
}

/// Reads a proof.
///
/// # Errors
/// [`ProofError::FormLength`] or [`ProofError::Point`]; whatever is accepted is written as it was read.
pub fn proof_from_bytes(bytes: &[u8]) -> Result<Proof, ProofError> {
    let (a, b, c) = FORM.proof_from_bytes(bytes)?;
    Proof::new(a, b, c)
}

/// Writes a key: alpha, beta, gamma, delta, the number of input points, the input points.
#[must_use]
pub fn key_to_bytes(points: &VerifyingKeyPoints) -> Vec<u8> {
    FORM.key_to_bytes(points)
}

/// Reads the points of a key. The key lint is not asked here.
///
/// # Errors
/// [`KeyError::Length`], [`KeyError::InputCount`] or [`KeyError::Point`].
pub fn key_from_bytes(bytes: &[u8]) -> Result<VerifyingKeyPoints, KeyError> {
    FORM.key_from_bytes(bytes)
}
