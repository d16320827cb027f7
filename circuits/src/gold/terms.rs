//! `clause:gold-terms`: `terms = upper_bound + 2^32·gold_count + 2^64·tolerance + 2^96·size` with
//! `upper_bound, gold_count < 2^16`, `tolerance < 2^8` and `size ≤ 2^20`, so the four are determined by `terms`. The size is
//! that of the contributor registry: at least 1 where the contributor proves, 0 where the grader does. 62 rows.

use crate::contributor::REGISTRY_DEPTH;
use crate::gadgets::range::{bits, enforce_in_range};
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;
use workproof_protocol::GoldStatement;

/// The unpacked terms.
pub(super) struct Terms {
    pub(super) upper_bound: Linear,
    pub(super) gold_count: Linear,
    pub(super) tolerance: Linear,
    /// The bits of the registry's size less one, lowest first; zeros where the grader proves.
    pub(super) last_member_bits: Vec<Linear>,
}

pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    packed: &Linear,
    by_contributor: &Linear,
    statement: Option<&GoldStatement>,
) -> Terms {
    cs.enter_clause("clause:gold-terms");
    let terms = statement.map(|s| s.terms);
    let upper_bound = cs.hint(|| Fr::from(terms.map_or(0, |t| t.upper_bound)));
    let gold_count = cs.hint(|| Fr::from(terms.map_or(0, |t| t.gold_count)));
    let tolerance = cs.hint(|| Fr::from(terms.map_or(0, |t| t.tolerance)));
    let last_member = cs.hint(|| {
        let registry = statement.and_then(|s| s.contributors);
        Fr::from(registry.map_or(0, |registry| registry.size() - 1))
    });
    enforce_in_range(cs, &upper_bound, 16);
    enforce_in_range(cs, &gold_count, 16);
    enforce_in_range(cs, &tolerance, 8);
    let last_member_bits = bits(cs, &last_member, REGISTRY_DEPTH);
    cs.enforce(&last_member, &(by_contributor - Linear::from(Fr::ONE)), &Linear::zero());
    let size = last_member + by_contributor;
    let sum = &upper_bound
        + gold_count.times(Fr::from(1u64 << 32))
        + tolerance.times(Fr::from(1u128 << 64))
        + size.times(Fr::from(1u128 << 96));
    cs.enforce_equal(&sum, packed);
    Terms { upper_bound, gold_count, tolerance, last_member_bits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::r1cs::shape_and_values;
    use workproof_protocol::{CommonInputs, GoldTerms, Message, Nullifier, RegistryRoot, Scope};

    /// Rows that do not hold where the mode says `by_contributor` and a registry of `size` members is packed.
    fn broken(by_contributor: bool, size: u32) -> Vec<usize> {
        let zero = Fr::default();
        let statement = GoldStatement {
            common: CommonInputs {
                scope: Scope::from_field(zero),
                nullifier: Nullifier::from_field(zero),
                message: Message::from_field(zero),
                amount: 0,
            },
            // the hint is the size less one
            contributors: RegistryRoot::new(Fr::ONE, size + u32::from(!by_contributor)).ok(),
            gold_commitment: zero,
            answer_commitment: zero,
            terms: GoldTerms { upper_bound: 3, gold_count: 4, tolerance: 5 },
        };
        let packed = statement.terms.to_field() + Fr::from(u128::from(size) << 96);
        let (shape, values) = shape_and_values(|cs| {
            let packed = cs.hint(|| packed);
            let by_contributor = cs.hint(|| Fr::from(by_contributor));
            enforce(cs, &packed, &by_contributor, Some(&statement));
        })
        .unwrap();
        shape.unsatisfied_rows(&values)
    }

    #[test]
    fn a_grader_has_no_registry_of_any_size() {
        assert_eq!(broken(true, 1), [0; 0]);
        assert_eq!(broken(true, 1 << 20), [0; 0]);
        assert_eq!(broken(false, 0), [0; 0]);
        // after the 60 bits comes the row that ties the size to the mode
        assert_eq!(broken(false, 1), [60]);
        assert_eq!(broken(false, 77), [60]);
    }
}
