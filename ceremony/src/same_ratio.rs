//! The one equation of ceremonies: two pairs of points have the same ratio.

use ark_bn254::{Bn254, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ec::pairing::Pairing;
use ark_ff::One;

/// Whether `left.1 = x left.0` and `right.1 = x right.0` for the same x: `e(left.0, right.1) = e(left.1, right.0)`, with no
/// point the identity.
pub(crate) fn same_ratio(left: (G1Affine, G1Affine), right: (G2Affine, G2Affine)) -> bool {
    let identity = left.0.is_zero() || left.1.is_zero() || right.0.is_zero() || right.1.is_zero();
    !identity && Bn254::multi_pairing([left.0, -left.1], [right.1, right.0]).0.is_one()
}
