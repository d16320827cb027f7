//! EIP-197 words: what the EVM's precompiles read, and the points of other chains are made of.
//!
//! Every coordinate is 32 bytes big-endian, below q. In G2 the imaginary part comes first.
//!
//! ```text
//! G1       64 bytes   x | y
//! G2      128 bytes   x.c1 | x.c0 | y.c1 | y.c0
//! proof   256 bytes   A | B | C
//! key                 alpha | beta | gamma | delta | IC, one point for the constant and one for each input
//! inputs   32 bytes   big-endian, below r, each
//! ```
//!
//! The 256 bytes are also the words of snarkjs' `verifyProof(uint256[2],uint256[2][2],uint256[2],uint256[N])`, in order.

use alloc::vec::Vec;
use ark_ff::AdditiveGroup;

use super::point_form::{InputCount, PointForm};
use crate::curve::{Fq, Fq2, G1Affine, G2Affine};
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::points::{PointError, check_g1, check_g2, fq_from_le_bytes, fq_to_le_bytes};
use crate::proof::{Proof, ProofError};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = 256;

const FORM: PointForm<64, 128> = PointForm {
    encode_g1: g1_to_bytes,
    decode_g1: g1_from_bytes,
    encode_g2: g2_to_bytes,
    decode_g2: g2_from_bytes,
    input_count: InputCount::Implied,
};

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

/// Writes a key: alpha, beta, gamma, delta, IC.
#[must_use]
pub fn key_to_bytes(points: &VerifyingKeyPoints) -> Vec<u8> {
    FORM.key_to_bytes(points)
}

/// Reads the points of a key. The key lint is not asked here.
///
/// # Errors
/// [`KeyError::Length`] or [`KeyError::Point`].
pub fn key_from_bytes(bytes: &[u8]) -> Result<VerifyingKeyPoints, KeyError> {
    FORM.key_from_bytes(bytes)
}

/// Writes a point: x, y.
#[must_use]
pub fn g1_to_bytes(point: &G1Affine) -> [u8; 64] {
    join([coordinate_to_bytes(&point.x), coordinate_to_bytes(&point.y)])
}

/// Writes a point: imaginary part of x, real part of x, then those of y.
#[must_use]
pub fn g2_to_bytes(point: &G2Affine) -> [u8; 128] {
    join([&point.x.c1, &point.x.c0, &point.y.c1, &point.y.c0].map(coordinate_to_bytes))
}

/// Reads a point with every check.
pub(super) fn g1_from_bytes(bytes: &[u8; 64]) -> Result<G1Affine, PointError> {
    let [x, y] = coordinates(bytes)?;
    if x == Fq::ZERO && y == Fq::ZERO {
        return Err(PointError::Identity);
    }
    let point = G1Affine::new_unchecked(x, y);
    check_g1(&point)?;
    Ok(point)
}

fn g2_from_bytes(bytes: &[u8; 128]) -> Result<G2Affine, PointError> {
    let [x_imaginary, x_real, y_imaginary, y_real] = coordinates(bytes)?;
    let (x, y) = (Fq2::new(x_real, x_imaginary), Fq2::new(y_real, y_imaginary));
    if x == Fq2::ZERO && y == Fq2::ZERO {
        return Err(PointError::Identity);
    }
    let point = G2Affine::new_unchecked(x, y);
    check_g2(&point)?;
    Ok(point)
}

fn coordinate_to_bytes(value: &Fq) -> [u8; 32] {
    let mut bytes = fq_to_le_bytes(value);
    bytes.reverse();
    bytes
}

/// Big-endian coordinates below q, one after the other.
fn coordinates<const BYTES: usize, const N: usize>(bytes: &[u8; BYTES]) -> Result<[Fq; N], PointError> {
    const { assert!(BYTES == 32 * N, "coordinates have 32 bytes") };
    let mut values = [Fq::ZERO; N];
    let (words, _) = bytes.as_chunks::<32>();
    for (value, word) in values.iter_mut().zip(words) {
        let mut little_endian = *word;
        little_endian.reverse();
        *value = fq_from_le_bytes(&little_endian)?;
    }
    Ok(values)
}

/// Puts words one after the other.
fn join<const N: usize, const BYTES: usize>(words: [[u8; 32]; N]) -> [u8; BYTES] {
    const { assert!(BYTES == 32 * N, "words have 32 bytes") };
    let mut bytes = [0; BYTES];
    for (to, from) in bytes.iter_mut().zip(words.iter().flatten()) {
        *to = *from;
    }
    bytes
}
