//! The circuits.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// With --json: an array of name, constraints, nonzeros, variables, domain, capacity, public_inputs and digest.
#[derive(Debug, Args)]
pub(crate) struct CircuitsArgs {
    #[command(subcommand)]
    pub(crate) command: Option<CircuitsCommand>,
}

/// What to do with a circuit.
#[derive(Debug, Subcommand)]
pub(crate) enum CircuitsCommand {
    /// Write a circuit for snarkjs and others, and if wanted the witness of a sample claim.
    Export(CircuitsExport),
}

/// Which circuit, and where its files go.
#[derive(Debug, Args)]
pub(crate) struct CircuitsExport {
    /// The circuit, such as relay-10.
    #[arg(value_name = "CIRCUIT")]
    pub(crate) circuit: String,
    /// The file for the circuit (.r1cs).
    #[arg(long, value_name = "FILE")]
    pub(crate) r1cs: PathBuf,
    /// A file for the witness (.wtns) of a sample claim that fills the circuit. Its secrets are public.
    #[arg(long, value_name = "FILE")]
    pub(crate) sample_wtns: Option<PathBuf>,
    /// Replace files that exist.
    #[arg(long)]
    pub(crate) force: bool,
}
