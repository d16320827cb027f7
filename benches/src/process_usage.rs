//! What this process has used so far, as the system counts it.

use core::time::Duration;

/// Processor time and memory of this process; zero where the system is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProcessUsage {
    /// Time of all threads, in the program and in the system.
    pub processor: Duration,
    /// The greatest resident size in bytes, with the touched pages of mapped files.
    pub peak_memory: u64,
}

impl ProcessUsage {
    /// As of now.
    #[cfg(unix)]
    #[must_use]
    pub fn now() -> Self {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::TimeValLike;
        let Ok(usage) = getrusage(UsageWho::RUSAGE_SELF) else { return Self::default() };
        let time = (usage.user_time() + usage.system_time()).num_microseconds();
        // Apple counts bytes, the others kibibytes
        let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
        Self {
            processor: Duration::from_micros(u64::try_from(time).unwrap_or_default()),
            peak_memory: u64::try_from(usage.max_rss()).unwrap_or_default().saturating_mul(unit),
        }
    }

    /// Elsewhere nobody is asked.
    #[cfg(not(unix))]
    #[must_use]
    pub fn now() -> Self {
        Self::default()
    }
}
