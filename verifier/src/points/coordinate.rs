//! Base field elements as bytes and as decimal text, in one accepted form each.

#[cfg(feature = "serde")]
use alloc::string::String;
use ark_ff::{BigInt, PrimeField};

use super::PointError;
use crate::curve::Fq;
use crate::mutants::{Twin, is_broken};

/// 32 bytes little-endian, below q.
pub(crate) fn fq_from_le_bytes(bytes: &[u8; 32]) -> Result<Fq, PointError> {
    let mut limbs = [0; 4];
    let (chunks, _) = bytes.as_chunks::<8>();
    for (limb, chunk) in limbs.iter_mut().zip(chunks) {
        *limb = u64::from_le_bytes(*chunk);
    }
    if is_broken(Twin::CoordinateBelowOrder) {
        return Ok(Fq::from_le_bytes_mod_order(bytes));
    }
    Fq::from_bigint(BigInt(limbs)).ok_or(PointError::NotCanonical)
}

/// 32 bytes little-endian.
pub(crate) fn fq_to_le_bytes(value: &Fq) -> [u8; 32] {
    let mut bytes = [0; 32];
    let (chunks, _) = bytes.as_chunks_mut::<8>();
    for (chunk, limb) in chunks.iter_mut().zip(value.into_bigint().0) {
        *chunk = limb.to_le_bytes();
    }
    bytes
}

/// Decimal digits without sign or leading zero, below q.
pub(crate) fn fq_from_decimal(text: &str) -> Result<Fq, PointError> {
    const LONGEST: usize = 77;
    let digits = text.as_bytes();
    let leading_zero = digits.len() > 1 && digits.first() == Some(&b'0');
    if digits.is_empty() || digits.len() > LONGEST || leading_zero {
        return Err(PointError::NotCanonical);
    }
    let mut limbs = [0_u64; 4];
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err(PointError::NotCanonical);
        }
        let mut carry = u128::from(digit - b'0');
        for limb in &mut limbs {
            let sum = u128::from(*limb) * 10 + carry;
            // 77 digits stay below 2^256, so nothing is lost at the top
            *limb = low_half(sum);
            carry = sum >> 64;
        }
    }
    Fq::from_bigint(BigInt(limbs)).ok_or(PointError::NotCanonical)
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the low 64 bits are what is asked for"
)]
fn low_half(value: u128) -> u64 {
    value as u64
}

/// Decimal digits without sign or leading zero.
#[cfg(feature = "serde")]
pub(crate) fn fq_to_decimal(value: &Fq) -> String {
    alloc::format!("{}", value.into_bigint())
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn decimal_text_has_one_form() {
        for (text, value) in [("0", 0_u64), ("1", 1), ("18446744073709551615", u64::MAX)] {
            assert_eq!(fq_from_decimal(text), Ok(Fq::from(value)));
            assert_eq!(fq_to_decimal(&Fq::from(value)), text);
        }
        let order = Fq::MODULUS.to_string();
        let nines = "9".repeat(77);
        for bad in ["", "00", "01", "-1", "+1", "0x1", " 1", "1 ", "1e3", order.as_str(), nines.as_str()] {
            assert_eq!(fq_from_decimal(bad), Err(PointError::NotCanonical), "{bad}");
        }
        let largest = fq_to_decimal(&-Fq::from(1_u8));
        assert_eq!(fq_from_decimal(&largest), Ok(-Fq::from(1_u8)));
    }
}
