//! What a contribution says beside its points: its kind, its name, and a beacon's value.
//!
//! ```text
//! kind        4 bytes  0 a person's, 1 a beacon's
//! length      4 bytes  of the parameters that follow, each a tag and, for 1 and 3, a length and bytes
//!   1 name               UTF-8
//!   2 exponent  1 byte   a beacon's hash is iterated 2^exponent times
//!   3 value              a beacon's
//! ```
//!
//! No hash of the ceremony covers these bytes, except that a beacon's exponent and value give its key.

use thiserror::Error;

use crate::sections::take_word;

/// The smallest exponent of a beacon, as in snarkjs.
pub const LEAST_BEACON_EXPONENT: u8 = 10;
/// The largest exponent that is computed: 2^32 hashes are some ten minutes.
pub const MOST_BEACON_EXPONENT: u8 = 32;
/// The most bytes of a name.
pub const MOST_NAME_BYTES: usize = 192;
/// The most bytes of a beacon's value.
const MOST_VALUE_BYTES: usize = 255;

/// Whose contribution it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ContributionKind {
    /// A person's, with a secret of their own.
    Contribution,
    /// A public random value's.
    Beacon(Beacon),
}

/// A public random value that nobody could foresee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beacon {
    value: Vec<u8>,
    exponent: u8,
}

/// Why a beacon is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BeaconError {
    /// The value is empty or too long.
    #[error("a beacon's value has 1 to 255 bytes, this one has {found}")]
    Value {
        /// Bytes found.
        found: usize,
    },
    /// The exponent is out of range.
    #[error("a beacon's hash is iterated 2^10 to 2^32 times, not 2^{found}")]
    Exponent {
        /// The exponent found.
        found: u8,
    },
}

impl Beacon {
    /// A beacon of a value, whose hash is iterated `2^exponent` times.
    ///
    /// # Errors
    /// [`BeaconError`].
    pub fn new(value: Vec<u8>, exponent: u8) -> Result<Self, BeaconError> {
        if value.is_empty() || value.len() > MOST_VALUE_BYTES {
            return Err(BeaconError::Value { found: value.len() });
        }
        if !(LEAST_BEACON_EXPONENT..=MOST_BEACON_EXPONENT).contains(&exponent) {
            return Err(BeaconError::Exponent { found: exponent });
        }
        Ok(Self { value, exponent })
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &[u8] {
        &self.value
    }

    /// The exponent of the number of iterations.
    #[must_use]
    pub const fn exponent(&self) -> u8 {
        self.exponent
    }
}

/// The name of a contributor, or of a beacon's source: one line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContributionName(String);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ContributionNameError {
    /// It is empty or too long.
    #[error("a name has 1 to 64 characters and at most {MOST_NAME_BYTES} bytes")]
    Length,
    /// It holds a control character, which could forge the lines of a report.
    #[error("a name is one line of text without control characters")]
    Character,
}

impl ContributionName {
    /// Checks a name.
    ///
    /// # Errors
    /// [`ContributionNameError`].
    pub fn new(name: &str) -> Result<Self, ContributionNameError> {
        // snarkjs cuts a name after 64 units of UTF-16
        if name.is_empty() || name.len() > MOST_NAME_BYTES || name.encode_utf16().count() > 64 {
            return Err(ContributionNameError::Length);
        }
        // what turns the direction of writing can disguise a name as well as a control character can
        let turns = |letter: char| matches!(letter, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if name.chars().any(|letter| letter.is_control() || turns(letter)) {
            return Err(ContributionNameError::Character);
        }
        Ok(Self(name.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why the parameters of a contribution are refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ParameterError {
    /// The bytes end too early.
    #[error("its bytes end too early")]
    Truncated,
    /// The kind is unknown.
    #[error("its kind is {found}, where 0 is a person's and 1 a beacon's")]
    Kind {
        /// The kind found.
        found: u32,
    },
    /// The parameters are unknown, out of order, repeated, or do not belong to the kind.
    #[error("its parameters are unknown, out of order, or do not belong to its kind")]
    Parameters,
    /// The name is not one.
    #[error("its name is refused: {0}")]
    Name(#[source] ContributionNameError),
    /// The beacon is none.
    #[error("its beacon is refused: {0}")]
    Beacon(#[source] BeaconError),
}

/// The kind and the name.
pub(crate) type Parameters = (ContributionKind, Option<ContributionName>);

/// Reads kind and parameters, and returns what follows them.
pub(crate) fn take_parameters(bytes: &[u8]) -> Result<(Parameters, &[u8]), ParameterError> {
    let (kind, rest) = take_word(bytes).ok_or(ParameterError::Truncated)?;
    let (length, rest) = take_word(rest).ok_or(ParameterError::Truncated)?;
    let length = usize::try_from(length).or(Err(ParameterError::Truncated))?;
    let (mut parameters, rest) = rest.split_at_checked(length).ok_or(ParameterError::Truncated)?;
    let (mut name, mut exponent, mut value) = (None, None, None);
    let mut last = 0;
    while let [tag, after @ ..] = parameters {
        if *tag <= last {
            return Err(ParameterError::Parameters);
        }
        last = *tag;
        parameters = match tag {
            1 => take_text(after, &mut name)?,
            2 => {
                let (byte, after) = after.split_first().ok_or(ParameterError::Truncated)?;
                exponent = Some(*byte);
                after
            }
            3 => take_text(after, &mut value)?,
            _ => return Err(ParameterError::Parameters),
        };
    }
    let name = match name {
        Some(bytes) => {
            let text = core::str::from_utf8(bytes).or(Err(ContributionNameError::Character));
            Some(text.and_then(ContributionName::new).map_err(ParameterError::Name)?)
        }
        None => None,
    };
    let kind = match (kind, exponent, value) {
        (0, None, None) => ContributionKind::Contribution,
        (1, Some(exponent), Some(value)) => {
            ContributionKind::Beacon(Beacon::new(value.to_vec(), exponent).map_err(ParameterError::Beacon)?)
        }
        (0 | 1, ..) => return Err(ParameterError::Parameters),
        (found, ..) => return Err(ParameterError::Kind { found }),
    };
    Ok(((kind, name), rest))
}

fn take_text<'a>(bytes: &'a [u8], text: &mut Option<&'a [u8]>) -> Result<&'a [u8], ParameterError> {
    let (length, after) = bytes.split_first().ok_or(ParameterError::Truncated)?;
    let (found, after) = after.split_at_checked(usize::from(*length)).ok_or(ParameterError::Truncated)?;
    *text = Some(found);
    Ok(after)
}

/// Appends kind and parameters.
pub(crate) fn push_parameters(out: &mut Vec<u8>, kind: &ContributionKind, name: Option<&ContributionName>) {
    let mut parameters = Vec::new();
    if let Some(name) = name {
        push_text(&mut parameters, 1, name.as_str().as_bytes());
    }
    let number: u32 = match kind {
        ContributionKind::Contribution => 0,
        ContributionKind::Beacon(beacon) => {
            parameters.extend([2, beacon.exponent]);
            push_text(&mut parameters, 3, &beacon.value);
            1
        }
    };
    out.extend(number.to_le_bytes());
    out.extend(u32::try_from(parameters.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(parameters);
}

fn push_text(out: &mut Vec<u8>, tag: u8, text: &[u8]) {
    // names and values have at most 255 bytes, by their types
    out.extend([tag, u8::try_from(text.len()).unwrap_or(u8::MAX)]);
    out.extend(text);
}
