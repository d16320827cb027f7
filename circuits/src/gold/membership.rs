//! `clause:gold-membership`: where the contributor proves, the id inside the answer commitment is the id of the proven secret,
//! and it is a member of the contributor registry with this root and size. Where the grader proves, the id is whatever the
//! commitment holds. 4,942 rows.

use super::Inputs;
use super::terms::Terms;
use crate::contributor;
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use workproof_protocol::{GoldProver, GoldStatement, GoldWitness};

/// The id to be found inside the answer commitment.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    (by_contributor, terms): (&Linear, &Terms),
    own_id: &Linear,
    instance: Option<(&GoldStatement, &GoldWitness)>,
) -> Linear {
    cs.enter_clause("clause:gold-membership");
    let id = cs.free_input("contributor's id in the answers; the grader may say any", Domain::Any, || {
        instance.map_or_else(Default::default, |(_, witness)| witness.contributor.to_field())
    });
    cs.enforce(&(&id - own_id), by_contributor, &Linear::zero());
    let membership = instance.and_then(|(statement, witness)| match &witness.prover {
        GoldProver::Contributor { membership, .. } => Some((membership, statement.contributors.as_ref()?)),
        GoldProver::Grader => None,
    });
    let root = contributor::registry_root(cs, own_id, &terms.last_member_bits, membership);
    cs.enforce(&(&root - &inputs.contributor_root), by_contributor, &Linear::zero());
    id
}
