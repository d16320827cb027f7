//! What this process has used so far, as the system counts it.

/// Processor time and memory of this process; `None` where the system is not asked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ProcessUsage {
    /// Seconds of all threads, in the program and in the system.
    pub(super) cpu_seconds: Option<f64>,
    /// The greatest resident size, with the touched pages of the mapped key.
    pub(super) peak_memory: Option<u64>,
}

impl ProcessUsage {
    /// As of now.
    #[cfg(unix)]
    pub(super) fn now() -> Self {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::TimeValLike;
        let Ok(usage) = getrusage(UsageWho::RUSAGE_SELF) else { return Self::default() };
        let time = usage.user_time() + usage.system_time();
        // microseconds of years fit the range in which doubles are exact
        let microseconds = u64::try_from(time.num_microseconds()).ok().map(core::time::Duration::from_micros);
        Self { cpu_seconds: microseconds.map(|time| time.as_secs_f64()), peak_memory: resident_peak(&usage) }
    }

    /// Elsewhere nobody is asked.
    #[cfg(not(unix))]
    pub(super) fn now() -> Self {
        Self::default()
    }

    /// Processor seconds since an earlier look.
    pub(super) fn cpu_since(self, earlier: Self) -> Option<f64> {
        Some(self.cpu_seconds? - earlier.cpu_seconds?)
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
