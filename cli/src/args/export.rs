//! Keys and claims for chains.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Write a key, and claims, as a chain takes them: contracts, constants, bytes, with a short README of how to deploy.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// For which chain or tool.
    #[arg(value_enum, value_name = "FOR")]
    pub(crate) target: ExportTarget,
    /// The verifying key: ours (.vkey) or snarkjs' (.json).
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// The circuit of a snarkjs key, whose file does not say it.
    #[arg(long, value_name = "CIRCUIT")]
    pub(crate) circuit: Option<String>,
    /// Say that the key is a DEVELOPMENT key. What is written says so in its name and text. Anyone can forge such claims.
    #[arg(long, conflicts_with = "transcript")]
    pub(crate) development_key: bool,
    /// The transcript of a ceremony that you have verified: the key must be that ceremony's.
    #[arg(long, value_name = "FILE")]
    pub(crate) transcript: Option<PathBuf>,
    /// A claim to write in the chain's form as well; can be given more than once.
    #[arg(long = "claim", value_name = "FILE")]
    pub(crate) claims: Vec<PathBuf>,
    /// The directory to write into.
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) out: PathBuf,
    /// Replace files that exist.
    #[arg(long)]
    pub(crate) force: bool,
}

/// A chain or tool that keys and claims are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportTarget {
    /// Ethereum and every chain with its precompiles: a Solidity contract.
    Evm,
    /// Solana: an assembled program's source, and constants for the crate groth16-solana.
    Solana,
    /// Stellar: a contract for Soroban.
    Soroban,
    /// Sui and IOTA: a Move module with the key's bytes.
    Sui,
    /// Aptos: a Move module with the key's points.
    Aptos,
    /// CosmWasm chains: the messages for the contract in onchain/cosmwasm.
    Cosmwasm,
    /// snarkjs' JSON, which everyone else reads: garaga (Starknet), gnark, rapidsnark.
    Snarkjs,
}
