//! From one level to the next.

use ark_bn254::{G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::AdditiveGroup;
use rayon::prelude::*;

use crate::cancel_token::{CancelToken, Cancelled};
use crate::zkey::{G1Points, G2Points};

/// Points per task: enough to share an inversion, few enough to see a cancellation soon.
const TASK: usize = 1 << 10;

/// Replaces each point by `2^bits` times the point, on all threads.
pub(crate) fn double_points<P: AffineRepr>(
    points: &mut [P],
    bits: usize,
    cancel: &CancelToken,
) -> Result<(), Cancelled> {
    points.par_chunks_mut(TASK).try_for_each(|points| {
        cancel.check()?;
        let doubled = points.iter().map(|point| {
            let mut multiple = point.into_group();
            for _ in 0..bits {
                multiple.double_in_place();
            }
            multiple
        });
        let doubled: Vec<P::Group> = doubled.collect();
        points.copy_from_slice(&P::Group::normalize_batch(&doubled));
        Ok(())
    })
}

/// Points that are not the identity.
pub(super) fn present_g1(points: G1Points<'_>) -> Vec<G1Affine> {
    points.iter().filter(|point| !point.is_zero()).collect()
}

/// Points that are not the identity.
pub(super) fn present_g2(points: G2Points<'_>) -> Vec<G2Affine> {
    points.iter().filter(|point| !point.is_zero()).collect()
}
