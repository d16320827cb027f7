//! `determinism`.

use std::path::PathBuf;

use clap::Args;

/// With --json: the counts of the report, and the columns that are unknown or free.
///
/// Ends with 0 where everything is proven, with 1 where something is not.
#[derive(Debug, Args)]
pub(crate) struct DeterminismArgs {
    /// The circuit (.r1cs), as circom writes it. Its inputs are taken as given, its outputs are to be proven.
    #[arg(value_name = "FILE")]
    pub(crate) r1cs: PathBuf,
    /// A witness (.wtns) of the circuit: with it, unknown variables that can move are found and called free.
    #[arg(long, value_name = "FILE")]
    pub(crate) wtns: Option<PathBuf>,
}
