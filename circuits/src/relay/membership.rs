//! `clause:relay-membership`: the contributor's id is a member of the contributor registry with this root and size. 4,941
//! rows.

use super::terms::Terms;
use crate::contributor;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::{LeanImtProof, RegistryRoot};

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    contributor_root: &Linear,
    terms: &Terms,
    id: &Linear,
    membership: Option<(&LeanImtProof, &RegistryRoot)>,
) {
    cs.enter_clause("clause:relay-membership");
    let root = contributor::registry_root(cs, id, &terms.last_member_bits, membership);
    cs.enforce_equal(&root, contributor_root);
}
