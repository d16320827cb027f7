//! How far long work has come.

use workproof_prover::CancelToken;

/// A step of a ceremony's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Every point is checked: on its curve, in its subgroup.
    PointCheck,
    /// The powers are evaluated in the Lagrange basis, for a file that was not prepared.
    Lagrange,
    /// The circuit's columns at the secret point.
    Columns,
    /// A contribution's secret is applied to the points.
    ApplySecret,
    /// Random sums over whole sections.
    Sums,
    /// Hashing whole sections.
    Hash,
    /// The contributions one by one.
    Contributions,
}

/// How far one stage has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CeremonyProgress {
    /// The stage.
    pub stage: Stage,
    /// Parts done.
    pub done: u64,
    /// Parts in all.
    pub total: u64,
}

/// Where progress goes. It is called from any thread of the pool.
pub type CeremonyProgressSink<'a> = &'a (dyn Fn(CeremonyProgress) + Sync);

/// How to do long work.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct CeremonyOptions<'a> {
    /// Where progress is reported.
    pub progress: Option<CeremonyProgressSink<'a>>,
    /// What ends the work early.
    pub cancel: CancelToken,
}

impl core::fmt::Debug for CeremonyOptions<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_struct("CeremonyOptions").field("cancel", &self.cancel).finish_non_exhaustive()
    }
}

impl CeremonyOptions<'_> {
    pub(crate) fn report(&self, stage: Stage, done: usize, total: usize) {
        let widen = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        if let Some(sink) = self.progress {
            sink(CeremonyProgress { stage, done: widen(done), total: widen(total) });
        }
    }
}
