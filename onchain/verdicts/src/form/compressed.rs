//! The compressed forms.

use ark_bn254::Fq2;

use super::NotExpressible;
use crate::case::ProofNumbers;
use crate::number::{Word, are_zero, g1_of, g2_of, is_larger, is_larger_in_g2, to_fq, to_fq_reduced};

const LARGER_ROOT: u8 = 0x80;
const INFINITY: u8 = 0x40;

/// A, B, C in 128 bytes.
pub(super) fn of(proof: &ProofNumbers) -> Result<[u8; 128], NotExpressible> {
    let words = match proof {
        ProofNumbers::Compressed(bytes) => return Ok(*bytes),
        ProofNumbers::Words(words) => words,
    };
    let [ax, ay, bx1, bx0, by1, by0, cx, cy] = words;
    let (a, c) = (g1(ax, ay)?, g1(cx, cy)?);
    let b = g2([bx1, bx0, by1, by0])?;
    let mut bytes = [0; 128];
    for (to, from) in bytes.iter_mut().zip([a, *bx0, b, c].iter().flat_map(|word| word.iter().rev())) {
        *to = *from;
    }
    Ok(bytes)
}

/// x with its flag, big-endian.
fn g1(x: &Word, y: &Word) -> Result<Word, NotExpressible> {
    if are_zero(&[*x, *y]) {
        return flagged(*x, INFINITY);
    }
    let y = to_fq(y).ok_or(NotExpressible::NO_SIGN)?;
    match g1_of(to_fq_reduced(x), is_larger(y)) {
        Some(point) if point.y != y => Err(NotExpressible::NO_Y),
        // a point, or an x that no point has
        _ => flagged(*x, if is_larger(y) { LARGER_ROOT } else { 0 }),
    }
}

/// The imaginary part of x with its flag, big-endian.
fn g2([x1, x0, y1, y0]: [&Word; 4]) -> Result<Word, NotExpressible> {
    if are_zero(&[*x1, *x0, *y1, *y0]) {
        return flagged(*x1, INFINITY);
    }
    let (Some(real), Some(imaginary)) = (to_fq(y0), to_fq(y1)) else { return Err(NotExpressible::NO_SIGN) };
    let y = Fq2::new(real, imaginary);
    match g2_of(Fq2::new(to_fq_reduced(x0), to_fq_reduced(x1)), is_larger_in_g2(y)) {
        Some(point) if point.y != y => Err(NotExpressible::NO_Y),
        _ => flagged(*x1, if is_larger_in_g2(y) { LARGER_ROOT } else { 0 }),
    }
}

fn flagged(mut x: Word, flags: u8) -> Result<Word, NotExpressible> {
    if x[0] & (LARGER_ROOT | INFINITY) != 0 {
        return Err(NotExpressible::NO_ROOM);
    }
    x[0] |= flags;
    Ok(x)
}

/// Solana's compressed form: each point's bytes in reverse order, A negated.
pub(super) fn reversed_with_negated_a(mut bytes: [u8; 128]) -> Vec<u8> {
    // no point of the curve is its own negative
    if bytes[31] & INFINITY == 0 {
        bytes[31] ^= LARGER_ROOT;
    }
    let (a, rest) = bytes.split_at(32);
    let (b, c) = rest.split_at(64);
    [a, b, c].iter().flat_map(|point| point.iter().rev().copied()).collect()
}
