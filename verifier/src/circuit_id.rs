//! Which circuit a key belongs to: its name and the digest of its matrices.

use alloc::string::String;
use core::fmt;
use thiserror::Error;

/// Why a text is not a circuit's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CircuitNameError {
    /// The text is empty or longer than [`CircuitName::LONGEST`] bytes.
    #[error("a circuit's name has 1 to {} bytes, this one has {found}", CircuitName::LONGEST)]
    Length {
        /// Bytes found.
        found: usize,
    },
    /// Only lower-case letters, digits and inner hyphens may occur.
    #[error("a circuit's name is made of lower-case letters, digits and inner hyphens")]
    Character,
    /// The name does not end in a hyphen and the circuit's capacity.
    #[error("a circuit's name ends in its capacity: `<fact>-<number>`, such as relay-46")]
    Capacity,
}

/// The name of a circuit: `<fact>-<capacity>`, such as `relay-46`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CircuitName(String);

impl CircuitName {
    /// The most bytes that a name may have.
    pub const LONGEST: usize = 48;

    /// Checks a name.
    ///
    /// # Errors
    /// [`CircuitNameError`] says which rule the text breaks.
    pub fn new(name: &str) -> Result<Self, CircuitNameError> {
        if name.is_empty() || name.len() > Self::LONGEST {
            return Err(CircuitNameError::Length { found: name.len() });
        }
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !name.bytes().all(allowed)
            || name.starts_with('-')
            || name.as_bytes().windows(2).any(|pair| pair == b"--")
        {
            return Err(CircuitNameError::Character);
        }
        let (_, capacity) = split(name).ok_or(CircuitNameError::Capacity)?;
        let digits = !capacity.is_empty() && capacity.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || capacity.starts_with('0') {
            return Err(CircuitNameError::Capacity);
        }
        Ok(Self(String::from(name)))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The fact that the circuit proves: what stands before the capacity.
    #[must_use]
    pub fn fact(&self) -> &str {
        split(&self.0).map_or("", |(fact, _)| fact)
    }
}

/// What stands before the last dash and behind it. (By bytes: a search for characters is larger than all of this file.)
fn split(name: &str) -> Option<(&str, &str)> {
    let dash = name.bytes().rposition(|byte| byte == b'-')?;
    Some((name.get(..dash)?, name.get(dash + 1..)?))
}

impl fmt::Display for CircuitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// 32 bytes of a hash, printed as lower-case `0x` hex.
macro_rules! hash_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 32]);

        impl $name {
            /// Wraps the 32 bytes.
            #[must_use]
            pub const fn new(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The 32 bytes.
            #[must_use]
            pub const fn to_bytes(self) -> [u8; 32] {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("0x")?;
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    };
}

hash_newtype! {
    /// The digest of a circuit's matrices.
    CircuitDigest
}
hash_newtype! {
    /// The digest of a verifying key's canonical bytes.
    KeyId
}

/// A circuit's name together with the digest of its matrices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircuitId {
    name: CircuitName,
    digest: CircuitDigest,
}

impl CircuitId {
    /// Puts a name and a digest together.
    #[must_use]
    pub const fn new(name: CircuitName, digest: CircuitDigest) -> Self {
        Self { name, digest }
    }

    /// The circuit's name.
    #[must_use]
    pub const fn name(&self) -> &CircuitName {
        &self.name
    }

    /// The digest of the circuit's matrices.
    #[must_use]
    pub const fn digest(&self) -> CircuitDigest {
        self.digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn a_name_is_a_fact_and_a_capacity() {
        let name = CircuitName::new("device-hours-64").unwrap();
        assert_eq!((name.fact(), name.as_str()), ("device-hours", "device-hours-64"));
        for (text, error) in [
            ("", CircuitNameError::Length { found: 0 }),
            ("Relay-46", CircuitNameError::Character),
            ("relay_46", CircuitNameError::Character),
            ("-46", CircuitNameError::Character),
            ("a--1", CircuitNameError::Character),
            ("relay", CircuitNameError::Capacity),
            ("relay-", CircuitNameError::Capacity),
            ("relay-046", CircuitNameError::Capacity),
            ("relay-4x", CircuitNameError::Capacity),
        ] {
            assert_eq!(CircuitName::new(text), Err(error), "{text}");
        }
        assert!(CircuitName::new(&"a".repeat(60)).is_err());
    }

    #[test]
    fn digests_print_as_hex() {
        let mut bytes = [0; 32];
        bytes[31] = 0xab;
        assert!(KeyId::new(bytes).to_string().ends_with("00ab"));
        assert!(KeyId::new(bytes).to_string().starts_with("0x00"));
    }
}
