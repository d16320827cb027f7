//! Are these powers of tau, made by these contributions?

mod chain;
mod powers;

use rand_core::{CryptoRng, RngCore};
use thiserror::Error;
use workproof_prover::{Cancelled, EngineError};
use workproof_verifier::PointError;

#[cfg(feature = "insecure-testing")]
pub(super) use chain::{derived_point, first_challenge};

use super::PtauFile;
use super::contribution::{PtauContribution, PtauContributionError, read_contributions};
use crate::progress::CeremonyOptions;
use crate::sums::Weights;

/// What is wrong with a first phase. Contributions are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PtauFault {
    /// The contributions section is malformed.
    #[error("{0}")]
    Contributions(#[source] PtauContributionError),
    /// Nobody has contributed.
    #[error("nobody has contributed, so that tau is known to all")]
    NoContribution,
    /// Only beacons have contributed.
    #[error("only a beacon has contributed, which keeps no secret")]
    OnlyBeacon,
    /// A point is malformed.
    #[error("point {index} of {section} is refused: {source}")]
    Point {
        /// Which section.
        section: &'static str,
        /// Which of its points, from 0.
        index: usize,
        /// What is wrong with it.
        source: PointError,
    },
    /// A public key does not show that its secret is known.
    #[error("the public key of contribution {number} for {secret} does not hold together")]
    PublicKey {
        /// Which contribution.
        number: usize,
        /// tau, alpha or beta.
        secret: &'static str,
    },
    /// A point after a contribution does not follow from its public key.
    #[error("{point} after contribution {number} does not follow from its public key")]
    Step {
        /// Which contribution.
        number: usize,
        /// Which point.
        point: &'static str,
    },
    /// A beacon's keys are not what its value gives.
    #[error("contribution {number} is not what the beacon's value gives")]
    BeaconKey {
        /// Which contribution.
        number: usize,
    },
    /// The first power is not a generator, or the first points are not the last contribution's.
    #[error("the first points of {section} are not those of the last contribution")]
    FirstPoints {
        /// Which section.
        section: &'static str,
    },
    /// The points are not successive powers.
    #[error("the points in {group} are not successive powers of tau")]
    NotPowers {
        /// G1 or G2.
        group: &'static str,
    },
    /// The hash of all points is not what the last contribution says.
    #[error("the hash of all points is not what the last contribution announces")]
    NextChallenge,
    /// The prepared sections do not follow from the powers.
    #[error("the sections prepared for phase 2 in {group} do not follow from the powers")]
    Prepared {
        /// G1 or G2.
        group: &'static str,
    },
}

/// Why a first phase could not be verified, or is refused.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VerifyPtauError {
    /// The file is not what it should be.
    #[error("the first phase is refused: {0}")]
    Refused(#[from] PtauFault),
    /// The engine failed.
    #[error(transparent)]
    Engine(EngineError),
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for VerifyPtauError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<EngineError> for VerifyPtauError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

/// A first phase that was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedPtau {
    contributions: Vec<PtauContribution>,
}

impl VerifiedPtau {
    /// The contributions in their order.
    #[must_use]
    pub fn contributions(&self) -> &[PtauContribution] {
        &self.contributions
    }
}

/// Verifies a first phase: every point, every contribution, that the powers are powers, and the prepared sections where
/// there are some.
///
/// # Errors
/// [`VerifyPtauError`].
pub fn verify_ptau(
    phase1: &PtauFile,
    rng: &mut (impl CryptoRng + RngCore),
    options: &CeremonyOptions<'_>,
) -> Result<VerifiedPtau, VerifyPtauError> {
    let contributions = read_contributions(phase1.contributions()).map_err(PtauFault::Contributions)?;
    let last = contributions.last().ok_or(PtauFault::NoContribution)?;
    chain::check_chain(&contributions, phase1.ceremony_power(), options)?;
    powers::check_first_points(phase1, last)?;
    powers::check_points(phase1, options)?;
    let mut weights = Weights::new(rng);
    powers::check_powers(phase1, last, &mut weights, options)?;
    powers::check_prepared(phase1, &mut weights, options)?;
    powers::check_next_challenge(phase1, last, options)?;
    Ok(VerifiedPtau { contributions })
}
