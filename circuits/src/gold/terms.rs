//! `clause:gold-terms`: `terms = upper_bound + 2^32·gold_count + 2^64·tolerance` with `upper_bound, gold_count < 2^16` and
//! `tolerance < 2^8`, so the three are determined by `terms`. 41 rows.

use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use workproof_protocol::gold::GoldTerms;

/// The unpacked terms.
pub(super) struct Terms {
    pub(super) upper_bound: Linear,
    pub(super) gold_count: Linear,
    pub(super) tolerance: Linear,
}

pub(super) fn enforce(cs: &mut ConstraintSystem, packed: &Linear, terms: Option<&GoldTerms>) -> Terms {
    cs.enter_clause("clause:gold-terms");
    let upper_bound = cs.hint(|| Fr::from(terms.map_or(0, |t| t.upper_bound)));
    let gold_count = cs.hint(|| Fr::from(terms.map_or(0, |t| t.gold_count)));
    let tolerance = cs.hint(|| Fr::from(terms.map_or(0, |t| t.tolerance)));
    enforce_in_range(cs, &upper_bound, 16);
    enforce_in_range(cs, &gold_count, 16);
    enforce_in_range(cs, &tolerance, 8);
    let sum = &upper_bound + gold_count.times(Fr::from(1u64 << 32)) + tolerance.times(Fr::from(1u128 << 64));
    cs.enforce_equal(&sum, packed);
    Terms { upper_bound, gold_count, tolerance }
}
