//! `clause:gold-membership`: where the contributor proves, the id inside the answer commitment is the id of the proven secret,
//! and it is in the contributor registry. Where the grader proves, the id is whatever the commitment holds. 4,901 rows.

use super::Inputs;
use crate::contributor;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::identity::ContributorId;
use workproof_protocol::lean_imt::LeanImtProof;

/// The id to be found inside the answer commitment.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    by_contributor: &Linear,
    own_id: &Linear,
    id: Option<ContributorId>,
    membership: Option<&LeanImtProof>,
) -> Linear {
    cs.enter_clause("clause:gold-membership");
    let id = cs.hint(|| id.map_or_else(Default::default, |id| id.to_field()));
    cs.enforce(&(&id - own_id), by_contributor, &Linear::zero());
    let root = contributor::registry_root(cs, own_id, membership);
    cs.enforce(&(&root - &inputs.contributor_root), by_contributor, &Linear::zero());
    id
}
