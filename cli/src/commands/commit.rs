//! `gold commit` and `answers commit`: commitments to labels, and the files that open them.

use std::fmt;
use std::path::PathBuf;

use rand_core::OsRng;
use serde::Serialize;
use thiserror::Error;
use workproof_protocol::gold::LabelSetError;
use workproof_protocol::{AnswerSet, Fr, GOLD_CAPACITIES, GoldSet, Salt, fr_to_decimal, json};
use zeroize::Zeroizing;

use super::task::{message_of, scope_of};
use crate::args::{AnswersCommand, AnswersCommit, GoldCommand, GoldCommit, LabelsToCommit};
use crate::files::{Existing, FileError, read_labels, write_answers, write_gold};
use crate::session::Session;
use crate::verdict::Verdict;

/// Why a commitment was not made.
#[derive(Debug, Error)]
pub(crate) enum CommitError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The labels make no set, or do not fit.
    #[error("{path} cannot be committed to")]
    Labels {
        /// The labels.
        path: PathBuf,
        #[source]
        source: LabelSetError,
    },
    /// There is no circuit of this capacity.
    #[error("there is no circuit for {capacity} items; use --capacity 256, 1024 or 4096")]
    Capacity {
        /// What was asked for.
        capacity: usize,
    },
    /// Without gold items nothing could ever match.
    #[error("{path} has no gold items: every label is 0")]
    NoGold {
        /// The labels.
        path: PathBuf,
    },
}

impl CommitError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        Verdict::BadInput
    }
}

/// Runs `gold`.
pub(crate) fn gold(command: &GoldCommand, session: &Session) -> Result<(), CommitError> {
    match command {
        GoldCommand::Commit(commit) => commit_gold(commit, session),
    }
}

/// Runs `answers`.
pub(crate) fn answers(command: &AnswersCommand, session: &Session) -> Result<(), CommitError> {
    match command {
        AnswersCommand::Commit(commit) => commit_answers(commit, session),
    }
}

#[derive(Serialize)]
struct CommitReport {
    #[serde(with = "json::field_text")]
    commitment: Fr,
    items: usize,
    capacity: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    gold_count: Option<u32>,
    file: PathBuf,
}

impl fmt::Display for CommitReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "commitment  {}", fr_to_decimal(&self.commitment))?;
        writeln!(formatter, "items       {} of {}", self.items, self.capacity)?;
        if let Some(gold_count) = self.gold_count {
            writeln!(formatter, "gold items  {gold_count}")?;
        }
        writeln!(formatter, "\nLabels and salt are in {}; only you may read it.", self.file.display())?;
        writeln!(formatter, "Publish the commitment; without that file nobody can open it.")
    }
}

fn commit_gold(commit: &GoldCommit, session: &Session) -> Result<(), CommitError> {
    let LabelsToCommit { labels: path, scope, capacity, out, force } = &commit.labels;
    let scope = scope_of(scope)?;
    let mut labels = read_labels(path)?;
    let refuse = |source| CommitError::Labels { path: path.clone(), source };
    let gold = GoldSet::new(take(&mut labels), Salt::generate(&mut OsRng)).map_err(refuse)?;
    if gold.gold_count() == 0 {
        return Err(CommitError::NoGold { path: path.clone() });
    }
    let capacity = choose_capacity(*capacity, gold.smallest_capacity())?;
    let commitment = gold.commitment(scope, capacity).map_err(refuse)?;
    write_gold(out, &gold, Existing::from_force(*force))?;
    session.output.result(&CommitReport {
        commitment,
        items: gold.len(),
        capacity,
        gold_count: Some(gold.gold_count()),
        file: out.clone(),
    });
    Ok(())
}

fn commit_answers(commit: &AnswersCommit, session: &Session) -> Result<(), CommitError> {
    let LabelsToCommit { labels: path, scope, capacity, out, force } = &commit.labels;
    let scope = scope_of(scope)?;
    let message = message_of(&commit.message)?;
    let mut labels = read_labels(path)?;
    let refuse = |source| CommitError::Labels { path: path.clone(), source };
    let answers = AnswerSet::new(take(&mut labels), Salt::generate(&mut OsRng)).map_err(refuse)?;
    let capacity = choose_capacity(*capacity, answers.smallest_capacity())?;
    let commitment = answers.commitment(scope, commit.contributor, message, capacity).map_err(refuse)?;
    write_answers(out, &answers, Existing::from_force(*force))?;
    let items = answers.len();
    session.output.result(&CommitReport { commitment, items, capacity, gold_count: None, file: out.clone() });
    Ok(())
}

/// Moves the labels out; the set wipes them.
fn take(labels: &mut Zeroizing<Vec<u8>>) -> Vec<u8> {
    core::mem::take(&mut **labels)
}

fn choose_capacity(asked: Option<usize>, smallest: Option<usize>) -> Result<usize, CommitError> {
    let capacity = asked.or(smallest).unwrap_or_default();
    if GOLD_CAPACITIES.contains(&capacity) { Ok(capacity) } else { Err(CommitError::Capacity { capacity }) }
}
