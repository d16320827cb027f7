//! What can be wrong with a key.

use thiserror::Error;
use workproof_prover::ZkeyError;
use workproof_prover::zkey::Section;
use workproof_verifier::KeyError;

use super::super::record::RecordError;

/// What is wrong with a key. Contributions are counted from 1.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum KeyFault {
    /// The contributions section is malformed.
    #[error("{0}")]
    Record(#[source] RecordError),
    /// The key is malformed.
    #[error("{0}")]
    Key(#[source] ZkeyError),
    /// The verifying key inside is dangerous.
    #[error("{0}")]
    VerifyingKey(#[source] KeyError),
    /// Too few people have contributed.
    #[error(
        "{found} people have contributed where at least {wanted} are wanted; a beacon does not count, since it keeps \
         no secret"
    )]
    TooFewContributions {
        /// Contributions wanted.
        wanted: usize,
        /// Contributions found.
        found: usize,
    },
    /// There is no beacon.
    #[error("no beacon ends the ceremony; to check a key on its way ask for that")]
    NoBeacon,
    /// A contribution comes after a beacon, or there are several beacons.
    #[error("contribution {number} is a beacon's and not the last; a beacon ends the ceremony")]
    BeaconNotLast {
        /// Which contribution.
        number: usize,
    },
    /// A beacon is there where the ceremony should still go on.
    #[error("a beacon has ended the ceremony already; check the key as a finished one")]
    Finished,
    /// The beacon does not say where its value is from.
    #[error("the beacon does not name its source, so nobody can look its value up")]
    BeaconUnnamed,
    /// The beacon's value is not the one expected.
    #[error("the beacon's value is not the one expected")]
    OtherBeacon,
    /// The key belongs to another circuit: its counts or matrices differ.
    #[error("the key is for another circuit")]
    OtherCircuit,
    /// The key was begun with another first phase.
    #[error("the key was begun with another first phase: its {point} differs")]
    OtherPhase1 {
        /// Which point differs.
        point: &'static str,
    },
    /// The key carries a section that no ceremony makes.
    #[error(
        "the key carries workproof's metadata section, which keys of a ceremony do not; it would go unchecked"
    )]
    Metadata,
    /// gamma is not the generator.
    #[error("gamma is not the generator, which it stays throughout a ceremony")]
    Gamma,
    /// A contribution's transcript is not the hash of what came before it.
    #[error(
        "contribution {number} does not follow from those before it: one was altered, dropped, moved or repeated"
    )]
    Transcript {
        /// Which contribution.
        number: usize,
    },
    /// A contribution's public key does not show that its secret is known.
    #[error("the public key of contribution {number} does not hold together")]
    PublicKey {
        /// Which contribution.
        number: usize,
    },
    /// delta after a contribution is not what its secret makes of the one before.
    #[error("delta after contribution {number} does not follow from its public key")]
    Delta {
        /// Which contribution.
        number: usize,
    },
    /// A beacon's key is not what its value gives.
    #[error("contribution {number} is not what the beacon's value gives")]
    BeaconKey {
        /// Which contribution.
        number: usize,
    },
    /// delta of the key is not that of the last contribution.
    #[error("the key's delta is not that of its last contribution")]
    FinalDelta,
    /// A section is not what circuit and first phase give.
    #[error("section {section:?} is not what the circuit and the first phase give")]
    Section {
        /// The section.
        section: Section,
    },
    /// The sections A, B and L do not hold up together.
    #[error(
        "the sections A and B in G1 are not what the circuit and the powers of tau give, or the file's prepared sections are not"
    )]
    Columns,
    /// L and H are not the initial ones over delta.
    #[error("the sections L and H are not those that the contributions give")]
    Quotients,
    /// The circuit's hash, with which the transcript begins, is another.
    #[error(
        "the circuit's hash, with which the transcript begins, is not that of this circuit and first phase"
    )]
    CircuitHash,
    /// A point of the first phase is malformed.
    #[error("the first phase has a malformed point in {section}, at {index}")]
    Phase1Point {
        /// Which section.
        section: &'static str,
        /// Which of its points, from 0.
        index: usize,
    },
}
