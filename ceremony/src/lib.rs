#![doc = include_str!("../README.md")]

extern crate alloc;

mod attestation;
mod contribution_parameters;
mod derived_randomness;
mod hashed_points;
mod lagrange;
mod phase1;
mod phase2;
mod point_check;
mod progress;
mod resumed_hash;
mod same_ratio;
mod sections;
mod sums;
#[cfg(test)]
mod test_snarkjs;
mod transcript;

pub use attestation::{
    ATTESTATION_NAMESPACE, Attestation, AttestationError, MOST_ATTESTATION_BYTES, attestation_text,
    check_attestation,
};
pub use contribution_parameters::{
    Beacon, BeaconError, ContributionKind, ContributionName, ContributionNameError, LEAST_BEACON_EXPONENT,
    MOST_BEACON_EXPONENT, MOST_NAME_BYTES, ParameterError,
};
#[cfg(feature = "insecure-testing")]
pub use phase1::insecure_write_ptau;
pub use phase1::{
    PtauContribution, PtauContributionError, PtauError, PtauFault, PtauFile, VerifiedPtau, VerifyPtauError,
    verify_ptau,
};
pub use phase2::{
    BeaconPolicy, CeremonyPolicy, CeremonyRecord, ContributeError, Contribution, ExistingFile, KeyFault,
    KeyFileError, NewKeyError, RecordError, VerifiedKey, VerifyKeyError, apply_beacon, contribute,
    create_initial_key, verify_key,
};
pub use progress::{CeremonyOptions, CeremonyProgress, CeremonyProgressSink, Stage};
pub use sections::SectionError;
pub use transcript::{
    CeremonyTranscript, FileDigests, MOST_TRANSCRIPT_BYTES, TranscriptBeacon, TranscriptCircuit,
    TranscriptContribution, TranscriptMismatch, TranscriptPhase1,
};
