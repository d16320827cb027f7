//! `clause:gold-mode`: who proves. A contributor root other than zero means the contributor; zero means the grader. The flag is
//! determined by the public root. Two rows.

use super::Inputs;
use crate::gadgets::range::is_nonzero;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::{GoldProver, GoldWitness, Scalar};
use zeroize::Zeroizing;

/// 1 where the contributor proves, 0 where the grader does.
pub(super) fn enforce(cs: &mut ConstraintSystem, inputs: &Inputs) -> Linear {
    cs.enter_clause("clause:gold-mode");
    is_nonzero(cs, &inputs.contributor_root)
}

/// The secret that fills the rows of the contributor's key: the prover's, or 1 where the grader proves.
pub(super) fn secret(witness: Option<&GoldWitness>) -> Option<Zeroizing<Scalar>> {
    match &witness?.prover {
        GoldProver::Contributor { identity, .. } => identity.to_scalar(),
        GoldProver::Grader => Some(Zeroizing::new(Scalar::from(1u64))),
    }
}
