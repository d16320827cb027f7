//! The demonstration.

use std::path::PathBuf;

use clap::Args;

/// Plays all parties in one directory: requester, attesters, contributor and verifier.
#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// Keep all files in this directory, which must be new or empty [default: a temporary one, removed at the end].
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) dir: Option<PathBuf>,
}
