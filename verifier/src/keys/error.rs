//! Why a verifying key is refused.

use core::fmt;
use thiserror::Error;

use super::KeyFinding;
use crate::circuit_id::CircuitNameError;
use crate::points::PointError;

/// Which point of a verifying key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPointName {
    /// alpha in G1.
    Alpha,
    /// beta in G2.
    Beta,
    /// gamma in G2.
    Gamma,
    /// delta in G2.
    Delta,
    /// The point of one public input (0 is the constant's).
    Input(usize),
}

impl fmt::Display for KeyPointName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alpha => f.write_str("alpha"),
            Self::Beta => f.write_str("beta"),
            Self::Gamma => f.write_str("gamma"),
            Self::Delta => f.write_str("delta"),
            Self::Input(index) => write!(f, "IC[{index}]"),
        }
    }
}

/// Why a verifying key is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The bytes do not have the length that their own head announces.
    #[error("a verifying key with this head has {expected} bytes, this one has {found}")]
    Length {
        /// Bytes that the head announces.
        expected: usize,
        /// Bytes found.
        found: usize,
    },
    /// The first byte is not a version that this crate reads.
    #[error("verifying keys of version {found} are unknown; this release reads version 1")]
    Version {
        /// The version byte.
        found: u8,
    },
    /// The circuit's name is not one.
    #[error("the key's circuit name is malformed")]
    Name(#[source] CircuitNameError),
    /// A point is malformed.
    #[error("the key's {name} is refused: {source}")]
    Point {
        /// Which point.
        name: KeyPointName,
        /// What is wrong with it.
        source: PointError,
    },
    /// The key is well formed and dangerous.
    #[error("the key is refused: {finding}. {}", finding.remedy())]
    Dangerous {
        /// What the key lint found first.
        finding: KeyFinding,
    },
    /// The key is a development key: everybody can forge proofs for it.
    #[error(
        "this is a development key, and anyone can forge proofs for it; use a key from a ceremony, or ask for \
         development keys by name"
    )]
    Development,
    /// A development key was asked for, and this is not one.
    #[error("this is not a development key; load it as an ordinary verifying key")]
    NotDevelopment,
    /// The JSON text is malformed, or not of the expected shape.
    #[error("the key's JSON is malformed")]
    Json(#[source] crate::json_error::JsonError),
    /// The JSON names another proof system or curve.
    #[error("the key is for another proof system or curve; groth16 over bn128 (BN254) is expected")]
    OtherSystem,
    /// The JSON's `nPublic` and the number of its IC points disagree.
    #[error("the key announces {announced} public inputs and has points for {found}")]
    InputCount {
        /// `nPublic`.
        announced: usize,
        /// IC points less one.
        found: usize,
    },
}
