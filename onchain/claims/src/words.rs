//! Raw words in arkworks' forms, without repairing anything: a coordinate that is not below q stays as it is.

use ark_bn254::{Fq, Fq2, G1Affine, G2Affine};
use ark_ff::{BigInteger, PrimeField};

use crate::Claim;

const LARGER_ROOT: u8 = 0x80;
const INFINITY: u8 = 0x40;

/// What a form can say of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// These bytes.
    As(Vec<u8>),
    /// Nothing: a form that leaves y out says no y beside the two that belong to x.
    NotSayable,
}

/// A word with its lowest byte first.
#[must_use]
pub fn little_endian(word: &[u8; 32]) -> [u8; 32] {
    let mut bytes = *word;
    bytes.reverse();
    bytes
}

/// A, B and C, each by itself: coordinates little-endian, the real part first, and the sign of y in the highest bit.
#[must_use]
pub fn uncompressed_points(claim: &Claim) -> [Vec<u8>; 3] {
    points(claim).map(|(x, y)| {
        let zero = is_zero(x) && is_zero(y);
        let mut bytes = [little_endian_parts(x), little_endian_parts(y)].concat();
        if let Some(last) = bytes.last_mut() {
            *last |= if zero { INFINITY } else { sign(y) };
        }
        bytes
    })
}

/// A, B and C, each as x and the sign of y.
#[must_use]
pub fn compressed_proof(claim: &Claim) -> Said {
    let mut proof = Vec::new();
    for (x, y) in points(claim) {
        if !is_a_root(x, y) {
            return Said::NotSayable;
        }
        let flag = if is_zero(x) && is_zero(y) { INFINITY } else { sign(y) };
        let mut bytes = little_endian_parts(x);
        if let Some(last) = bytes.last_mut() {
            *last |= flag;
        }
        proof.extend(bytes);
    }
    Said::As(proof)
}

/// The parts of a coordinate: one, or the imaginary and the real one.
type Parts<'a> = &'a [[u8; 32]];

/// x and y of A, B and C.
fn points(claim: &Claim) -> [(Parts<'_>, Parts<'_>); 3] {
    let proof = &claim.proof;
    [(&proof[0..1], &proof[1..2]), (&proof[2..4], &proof[4..6]), (&proof[6..7], &proof[7..8])]
}

/// The real part first, where there are two.
fn little_endian_parts(words: &[[u8; 32]]) -> Vec<u8> {
    words.iter().rev().flat_map(little_endian).collect()
}

fn is_zero(words: &[[u8; 32]]) -> bool {
    words.iter().flatten().all(|byte| *byte == 0)
}

/// Whether y is the larger of y and -y, as arkworks orders them: the imaginary part decides first.
fn sign(y: &[[u8; 32]]) -> u8 {
    let part = |word: &[u8; 32]| Fq::from_be_bytes_mod_order(word);
    let larger = match y {
        [y] => part(y) > -part(y),
        [y1, y0] => {
            let y = Fq2::new(part(y0), part(y1));
            y > -y
        }
        _ => false,
    };
    if larger { LARGER_ROOT } else { 0 }
}

/// Whether y is one of the two values that belong to x; true as well where x has none, so that every reader must refuse.
fn is_a_root(x: &[[u8; 32]], y: &[[u8; 32]]) -> bool {
    if is_zero(x) && is_zero(y) {
        return true;
    }
    let field = |word: &[u8; 32]| {
        let value = Fq::from_be_bytes_mod_order(word);
        // a word that was reduced is none
        (value.into_bigint().to_bytes_be() == word).then_some(value)
    };
    match (x, y) {
        ([x], [y]) => match field(x).map(G1Affine::get_ys_from_x_unchecked) {
            Some(Some((smaller, larger))) => field(y).is_some_and(|y| y == smaller || y == larger),
            _ => true,
        },
        ([x1, x0], [y1, y0]) => {
            let Some((x0, x1)) = field(x0).zip(field(x1)) else { return true };
            match G2Affine::get_ys_from_x_unchecked(Fq2::new(x0, x1)) {
                Some((smaller, larger)) => field(y0)
                    .zip(field(y1))
                    .is_some_and(|(y0, y1)| [smaller, larger].contains(&Fq2::new(y0, y1))),
                None => true,
            }
        }
        _ => false,
    }
}
