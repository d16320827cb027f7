//! The command line: what may be said, and nothing of what is done about it.

mod attesters;
mod bench;
mod ceremony;
mod circuits;
mod demo;
mod determinism;
mod export;
mod foreign;
mod gold;
mod key;
mod keys;
mod people;
mod prove;
mod ptau;
mod registry;
mod task;
mod values;
mod verify;
mod voucher;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub(crate) use attesters::{AttesterChoice, AttestersAdd, AttestersCommand, AttestersPath, AttestersRemove};
pub(crate) use bench::BenchArgs;
pub(crate) use ceremony::{
    CeremonyAttestation, CeremonyBeacon, CeremonyCommand, CeremonyContribute, CeremonyExport,
    CeremonyInspect, CeremonyNew, CeremonyVerify, CircuitSource,
};
pub(crate) use circuits::{CircuitsArgs, CircuitsCommand, CircuitsExport};
pub(crate) use demo::DemoArgs;
pub(crate) use determinism::DeterminismArgs;
pub(crate) use export::{ExportArgs, ExportTarget};
pub(crate) use foreign::{ForeignFiles, ProveForeign};
pub(crate) use gold::{AnswersCommand, AnswersCommit, GoldCommand, GoldCommit, LabelsToCommit};
pub(crate) use key::{KeyCommand, KeyLint, KeyTable};
pub(crate) use keys::{KeysCommand, KeysMake, KeysPath};
pub(crate) use people::{AttesterCommand, IdentityCommand, IdentityShow, NewSecret};
pub(crate) use prove::{Claimant, ProveArgs, ProveCommand, ProveGold, ProveOptions, ProveRelay};
pub(crate) use ptau::{PtauCommand, PtauFileArg};
pub(crate) use registry::{RegistryAdd, RegistryCommand, RegistryPath};
pub(crate) use task::{MessageArgs, MessageChoice, ScopeArgs, ScopeChoice};
pub(crate) use verify::{Expectations, KeyChoice, VerifyArgs};
pub(crate) use voucher::{VoucherAccept, VoucherCommand, VoucherInspect, VoucherSign};

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    refused: the claim does not verify, the voucher is not acceptable, the statement is not satisfied
  2    bad input: usage, a file that cannot be read or is malformed, a key that does not fit
  130  interrupted";

/// Prove that work was done, without showing the work.
#[derive(Debug, Parser)]
#[command(name = "workproof", version, after_help = EXIT_CODES, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalArgs,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct GlobalArgs {
    /// Print one JSON document on standard output, for programs.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Where proving and verifying keys are kept [default: workproof/keys in your data directory].
    #[arg(long, global = true, value_name = "DIRECTORY", env = "WORKPROOF_KEYS", hide_env_values = true)]
    pub(crate) keys_dir: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// See both facts from nothing to a verified proof, with development keys.
    Demo(DemoArgs),
    /// A contributor's identity (Semaphore v4): make one, show one.
    #[command(subcommand)]
    Identity(IdentityCommand),
    /// An attester's signing key: make one.
    #[command(subcommand)]
    Attester(AttesterCommand),
    /// The registry of attesters, in a file.
    #[command(subcommand)]
    Attesters(AttestersCommand),
    /// Vouchers: sign one, look at one, accept one.
    #[command(subcommand)]
    Voucher(VoucherCommand),
    /// The registry of contributors (LeanIMT, a Semaphore group), in a file.
    #[command(subcommand)]
    Registry(RegistryCommand),
    /// Compute a scope: what a claim belongs to.
    Scope(ScopeArgs),
    /// Compute a message: whom to pay.
    Message(MessageArgs),
    /// A requester's hidden gold labels.
    #[command(subcommand)]
    Gold(GoldCommand),
    /// A worker's answers.
    #[command(subcommand)]
    Answers(AnswersCommand),
    /// Development keys: make them once, list them.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// A key ceremony (phase 2), in snarkjs' files: begin, contribute, end with a beacon, verify.
    #[command(subcommand)]
    Ceremony(CeremonyCommand),
    /// Powers of tau (phase 1): verify a file.
    #[command(subcommand)]
    Ptau(PtauCommand),
    /// Any key: look for dangers, make its table.
    #[command(subcommand)]
    Key(KeyCommand),
    /// Prove a fact and write the claim; or prove any circom circuit with --zkey and --wtns.
    Prove(Box<ProveArgs>),
    /// Check a claim, and that it says what you expect; or a snarkjs proof with --proof and --public.
    Verify(Box<VerifyArgs>),
    /// List the circuits with their sizes, or export one.
    Circuits(CircuitsArgs),
    /// Write a key, and claims, as a chain takes them: contracts, constants, bytes.
    Export(ExportArgs),
    /// Prove that the rows of any circom circuit determine its outputs and all it computes, or say where they do not.
    Determinism(DeterminismArgs),
    /// Measure what this machine can do.
    Bench(BenchArgs),
}
