//! arkworks' uncompressed form: what Aptos' `crypto_algebra` reads (`FormatG1Uncompr`, `FormatG2Uncompr`, `FormatFrLsb`).
//!
//! ```text
//! G1       64 bytes   x | y little-endian; highest bit of the last byte: y is the larger root
//! G2      128 bytes   x.c0 | x.c1 | y.c0 | y.c1, likewise
//! proof   256 bytes   A | B | C
//! key                 alpha | beta | gamma | delta | number of IC points, 8 bytes little-endian | IC
//! inputs   32 bytes   little-endian, below r, each
//! ```
//!
//! y and the bit say the same thing twice. A bit that contradicts y would be a second spelling and is refused. On Aptos
//! the points of a key are constants of the module, each by itself; the export writes them so.

use alloc::vec::Vec;
use ark_ff::AdditiveGroup;

use super::point_form::{InputCount, PointForm};
use crate::curve::{Fq, Fq2, G1Affine, G2Affine};
use crate::keys::{KeyError, VerifyingKeyPoints};
use crate::points::{PointError, check_g1, check_g2, fq_from_le_bytes, fq_to_le_bytes};
use crate::proof::{Proof, ProofError};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = 256;

const LARGER_ROOT: u8 = 0x80;
const INFINITY: u8 = 0x40;

const FORM: PointForm<64, 128> = PointForm {
    encode_g1: g1_to_bytes,
    decode_g1: g1_from_bytes,
    encode_g2: g2_to_bytes,
    decode_g2: g2_from_bytes,
    input_count: InputCount::LittleEndian,
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

/// Writes a point.
#[must_use]
pub fn g1_to_bytes(point: &G1Affine) -> [u8; 64] {
    join([&point.x, &point.y], point.y > -point.y)
}

/// Writes a point.
#[must_use]
pub fn g2_to_bytes(point: &G2Affine) -> [u8; 128] {
    join([&point.x.c0, &point.x.c1, &point.y.c0, &point.y.c1], point.y > -point.y)
}

fn g1_from_bytes(bytes: &[u8; 64]) -> Result<G1Affine, PointError> {
    let (coordinates, larger) = split::<64, 2>(bytes)?;
    let [x, y] = coordinates;
    let point = G1Affine::new_unchecked(x, y);
    check_g1(&point)?;
    if larger == (y > -y) { Ok(point) } else { Err(PointError::NotCanonical) }
}

fn g2_from_bytes(bytes: &[u8; 128]) -> Result<G2Affine, PointError> {
    let (coordinates, larger) = split::<128, 4>(bytes)?;
    let [x_real, x_imaginary, y_real, y_imaginary] = coordinates;
    let (x, y) = (Fq2::new(x_real, x_imaginary), Fq2::new(y_real, y_imaginary));
    let point = G2Affine::new_unchecked(x, y);
    check_g2(&point)?;
    if larger == (y > -y) { Ok(point) } else { Err(PointError::NotCanonical) }
}

fn join<const N: usize, const BYTES: usize>(coordinates: [&Fq; N], larger: bool) -> [u8; BYTES] {
    const { assert!(BYTES == 32 * N, "coordinates have 32 bytes") };
    let mut bytes = [0; BYTES];
    let words = coordinates.map(fq_to_le_bytes);
    for (to, from) in bytes.iter_mut().zip(words.iter().flatten()) {
        *to = *from;
    }
    if let Some(last) = bytes.last_mut() {
        *last |= if larger { LARGER_ROOT } else { 0 };
    }
    bytes
}

/// Coordinates below q, and the flag.
fn split<const BYTES: usize, const N: usize>(bytes: &[u8; BYTES]) -> Result<([Fq; N], bool), PointError> {
    const { assert!(BYTES == 32 * N, "coordinates have 32 bytes") };
    let mut rest = *bytes;
    let mut larger = false;
    if let Some(last) = rest.last_mut() {
        larger = *last & LARGER_ROOT != 0;
        *last &= !LARGER_ROOT;
    }
    if is_identity(&rest) {
        return Err(PointError::Identity);
    }
    let mut values = [Fq::ZERO; N];
    let (words, _) = rest.as_chunks::<32>();
    for (value, word) in values.iter_mut().zip(words) {
        *value = fq_from_le_bytes(word)?;
    }
    Ok((values, larger))
}

/// Zeros, with the flag of infinity or without.
fn is_identity(bytes: &[u8]) -> bool {
    bytes
        .split_last()
        .is_some_and(|(last, rest)| *last & !INFINITY == 0 && rest.iter().all(|byte| *byte == 0))
}
