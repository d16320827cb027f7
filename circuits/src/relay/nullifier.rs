//! `clause:relay-nullifier`: `nullifier = H_4(tag, scope, sk, slot)` with the very secret whose id is in the registry.
//! 298 rows.

use super::Inputs;
use super::terms::Terms;
use crate::contributor;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::DomainTag;

pub(super) fn enforce(cs: &mut ConstraintSystem, inputs: &Inputs, secret: &SecretScalarVar, terms: &Terms) {
    cs.enter_clause("clause:relay-nullifier");
    let tag = Linear::from(DomainTag::Nullifier.to_field());
    let nullifier = contributor::nullifier(cs, &tag, &inputs.scope, &secret.scalar, &terms.slot);
    cs.enforce_equal(&nullifier, &inputs.nullifier);
}
