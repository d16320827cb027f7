//! `clause:relay-membership`: the contributor's id is in the contributor registry. 4,900 rows.

use crate::contributor;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::lean_imt::LeanImtProof;

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    contributor_root: &Linear,
    id: &Linear,
    membership: Option<&LeanImtProof>,
) {
    cs.enter_clause("clause:relay-membership");
    let root = contributor::registry_root(cs, id, membership);
    cs.enforce_equal(&root, contributor_root);
}
