//! Secrets of contributors and attesters.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A contributor's identity.
#[derive(Debug, Subcommand)]
pub(crate) enum IdentityCommand {
    /// Make an identity and write it to a file that only you may read.
    New(NewSecret),
    /// Show an identity's public part.
    Show(IdentityShow),
}

/// An attester's signing key.
#[derive(Debug, Subcommand)]
pub(crate) enum AttesterCommand {
    /// Make a signing key and write it to a file that only you may read.
    New(NewSecret),
}

/// Where a new secret goes.
#[derive(Debug, Args)]
pub(crate) struct NewSecret {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists. The secret in it is lost.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Which identity to show.
#[derive(Debug, Args)]
pub(crate) struct IdentityShow {
    /// The identity's file, or Semaphore's export of one.
    #[arg(value_name = "FILE")]
    pub(crate) identity: PathBuf,
    /// Print the private key too, as Semaphore's export.
    #[arg(long)]
    pub(crate) show_secret: bool,
}
