//! Helpers for JSON views: one spelling per value, everything else refused.
//!
//! Field elements and 64-bit integers are canonical decimal strings, 32-byte words are `0x` and 64
//! lower-case hexadecimal digits. Use them with `#[serde(with = "...")]`. The derive of serde refuses
//! a repeated key; every structure here refuses an unknown one as well.

use alloc::string::String;

use serde::de::{Deserialize, Deserializer, Error};

use crate::decode_error::DecodeError;

/// A field element as a canonical decimal string.
pub mod field_text {
    use super::text;
    use crate::field::{Fr, fr_from_decimal, fr_to_decimal};
    use serde::{Deserializer, Serializer};

    /// Writes the element.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &Fr, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&fr_to_decimal(value))
    }

    /// Reads an element.
    ///
    /// # Errors
    /// When the text is not the canonical decimal of an integer below r.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Fr, D::Error> {
        text(deserializer, fr_from_decimal)
    }
}

/// A list of field elements as canonical decimal strings.
pub mod field_list_text {
    use crate::field::{Fr, fr_from_decimal, fr_to_decimal};
    use alloc::string::String;
    use alloc::vec::Vec;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::{Serialize, Serializer};

    /// Writes the elements.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(values: &[Fr], serializer: S) -> Result<S::Ok, S::Error> {
        values.iter().map(fr_to_decimal).collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads elements.
    ///
    /// # Errors
    /// When one of them is not the canonical decimal of an integer below r.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Fr>, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        texts.iter().map(|text| fr_from_decimal(text)).collect::<Result<_, _>>().map_err(D::Error::custom)
    }
}

/// A 64-bit integer as a canonical decimal string: JavaScript's numbers hold only 53 bits.
pub mod integer_text {
    use super::text;
    use crate::decode_error::DecodeError;
    use crate::field::require_canonical_decimal;
    use alloc::string::ToString;
    use serde::{Deserializer, Serializer};

    /// Digits of the largest 64-bit integer.
    const LONGEST: usize = 20;

    /// Writes the integer.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    /// Reads an integer.
    ///
    /// # Errors
    /// When the text is not the canonical decimal of an integer below 2^64.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        text(deserializer, |text| {
            require_canonical_decimal(text, LONGEST)?;
            text.parse().or(Err(DecodeError::NotCanonical))
        })
    }
}

/// A 32-byte word as `0x` and 64 lower-case hexadecimal digits.
pub mod word_text {
    use super::{bytes_from_hexadecimal, bytes_to_hexadecimal, text};
    use serde::{Deserializer, Serializer};

    /// Writes the word.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&bytes_to_hexadecimal(value))
    }

    /// Reads a word.
    ///
    /// # Errors
    /// For any other spelling or length.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 32], D::Error> {
        text(deserializer, bytes_from_hexadecimal)
    }
}

/// Writes bytes as `0x` and lower-case hexadecimal digits.
#[must_use]
pub fn bytes_to_hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    let digits = bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    ['0', 'x'].into_iter().chain(digits).collect()
}

/// Reads exactly `N` bytes from `0x` and lower-case hexadecimal digits.
///
/// # Errors
/// [`DecodeError::NotHexadecimal`] for another spelling, [`DecodeError::Length`] for another length.
pub fn bytes_from_hexadecimal<const N: usize>(text: &str) -> Result<[u8; N], DecodeError> {
    let digits = text.strip_prefix("0x").ok_or(DecodeError::NotHexadecimal)?.as_bytes();
    if digits.len() != 2 * N {
        return Err(DecodeError::Length { expected: N, found: digits.len() / 2 });
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        for digit in pair {
            *byte = (*byte << 4) | hexadecimal_digit(*digit)?;
        }
    }
    Ok(bytes)
}

fn hexadecimal_digit(digit: u8) -> Result<u8, DecodeError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(DecodeError::NotHexadecimal),
    }
}

/// Reads a string and decodes it.
pub(crate) fn text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    decode: impl FnOnce(&str) -> Result<T, DecodeError>,
) -> Result<T, D::Error> {
    decode(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_has_one_spelling() {
        assert_eq!(bytes_from_hexadecimal::<2>("0x0aff"), Ok([0x0a, 0xff]));
        assert_eq!(bytes_to_hexadecimal(&[0x0a, 0xff]), "0x0aff");
        for text in ["0aff", "0x0aFF", "0X0aff", "0x0a f", "0x0a_f"] {
            assert_eq!(bytes_from_hexadecimal::<2>(text), Err(DecodeError::NotHexadecimal), "{text}");
        }
        for text in ["0x", "0x0a", "0x0aff0", "0x0aff00"] {
            assert!(matches!(bytes_from_hexadecimal::<2>(text), Err(DecodeError::Length { .. })), "{text}");
        }
    }
}
