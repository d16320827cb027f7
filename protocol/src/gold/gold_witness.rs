//! The private side of a gold claim.

use core::fmt;

use super::label_set::{AnswerSet, GoldSet};
use crate::identity::{ContributorId, IdentitySecret};
use crate::lean_imt::LeanImtProof;

/// Who proves, and what only they know.
#[derive(Clone)]
#[expect(clippy::exhaustive_enums, reason = "a task takes one of these two modes")]
pub enum GoldProver {
    /// The contributor, after the requester has opened the gold set to them.
    Contributor {
        /// The secret scalar of the contributor.
        identity: IdentitySecret,
        /// The path from the contributor's id to the contributor root.
        membership: LeanImtProof,
    },
    /// The grader, who never opens the gold set.
    Grader,
}

impl fmt::Debug for GoldProver {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Contributor { .. } => "Contributor(<redacted>)",
            Self::Grader => "Grader",
        })
    }
}

/// All that the prover knows and does not show. It never prints what it holds; labels, salts and the
/// secret wipe themselves when dropped.
#[derive(Clone)]
#[expect(clippy::exhaustive_structs, reason = "its fields are the witness of the circuit")]
pub struct GoldWitness {
    /// The opening of the gold commitment.
    pub gold: GoldSet,
    /// The opening of the answer commitment.
    pub answers: AnswerSet,
    /// Whose answers these are.
    pub contributor: ContributorId,
    /// Who proves.
    pub prover: GoldProver,
}

impl fmt::Debug for GoldWitness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("GoldWitness(<redacted>)")
    }
}
