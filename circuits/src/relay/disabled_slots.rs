//! `clause:relay-disabled-slots`: each place has a flag in {0, 1}; enabled ones come first; a disabled one has zero units
//! (enforced beside the units, in [`units`](super::units)). Two rows a place.

use super::place::Filling;
use crate::gadgets::range::boolean;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// The flags of all places.
pub(super) fn enforce(cs: &mut ConstraintSystem, fillings: &[Filling]) -> Vec<Linear> {
    cs.enter_clause("clause:relay-disabled-slots");
    let flags: Vec<Linear> = fillings.iter().map(|filling| boolean(cs, || filling.enabled)).collect();
    for (before, flag) in flags.iter().zip(flags.iter().skip(1)) {
        cs.enforce(flag, &(before - Linear::from(Fr::ONE)), &Linear::zero());
    }
    flags
}
