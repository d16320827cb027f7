//! Integers modulo l, the order of the prime subgroup of Baby Jubjub.

use alloc::string::String;

use ark_ff::{MontConfig, PrimeField};

use crate::decode_error::DecodeError;
use crate::field::{
    FieldOf, Fr, element_below_order, integer_from_le_bytes, integer_to_decimal, integer_to_le_bytes,
    prime_field_from_decimal,
};

/// Bytes of one encoded scalar.
pub const SCALAR_BYTES: usize = 32;

mod config {
    #![expect(unexpected_cfgs, reason = "the derive asks for the feature `asm` of the crate it is used in")]
    #![expect(unnameable_types, reason = "callers name the alias `Scalar`, never its configuration")]

    use super::MontConfig;

    /// The field of integers modulo l.
    #[derive(Debug, MontConfig)]
    #[modulus = "2736030358979909402780800718157159386076813972158567259200215660948447373041"]
    #[generator = "31"]
    pub struct ScalarConfig;
}

/// An integer modulo l = 2736030358979909402780800718157159386076813972158567259200215660948447373041 (251 bits).
pub type Scalar = FieldOf<config::ScalarConfig>;

/// Reads a scalar from 32 little-endian bytes.
///
/// # Errors
/// [`DecodeError::NotCanonical`] when the value is l or more.
pub fn scalar_from_le_bytes(bytes: &[u8; SCALAR_BYTES]) -> Result<Scalar, DecodeError> {
    element_below_order(integer_from_le_bytes(bytes))
}

/// The 32 little-endian bytes of a scalar.
#[must_use]
pub fn scalar_to_le_bytes(value: &Scalar) -> [u8; SCALAR_BYTES] {
    integer_to_le_bytes(&value.into_bigint())
}

/// Reads a scalar from its canonical decimal form.
///
/// # Errors
/// [`DecodeError::NotDecimal`] for any other spelling, [`DecodeError::NotCanonical`] when the value is l or more.
pub fn scalar_from_decimal(text: &str) -> Result<Scalar, DecodeError> {
    prime_field_from_decimal(text)
}

/// The canonical decimal form of a scalar.
#[must_use]
pub fn scalar_to_decimal(value: &Scalar) -> String {
    integer_to_decimal(&value.into_bigint())
}

/// A scalar as a canonical decimal string, for `#[serde(with = "...")]`.
#[cfg(feature = "serde")]
pub(crate) mod scalar_text {
    use super::{Scalar, scalar_from_decimal, scalar_to_decimal};
    use crate::json::text;
    use serde::{Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(value: &Scalar, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&scalar_to_decimal(value))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scalar, D::Error> {
        text(deserializer, scalar_from_decimal)
    }
}

/// The same integer as a field element; l is below r, so nothing is lost.
#[must_use]
pub fn scalar_to_field(value: &Scalar) -> Fr {
    Fr::new(value.into_bigint())
}

/// Reduces little-endian bytes of any length modulo l.
#[must_use]
pub fn wide_integer_to_scalar(bytes: &[u8]) -> Scalar {
    Scalar::from_le_bytes_mod_order(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::{BigInt, FftField, Field};

    const ORDER: &str = "2736030358979909402780800718157159386076813972158567259200215660948447373041";

    #[test]
    fn rejects_the_order_and_above_a16() {
        assert_eq!(scalar_from_decimal(ORDER), Err(DecodeError::NotCanonical));
        let order = integer_to_le_bytes(&Scalar::MODULUS);
        assert_eq!(scalar_from_le_bytes(&order), Err(DecodeError::NotCanonical));
        assert_eq!(scalar_from_le_bytes(&[0xff; 32]), Err(DecodeError::NotCanonical));
        let largest = -Scalar::from(1_u64);
        assert_eq!(scalar_from_le_bytes(&scalar_to_le_bytes(&largest)), Ok(largest));
    }

    #[test]
    fn the_generator_is_not_a_square() {
        let exponent: BigInt<4> = (-Scalar::from(1_u64)).into_bigint();
        assert_eq!(Scalar::GENERATOR.pow(exponent), Scalar::from(1_u64));
        let mut half = exponent;
        ark_ff::BigInteger::div2(&mut half);
        assert_eq!(Scalar::GENERATOR.pow(half), -Scalar::from(1_u64));
    }
}
