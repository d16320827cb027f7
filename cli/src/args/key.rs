//! Any key.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_prover::Levels;

use super::values::parse_levels;

/// Any key, ours or another's.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    /// Look for dangers: no phase 2, known secrets, identity points, inputs that are not bound.
    Lint(KeyLint),
    /// Make the table of a proving key: multiples of its points, with which a program that stays proves faster.
    Table(KeyTable),
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

/// The table is written beside the key, as FILE.table: three times as large as what a proof uses of the key, with four levels.
/// Whoever proves many claims in one process keeps it in memory. A single `prove` does not use it: reading it would take longer
/// than it saves.
#[derive(Debug, Args)]
pub(crate) struct KeyTable {
    /// The proving key (.zkey).
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How many multiples of each point: 2, 4 or 8.
    #[arg(long, value_name = "NUMBER", value_parser = parse_levels, default_value = "4")]
    pub(crate) levels: Levels,
    /// Replace a table that is there.
    #[arg(long)]
    pub(crate) force: bool,
}
