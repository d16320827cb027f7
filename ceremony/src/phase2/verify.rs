//! Is this key what a circuit, a first phase and its contributions make?

mod chain;
mod fault;
mod policy;
mod sections;

use rand_core::{CryptoRng, RngCore};
use rayon::join;
use thiserror::Error;
use workproof_prover::circom_files::{R1csReadError, R1csView};
use workproof_prover::zkey::{Section, ZkeyFile};
use workproof_prover::{Cancelled, EngineError};
use workproof_verifier::ForeignVerifyingKey;

use super::initial_key::{counts, log_domain};
use super::record::CeremonyRecord;
use crate::phase1::PtauFile;
use crate::progress::CeremonyOptions;
use crate::sums::Weights;

pub use fault::KeyFault;
pub use policy::{BeaconPolicy, CeremonyPolicy};

/// Why a key could not be verified, or is refused.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VerifyKeyError {
    /// The key is not what it should be.
    #[error("the key is refused: {0}")]
    Refused(#[from] KeyFault),
    /// The circuit is malformed.
    #[error("the circuit is refused: {0}")]
    Circuit(#[from] R1csReadError),
    /// The first phase's file is too small for the circuit.
    #[error("the circuit needs powers of tau for a domain of 2^{wanted}, this file has them for 2^{found}")]
    Phase1TooSmall {
        /// The power wanted.
        wanted: u32,
        /// The file's power.
        found: u32,
    },
    /// The engine failed.
    #[error(transparent)]
    Engine(EngineError),
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for VerifyKeyError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<EngineError> for VerifyKeyError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

/// A key that was verified, with what its ceremony was.
#[derive(Clone, Debug)]
pub struct VerifiedKey {
    record: CeremonyRecord,
    verifying_key: ForeignVerifyingKey,
}

impl VerifiedKey {
    /// The ceremony's record.
    #[must_use]
    pub const fn record(&self) -> &CeremonyRecord {
        &self.record
    }

    /// The verifying key inside.
    #[must_use]
    pub const fn verifying_key(&self) -> &ForeignVerifyingKey {
        &self.verifying_key
    }
}

/// Verifies a key against its circuit and the first phase's file that it began with.
///
/// Everything is derived from the powers of tau: the file's prepared sections are not trusted. That the powers are powers,
/// and who made them, is for [`verify_ptau`](crate::verify_ptau) to say, or for a published hash of the file.
///
/// # Errors
/// [`VerifyKeyError`].
pub fn verify_key(
    circuit: R1csView<'_>,
    phase1: &PtauFile,
    key: &ZkeyFile,
    (policy, rng): (&CeremonyPolicy, &mut (impl CryptoRng + RngCore)),
    options: &CeremonyOptions<'_>,
) -> Result<VerifiedKey, VerifyKeyError> {
    let zkey = key.zkey();
    let record =
        CeremonyRecord::from_bytes(zkey.section(Section::Contributions)).map_err(KeyFault::Record)?;
    policy.check(&record)?;
    let log = log_domain(circuit).ok_or(KeyFault::OtherCircuit)?;
    let header = zkey.header();
    if counts(circuit, log) != Some([header.variables, header.public_inputs, header.domain]) {
        return Err(KeyFault::OtherCircuit.into());
    }
    if log > phase1.power() {
        return Err(VerifyKeyError::Phase1TooSmall { wanted: log, found: phase1.power() });
    }
    if zkey.metadata().is_some() {
        return Err(KeyFault::Metadata.into());
    }
    sections::check_header(header, phase1)?;
    chain::check_chain(header, &record, options)?;
    let points = zkey.verifying_key_points();
    let verifying_key = match policy.applies_lint() {
        true => ForeignVerifyingKey::new(points),
        false => ForeignVerifyingKey::insecure_unlinted(points),
    };
    let verifying_key = verifying_key.map_err(KeyFault::VerifyingKey)?;
    let (coefficients, points) =
        join(|| sections::check_coefficients(circuit, zkey), || sections::check_points(zkey, options));
    coefficients?;
    points?;
    let mut weights = Weights::new(rng);
    sections::check_sections(circuit, (phase1, log), (zkey, record.circuit_hash()), &mut weights, options)?;
    Ok(VerifiedKey { record, verifying_key })
}
