//! `clause:relay-terms`: `terms = slot + 2^32·slot_width + 2^64·attesters + 2^96·size` with `slot < 2^17`,
//! `1 ≤ slot_width < 2^17`, `attesters < 2^8` and `1 ≤ size ≤ 2^20`, so the four are determined by `terms`. The size is that
//! of the contributor registry. 64 rows.

use crate::contributor::REGISTRY_DEPTH;
use crate::gadgets::range::{bits, enforce_in_range};
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;
use workproof_protocol::RelayStatement;

/// The unpacked terms.
pub(super) struct Terms {
    pub(super) slot: Linear,
    pub(super) slot_width: Linear,
    pub(super) attesters: Linear,
    /// The bits of the registry's size less one, lowest first.
    pub(super) last_member_bits: Vec<Linear>,
}

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    packed: &Linear,
    statement: Option<&RelayStatement>,
) -> Terms {
    cs.enter_clause("clause:relay-terms");
    let terms = statement.map(|s| s.terms);
    let slot = cs.hint(|| Fr::from(terms.map_or(0, |t| t.slot)));
    let slot_width = cs.hint(|| Fr::from(terms.map_or(0, |t| t.slot_width)));
    let attesters = cs.hint(|| Fr::from(terms.map_or(0, |t| t.attesters)));
    let last_member = cs.hint(|| Fr::from(statement.map_or(0, |s| s.contributors.size() - 1)));
    enforce_in_range(cs, &slot, 17);
    enforce_in_range(cs, &slot_width, 17);
    cs.enforce_nonzero(&slot_width);
    enforce_in_range(cs, &attesters, 8);
    let last_member_bits = bits(cs, &last_member, REGISTRY_DEPTH);
    let size = last_member + Linear::from(Fr::ONE);
    let sum = &slot
        + slot_width.times(Fr::from(1u64 << 32))
        + attesters.times(Fr::from(1u128 << 64))
        + size.times(Fr::from(1u128 << 96));
    cs.enforce_equal(&sum, packed);
    Terms { slot, slot_width, attesters, last_member_bits }
}
