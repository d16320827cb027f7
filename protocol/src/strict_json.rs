//! Strict JSON without serde, for programs whose size counts: a page must not carry ten times the parser it needs.
//!
//! [`JsonValue::parse`] reads one whole document and checks that it is well formed. A value keeps only its place in the
//! text; what it holds is read on demand. Objects have exactly the keys that are asked for: an unknown, a missing and a
//! repeated key are refused, as everywhere in this crate.

mod cursor;
mod json_fault;
mod unescape;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::field::{Fr, fr_from_decimal, require_canonical_decimal};
use crate::mutants::{Twin, is_broken};

use cursor::Cursor;
pub use json_fault::{JsonFault, JsonFaultKind};

/// What can be read from strict JSON.
pub trait ReadJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`JsonFault`] for another shape or a value that is not canonical.
    fn read_json(value: JsonValue<'_>) -> Result<Self, JsonFault>;
}

/// A well-formed value, by its place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonValue<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> JsonValue<'a> {
    /// Reads a document: one value and nothing after it.
    ///
    /// # Errors
    /// [`JsonFault`] says what is malformed and where.
    pub fn parse(document: &'a [u8]) -> Result<Self, JsonFault> {
        let text =
            core::str::from_utf8(document).map_err(|error| JsonFaultKind::Unicode.at(error.valid_up_to()))?;
        let mut cursor = Cursor::new(text, 0);
        let value = cursor.value(0)?;
        cursor.end()?;
        Ok(value)
    }

    /// The value as it stands in the document.
    #[must_use]
    pub const fn as_json(self) -> &'a str {
        self.text
    }

    /// The values of an object with exactly these keys, in the order of the keys.
    ///
    /// # Errors
    /// When this is no object, or a key is unknown, missing or repeated.
    pub fn fields<const N: usize>(self, keys: [&'static str; N]) -> Result<[Self; N], JsonFault> {
        let mut values = [self; N];
        self.read_fields(&keys, &mut values, None)?;
        Ok(values)
    }

    /// As [`fields`](Self::fields), but one further key may be there; its value comes last.
    ///
    /// # Errors
    /// As [`fields`](Self::fields).
    pub fn fields_besides<const N: usize>(
        self,
        keys: [&'static str; N],
        optional: &'static str,
    ) -> Result<([Self; N], Option<Self>), JsonFault> {
        let mut values = [self; N];
        let further = self.read_fields(&keys, &mut values, Some(optional))?;
        Ok((values, further))
    }

    /// One function for every object, so that it is compiled once. Fills in the keys' values and returns the optional one.
    fn read_fields(
        self,
        keys: &[&'static str],
        values: &mut [Self],
        optional: Option<&'static str>,
    ) -> Result<Option<Self>, JsonFault> {
        let mut cursor = Cursor::new(self.text, self.offset);
        cursor.open(b'{', JsonFaultKind::NotAnObject)?;
        let (mut found, mut further) = (alloc::vec![false; keys.len()], None);
        let mut is_first = true;
        while cursor.next_item(b'}', &mut is_first)? {
            let key = cursor.key()?;
            let value = cursor.value(0)?;
            let name = &*key.text()?;
            let was_found = if optional == Some(name) {
                further.replace(value).is_some()
            } else {
                let places = values.iter_mut().zip(&mut found);
                let place = keys.iter().zip(places).find(|(known, _)| **known == name);
                let (_, (place, found)) = place.ok_or(JsonFaultKind::UnknownKey.at(key.offset))?;
                *place = value;
                core::mem::replace(found, true)
            };
            if was_found && !is_broken(Twin::RepeatedKey) {
                return Err(JsonFaultKind::RepeatedKey.at(key.offset));
            }
        }
        match keys.iter().zip(found).find(|(_, found)| !found) {
            Some((key, _)) => Err(JsonFaultKind::MissingKey(key).at(self.offset)),
            None => Ok(further),
        }
    }

    /// The elements of an array.
    ///
    /// # Errors
    /// When this is no array.
    pub fn elements(self) -> Result<Vec<Self>, JsonFault> {
        let mut cursor = Cursor::new(self.text, self.offset);
        cursor.open(b'[', JsonFaultKind::NotAnArray)?;
        let (mut elements, mut is_first) = (Vec::new(), true);
        while cursor.next_item(b']', &mut is_first)? {
            elements.push(cursor.value(0)?);
        }
        Ok(elements)
    }

    /// The elements of an array of exactly this length.
    ///
    /// # Errors
    /// When this is no array, or one of another length.
    pub fn array<const N: usize>(self) -> Result<[Self; N], JsonFault> {
        self.elements()?.try_into().or(Err(self.fault(JsonFaultKind::ArrayLength(N))))
    }

    /// A string.
    ///
    /// # Errors
    /// When this is no string, or one with half a surrogate pair.
    pub fn text(self) -> Result<Cow<'a, str>, JsonFault> {
        let inner = self.text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let inner = inner.ok_or(self.fault(JsonFaultKind::NotAString))?;
        unescape::unescape(inner).ok_or(self.fault(JsonFaultKind::Unicode))
    }

    /// A number without sign, fraction and exponent, below 2^64.
    ///
    /// # Errors
    /// For anything else.
    pub fn integer(self) -> Result<u64, JsonFault> {
        self.canonical_integer(self.text)
    }

    /// An integer below 2^32; see [`integer`](Self::integer).
    ///
    /// # Errors
    /// For anything else.
    pub fn small_integer(self) -> Result<u32, JsonFault> {
        u32::try_from(self.integer()?).or(Err(self.fault(JsonFaultKind::NotAnInteger)))
    }

    /// A 64-bit integer as a canonical decimal string.
    ///
    /// # Errors
    /// For anything else.
    pub fn integer_text(self) -> Result<u64, JsonFault> {
        self.canonical_integer(&self.text()?)
    }

    /// A field element as a canonical decimal string.
    ///
    /// # Errors
    /// For anything else.
    pub fn field_text(self) -> Result<Fr, JsonFault> {
        fr_from_decimal(&self.text()?).or(Err(self.fault(JsonFaultKind::NotAFieldElement)))
    }

    /// A fault of this value.
    #[must_use]
    pub const fn fault(self, kind: JsonFaultKind) -> JsonFault {
        kind.at(self.offset)
    }

    fn canonical_integer(self, text: &str) -> Result<u64, JsonFault> {
        const LONGEST: usize = 20;
        let canonical = require_canonical_decimal(text, LONGEST).ok();
        canonical.and_then(|()| text.parse().ok()).ok_or(self.fault(JsonFaultKind::NotAnInteger))
    }
}

#[cfg(test)]
mod tests;
