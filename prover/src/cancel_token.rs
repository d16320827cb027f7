//! Cancellation of long work from another thread.

use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};

/// Cancels proving and key making from another thread. Clones share one state; once cancelled it stays so.
///
/// Work looks at the token between phases and between the tasks inside a phase, so it ends within some tens of
/// milliseconds on an ordinary machine.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// A token that is not cancelled.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks all work with this token to end.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Ends the work by `?` where somebody cancelled.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// Somebody cancelled the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
#[expect(clippy::exhaustive_structs, reason = "there is nothing more to say")]
pub struct Cancelled;
