//! Verifying keys for development: made on the spot from a public seed, and a type of their own.

use alloc::vec::Vec;
use ark_ff::MontFp;

use workproof_protocol::MAX_PUBLIC_INPUTS;

use super::lint::findings;
use super::{KeyError, KeyFinding, PreparedVerifyingKey, VerifyingKeyPoints, bytes};
use crate::circuit_id::{CircuitId, KeyId};
use crate::curve::{Fq, Fq2, G2Affine};

/// The text whose hash to field is the discrete logarithm of every development key's delta.
pub const DEVELOPMENT_DELTA_TEXT: &[u8] = b"workproof/v1/development delta";

const X: Fq2 = Fq2::new(DELTA_X_C0, DELTA_X_C1);
const Y: Fq2 = Fq2::new(DELTA_Y_C0, DELTA_Y_C1);
const DELTA_X_C0: Fq =
    MontFp!("18120862016256608602307303079336929510904437515337743282980339903769025527985");
const DELTA_X_C1: Fq =
    MontFp!("5480698468172697147096181024873241500403708806501845692167714605435147849875");
const DELTA_Y_C0: Fq =
    MontFp!("11324177094711342770378633741679527937412709903467896703809436148854000148861");
const DELTA_Y_C1: Fq =
    MontFp!("15983154698026664361151051667323339139255098796883251801102972777943944977583");

/// delta of every development key, the same for all circuits, by which a key is known to be one.
///
/// Its discrete logarithm is public: the hash to field of the text `workproof/v1/development delta`.
pub const fn development_delta() -> G2Affine {
    G2Affine::new_unchecked(X, Y)
}

/// A verifying key under which **anyone can forge proofs**: only for development and tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DevelopmentVerifyingKey {
    circuit: CircuitId,
    points: VerifyingKeyPoints,
}

impl DevelopmentVerifyingKey {
    /// Checks points and makes a development key of them.
    ///
    /// # Security
    /// Proofs under this key prove nothing.
    ///
    /// # Errors
    /// [`KeyError::NotDevelopment`] where delta is not the development value, otherwise as
    /// [`VerifyingKey::new`](super::VerifyingKey::new).
    pub fn insecure_new(circuit: CircuitId, points: VerifyingKeyPoints) -> Result<Self, KeyError> {
        points.check_points()?;
        if points.delta_g2 != development_delta() {
            return Err(KeyError::NotDevelopment);
        }
        let other = |finding: &KeyFinding| *finding != KeyFinding::DeltaIsDevelopmentValue;
        match findings(&points, MAX_PUBLIC_INPUTS).into_iter().find(other) {
            None => Ok(Self { circuit, points }),
            Some(finding) => Err(KeyError::Dangerous { finding }),
        }
    }

    /// Reads a development key from its canonical bytes; the form is that of [`VerifyingKey::to_bytes`](super::VerifyingKey::to_bytes).
    ///
    /// # Security
    /// Proofs under this key prove nothing.
    ///
    /// # Errors
    /// As [`DevelopmentVerifyingKey::insecure_new`], and for malformed bytes.
    pub fn insecure_from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let (circuit, points) = bytes::decode(bytes)?;
        Self::insecure_new(circuit, points)
    }

    /// The canonical bytes.
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

    /// Precomputes what every check under this key needs.
    ///
    /// # Security
    /// A claim that verifies under a development key proves nothing. The prepared key remembers what it is:
    /// [`PreparedVerifyingKey::is_development`].
    #[must_use]
    pub fn insecure_prepare(&self) -> PreparedVerifyingKey {
        PreparedVerifyingKey::new(self.circuit.clone(), self.key_id(), &self.points, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::G2Projective;
    use ark_ec::{CurveGroup, PrimeGroup};
    use workproof_protocol::hash_to_field;

    #[test]
    fn the_development_delta_is_derived_from_its_text() {
        let derived = (G2Projective::generator() * hash_to_field(DEVELOPMENT_DELTA_TEXT)).into_affine();
        assert_eq!(development_delta(), derived, "derived: {derived:?}");
    }
}
