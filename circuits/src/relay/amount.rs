//! `clause:relay-amount`: `amount < 2^64` and `amount ≤ Σ units`, by `Σ units − amount` in `[0, 2^72)`. The sum of at most 255
//! units is below `2^72`, so nothing wraps. 136 rows.

use super::place::PlaceVar;
use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

pub(super) fn enforce(cs: &mut ConstraintSystem, amount: &Linear, places: &[PlaceVar]) {
    cs.enter_clause("clause:relay-amount");
    enforce_in_range(cs, amount, 64);
    let sum = Linear::sum(places.iter().map(|place| (Fr::ONE, &place.units)));
    enforce_in_range(cs, &(sum - amount), 72);
}
