//! The field every statement is written in, and its canonical encodings.
//!
//! `Fr` is the scalar field of BN254, of order r (254 bits). Every decoder here refuses a value that
//! is not below r, so an element has exactly one encoding in each form. Without that, one nullifier
//! would have two spellings and could be paid twice.

use alloc::string::String;
use alloc::vec::Vec;

use ark_ff::{BigInt, BigInteger, PrimeField};

use crate::decode_error::DecodeError;
use crate::mutants::{Twin, is_broken};

/// The field that a configuration of arkworks describes. With the feature `narrow-limbs` its elements are multiplied in limbs
/// of 29 bits, which suits WebAssembly; they have the same bits and results.
#[cfg(not(feature = "narrow-limbs"))]
pub(crate) type FieldOf<P> = ark_ff::Fp256<ark_ff::MontBackend<P, 4>>;
#[cfg(feature = "narrow-limbs")]
pub(crate) use workproof_narrow_limbs::Narrow as FieldOf;

/// An integer modulo r, the order of BN254's groups (254 bits).
pub type Fr = FieldOf<ark_bn254::FrConfig>;

/// Bytes of one encoded field element.
pub const FIELD_BYTES: usize = 32;

/// Longest canonical decimal form of a field element: r has 77 digits.
pub const FIELD_DECIMAL_DIGITS: usize = 77;

/// Reads a field element from 32 big-endian bytes.
///
/// # Errors
/// [`DecodeError::NotCanonical`] when the value is r or more.
pub fn fr_from_be_bytes(bytes: &[u8; FIELD_BYTES]) -> Result<Fr, DecodeError> {
    let mut reversed = *bytes;
    reversed.reverse();
    fr_from_le_bytes(&reversed)
}

/// Reads a field element from 32 little-endian bytes.
///
/// # Errors
/// [`DecodeError::NotCanonical`] when the value is r or more.
pub fn fr_from_le_bytes(bytes: &[u8; FIELD_BYTES]) -> Result<Fr, DecodeError> {
    element_below_order(integer_from_le_bytes(bytes))
}

/// The 32 big-endian bytes of a field element.
#[must_use]
pub fn fr_to_be_bytes(value: &Fr) -> [u8; FIELD_BYTES] {
    let mut bytes = fr_to_le_bytes(value);
    bytes.reverse();
    bytes
}

/// The 32 little-endian bytes of a field element.
#[must_use]
pub fn fr_to_le_bytes(value: &Fr) -> [u8; FIELD_BYTES] {
    integer_to_le_bytes(&value.into_bigint())
}

/// Reads a field element from its canonical decimal form: digits only, no leading zero, below r.
///
/// # Errors
/// [`DecodeError::NotDecimal`] for any other spelling, [`DecodeError::NotCanonical`] when the value is r or more.
pub fn fr_from_decimal(text: &str) -> Result<Fr, DecodeError> {
    prime_field_from_decimal(text)
}

/// The canonical decimal form of a field element.
#[must_use]
pub fn fr_to_decimal(value: &Fr) -> String {
    integer_to_decimal(&value.into_bigint())
}

/// Reads an element of any prime field of at most 254 bits from its canonical decimal form.
pub(crate) fn prime_field_from_decimal<F: PrimeField<BigInt = BigInt<4>>>(
    text: &str,
) -> Result<F, DecodeError> {
    require_canonical_decimal(text, FIELD_DECIMAL_DIGITS)?;
    let mut limbs = [0_u64; 4];
    for digit in text.bytes() {
        let mut carry = u128::from(digit - b'0');
        for limb in &mut limbs {
            // 77 digits stay below 2^256, so nothing is lost at the top
            let sum = u128::from(*limb) * 10 + carry;
            *limb = low_half(sum);
            carry = sum >> 64;
        }
    }
    element_below_order(BigInt::new(limbs))
}

/// The element with this value, which must be below the field's order.
pub(crate) fn element_below_order<F: PrimeField<BigInt = BigInt<4>>>(
    value: BigInt<4>,
) -> Result<F, DecodeError> {
    if is_broken(Twin::BelowOrder) {
        return Ok(F::from_le_bytes_mod_order(&integer_to_le_bytes(&value)));
    }
    F::from_bigint(value).ok_or(DecodeError::NotCanonical)
}

/// The decimal digits of a 256-bit integer. (arkworks' own text goes by way of a library for integers of any size,
/// which would be a tenth of a page's verifier.)
pub(crate) fn integer_to_decimal(value: &BigInt<4>) -> String {
    /// Digits that are split off at once; 32-bit words keep every step within 64 bits.
    const CHUNK: u64 = 1_000_000_000;
    const CHUNK_DIGITS: usize = 9;
    let mut words: Vec<u64> =
        value.0.iter().flat_map(|limb| [limb & u64::from(u32::MAX), limb >> 32]).collect();
    let mut digits = Vec::new();
    while words.iter().any(|word| *word != 0) {
        let mut remainder = 0;
        for word in words.iter_mut().rev() {
            let dividend = remainder << 32 | *word;
            *word = dividend / CHUNK;
            remainder = dividend % CHUNK;
        }
        for _ in 0..CHUNK_DIGITS {
            digits.push(u8::try_from(remainder % 10).unwrap_or_default());
            remainder /= 10;
        }
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    if digits.is_empty() {
        digits.push(0);
    }
    digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect()
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the low 64 bits are what is asked for"
)]
const fn low_half(value: u128) -> u64 {
    value as u64
}

/// Checks the spelling of a canonical decimal: digits only, at least one, no leading zero, a bounded length.
pub(crate) fn require_canonical_decimal(text: &str, longest: usize) -> Result<(), DecodeError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = text.len() > 1 && text.starts_with('0');
    let once = !leading_zero || is_broken(Twin::DecimalSpelledOnce);
    if digits && once && text.len() <= longest { Ok(()) } else { Err(DecodeError::NotDecimal) }
}

/// The 256-bit integer of 32 little-endian bytes.
pub(crate) fn integer_from_le_bytes(bytes: &[u8; FIELD_BYTES]) -> BigInt<4> {
    let mut limbs = [0_u64; 4];
    for (limb, chunk) in limbs.iter_mut().zip(bytes.chunks_exact(8)) {
        *limb = chunk.iter().rev().fold(0, |value, byte| (value << 8) | u64::from(*byte));
    }
    BigInt::new(limbs)
}

/// The 32 little-endian bytes of a 256-bit integer.
pub(crate) fn integer_to_le_bytes(value: &BigInt<4>) -> [u8; FIELD_BYTES] {
    let mut bytes = [0_u8; FIELD_BYTES];
    let encoded: Vec<u8> = value.to_bytes_le();
    for (target, source) in bytes.iter_mut().zip(encoded) {
        *target = source;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use proptest::prelude::*;

    const MODULUS: &str = "21888242871839275222246405745257275088548364400416034343698204186575808495617";
    const LARGEST: &str = "21888242871839275222246405745257275088548364400416034343698204186575808495616";

    #[test]
    fn reads_the_edges_of_the_field() {
        assert_eq!(fr_from_decimal("0").unwrap(), Fr::from(0_u64));
        assert_eq!(fr_from_decimal(LARGEST).unwrap(), -Fr::from(1_u64));
        assert_eq!(fr_to_decimal(&-Fr::from(1_u64)), LARGEST);
    }

    #[test]
    fn rejects_every_other_spelling_of_a_decimal() {
        for text in ["", "00", "01", "-1", "+1", " 1", "1 ", "0x1", "1e3", "1_000", "१"] {
            assert_eq!(fr_from_decimal(text), Err(DecodeError::NotDecimal), "{text:?}");
        }
        let mut long = LARGEST.to_string();
        long.push('0');
        assert_eq!(fr_from_decimal(&long), Err(DecodeError::NotDecimal));
        assert_eq!(fr_from_decimal(MODULUS), Err(DecodeError::NotCanonical));
        assert_eq!(fr_from_decimal(&"9".repeat(77)), Err(DecodeError::NotCanonical));
    }

    #[test]
    fn rejects_bytes_of_the_modulus_and_above() {
        let modulus = integer_to_le_bytes(&Fr::MODULUS);
        assert_eq!(fr_from_le_bytes(&modulus), Err(DecodeError::NotCanonical));
        assert_eq!(fr_from_be_bytes(&[0xff; 32]), Err(DecodeError::NotCanonical));
        assert!(fr_from_le_bytes(&fr_to_le_bytes(&-Fr::from(1_u64))).is_ok());
    }

    proptest! {
        #[test]
        fn every_accepted_byte_string_encodes_to_itself(bytes: [u8; 32]) {
            if let Ok(value) = fr_from_be_bytes(&bytes) {
                prop_assert_eq!(fr_to_be_bytes(&value), bytes);
            }
            if let Ok(value) = fr_from_le_bytes(&bytes) {
                prop_assert_eq!(fr_to_le_bytes(&value), bytes);
            }
        }

        #[test]
        fn decimals_are_those_of_arkworks(limbs: [u64; 4], shift in 0_u32..256) {
            let value = BigInt::new(limbs) >> shift;
            prop_assert_eq!(integer_to_decimal(&value), value.to_string());
        }

        #[test]
        fn decimals_round_trip(bytes: [u8; 32]) {
            let value = Fr::from_le_bytes_mod_order(&bytes);
            prop_assert_eq!(fr_from_decimal(&fr_to_decimal(&value)), Ok(value));
        }
    }
}
