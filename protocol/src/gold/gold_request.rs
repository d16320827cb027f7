//! From two openings and the published commitments to a statement and its witness.

use core::fmt;

use thiserror::Error;

use super::gold_statement::{GoldStatement, GoldTerms};
use super::gold_witness::{GoldProver, GoldWitness};
use super::label_set::{AnswerSet, GOLD_CAPACITIES, GoldSet, score};
use crate::field::Fr;
use crate::identity::{ContributorId, Identity};
use crate::lean_imt::{LeanImtProof, MembershipError, RegistryRoot};
use crate::message::Message;
use crate::nullifier::Nullifier;
use crate::scope::Scope;
use crate::statement::CommonInputs;

/// Why no gold claim can be made of what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum GoldError {
    /// Gold set and answers have different lengths.
    #[error("the gold set has {gold} items and the answers have {answers}")]
    LengthMismatch {
        /// Items of the gold set.
        gold: usize,
        /// Items of the answers.
        answers: usize,
    },
    /// The items do not fit the circuit.
    #[error("{given} items do not fit a circuit for {capacity}; {}", way_out(*.next))]
    TooManyItems {
        /// Items of the sets.
        given: usize,
        /// Items of the circuit.
        capacity: usize,
        /// The smallest circuit that has room, if any.
        next: Option<usize>,
    },
    /// The contributor is not in the registry with this root.
    #[error(
        "the contributor is not in the registry with this root; the registry may have grown since the proof was made"
    )]
    NotRegistered(#[source] MembershipError),
    /// The gold set does not open the published commitment.
    #[error(
        "the gold set does not open the published commitment: other labels, another salt, another task or another capacity"
    )]
    GoldCommitmentMismatch,
    /// The answers do not open the published commitment.
    #[error(
        "the answers do not open the published commitment: other labels, another salt, contributor, message, task or capacity"
    )]
    AnswerCommitmentMismatch,
    /// The score is below what should be claimed.
    #[error("the amount {amount} is above the score, {score}")]
    AmountAboveScore {
        /// What was asked for.
        amount: u64,
        /// The score.
        score: u32,
    },
    /// The score is above the bound that should be claimed.
    #[error("the upper bound {upper_bound} is below the score, {score}")]
    UpperBoundBelowScore {
        /// What was asked for.
        upper_bound: u32,
        /// The score.
        score: u32,
    },
    /// The upper bound does not fit its 16 bits.
    #[error("the upper bound must be below 65536")]
    Terms,
}

fn way_out(next: Option<usize>) -> impl fmt::Display {
    fmt::from_fn(move |formatter| match next {
        Some(next) => write!(formatter, "use the circuit for {next}"),
        None => formatter.write_str("no circuit is larger: split the batch"),
    })
}

/// Who claims.
#[derive(Clone, Copy)]
#[expect(clippy::exhaustive_enums, reason = "a task takes one of these two modes")]
pub enum GoldClaimant<'a> {
    /// The contributor, on their own machine.
    Contributor {
        /// Who answered.
        identity: &'a Identity,
        /// The contributor registry.
        contributors: RegistryRoot,
        /// The path from the identity's id to that root.
        membership: &'a LeanImtProof,
    },
    /// The grader, for the submission of a contributor.
    Grader {
        /// Who answered.
        contributor: ContributorId,
    },
}

/// What a gold claim is made of.
#[derive(Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "callers fill in every field")]
pub struct GoldRequest<'a> {
    /// What the work belongs to.
    pub scope: Scope,
    /// What the payer must do.
    pub message: Message,
    /// Who claims.
    pub claimant: GoldClaimant<'a>,
    /// The opening of the gold commitment.
    pub gold: &'a GoldSet,
    /// The opening of the answer commitment.
    pub answers: &'a AnswerSet,
    /// The gold commitment that was published for the task.
    pub gold_commitment: Fr,
    /// The answer commitment that was submitted.
    pub answer_commitment: Fr,
    /// The largest difference that still is a match.
    pub tolerance: u8,
    /// The lower bound to claim. A bound tells less than the exact score.
    pub amount: u64,
    /// The upper bound to claim, or `None` for the number of gold items, which tells nothing.
    pub upper_bound: Option<u32>,
}

impl fmt::Debug for GoldClaimant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contributor { contributors, .. } => {
                write!(formatter, "Contributor({contributors:?}, <redacted>)")
            }
            Self::Grader { .. } => formatter.write_str("Grader(<redacted>)"),
        }
    }
}

impl fmt::Debug for GoldRequest<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scope, message, claimant, tolerance, .. } = self;
        write!(
            formatter,
            "GoldRequest({scope:?}, {message:?}, {claimant:?}, tolerance {tolerance}, <redacted>)"
        )
    }
}

impl GoldRequest<'_> {
    /// Checks everything and makes the statement and its witness, for a circuit with room for `capacity` items.
    ///
    /// # Errors
    /// [`GoldError`].
    pub fn assemble(&self, capacity: usize) -> Result<(GoldStatement, GoldWitness), GoldError> {
        self.check_lengths(capacity)?;
        let (contributor, contributors, nullifier, prover) = self.claimant()?;
        self.check_openings(contributor, capacity)?;
        let terms = self.choose_terms()?;
        let statement = GoldStatement {
            common: CommonInputs { scope: self.scope, nullifier, message: self.message, amount: self.amount },
            contributors,
            gold_commitment: self.gold_commitment,
            answer_commitment: self.answer_commitment,
            terms,
        };
        let witness =
            GoldWitness { gold: self.gold.clone(), answers: self.answers.clone(), contributor, prover };
        Ok((statement, witness))
    }

    fn check_lengths(&self, capacity: usize) -> Result<(), GoldError> {
        let (gold, answers) = (self.gold.len(), self.answers.len());
        if gold != answers {
            return Err(GoldError::LengthMismatch { gold, answers });
        }
        if gold > capacity {
            let next = GOLD_CAPACITIES.into_iter().find(|larger| gold <= *larger);
            return Err(GoldError::TooManyItems { given: gold, capacity, next });
        }
        Ok(())
    }

    fn claimant(&self) -> Result<(ContributorId, Option<RegistryRoot>, Nullifier, GoldProver), GoldError> {
        match self.claimant {
            GoldClaimant::Contributor { identity, contributors, membership } => {
                membership
                    .verify_member(identity.commitment(), &contributors)
                    .map_err(GoldError::NotRegistered)?;
                let secret = identity.secret_scalar();
                let nullifier = Nullifier::contributor(self.scope, secret, 0);
                let prover =
                    GoldProver::Contributor { identity: secret.clone(), membership: membership.clone() };
                Ok((identity.id(), Some(contributors), nullifier, prover))
            }
            GoldClaimant::Grader { contributor } => {
                let nullifier = Nullifier::grader(self.scope, self.answer_commitment);
                Ok((contributor, None, nullifier, GoldProver::Grader))
            }
        }
    }

    fn check_openings(&self, contributor: ContributorId, capacity: usize) -> Result<(), GoldError> {
        if self.gold.commitment(self.scope, capacity) != Ok(self.gold_commitment) {
            return Err(GoldError::GoldCommitmentMismatch);
        }
        let answers = self.answers.commitment(self.scope, contributor, self.message, capacity);
        if answers != Ok(self.answer_commitment) {
            return Err(GoldError::AnswerCommitmentMismatch);
        }
        Ok(())
    }

    fn choose_terms(&self) -> Result<GoldTerms, GoldError> {
        let score = score(self.gold.expose_labels(), self.answers.expose_labels(), self.tolerance);
        if self.amount > u64::from(score) {
            return Err(GoldError::AmountAboveScore { amount: self.amount, score });
        }
        let gold_count = self.gold.gold_count();
        let upper_bound = self.upper_bound.unwrap_or(gold_count);
        if score > upper_bound {
            return Err(GoldError::UpperBoundBelowScore { upper_bound, score });
        }
        let terms = GoldTerms { upper_bound, gold_count, tolerance: self.tolerance };
        if terms.are_in_range() { Ok(terms) } else { Err(GoldError::Terms) }
    }
}
