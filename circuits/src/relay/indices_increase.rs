//! `clause:relay-indices-increase`: the indices of enabled places strictly increase, so each attester counts once.
//!
//! A running index starts at `slot·slot_width − 1`; an enabled place moves it to its own index, a disabled one leaves it:
//! `enabled · (index − before) = after − before`. And `after − before − enabled` lies in `[0, 2^17)`: an enabled place's
//! index is greater than the one before, and, for the first, at least `slot·slot_width`. 18 rows a place, and one for
//! `slot·slot_width`. All numbers stay below `2^34 + 255·2^17`, far from the field's order.

use super::place::PlaceVar;
use super::terms::Terms;
use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// Where the indices start and end.
pub(super) struct Span {
    pub(super) first: Linear,
    pub(super) last: Linear,
}

pub(super) fn enforce(cs: &mut ConstraintSystem, terms: &Terms, places: &[PlaceVar]) -> Span {
    cs.enter_clause("clause:relay-indices-increase");
    let first = cs.product(&terms.slot, &terms.slot_width);
    let mut before = &first - Linear::from(Fr::ONE);
    for place in places {
        let step = place.enabled.value() * (place.index.value() - before.value());
        let after = cs.hint(|| before.value() + step);
        cs.enforce(&(&place.index - &before), &place.enabled, &(&after - &before));
        enforce_in_range(cs, &(&after - &before - &place.enabled), 17);
        before = after;
    }
    Span { first, last: before }
}
