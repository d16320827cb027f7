//! The registry of contributors.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_protocol::ContributorId;

/// The registry of contributors.
#[derive(Debug, Subcommand)]
pub(crate) enum RegistryCommand {
    /// Add contributors; begins the file if there is none.
    Add(RegistryAdd),
    /// Print the root.
    Root {
        /// The registry's file: zk-kit's export of a LeanIMT.
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
    /// Print the membership proof of a contributor.
    Path(RegistryPath),
}

/// Whom to add.
#[derive(Debug, Args)]
pub(crate) struct RegistryAdd {
    /// The registry's file: zk-kit's export of a LeanIMT.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Ids (Semaphore's commitments).
    #[arg(value_name = "ID", required = true)]
    pub(crate) ids: Vec<ContributorId>,
}

/// Whose proof to print.
#[derive(Debug, Args)]
pub(crate) struct RegistryPath {
    /// The registry's file: zk-kit's export of a LeanIMT.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The contributor's id.
    #[arg(value_name = "ID")]
    pub(crate) id: ContributorId,
}
