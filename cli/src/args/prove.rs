//! Proving.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_protocol::{ContributorId, Fr};

use super::foreign::ProveForeign;
use super::task::{MessageChoice, ScopeChoice};
use super::values::field;

/// A fact, or any circom circuit.
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct ProveArgs {
    #[command(subcommand)]
    pub(crate) fact: Option<ProveCommand>,
    #[command(flatten)]
    pub(crate) foreign: ProveForeign,
}

/// Which fact to prove.
#[derive(Debug, Subcommand)]
pub(crate) enum ProveCommand {
    /// Prove at least so many units of metered work, counter-signed by registered attesters.
    Relay(ProveRelay),
    /// Prove that answers match the hidden gold labels at least so many times.
    Gold(ProveGold),
}

/// Circuit, key, threads, and where the claim goes.
#[derive(Debug, Args)]
pub(crate) struct ProveOptions {
    /// The circuit, such as relay-46 [default: the smallest that fits].
    #[arg(long, value_name = "NAME")]
    pub(crate) circuit: Option<String>,
    /// A proving key from a ceremony (.zkey) [default: the circuit's DEVELOPMENT key, for which anyone can forge
    /// proofs].
    #[arg(long, value_name = "FILE", requires = "circuit")]
    pub(crate) key: Option<PathBuf>,
    /// The file for the claim.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists.
    #[arg(long)]
    pub(crate) force: bool,
    /// Threads to use [default: all].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<std::num::NonZeroUsize>,
    /// A file for the witness too (.wtns), for other provers. It holds your secrets: for your eyes alone.
    #[arg(long, value_name = "FILE")]
    pub(crate) wtns_out: Option<PathBuf>,
}

/// What a relay claim is made of.
#[derive(Debug, Args)]
pub(crate) struct ProveRelay {
    /// Your identity's file, or Semaphore's export of it.
    #[arg(long, value_name = "FILE")]
    pub(crate) identity: PathBuf,
    /// The registry of contributors.
    #[arg(long, value_name = "FILE")]
    pub(crate) contributors: PathBuf,
    /// The registry of attesters.
    #[arg(long, value_name = "FILE")]
    pub(crate) attesters: PathBuf,
    /// Vouchers: files, or directories of them.
    #[arg(long = "vouchers", value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) vouchers: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) scope: ScopeChoice,
    #[command(flatten)]
    pub(crate) message: MessageChoice,
    /// Units to claim [default: the sum of the vouchers].
    #[arg(long, value_name = "UNITS")]
    pub(crate) amount: Option<u64>,
    /// Attesters to state, a lower bound [default: all of the slot].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) min_attesters: Option<u32>,
    /// The slot of attester indices to claim for; vouchers outside of it are left for other claims.
    #[arg(long, value_name = "NUMBER", requires = "slot_width", default_value_t = 0)]
    pub(crate) slot: u32,
    /// Attester indices in a slot [default: the whole registry].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) slot_width: Option<u32>,
    #[command(flatten)]
    pub(crate) options: ProveOptions,
}

/// What a gold claim is made of.
#[derive(Debug, Args)]
pub(crate) struct ProveGold {
    /// The gold labels with their salt, as the requester opened them to you.
    #[arg(long, value_name = "FILE")]
    pub(crate) gold: PathBuf,
    /// The answers with their salt.
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: PathBuf,
    /// The gold commitment that was published, to compare [default: whatever the file makes].
    #[arg(long, value_name = "DECIMAL", value_parser = field)]
    pub(crate) gold_commitment: Option<Fr>,
    /// The answer commitment that was handed in, to compare [default: whatever the file makes].
    #[arg(long, value_name = "DECIMAL", value_parser = field)]
    pub(crate) answer_commitment: Option<Fr>,
    #[command(flatten)]
    pub(crate) scope: ScopeChoice,
    #[command(flatten)]
    pub(crate) message: MessageChoice,
    #[command(flatten)]
    pub(crate) claimant: Claimant,
    /// Matches to claim, a lower bound. Claim the pass mark: an exact score tells more than needed.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) amount: u64,
    /// An upper bound of the matches [default: the number of gold items, which tells nothing].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) upper_bound: Option<u32>,
    /// The largest difference between labels that is a match.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) tolerance: u8,
    #[command(flatten)]
    pub(crate) options: ProveOptions,
}

/// Who claims: the contributor (identity and registry) or the grader (the contributor's id).
#[derive(Debug, Args)]
pub(crate) struct Claimant {
    /// Your identity's file, or Semaphore's export of it.
    #[arg(long, value_name = "FILE", requires = "contributors", required_unless_present = "grader_for")]
    pub(crate) identity: Option<PathBuf>,
    /// The registry of contributors.
    #[arg(long, value_name = "FILE", requires = "identity")]
    pub(crate) contributors: Option<PathBuf>,
    /// Claim as the grader, for the answers of this contributor.
    #[arg(long, value_name = "ID", conflicts_with_all = ["identity", "contributors"])]
    pub(crate) grader_for: Option<ContributorId>,
}
