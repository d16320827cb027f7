//! One window's share of a sum.

use ark_ff::AdditiveGroup;

use super::group_sums::GroupSums;
use super::{AffineOf, Bases, BatchAdder, Groups, SignedDigits, WorkspacePool, sum_groups};
use crate::cancel_token::CancelToken;
use crate::engine::EngineError;
use crate::engine::tasks::join;

/// `sum d_i P_i` over the digits of one window of every part.
pub(super) fn sum_window<A: BatchAdder>(
    pool: &WorkspacePool<'_, A>,
    bases: &Bases<'_, A::Point>,
    scalars: &SignedDigits,
    window: usize,
    cancel: &CancelToken,
) -> Result<A::Group, EngineError> {
    cancel.check()?;
    let groups = Groups::by_digit(scalars, window, bases.first_scalar, (bases.present, bases.stride));
    let buckets = sum_groups(pool, bases.points, &groups, cancel)?;
    drop(groups);
    // bucket g stands for digits ±(g + 1); g = a 2^k + b
    let index_bits = scalars.bits(window) - 1;
    let column_bits = index_bits.div_ceil(2);
    let row_count = 1 << (index_bits - column_bits);
    let column_count = 1_u32 << column_bits;
    let row_numbers: Vec<u32> = buckets.groups.iter().map(|group| group >> column_bits).collect();
    let column_numbers: Vec<u32> = buckets.groups.iter().map(|group| group & (column_count - 1)).collect();
    let sum_by = |count: usize, numbers: &[u32]| {
        sum_groups(pool, &buckets.points, &Groups::by_number(count, numbers), cancel)
    };
    let (rows, columns) =
        join(|| sum_by(row_count, &row_numbers), || sum_by(1 << column_bits, &column_numbers));
    let mut sum = weighted_sum(pool.adder(), &rows?, 0);
    for _ in 0..column_bits {
        sum.double_in_place();
    }
    Ok(sum + weighted_sum(pool.adder(), &columns?, 1))
}

/// `sum (g + offset) S_g`, with one running sum for each step down.
fn weighted_sum<A: BatchAdder>(adder: &A, sums: &GroupSums<A::Point>, offset: u32) -> A::Group {
    let points: Vec<AffineOf<A>> = adder.to_affine(&sums.points);
    let mut running = A::Group::ZERO;
    let mut total = A::Group::ZERO;
    let mut remaining = sums.groups.iter().zip(&points).rev().peekable();
    let highest = sums.groups.last().map_or(0, |group| group + offset);
    for weight in (1..=highest).rev() {
        while let Some((_, point)) = remaining.next_if(|(group, _)| **group + offset == weight) {
            running += *point;
        }
        total += running;
    }
    total
}
