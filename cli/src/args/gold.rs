//! Commitments to labels.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use workproof_protocol::ContributorId;

use super::task::{MessageChoice, ScopeChoice};

/// A requester's gold labels.
#[derive(Debug, Subcommand)]
pub(crate) enum GoldCommand {
    /// Commit to gold labels, before anybody answers. Publish the commitment, keep the file.
    Commit(GoldCommit),
}

/// A worker's answers.
#[derive(Debug, Subcommand)]
pub(crate) enum AnswersCommand {
    /// Commit to answers, before the gold labels are opened. Hand in the commitment, keep the file.
    Commit(AnswersCommit),
}

/// What to commit to, and where its opening goes.
#[derive(Debug, Args)]
pub(crate) struct LabelsToCommit {
    /// The labels: a JSON list of integers, one an item, 1 to 255; 0 for an item without one.
    #[arg(long, value_name = "FILE")]
    pub(crate) labels: PathBuf,
    #[command(flatten)]
    pub(crate) scope: ScopeChoice,
    /// The items of the circuit that will prove it: 256, 1024 or 4096 [default: the smallest that fits].
    #[arg(long, value_name = "NUMBER")]
    pub(crate) capacity: Option<usize>,
    /// The file for labels and salt, which open the commitment. Only you may read it.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists. Without its salt an older commitment cannot be opened any more.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Gold labels to commit to.
#[derive(Debug, Args)]
pub(crate) struct GoldCommit {
    #[command(flatten)]
    pub(crate) labels: LabelsToCommit,
}

/// Answers to commit to.
#[derive(Debug, Args)]
pub(crate) struct AnswersCommit {
    #[command(flatten)]
    pub(crate) labels: LabelsToCommit,
    /// Whose answers these are.
    #[arg(long, value_name = "ID")]
    pub(crate) contributor: ContributorId,
    #[command(flatten)]
    pub(crate) message: MessageChoice,
}
