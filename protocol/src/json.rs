//! Helpers for JSON views: one spelling per value, everything else refused.
//!
//! Field elements and 64-bit integers are canonical decimal strings, 32-byte words are `0x` and 64
//! lower-case hexadecimal digits. Use them with `#[serde(with = "...")]`. The derive of serde refuses
//! a repeated key; every structure here refuses an unknown one as well, and is an object: the derive
//! alone would also take an array of the values in order ([`Object`]).

use alloc::string::String;

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::decode_error::DecodeError;

/// Reads a structure from an object only.
///
/// What serde derives for a structure also accepts an array of its values, which would be a second spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a transparent wrapper")]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

/// Takes an object and nothing else.
struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Makes a structure that derives its traits with `#[serde(remote = "Self")]` readable from an object only.
macro_rules! object_only {
    ($($name:ident),+) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // The inherent function that the derive made, not this one.
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Derived($name);
                impl<'de> serde::Deserialize<'de> for Derived {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        $name::deserialize(deserializer).map(Self)
                    }
                }
                let $crate::json::Object(Derived(value)) = serde::Deserialize::deserialize(deserializer)?;
                Ok(value)
            }
        }
    )+};
}

pub(crate) use object_only;

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

    /// What serde derives would read `["…", …]` as well: a second spelling.
    #[test]
    fn structures_are_objects_and_never_arrays_c4() {
        use crate::{Fact, Payment, ScopeFields, Signature, SigningKey};
        let key = SigningKey::from_private_key(b"key").unwrap();
        let signature = serde_json::to_string(&key.sign(crate::Fr::from(1_u64))).unwrap();
        let payment =
            Payment { recipient: [1; 32], chain_id: 1, settlement: [2; 32], token: [3; 32], deadline: 4 };
        let scope = ScopeFields {
            network: [1; 32],
            chain_id: 1,
            settlement: [2; 32],
            fact: Fact::RELAY,
            task: [3; 32],
            policy: [4; 32],
        };
        let forms =
            [signature, serde_json::to_string(&payment).unwrap(), serde_json::to_string(&scope).unwrap()];
        let reads: [fn(&str) -> bool; 3] = [
            |text| serde_json::from_str::<Signature>(text).is_ok(),
            |text| serde_json::from_str::<Payment>(text).is_ok(),
            |text| serde_json::from_str::<ScopeFields>(text).is_ok(),
        ];
        for (form, read) in forms.iter().zip(reads) {
            assert!(read(form), "{form}");
            let object: alloc::collections::BTreeMap<String, serde_json::Value> =
                serde_json::from_str(form).unwrap();
            for order in
                [object.values().cloned().collect::<Vec<_>>(), object.values().rev().cloned().collect()]
            {
                assert!(!read(&serde_json::Value::Array(order).to_string()), "{form}");
            }
            let first = object.keys().next().unwrap();
            let twice = form.replacen('{', &alloc::format!("{{\"{first}\":{},", object[first]), 1);
            assert!(!read(&twice), "{twice}");
        }
    }

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
