//! Why a `.zkey` file is refused.

use std::io;
use thiserror::Error;
use workproof_verifier::{CircuitNameError, PointError};

use super::Section;

/// What is wrong with an entry of the coefficient section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CoefficientFault {
    /// The matrix is neither A (0) nor B (1).
    Matrix,
    /// The constraint is outside the domain.
    Constraint,
    /// The signal is not one of the key's variables.
    Signal,
    /// The entries are not sorted by constraint.
    Order,
    /// The value is not below the field's order.
    Value,
}

/// Why a `.zkey` file is refused.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ZkeyError {
    /// The file could not be read.
    #[error("the key file could not be read")]
    Io(#[from] io::Error),
    /// The file does not begin like a `.zkey`.
    #[error("this is not a .zkey file")]
    Magic,
    /// The container's version is unknown.
    #[error("version {found} of the .zkey container is unknown")]
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
    /// A section number that no Groth16 key has.
    #[error("section {number} is unknown; the key may be of another proof system")]
    UnknownSection {
        /// The number found.
        number: u32,
    },
    /// A section occurs twice.
    #[error("section {section:?} occurs twice")]
    RepeatedSection {
        /// The section.
        section: Section,
    },
    /// A section is missing.
    #[error("section {section:?} is missing")]
    MissingSection {
        /// The section.
        section: Section,
    },
    /// A section's length does not fit the header's counts.
    #[error("section {section:?} has {found} bytes where the counts demand {expected}")]
    SectionLength {
        /// The section.
        section: Section,
        /// Bytes that the counts demand.
        expected: u64,
        /// Bytes found.
        found: u64,
    },
    /// The key is of another proof system.
    #[error("the key is of another proof system (protocol {found}); Groth16 is protocol 1")]
    Protocol {
        /// The protocol number found.
        found: u32,
    },
    /// The key is over another curve.
    #[error("the key is over another curve than BN254")]
    OtherCurve,
    /// The domain's size is not a power of two, or too large for the field.
    #[error("a domain of {found} is not a power of two up to 2^27")]
    Domain {
        /// The size found.
        found: u32,
    },
    /// There are fewer variables than public inputs and the constant need.
    #[error("{variables} variables cannot hold {public_inputs} public inputs and the constant")]
    Counts {
        /// Variables of the key.
        variables: u32,
        /// Public inputs of the key.
        public_inputs: u32,
    },
    /// A point is malformed.
    #[error("point {index} of section {section:?} is refused: {source}")]
    Point {
        /// The section.
        section: Section,
        /// Which of its points, from 0.
        index: usize,
        /// What is wrong with it.
        source: PointError,
    },
    /// delta in G1 and delta in G2, or beta in G1 and in G2, have different discrete logarithms.
    #[error("the G1 and G2 forms of {name} do not belong together")]
    Mismatch {
        /// Which pair.
        name: &'static str,
    },
    /// An entry of the matrices is malformed.
    #[error("entry {index} of the matrices is refused: {fault:?}")]
    Coefficient {
        /// Which entry, from 0.
        index: usize,
        /// What is wrong with it.
        fault: CoefficientFault,
    },
    /// The contributions section is malformed.
    #[error("the section of contributions is malformed")]
    Contributions,
    /// The metadata section is malformed.
    #[error("the metadata section is malformed")]
    Metadata,
    /// The circuit's name in the metadata section is not one.
    #[error("the circuit's name in the metadata section is malformed")]
    Name(#[source] CircuitNameError),
}
