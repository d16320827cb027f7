//! Why bytes or coordinates are not a point this crate works with.

use thiserror::Error;

/// Why bytes or coordinates are not a usable point of BN254.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PointError {
    /// A coordinate is not below the field's order, or its text or flag bits are not in the one accepted form.
    #[error("a coordinate is not in canonical form (an integer below the base field's order)")]
    NotCanonical,
    /// No point of the curve has these coordinates.
    #[error("the coordinates are not on the curve")]
    NotOnCurve,
    /// The point is on the twist but outside the subgroup of prime order.
    #[error("the point is outside the subgroup of prime order")]
    NotInSubgroup,
    /// The point is the identity, which no honest key or proof contains.
    #[error("the point is the identity")]
    Identity,
}
