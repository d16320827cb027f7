//! Multi-scalar multiplication: `sum s_i P_i`, in G1 and G2, by buckets and affine additions in batches.
//!
//! Scalars are cut into signed digits once for all sums over the same scalars ([`SignedDigits`]), into as many as suit their
//! lengths; in all but the longest sums the curve's endomorphism halves them first, for twice the points ([`endomorphism`]).
//! For each window of c bits:
//!
//! 1. a counting sort groups the points by the magnitude of their digit ([`Groups`]);
//! 2. each group's points are added up ([`sum_groups`]): sums `B_j` of the points with digit ±j, called buckets;
//! 3. `sum j B_j` is wanted. With j - 1 = a 2^k + b, `sum j B_j = 2^k sum_a a R_a + sum_b (b + 1) C_b`, where `R_a` and
//!    `C_b` are the sums of buckets with equal a and with equal b. These are groups again, summed by the same code: two
//!    additions for each bucket, none of which waits for another;
//! 4. the few `R_a` and `C_b` of all windows are left, each with a weight: [`BinaryWeights`].
//!
//! Step 2 is where the time goes. Points of a group are added pairwise, then the sums pairwise, and so on: a tree, so that
//! all additions of one level are independent and share one inversion ([`BatchAdder`]). An affine addition costs five
//! products and a square, an inversion shared by a thousand costs three products each.
//!
//! Work is cut by entries, not by groups: a chunk of some thousand entries is a task, whatever groups it cuts through. A
//! group that two tasks share has two sums, which are added in step 3. So a group that holds half of all points (the digit
//! 1 of a witness full of bits) is no obstacle, and there are many more tasks than threads.
//!
//! Digits, and entries that say which point is in which group, are secret like the scalars, and are wiped. Sums of points
//! on their way are not: memory that is freed may still hold some of them.

mod batch_adder;
mod binary_weights;
mod cost;
mod digits;
mod endomorphism;
mod group_sums;
mod groups;
mod parts;
mod portable_adder;
#[cfg(test)]
mod tests;
mod window;
mod workspace;

pub(super) use batch_adder::{BatchAdder, Entry, EntryCell, Operands};
pub(super) use digits::SignedDigits;
#[cfg(target_arch = "x86_64")]
pub(super) use endomorphism::{BETA, beta_in_g2};
pub(super) use endomorphism::{image_g1, image_g2};
pub(super) use group_sums::sum_groups;
pub(super) use groups::{Groups, Present};
pub use parts::Levels;
pub(crate) use parts::Parts;
pub(super) use portable_adder::PortableAdder;
pub(super) use workspace::{Workspace, WorkspacePool};

use ark_ec::CurveGroup;
use rayon::prelude::*;

use super::EngineError;
use super::tasks::try_collect;
use crate::cancel_token::CancelToken;
use binary_weights::BinaryWeights;
use window::{WindowSums, sum_window};

/// The points of a sum, without those at infinity, and which scalars belong to them.
pub(super) struct Bases<'a, P> {
    /// The points that are not the identity, those for each part of a scalar in turn.
    pub(super) points: &'a [P],
    /// How far the points for one part are from those for the next.
    pub(super) stride: usize,
    /// Where they stand among all points.
    pub(super) present: Present<'a>,
    /// The scalar of the first of all points.
    pub(super) first_scalar: usize,
}

/// `sum s_i P_i`.
///
/// # Errors
/// [`EngineError::Length`] where a point has no scalar, a part of a scalar has no points, or there are more than 2^30 points; [`EngineError::Cancelled`].
pub(super) fn multi_scalar_sum<A: BatchAdder>(
    adder: &A,
    bases: &Bases<'_, A::Point>,
    scalars: &SignedDigits,
    cancel: &CancelToken,
) -> Result<A::Group, EngineError> {
    let expected = bases.first_scalar.saturating_add(bases.present.extent());
    if expected > scalars.len() {
        return Err(EngineError::Length { expected, found: scalars.len() });
    }
    let per_part = bases.present.count();
    let points = scalars.parts().count().saturating_sub(1) * bases.stride + per_part;
    if bases.points.len() < points {
        return Err(EngineError::Length { expected: points, found: bases.points.len() });
    }
    let most = Entry::MAX_OPERANDS - A::CHUNK;
    if bases.points.len() > most {
        return Err(EngineError::Length { expected: most, found: bases.points.len() });
    }
    let pool = WorkspacePool::new(adder);
    let windows = (0..scalars.windows()).into_par_iter().with_max_len(1);
    let sums: Vec<WindowSums<A::Point>> =
        try_collect(windows, |window| sum_window(&pool, bases, scalars, window, cancel))?;
    let mut weights = BinaryWeights::new();
    let mut first_bit = 0;
    for (window, WindowSums { rows, columns, column_bits }) in sums.iter().enumerate() {
        weights.add(rows, 0, first_bit + column_bits);
        weights.add(columns, 1, first_bit);
        first_bit += scalars.bits(window);
    }
    weights.sum(&pool, cancel)
}

/// The affine points of a group.
pub(super) type AffineOf<A> = <<A as BatchAdder>::Group as CurveGroup>::Affine;
