//! Development keys.

use clap::{Args, Subcommand};

/// Development keys: anyone can forge proofs for them.
#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// Make DEVELOPMENT keys, once; keys that are there already stay.
    Make(KeysMake),
    /// List the keys that are there, with their digests.
    List,
    /// Print where the files of a key are.
    Path(KeysPath),
}

/// Which keys to make.
#[derive(Debug, Args)]
pub(crate) struct KeysMake {
    /// The circuits, such as relay-10 or gold-1024.
    #[arg(value_name = "CIRCUIT", required_unless_present = "all")]
    pub(crate) circuits: Vec<String>,
    /// All circuits. The largest takes minutes and gigabytes.
    #[arg(long, conflicts_with = "circuits")]
    pub(crate) all: bool,
    /// Make them again even if they are there.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Which key's files.
#[derive(Debug, Args)]
pub(crate) struct KeysPath {
    /// The circuit.
    #[arg(value_name = "CIRCUIT")]
    pub(crate) circuit: String,
}
