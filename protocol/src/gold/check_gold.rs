//! The plain-Rust check of a gold statement: what the circuit enforces, clause by clause.

use thiserror::Error;

use super::gold_statement::GoldStatement;
use super::gold_witness::{GoldProver, GoldWitness};
use super::label_set::score;
use crate::clause::Clause;
use crate::lean_imt::MembershipError;
use crate::nullifier::Nullifier;

/// The clause of a gold statement that a witness does not satisfy.
///
/// `clause:gold-label-range` has no variant, since labels are bytes here; `clause:gold-message-bound` is
/// broken by another message, which opens another answer commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum GoldViolation {
    /// `clause:gold-terms`: a term is out of its range.
    #[error("gold-terms: upper bound and gold count are below 2^16")]
    Terms,
    /// `clause:gold-capacity`: there are more items than places.
    #[error("gold-capacity: {given} items do not fit {capacity} places")]
    Capacity {
        /// Items of the longer set.
        given: usize,
        /// Places of the circuit.
        capacity: usize,
    },
    /// `clause:gold-mode`: the root is zero for a contributor or not zero for a grader.
    #[error("gold-mode: the contributor root is zero exactly when the grader proves")]
    Mode,
    /// `clause:gold-secret-canonical`: the secret is not below l.
    #[error("gold-secret-canonical: the secret is not below l")]
    SecretCanonical,
    /// `clause:gold-membership`: the id is not in the contributor registry, or (`None`) is not the one in the answers.
    #[error("gold-membership: the contributor of the answers is not the prover, or is not in the registry")]
    Membership(#[source] Option<MembershipError>),
    /// `clause:gold-nullifier`: another secret, scope or answer commitment.
    #[error("gold-nullifier: the nullifier is not that of the prover and the scope")]
    Nullifier,
    /// `clause:gold-commitment`: other labels, another salt or another task.
    #[error("gold-commitment: the gold labels and their salt do not open the commitment")]
    GoldCommitment,
    /// `clause:gold-answer-commitment`: other answers, another contributor, message, salt or task.
    #[error("gold-answer-commitment: the answers and their salt do not open the commitment")]
    AnswerCommitment,
    /// `clause:gold-count`: another number of gold items.
    #[error("gold-count: there are {found} gold items")]
    GoldCount {
        /// The number of gold items.
        found: u32,
    },
    /// `clause:gold-score-lower`: the amount is above the score.
    #[error("gold-score-lower: the amount is above the score, {score}")]
    ScoreLower {
        /// The score.
        score: u32,
    },
    /// `clause:gold-score-upper`: the score is above the upper bound.
    #[error("gold-score-upper: the score {score} is above the upper bound")]
    ScoreUpper {
        /// The score.
        score: u32,
    },
}

impl GoldViolation {
    /// The clause that is broken.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        match self {
            Self::Terms => Clause::GoldTerms,
            Self::Capacity { .. } => Clause::GoldCapacity,
            Self::Mode => Clause::GoldMode,
            Self::SecretCanonical => Clause::GoldSecretCanonical,
            Self::Membership(_) => Clause::GoldMembership,
            Self::Nullifier => Clause::GoldNullifier,
            Self::GoldCommitment => Clause::GoldCommitment,
            Self::AnswerCommitment => Clause::GoldAnswerCommitment,
            Self::GoldCount { .. } => Clause::GoldCount,
            Self::ScoreLower { .. } => Clause::GoldScoreLower,
            Self::ScoreUpper { .. } => Clause::GoldScoreUpper,
        }
    }
}

/// Checks a gold statement against its witness, for a circuit with room for `capacity` items.
///
/// A set shorter than the capacity is filled up with label 0, so the two sets may differ in length.
///
/// # Errors
/// The first clause that does not hold.
pub fn check_gold(
    statement: &GoldStatement,
    witness: &GoldWitness,
    capacity: usize,
) -> Result<(), GoldViolation> {
    if !statement.terms.are_in_range() {
        return Err(GoldViolation::Terms);
    }
    let given = witness.gold.len().max(witness.answers.len());
    if given > capacity {
        return Err(GoldViolation::Capacity { given, capacity });
    }
    check_prover(statement, witness)?;
    check_commitments(statement, witness, capacity)?;
    check_score(statement, witness)
}

/// The clauses on who proves.
fn check_prover(statement: &GoldStatement, witness: &GoldWitness) -> Result<(), GoldViolation> {
    let scope = statement.common.scope;
    let nullifier = match (&witness.prover, statement.contributors) {
        (GoldProver::Grader, None) => Nullifier::grader(scope, statement.answer_commitment),
        (GoldProver::Contributor { identity, membership }, Some(registry)) => {
            let contributor = identity.contributor_id().ok_or(GoldViolation::SecretCanonical)?;
            if contributor != witness.contributor {
                return Err(GoldViolation::Membership(None));
            }
            let absent = |error| GoldViolation::Membership(Some(error));
            membership.verify_member(contributor.to_field(), &registry).map_err(absent)?;
            Nullifier::contributor(scope, identity, 0)
        }
        _ => return Err(GoldViolation::Mode),
    };
    if nullifier == statement.common.nullifier { Ok(()) } else { Err(GoldViolation::Nullifier) }
}

/// The clauses on the two openings.
fn check_commitments(
    statement: &GoldStatement,
    witness: &GoldWitness,
    capacity: usize,
) -> Result<(), GoldViolation> {
    let scope = statement.common.scope;
    if witness.gold.commitment(scope, capacity) != Ok(statement.gold_commitment) {
        return Err(GoldViolation::GoldCommitment);
    }
    let message = statement.common.message;
    if witness.answers.commitment(scope, witness.contributor, message, capacity)
        != Ok(statement.answer_commitment)
    {
        return Err(GoldViolation::AnswerCommitment);
    }
    Ok(())
}

/// The clauses on the numbers that are claimed.
fn check_score(statement: &GoldStatement, witness: &GoldWitness) -> Result<(), GoldViolation> {
    let found = witness.gold.gold_count();
    if found != statement.terms.gold_count {
        return Err(GoldViolation::GoldCount { found });
    }
    let tolerance = statement.terms.tolerance;
    let score = score(witness.gold.expose_labels(), witness.answers.expose_labels(), tolerance);
    if statement.common.amount > u64::from(score) {
        return Err(GoldViolation::ScoreLower { score });
    }
    if score > statement.terms.upper_bound {
        return Err(GoldViolation::ScoreUpper { score });
    }
    Ok(())
}
