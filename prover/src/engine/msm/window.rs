//! One window's share of a sum.

use super::group_sums::GroupSums;
use super::{Bases, BatchAdder, Groups, SignedDigits, WorkspacePool, sum_groups};
use crate::cancel_token::CancelToken;
use crate::engine::EngineError;
use crate::engine::tasks::join;

/// What is left of a window: some hundred points, each of which counts as often as its group's number says.
pub(super) struct WindowSums<P> {
    /// `R_a`: a stands for `a 2^column_bits`.
    pub(super) rows: GroupSums<P>,
    /// `C_b`: b stands for `b + 1`.
    pub(super) columns: GroupSums<P>,
    /// The bits of a column's number.
    pub(super) column_bits: usize,
}

/// What adds up to `sum d_i P_i` over the digits of one window of every part.
pub(super) fn sum_window<A: BatchAdder>(
    pool: &WorkspacePool<'_, A>,
    bases: &Bases<'_, A::Point>,
    scalars: &SignedDigits,
    window: usize,
    cancel: &CancelToken,
) -> Result<WindowSums<A::Point>, EngineError> {
    cancel.check()?;
    let groups = Groups::by_digit(scalars, window, bases.first_scalar, (bases.present, bases.stride));
    let buckets = sum_groups(pool, bases.points, (&groups, A::CHUNK), cancel)?;
    drop(groups);
    // bucket g stands for digits ±(g + 1); g = a 2^k + b
    let index_bits = scalars.bits(window) - 1;
    let column_bits = index_bits.div_ceil(2);
    let row_count = 1 << (index_bits - column_bits);
    let column_count = 1_u32 << column_bits;
    let row_numbers: Vec<u32> = buckets.groups.iter().map(|group| group >> column_bits).collect();
    let column_numbers: Vec<u32> = buckets.groups.iter().map(|group| group & (column_count - 1)).collect();
    let sum_by = |count: usize, numbers: &[u32]| {
        sum_groups(pool, &buckets.points, (&Groups::by_number(count, numbers), A::CHUNK), cancel)
    };
    let (rows, columns) =
        join(|| sum_by(row_count, &row_numbers), || sum_by(1 << column_bits, &column_numbers));
    Ok(WindowSums { rows: rows?, columns: columns?, column_bits })
}
