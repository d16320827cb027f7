//! Keys of circuits that are not workproof's: any circom circuit, any number of public inputs.

use alloc::vec::Vec;

use super::lint::findings;
use super::{KeyError, KeyFinding, PreparedPairing, VerifyingKeyPoints};
use crate::curve::Fr;
use crate::proof::Proof;
use crate::verify::VerifyError;

/// A checked key of a circuit that no statement type of ours describes.
///
/// It takes a bare list of public inputs, so the caller answers for what they mean. For workproof's own circuits use
/// [`VerifyingKey`](super::VerifyingKey) and [`verify`](crate::verify()).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignVerifyingKey {
    points: VerifyingKeyPoints,
}

impl ForeignVerifyingKey {
    /// Checks the points and applies the key lint, except for the number of inputs.
    ///
    /// # Errors
    /// As [`VerifyingKey::new`](super::VerifyingKey::new).
    pub fn new(points: VerifyingKeyPoints) -> Result<Self, KeyError> {
        let key = Self::insecure_unlinted(points)?;
        match key.findings().first().copied() {
            None => Ok(key),
            Some(KeyFinding::DeltaIsDevelopmentValue) => Err(KeyError::Development),
            Some(finding) => Err(KeyError::Dangerous { finding }),
        }
    }

    /// Checks the points but does not ask the key lint: for keys made for tests and measurements.
    ///
    /// # Security
    /// Proofs under such a key may prove nothing.
    ///
    /// # Errors
    /// [`KeyError::Point`] or [`KeyError::InputCount`].
    pub fn insecure_unlinted(points: VerifyingKeyPoints) -> Result<Self, KeyError> {
        points.check_points()?;
        Ok(Self { points })
    }

    /// What the key lint has to say about this key.
    #[must_use]
    pub fn findings(&self) -> Vec<KeyFinding> {
        findings(&self.points, usize::MAX)
    }

    /// The points of the key.
    #[must_use]
    pub const fn points(&self) -> &VerifyingKeyPoints {
        &self.points
    }

    /// The number of public inputs.
    #[must_use]
    pub const fn public_inputs(&self) -> usize {
        self.points.ic.len().saturating_sub(1)
    }

    /// Precomputes what every check under this key needs.
    #[must_use]
    pub fn prepare(&self) -> PreparedForeignKey {
        PreparedForeignKey { pairing: PreparedPairing::new(&self.points) }
    }
}

/// A [`ForeignVerifyingKey`] with what every check under it needs.
#[derive(Clone, Debug)]
pub struct PreparedForeignKey {
    pairing: PreparedPairing,
}

impl PreparedForeignKey {
    pub(super) const fn from_pairing(pairing: PreparedPairing) -> Self {
        Self { pairing }
    }

    /// Checks a proof for a bare list of public inputs.
    ///
    /// # Errors
    /// [`VerifyError::InputCount`] or [`VerifyError::InvalidProof`].
    pub fn verify(&self, inputs: &[Fr], proof: &Proof) -> Result<(), VerifyError> {
        crate::verify::verify_inputs(&self.pairing, inputs, proof)
    }
}
