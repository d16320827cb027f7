//! The uncompressed forms.

use ark_bn254::{Fq, Fq2};
use ark_ff::PrimeField;
use serde_json::json;

use super::NotExpressible;
use crate::case::ProofNumbers;
use crate::number::{
    Word, are_zero, decimal, g1_of, g2_of, integer, is_larger, is_larger_in_g2, of_fq, to_fq, to_fq_reduced,
    word,
};

/// Bits of a compressed point's last byte.
const LARGER_ROOT: u8 = 0x80;
const INFINITY: u8 = 0x40;

/// A, B, C as EIP-197 words.
pub(super) fn of(proof: &ProofNumbers) -> Result<[Word; 8], NotExpressible> {
    let compressed = match proof {
        ProofNumbers::Words(words) => return Ok(*words),
        ProofNumbers::Compressed(bytes) => bytes,
    };
    let [a, b0, b1, c] = core::array::from_fn(|index| {
        let mut word: Word = core::array::from_fn(|place| compressed[32 * index + place]);
        word.reverse();
        word
    });
    let ([ax, ay], [cx, cy]) = (g1(a)?, g1(c)?);
    let [bx1, bx0, by1, by0] = g2(b1, b0)?;
    Ok([ax, ay, bx1, bx0, by1, by0, cx, cy])
}

/// x without its flags, and which root is meant.
fn without_flags(mut x: Word) -> Result<(Word, bool), NotExpressible> {
    if x[0] & INFINITY != 0 {
        return Err(NotExpressible::INFINITY_FLAG);
    }
    let larger = x[0] & LARGER_ROOT != 0;
    x[0] &= !LARGER_ROOT;
    Ok((x, larger))
}

/// x as it is, and the y that is meant; where no point has this x, a y that is as good as any.
fn g1(x: Word) -> Result<[Word; 2], NotExpressible> {
    let (x, larger) = without_flags(x)?;
    let y = g1_of(to_fq_reduced(&x), larger).map_or(Fq::from(1_u8), |point| point.y);
    Ok([x, of_fq(&y)])
}

fn g2(imaginary: Word, real: Word) -> Result<[Word; 4], NotExpressible> {
    let (imaginary, larger) = without_flags(imaginary)?;
    let x = Fq2::new(to_fq_reduced(&real), to_fq_reduced(&imaginary));
    let y = g2_of(x, larger).map_or(Fq2::from(1_u8), |point| point.y);
    Ok([imaginary, real, of_fq(&y.c1), of_fq(&y.c0)])
}

/// -A where A's y, without the two bits above q, has a negative; as it is otherwise. The two bits stay: a chain may take them for flags.
pub(super) fn with_negated_a(mut words: [Word; 8]) -> [Word; 8] {
    let flags = words[1][0] & (LARGER_ROOT | INFINITY);
    words[1][0] ^= flags;
    let (order, y) = (order_q(), integer(&words[1]));
    if !y.is_zero() && y < order {
        words[1] = word(order - y);
    }
    words[1][0] |= flags;
    words
}

fn order_q() -> alloy_primitives::U256 {
    alloy_primitives::U256::from_limbs(Fq::MODULUS.0)
}

/// arkworks' uncompressed form: little-endian, the real part first, with a flag that says again which root y is.
pub(super) fn little_endian_with_flags(words: &[Word; 8]) -> Result<Vec<u8>, NotExpressible> {
    let [ax, ay, bx1, bx0, by1, by0, cx, cy] = words;
    let larger = |y: &Word| to_fq(y).is_some_and(is_larger);
    let larger_b = match (to_fq(by0), to_fq(by1)) {
        (Some(real), Some(imaginary)) => is_larger_in_g2(Fq2::new(real, imaginary)),
        _ => false,
    };
    let mut bytes = Vec::with_capacity(256);
    for (coordinates, larger) in
        [(&[ax, ay][..], larger(ay)), (&[bx0, bx1, by0, by1], larger_b), (&[cx, cy], larger(cy))]
    {
        for coordinate in coordinates {
            bytes.extend(coordinate.iter().rev());
        }
        let Some(last) = bytes.last_mut() else { continue };
        if *last & (LARGER_ROOT | INFINITY) != 0 {
            return Err(NotExpressible::NO_ROOM);
        }
        let is_identity = coordinates.iter().all(|coordinate| are_zero(&[**coordinate]));
        *last |= if larger { LARGER_ROOT } else { 0 } | if is_identity { INFINITY } else { 0 };
    }
    Ok(bytes)
}

/// snarkjs' `proof.json`. The identity is what snarkjs writes for it.
pub(super) fn snarkjs(words: &[Word; 8]) -> String {
    let [ax, ay, bx1, bx0, by1, by0, cx, cy] = words;
    let g1 = |x: &Word, y: &Word| {
        if are_zero(&[*x, *y]) { json!(["0", "1", "0"]) } else { json!([decimal(x), decimal(y), "1"]) }
    };
    let b = if are_zero(&[*bx1, *bx0, *by1, *by0]) {
        json!([["0", "0"], ["1", "0"], ["0", "0"]])
    } else {
        json!([[decimal(bx0), decimal(bx1)], [decimal(by0), decimal(by1)], ["1", "0"]])
    };
    let proof =
        json!({ "pi_a": g1(ax, ay), "pi_b": b, "pi_c": g1(cx, cy), "protocol": "groth16", "curve": "bn128" });
    proof.to_string()
}
