//! `.wtns`: the values of all variables.
//!
//! ```text
//! magic "wtns", version 2, 2 sections         4 bytes each
//! section 1: 32, r, number of values          4 + 32 + 4 bytes
//! section 2: the values                       32 bytes each, little-endian, below r
//! ```

use std::io::{self, Write};

use ark_bn254::Fr;
use ark_ff::PrimeField;
use thiserror::Error;
use workproof_circuits::r1cs::Assignment;
use workproof_protocol::{fr_from_le_bytes, fr_to_le_bytes};

const MAGIC: [u8; 4] = *b"wtns";
const VERSION: u32 = 2;
const SECTION_HEAD: usize = 12;
const FIRST_SECTION: usize = 4 + 32 + 4;

/// Why bytes are not a `.wtns` file of this field.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WtnsError {
    /// The file does not begin like a `.wtns` of version 2 with two sections.
    #[error("this is not a .wtns file of version 2")]
    Head,
    /// A section is missing, repeated, out of order or has another length than its counts demand.
    #[error("section {section} of the .wtns file has the wrong length")]
    Section {
        /// The section's number.
        section: u32,
    },
    /// The values belong to another field.
    #[error("the values are not of BN254's scalar field")]
    OtherField,
    /// A value is not below the field's order.
    #[error("value {index} is not below the field's order")]
    Value {
        /// Which value, from 0.
        index: usize,
    },
}

/// Reads the values of a `.wtns` file.
///
/// # Errors
/// [`WtnsError`] for anything but a whole file with canonical values.
pub fn read_wtns(bytes: &[u8]) -> Result<Assignment, WtnsError> {
    let (head, rest) = bytes.split_first_chunk::<12>().ok_or(WtnsError::Head)?;
    if *head != file_head() {
        return Err(WtnsError::Head);
    }
    let (first, rest) = take_section(rest, 1)?;
    let (values, rest) = take_section(rest, 2)?;
    if !rest.is_empty() || first.len() != FIRST_SECTION {
        return Err(WtnsError::Section { section: 1 });
    }
    let (field, count) = first.split_at(4 + 32);
    if field != field_bytes() {
        return Err(WtnsError::OtherField);
    }
    let count = count.first_chunk().map_or(0, |count| u32::from_le_bytes(*count));
    let (chunks, extra) = values.as_chunks::<32>();
    if !extra.is_empty() || u32::try_from(chunks.len()) != Ok(count) {
        return Err(WtnsError::Section { section: 2 });
    }
    let value = |(index, bytes)| fr_from_le_bytes(bytes).or(Err(WtnsError::Value { index }));
    Ok(Assignment::new(chunks.iter().enumerate().map(value).collect::<Result<_, _>>()?))
}

/// Writes the values of all variables, the constant 1 first.
///
/// # Errors
/// What the writer answers, and an error of kind `InvalidInput` for more than 2^32 - 1 values.
pub fn write_wtns(out: &mut impl Write, assignment: &[Fr]) -> io::Result<()> {
    let too_long = |_| io::Error::from(io::ErrorKind::InvalidInput);
    let count = u32::try_from(assignment.len()).map_err(too_long)?;
    out.write_all(&file_head())?;
    out.write_all(&section_head(1, 40))?;
    out.write_all(&field_bytes())?;
    out.write_all(&count.to_le_bytes())?;
    out.write_all(&section_head(2, 32 * u64::from(count)))?;
    assignment.iter().try_for_each(|value| out.write_all(&fr_to_le_bytes(value)))
}

fn file_head() -> [u8; 12] {
    let mut head = [0; 12];
    let bytes = MAGIC.into_iter().chain(VERSION.to_le_bytes()).chain(2_u32.to_le_bytes());
    head.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    head
}

pub(super) fn section_head(number: u32, length: u64) -> [u8; SECTION_HEAD] {
    let mut head = [0; SECTION_HEAD];
    let bytes = number.to_le_bytes().into_iter().chain(length.to_le_bytes());
    head.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    head
}

/// 32 and r.
pub(super) fn field_bytes() -> Vec<u8> {
    let modulus = Fr::MODULUS.0.into_iter().flat_map(u64::to_le_bytes);
    32_u32.to_le_bytes().into_iter().chain(modulus).collect()
}

fn take_section(bytes: &[u8], section: u32) -> Result<(&[u8], &[u8]), WtnsError> {
    let wrong = WtnsError::Section { section };
    let (number, rest) = bytes.split_first_chunk().ok_or_else(|| wrong.clone())?;
    let (length, rest) = rest.split_first_chunk().ok_or_else(|| wrong.clone())?;
    if u32::from_le_bytes(*number) != section {
        return Err(wrong);
    }
    let length = usize::try_from(u64::from_le_bytes(*length)).or(Err(wrong.clone()))?;
    rest.split_at_checked(length).ok_or(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_round_trip_and_every_damage_is_refused() {
        let values = [Fr::from(1), -Fr::from(1), Fr::from(7)];
        let mut bytes = Vec::new();
        write_wtns(&mut bytes, &values).unwrap();
        assert_eq!(read_wtns(&bytes).unwrap()[..], values);
        for end in 0..bytes.len() {
            assert!(read_wtns(&bytes[..end]).is_err(), "{end}");
        }
        for position in 0..12 + 12 + 40 + 12 {
            let mut damaged = bytes.clone();
            damaged[position] ^= 1;
            assert!(read_wtns(&damaged).is_err(), "{position}");
        }
        let at = bytes.len() - 32;
        bytes[at..].fill(0xff);
        assert_eq!(read_wtns(&bytes).unwrap_err(), WtnsError::Value { index: 2 });
    }
}
