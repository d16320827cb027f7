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
        Self {
            processor: Duration::from_micros(u64::try_from(time).unwrap_or_default()),
            peak_memory: resident_peak(&usage).unwrap_or_default(),
        }
    }

    /// Elsewhere nobody is asked.
    #[cfg(not(unix))]
    #[must_use]
    pub fn now() -> Self {
        Self::default()
    }
}

/// The greatest resident size in bytes. Linux carries the parent's over into `ru_maxrss`, so its own count is read there.
#[cfg(unix)]
fn resident_peak(usage: &nix::sys::resource::Usage) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let own = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    match own.and_then(|kibibytes| kibibytes.trim().parse::<u64>().ok()) {
        Some(kibibytes) => Some(kibibytes.saturating_mul(1024)),
        // Apple counts bytes, the others kibibytes
        None => {
            let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
            u64::try_from(usage.max_rss()).ok().map(|size| size.saturating_mul(unit))
        }
    }
}
