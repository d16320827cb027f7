//! Numbers as they travel: 256 bits, big-endian, below no order in particular.

use alloy_primitives::U256;
use ark_bn254::{Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ff::PrimeField;

/// A number of 256 bits, big-endian.
pub type Word = [u8; 32];

/// The number.
pub fn integer(word: &Word) -> U256 {
    U256::from_be_bytes(*word)
}

/// Its word.
pub fn word(integer: U256) -> Word {
    integer.to_be_bytes()
}

/// Canonical decimal digits.
pub fn decimal(word: &Word) -> String {
    integer(word).to_string()
}

/// The word of a coordinate.
pub fn of_fq(value: &Fq) -> Word {
    of_limbs(value.into_bigint().0)
}

/// The word of an input.
pub fn of_fr(value: &Fr) -> Word {
    of_limbs(value.into_bigint().0)
}

fn of_limbs(limbs: [u64; 4]) -> Word {
    word(U256::from_limbs(limbs))
}

/// The coordinate, where the number is below q.
pub fn to_fq(word: &Word) -> Option<Fq> {
    Fq::from_bigint(ark_ff::BigInt(integer(word).into_limbs()))
}

/// The coordinate that is the number modulo q.
pub fn to_fq_reduced(word: &Word) -> Fq {
    Fq::from_be_bytes_mod_order(word)
}

/// x and y.
pub fn of_g1(point: &G1Affine) -> [Word; 2] {
    if point.is_zero() { [[0; 32]; 2] } else { [of_fq(&point.x), of_fq(&point.y)] }
}

/// The imaginary part of x, its real part, then those of y.
pub fn of_g2(point: &G2Affine) -> [Word; 4] {
    if point.is_zero() {
        return [[0; 32]; 4];
    }
    [&point.x.c1, &point.x.c0, &point.y.c1, &point.y.c0].map(of_fq)
}

/// Whether y is the larger of the two roots.
pub fn is_larger(y: Fq) -> bool {
    y > -y
}

/// Whether y is the larger of the two roots.
pub fn is_larger_in_g2(y: Fq2) -> bool {
    y > -y
}

/// A point of the curve with this x and the root that the flag names, whatever group it is in.
pub fn g1_of(x: Fq, larger: bool) -> Option<G1Affine> {
    G1Affine::get_point_from_x_unchecked(x, larger)
}

/// A point of the twist with this x and the root that the flag names, whatever group it is in.
pub fn g2_of(x: Fq2, larger: bool) -> Option<G2Affine> {
    G2Affine::get_point_from_x_unchecked(x, larger)
}

/// Whether all are zero, which EIP-197 has for the identity.
pub fn are_zero(words: &[Word]) -> bool {
    words.iter().all(|word| *word == [0; 32])
}
