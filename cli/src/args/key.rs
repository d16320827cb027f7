//! Any key.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Any key, ours or another's.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Look for dangers: no phase 2, known secrets, identity points, inputs that are not bound.
    Lint(KeyLint),
}

/// Which key.
#[derive(Debug, Args)]
pub(crate) struct KeyLint {
    /// The key: snarkjs' JSON, a proving key (.zkey), our own form (.vkey) or a Solidity verifier (.sol).
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The transcript of a ceremony that you have verified: says whether the key is that ceremony's.
    #[arg(long, value_name = "FILE")]
    pub(crate) transcript: Option<PathBuf>,
}
