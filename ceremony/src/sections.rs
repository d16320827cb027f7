//! The container that all of these files share (iden3's): magic, version, number of sections, then sections with a number
//! and a length.

use alloc::collections::BTreeMap;
use core::ops::Range;

use thiserror::Error;

/// Why bytes are not such a container.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SectionError {
    /// The file does not begin with the right four letters.
    #[error("the file does not begin with `{}`", magic.escape_ascii())]
    Magic {
        /// The letters expected.
        magic: [u8; 4],
    },
    /// The container's version is unknown.
    #[error("version {found} of the file's container is unknown")]
    Version {
        /// The version found.
        found: u32,
    },
    /// The file ends before its sections do.
    #[error("the file ends too early: {expected} bytes expected, {found} found")]
    Truncated {
        /// Bytes that the sections announce.
        expected: u64,
        /// Bytes of the file.
        found: u64,
    },
    /// Bytes follow the last section.
    #[error("{extra} bytes follow the last section")]
    TrailingBytes {
        /// How many.
        extra: u64,
    },
    /// A section is unknown or occurs twice.
    #[error("section {number} is unknown or occurs twice")]
    Unexpected {
        /// The section's number.
        number: u32,
    },
    /// A section is missing.
    #[error("section {number} is missing")]
    Missing {
        /// The section's number.
        number: u32,
    },
    /// A section's length does not fit the header.
    #[error("section {number} has {found} bytes where the header demands {expected}")]
    Length {
        /// The section's number.
        number: u32,
        /// Bytes that the header demands.
        expected: u64,
        /// Bytes found.
        found: u64,
    },
}

/// Where each section lies.
#[derive(Clone, Debug)]
pub(crate) struct Sections(BTreeMap<u32, Range<usize>>);

impl Sections {
    /// Walks over the sections: known ones, each once, that fill the file to its last byte.
    pub(crate) fn read(bytes: &[u8], magic: [u8; 4], known: &[u32]) -> Result<Self, SectionError> {
        let length = widen(bytes.len());
        let truncated = |expected: u64| SectionError::Truncated { expected, found: length };
        let (found, rest) = bytes.split_first_chunk::<4>().ok_or_else(|| truncated(12))?;
        if *found != magic {
            return Err(SectionError::Magic { magic });
        }
        let (version, rest) = take_word(rest).ok_or_else(|| truncated(12))?;
        if version != 1 {
            return Err(SectionError::Version { found: version });
        }
        let (count, mut rest) = take_word(rest).ok_or_else(|| truncated(12))?;
        let mut sections = BTreeMap::new();
        for _ in 0..count {
            let position = length - widen(rest.len());
            let (number, after) = take_word(rest).ok_or_else(|| truncated(position + 12))?;
            let (size, after) = after.split_first_chunk().ok_or_else(|| truncated(position + 12))?;
            let end = (position + 12).saturating_add(u64::from_le_bytes(*size));
            let start = bytes.len() - after.len();
            let end =
                usize::try_from(end).ok().filter(|end| *end <= bytes.len()).ok_or_else(|| truncated(end))?;
            if !known.contains(&number) || sections.insert(number, start..end).is_some() {
                return Err(SectionError::Unexpected { number });
            }
            rest = bytes.get(end..).unwrap_or_default();
        }
        if !rest.is_empty() {
            return Err(SectionError::TrailingBytes { extra: widen(rest.len()) });
        }
        Ok(Self(sections))
    }

    /// Where a section lies, if it is there.
    pub(crate) fn range(&self, number: u32) -> Option<Range<usize>> {
        self.0.get(&number).cloned()
    }

    /// Where a section lies that must have so many bytes.
    pub(crate) fn expect(&self, number: u32, expected: u64) -> Result<Range<usize>, SectionError> {
        let range = self.range(number).ok_or(SectionError::Missing { number })?;
        let found = widen(range.len());
        if found == expected { Ok(range) } else { Err(SectionError::Length { number, expected, found }) }
    }
}

/// Takes a little-endian word off the front.
pub(crate) fn take_word(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (word, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*word), rest))
}

/// Lengths of slices fit 64 bits on every supported machine.
pub(crate) fn widen(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
