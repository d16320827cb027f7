//! `clause:relay-slot-range`: no index lies beyond the claimed range: `slot·slot_width + slot_width − 1 − last` is in
//! `[0, 2^17)`. 17 rows. That no index lies before it is part of [`indices_increase`](super::indices_increase).

use super::indices_increase::Span;
use super::terms::Terms;
use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

pub(super) fn enforce(cs: &mut ConstraintSystem, terms: &Terms, span: &Span) {
    cs.enter_clause("clause:relay-slot-range");
    let end = &span.first + &terms.slot_width - Linear::from(Fr::ONE);
    enforce_in_range(cs, &(end - &span.last), 17);
}
