//! `clause:gold-count`: the number of gold items is the one in the terms (1 row); `clause:gold-score-lower`: `amount ≤ score`
//! (32 rows); `clause:gold-score-upper`: `score ≤ upper bound` (16 rows).
//!
//! A score is at most 4,096 and each bound below `2^16`, so a difference in `[0, 2^16)` has not wrapped.

use super::items::ItemVar;
use super::terms::Terms;
use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

pub(super) fn enforce(cs: &mut ConstraintSystem, amount: &Linear, terms: &Terms, items: &[ItemVar]) {
    cs.enter_clause("clause:gold-count");
    let count = Linear::sum(items.iter().map(|item| (Fr::ONE, &item.is_gold)));
    cs.enforce_equal(&count, &terms.gold_count);

    let score = Linear::sum(items.iter().map(|item| (Fr::ONE, &item.matches)));
    cs.enter_clause("clause:gold-score-lower");
    enforce_in_range(cs, amount, 16);
    enforce_in_range(cs, &(&score - amount), 16);

    cs.enter_clause("clause:gold-score-upper");
    enforce_in_range(cs, &(&terms.upper_bound - &score), 16);
}
