//! How to prove: on which threads, with whom listening, and what ends it early.

use alloc::sync::Arc;

use rayon::ThreadPool;

use crate::cancel_token::CancelToken;
use crate::progress::ProgressSink;

/// How to prove.
///
/// ```
/// use workproof_prover::{CancelToken, ProveOptions};
///
/// let cancel = CancelToken::new();
/// let report = |progress: workproof_prover::Progress| drop(progress);
/// let options = ProveOptions::new().with_cancel(cancel.clone()).with_progress(&report);
/// assert!(!options.cancel.is_cancelled());
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct ProveOptions<'a> {
    /// The threads to prove on; rayon's global pool where there is none.
    pub pool: Option<Arc<ThreadPool>>,
    /// Where progress is reported.
    pub progress: Option<ProgressSink<'a>>,
    /// What ends the work early.
    pub cancel: CancelToken,
    /// The most bytes of memory that a proof may need besides the mapped key.
    pub memory_limit: Option<u64>,
}

impl<'a> ProveOptions<'a> {
    /// The global pool, nobody listening, no cancellation.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Proves on this pool.
    #[must_use]
    pub fn with_pool(mut self, pool: Arc<ThreadPool>) -> Self {
        self.pool = Some(pool);
        self
    }

    /// Reports progress here.
    #[must_use]
    pub fn with_progress(mut self, progress: ProgressSink<'a>) -> Self {
        self.progress = Some(progress);
        self
    }

    /// Refuses a proof that [may need](crate::Prover::estimated_memory) more bytes of memory besides the mapped key, before
    /// any work is done.
    #[must_use]
    pub const fn with_memory_limit(mut self, bytes: u64) -> Self {
        self.memory_limit = Some(bytes);
        self
    }

    /// Ends when this token is cancelled.
    #[must_use]
    pub fn with_cancel(mut self, cancel: CancelToken) -> Self {
        self.cancel = cancel;
        self
    }
}

impl core::fmt::Debug for ProveOptions<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ProveOptions")
            .field("pool", &self.pool)
            .field("cancel", &self.cancel)
            .field("memory_limit", &self.memory_limit)
            .finish_non_exhaustive()
    }
}
