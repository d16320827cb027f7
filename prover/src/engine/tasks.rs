//! Where work splits up into tasks.
//!
//! rayon runs the tasks. What is here marks them, so that a build with the feature `task-trace` can write down which tasks
//! there are, how long each takes and what waits for what ([`record`](trace::record)). A machine with any number of
//! threads can then be simulated. Without the feature the marks are nothing.

#[cfg(feature = "task-trace")]
pub mod trace;

use rayon::prelude::*;

use super::EngineError;

/// Marks work that runs tasks side by side and ends when they have ended.
#[inline]
pub(super) fn side_by_side<T>(work: impl FnOnce() -> T) -> T {
    #[cfg(feature = "task-trace")]
    let _mark = trace::Mark::side_by_side();
    work()
}

/// Marks one task among those of [`side_by_side`].
#[inline]
pub(super) fn task<T>(work: impl FnOnce() -> T) -> T {
    #[cfg(feature = "task-trace")]
    let _mark = trace::Mark::task();
    work()
}

/// Two tasks side by side.
#[inline]
pub(super) fn join<A: Send, B: Send>(
    left: impl FnOnce() -> A + Send,
    right: impl FnOnce() -> B + Send,
) -> (A, B) {
    side_by_side(|| rayon::join(|| task(left), || task(right)))
}

/// One task for each item.
#[inline]
pub(super) fn for_each<I: IndexedParallelIterator>(items: I, work: impl Fn(I::Item) + Send + Sync) {
    side_by_side(|| items.for_each(|item| task(|| work(item))));
}

/// One task for each item, and what they return in order.
#[inline]
pub(super) fn collect<I: IndexedParallelIterator, T: Send>(
    items: I,
    work: impl Fn(I::Item) -> T + Send + Sync,
) -> Vec<T> {
    side_by_side(|| items.map(|item| task(|| work(item))).collect())
}

/// One task for each item, and what they return in order; no more are begun after one has failed.
#[inline]
pub(super) fn try_collect<I: IndexedParallelIterator, T: Send>(
    items: I,
    work: impl Fn(I::Item) -> Result<T, EngineError> + Send + Sync,
) -> Result<Vec<T>, EngineError> {
    side_by_side(|| items.map(|item| task(|| work(item))).collect())
}
