//! The public key of a signer: a checked point.

use super::edwards_point::{BASE8, EdwardsPoint, POINT_BYTES};
use super::scalar::Scalar;
use crate::decode_error::DecodeError;
use crate::field::Fr;
use crate::mutants::{Twin, is_broken};

/// A point of the prime subgroup other than the identity. It cannot exist unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(EdwardsPoint);

impl PublicKey {
    /// Checks a point: on the curve, in the prime subgroup, not the identity.
    ///
    /// # Errors
    /// [`DecodeError::NotOnCurve`], [`DecodeError::NotInSubgroup`] or [`DecodeError::Identity`].
    pub fn new(point: EdwardsPoint) -> Result<Self, DecodeError> {
        if !point.is_on_curve() {
            return Err(DecodeError::NotOnCurve);
        }
        if point.is_identity() && !is_broken(Twin::KeyNotIdentity) {
            return Err(DecodeError::Identity);
        }
        if !point.is_in_subgroup() && !is_broken(Twin::KeyInSubgroup) {
            return Err(DecodeError::NotInSubgroup);
        }
        Ok(Self(point))
    }

    /// Checks a pair of coordinates.
    ///
    /// # Errors
    /// As [`PublicKey::new`].
    pub fn from_coordinates(x: Fr, y: Fr) -> Result<Self, DecodeError> {
        Self::new(EdwardsPoint { x, y })
    }

    /// The key of a secret scalar, or `None` for zero, which has none.
    pub(crate) fn of_secret(secret: &Scalar) -> Option<Self> {
        let point = BASE8.mul(secret);
        (!point.is_identity()).then_some(Self(point))
    }

    /// The point.
    #[must_use]
    pub const fn point(&self) -> &EdwardsPoint {
        &self.0
    }

    /// The first coordinate.
    #[must_use]
    pub const fn x(&self) -> Fr {
        self.0.x
    }

    /// The second coordinate.
    #[must_use]
    pub const fn y(&self) -> Fr {
        self.0.y
    }

    /// The packed point, 32 bytes, as zk-kit packs it.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; POINT_BYTES] {
        self.0.to_bytes()
    }

    /// Reads and checks a packed point.
    ///
    /// # Errors
    /// As [`EdwardsPoint::from_bytes`] and [`PublicKey::new`].
    pub fn from_bytes(bytes: &[u8; POINT_BYTES]) -> Result<Self, DecodeError> {
        Self::new(EdwardsPoint::from_bytes(bytes)?)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for PublicKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Reads `["x", "y"]` and checks the point.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for PublicKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(EdwardsPoint::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
