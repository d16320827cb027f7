//! What the figures were measured on.

use std::fs;
use std::thread::available_parallelism;

use serde::Serialize;

/// What the figures were measured on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    /// The release of this program.
    pub(crate) workproof: &'static str,
    /// The processor's name, where the system tells it.
    pub(crate) processor: Option<String>,
    pub(crate) system: String,
    /// Cores that this process may use.
    pub(crate) cores: usize,
    /// Threads that it used.
    pub(crate) threads: usize,
}

impl Machine {
    /// This machine, with the number of threads that are used.
    pub(super) fn of(threads: usize) -> Self {
        Self {
            workproof: env!("CARGO_PKG_VERSION"),
            processor: processor(),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            cores: available_parallelism().map_or(threads, usize::from),
            threads,
        }
    }
}

/// Linux lists it; other systems would have to be asked through programs of theirs.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(line.trim_start_matches([' ', '\t', ':']).trim_end().to_owned())
}
