//! Checking claims.

use std::path::PathBuf;

use clap::Args;
use workproof_protocol::{Fr, Message, Nullifier, Scope};

use super::foreign::VerifyForeign;
use super::values::{WordArg, field, word};

/// A proof alone says only that the statement is true. Whether it is the statement you pay for, the expectations
/// decide; and whether it was paid before, your list of nullifiers.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The claim's file.
    #[arg(value_name = "FILE", required_unless_present = "proof")]
    pub(crate) claim: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) key: KeyChoice,
    #[command(flatten)]
    pub(crate) foreign: VerifyForeign,
    #[command(flatten)]
    pub(crate) expect: Expectations,
}

/// The key to check with.
#[derive(Debug, Args)]
#[group(id = "key_choice", required = true, multiple = true)]
pub(crate) struct KeyChoice {
    /// A verifying key: ours (.vkey) or snarkjs' (.json).
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    /// Check with the DEVELOPMENT key of the claim's circuit; with --key, say that the file is one. Anyone can forge
    /// such claims.
    #[arg(long)]
    pub(crate) development_key: bool,
}

/// What the claim must say. An expectation about another fact than the claim's is not met.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Expectations")]
pub(crate) struct Expectations {
    /// The scope.
    #[arg(long, value_name = "DECIMAL")]
    pub(crate) scope: Option<Scope>,
    /// The scope, by its fields.
    #[arg(long, value_name = "FILE", conflicts_with = "scope")]
    pub(crate) scope_file: Option<PathBuf>,
    /// The message.
    #[arg(long, value_name = "DECIMAL")]
    pub(crate) message: Option<Message>,
    /// The message, by the payment.
    #[arg(long, value_name = "FILE", conflicts_with = "message")]
    pub(crate) payment: Option<PathBuf>,
    /// The recipient in that payment.
    #[arg(long, value_name = "WORD", value_parser = word, requires = "payment")]
    pub(crate) recipient: Option<WordArg>,
    /// The nullifier.
    #[arg(long, value_name = "DECIMAL")]
    pub(crate) nullifier: Option<Nullifier>,
    /// The least amount.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) min_amount: Option<u64>,
    /// The root of the registry of contributors (gold: 0 for a grader's claim).
    #[arg(long, visible_alias = "root", value_name = "DECIMAL", value_parser = field, requires = "contributor_count")]
    pub(crate) contributor_root: Option<Fr>,
    /// The number of members of that registry (gold: 0 for a grader's claim). The root alone does not say who is a member.
    #[arg(long, value_name = "NUMBER", requires = "contributor_root")]
    pub(crate) contributor_count: Option<u32>,
    /// relay: the root of the registry of attesters.
    #[arg(long, value_name = "DECIMAL", value_parser = field)]
    pub(crate) attester_root: Option<Fr>,
    /// relay: the least number of attesters.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) min_attesters: Option<u32>,
    /// relay: the slot.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) slot: Option<u32>,
    /// relay: the number of attester indices in a slot. A task must fix it, or slots overlap and units count twice.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) slot_width: Option<u32>,
    /// gold: the commitment that was published for the task.
    #[arg(long, value_name = "DECIMAL", value_parser = field)]
    pub(crate) gold_commitment: Option<Fr>,
    /// gold: the commitment that was handed in.
    #[arg(long, value_name = "DECIMAL", value_parser = field)]
    pub(crate) answer_commitment: Option<Fr>,
    /// gold: the number of gold items.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) gold_count: Option<u32>,
    /// gold: the largest upper bound.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_upper_bound: Option<u32>,
    /// gold: the largest tolerance.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_tolerance: Option<u8>,
}
