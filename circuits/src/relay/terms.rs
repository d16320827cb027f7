//! `clause:relay-terms`: `terms = slot + 2^32·slot_width + 2^64·attesters` with `slot < 2^17`, `1 ≤ slot_width < 2^17` and
//! `attesters < 2^8`, so the three are determined by `terms`. 44 rows.

use crate::gadgets::range::enforce_in_range;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use workproof_protocol::relay::RelayTerms;

/// The unpacked terms.
pub(super) struct Terms {
    pub(super) slot: Linear,
    pub(super) slot_width: Linear,
    pub(super) attesters: Linear,
}

pub(super) fn enforce(cs: &mut ConstraintSystem, packed: &Linear, terms: Option<&RelayTerms>) -> Terms {
    cs.enter_clause("clause:relay-terms");
    let slot = cs.hint(|| Fr::from(terms.map_or(0, |t| t.slot)));
    let slot_width = cs.hint(|| Fr::from(terms.map_or(0, |t| t.slot_width)));
    let attesters = cs.hint(|| Fr::from(terms.map_or(0, |t| t.attesters)));
    enforce_in_range(cs, &slot, 17);
    enforce_in_range(cs, &slot_width, 17);
    cs.enforce_nonzero(&slot_width);
    enforce_in_range(cs, &attesters, 8);
    let sum = &slot + slot_width.times(Fr::from(1u64 << 32)) + attesters.times(Fr::from(1u128 << 64));
    cs.enforce_equal(&sum, packed);
    Terms { slot, slot_width, attesters }
}
