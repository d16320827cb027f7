//! `clause:gold-nullifier`: where the contributor proves, `nullifier = H_4(tag, scope, sk, 0)`; where the grader does,
//! `nullifier = H_4(grader tag, scope, answer commitment, 0)`. 299 rows.

use super::Inputs;
use crate::contributor;
use crate::gadgets::range::select;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::DomainTag;

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    by_contributor: &Linear,
    secret: &SecretScalarVar,
) {
    cs.enter_clause("clause:gold-nullifier");
    // Both tags are constants: the chosen one is a form of the flag, without a row.
    let (own, graders) = (DomainTag::Nullifier.to_field(), DomainTag::NullifierGrader.to_field());
    let tag = by_contributor.times(own - graders) + Linear::from(graders);
    let key = select(cs, by_contributor, &secret.scalar, &inputs.answer_commitment);
    let nullifier = contributor::nullifier(cs, &tag, &inputs.scope, &key, &Linear::zero());
    cs.enforce_equal(&nullifier, &inputs.nullifier);
}
