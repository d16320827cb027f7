//! `clause:relay-attester-count`: `attesters ≤` number of enabled places, by their difference in `[0, 2^8)`. 8 rows.

use super::place::PlaceVar;
use super::terms::Terms;
use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

pub(super) fn enforce(cs: &mut ConstraintSystem, terms: &Terms, places: &[PlaceVar]) {
    cs.enter_clause("clause:relay-attester-count");
    let enabled = Linear::sum(places.iter().map(|place| (Fr::ONE, &place.enabled)));
    enforce_in_range(cs, &(enabled - &terms.attesters), 8);
}
