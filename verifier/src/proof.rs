//! A Groth16 proof: three points, 128 bytes.

use alloc::string::String;
use core::fmt;
use thiserror::Error;

use crate::curve::{G1Affine, G2Affine};
use crate::points::{
    G1_BYTES, G2_BYTES, PointError, check_g1, check_g2, decode_g1, decode_g2, encode_g1, encode_g2,
};

/// Which point of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProofPoint {
    /// A, in G1.
    A,
    /// B, in G2.
    B,
    /// C, in G1.
    C,
}

impl fmt::Display for ProofPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        })
    }
}

/// Why bytes or JSON are not a proof.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProofError {
    /// A proof has exactly [`Proof::BYTES`] bytes.
    #[error("a proof has {} bytes, this one has {found}", Proof::BYTES)]
    Length {
        /// Bytes found.
        found: usize,
    },
    /// A proof in one of the [forms](crate::forms) has another length.
    #[error("a proof in this form has {expected} bytes, this one has {found}")]
    FormLength {
        /// Bytes of the form.
        expected: usize,
        /// Bytes found.
        found: usize,
    },
    /// A point is malformed.
    #[error("the proof's {name} is refused: {source}")]
    Point {
        /// Which point.
        name: ProofPoint,
        /// What is wrong with it.
        source: PointError,
    },
    /// The text is not lower-case `0x` hex.
    #[error("a proof's text is 0x and {} lower-case hex digits", 2 * Proof::BYTES)]
    Hex,
    /// The JSON text is malformed, or not of the expected shape.
    #[error("the proof's JSON is malformed")]
    Json(#[source] crate::json_error::JsonError),
    /// The JSON names another proof system or curve.
    #[error("the proof is of another proof system or curve; groth16 over bn128 (BN254) is expected")]
    OtherSystem,
}

/// A proof whose points are on their curves, in their subgroups and not the identity.
///
/// # Security
/// A proof can be re-randomised by anyone into another valid proof of the same statement. Never recognise a claim
/// by its proof's bytes; what makes a claim payable once is the statement's nullifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    a: G1Affine,
    b: G2Affine,
    c: G1Affine,
}

impl Proof {
    /// Bytes of the compressed form: A (32), B (64), C (32).
    pub const BYTES: usize = 2 * G1_BYTES + G2_BYTES;

    /// Checks three points and makes a proof of them.
    ///
    /// # Errors
    /// [`ProofError::Point`] names the point and what is wrong with it.
    pub fn new(a: G1Affine, b: G2Affine, c: G1Affine) -> Result<Self, ProofError> {
        check_g1(&a).map_err(|source| ProofError::Point { name: ProofPoint::A, source })?;
        check_g2(&b).map_err(|source| ProofError::Point { name: ProofPoint::B, source })?;
        check_g1(&c).map_err(|source| ProofError::Point { name: ProofPoint::C, source })?;
        Ok(Self { a, b, c })
    }

    /// Reads the compressed form: little-endian x coordinates, the highest bit of each point saying which y.
    ///
    /// # Errors
    /// [`ProofError::Length`] or [`ProofError::Point`]; every accepted string encodes to itself.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ProofError> {
        let length = || ProofError::Length { found: bytes.len() };
        let fixed: &[u8; Self::BYTES] = bytes.try_into().or(Err(length()))?;
        let (a, rest) = fixed.split_first_chunk().ok_or_else(length)?;
        let (b, rest) = rest.split_first_chunk().ok_or_else(length)?;
        let (c, _) = rest.split_first_chunk().ok_or_else(length)?;
        let at = |name: ProofPoint| move |source| ProofError::Point { name, source };
        Ok(Self {
            a: decode_g1(a).map_err(at(ProofPoint::A))?,
            b: decode_g2(b).map_err(at(ProofPoint::B))?,
            c: decode_g1(c).map_err(at(ProofPoint::C))?,
        })
    }

    /// The compressed form.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let encoded = [&encode_g1(&self.a)[..], &encode_g2(&self.b), &encode_g1(&self.c)];
        for (to, from) in bytes.iter_mut().zip(encoded.into_iter().flatten()) {
            *to = *from;
        }
        bytes
    }

    /// Reads the compressed form from lower-case `0x` hex.
    ///
    /// # Errors
    /// [`ProofError::Hex`], otherwise as [`Proof::from_bytes`].
    pub fn from_hex(text: &str) -> Result<Self, ProofError> {
        let digits = text.strip_prefix("0x").ok_or(ProofError::Hex)?;
        let mut bytes = [0; Self::BYTES];
        let lower = !digits.bytes().any(|byte| byte.is_ascii_uppercase());
        if !lower || hex::decode_to_slice(digits, &mut bytes).is_err() {
            return Err(ProofError::Hex);
        }
        Self::from_bytes(&bytes)
    }

    /// The compressed form as lower-case `0x` hex.
    #[must_use]
    pub fn to_hex(&self) -> String {
        alloc::format!("0x{}", hex::encode(self.to_bytes()))
    }

    /// -A, B, C: what a check that multiplies everything on one side takes.
    pub(crate) fn with_negated_a(&self) -> Self {
        Self { a: -self.a, ..*self }
    }

    /// The point A.
    pub const fn a(&self) -> &G1Affine {
        &self.a
    }

    /// The point B.
    pub const fn b(&self) -> &G2Affine {
        &self.b
    }

    /// The point C.
    pub const fn c(&self) -> &G1Affine {
        &self.c
    }
}
