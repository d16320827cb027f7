//! The first phase of a ceremony.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Powers of tau, which many make once for all circuits.
#[derive(Debug, Subcommand)]
pub(crate) enum PtauCommand {
    /// Verify a file: every point, every contribution, and what was prepared for phase 2.
    Verify(PtauFileArg),
}

/// Which file.
#[derive(Debug, Args)]
pub(crate) struct PtauFileArg {
    /// The file (.ptau).
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}
