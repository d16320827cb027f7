//! Measuring this machine.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;

use clap::Args;
use workproof_prover::Levels;

use super::values::parse_levels;

/// Each circuit is measured in a process of its own, on a sample claim that fills it, with a DEVELOPMENT key that is made
/// first where there is none. One more run beforehand is not counted.
#[derive(Debug, Args)]
pub(crate) struct BenchArgs {
    /// The circuits [default: relay-10, relay-46, gold-256 and gold-1024]. The largest take minutes and gigabytes.
    #[arg(value_name = "CIRCUIT")]
    pub(crate) circuits: Vec<String>,
    /// Counted runs of each circuit.
    #[arg(long, value_name = "NUMBER", default_value = "5")]
    pub(crate) runs: NonZeroU32,
    /// Threads to use [default: all].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Prove with the table of each key, of so many levels (2, 4 or 8); it is made where there is none.
    #[arg(long, value_name = "LEVELS", value_parser = parse_levels)]
    pub(crate) table: Option<Levels>,
    /// A file for a page with plots. It needs nothing else: no scripts, no network.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
    /// Measure the one circuit in this process: how the command calls itself.
    #[arg(long, hide = true)]
    pub(crate) in_this_process: bool,
}
