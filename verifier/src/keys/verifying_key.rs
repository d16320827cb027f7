//! The verifying key of a circuit.

use alloc::vec::Vec;

use workproof_protocol::MAX_PUBLIC_INPUTS;

use super::lint::findings;
use super::{KeyError, KeyFinding, KeyPointName, PreparedVerifyingKey, bytes};
use crate::circuit_id::{CircuitId, KeyId};
use crate::curve::{G1Affine, G2Affine};
use crate::mutants::{Twin, is_broken};
use crate::points::{check_g1, check_g2};

/// The points of a verifying key, not checked in any way: what readers and writers of key files exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the points of a Groth16 verifying key are these five for ever"
)]
pub struct VerifyingKeyPoints {
    /// alpha in G1.
    pub alpha_g1: G1Affine,
    /// beta in G2.
    pub beta_g2: G2Affine,
    /// gamma in G2; snarkjs' keys have the generator here.
    pub gamma_g2: G2Affine,
    /// delta in G2.
    pub delta_g2: G2Affine,
    /// One point for the constant 1, then one for each public input.
    pub ic: Vec<G1Affine>,
}

impl VerifyingKeyPoints {
    /// The Keccak-256 digest of the points, whatever circuit they belong to: what a ceremony's transcript names the key by.
    /// Like a key's canonical bytes from the number of public inputs on, with that number in four bytes, little-endian.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        bytes::points_digest(self)
    }

    /// Checks that every point is on its curve, in its subgroup and not the identity.
    pub(super) fn check_points(&self) -> Result<(), KeyError> {
        let name = |name: KeyPointName| move |source| KeyError::Point { name, source };
        check_g1(&self.alpha_g1).map_err(name(KeyPointName::Alpha))?;
        check_g2(&self.beta_g2).map_err(name(KeyPointName::Beta))?;
        check_g2(&self.gamma_g2).map_err(name(KeyPointName::Gamma))?;
        check_g2(&self.delta_g2).map_err(name(KeyPointName::Delta))?;
        for (index, point) in self.ic.iter().enumerate() {
            check_g1(point).map_err(name(KeyPointName::Input(index)))?;
        }
        if self.ic.is_empty() {
            return Err(KeyError::InputCount { announced: 0, found: 0 });
        }
        Ok(())
    }
}

/// A checked verifying key that is fit for use: every point is valid and the key lint found nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyingKey {
    circuit: CircuitId,
    points: VerifyingKeyPoints,
}

impl VerifyingKey {
    /// Checks points and makes a key of them.
    ///
    /// # Errors
    /// [`KeyError::Point`] for a malformed point, [`KeyError::Development`] for a development key and
    /// [`KeyError::Dangerous`] for anything else that the key lint finds.
    pub fn new(circuit: CircuitId, points: VerifyingKeyPoints) -> Result<Self, KeyError> {
        points.check_points()?;
        match findings(&points, MAX_PUBLIC_INPUTS).first().copied() {
            _ if is_broken(Twin::KeyLint) => Ok(Self { circuit, points }),
            None => Ok(Self { circuit, points }),
            Some(KeyFinding::DeltaIsDevelopmentValue) => Err(KeyError::Development),
            Some(finding) => Err(KeyError::Dangerous { finding }),
        }
    }

    /// Reads a key from its canonical bytes (see the book, "Encodings").
    ///
    /// # Errors
    /// Every way in which bytes can fail to be a key that is fit for use: see [`KeyError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let (circuit, points) = bytes::decode(bytes)?;
        Self::new(circuit, points)
    }

    /// The canonical bytes: version, circuit name and digest, number of inputs, then the compressed points.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes::encode(&self.circuit, &self.points)
    }

    /// The digest of the canonical bytes.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        bytes::key_id(&self.circuit, &self.points)
    }

    /// The circuit that the key belongs to.
    #[must_use]
    pub const fn circuit(&self) -> &CircuitId {
        &self.circuit
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

    /// Precomputes what every check under this key needs. Do it once per key.
    #[must_use]
    pub fn prepare(&self) -> PreparedVerifyingKey {
        PreparedVerifyingKey::new(self.circuit.clone(), self.key_id(), &self.points, false)
    }
}
