//! `clause:relay-disabled-slots`: each place has a flag in {0, 1}; enabled ones come first; a disabled one has zero units
//! (enforced beside the units, in [`units`](super::units)). Two rows a place.

use super::place::Filling;
use crate::gadgets::range::free_boolean;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// The flags of all places.
pub(super) fn enforce(cs: &mut ConstraintSystem, fillings: &[Filling]) -> Vec<Linear> {
    cs.enter_clause("clause:relay-disabled-slots");
    let flags: Vec<Linear> = fillings
        .iter()
        .map(|filling| free_boolean(cs, "whether the place holds a voucher", || filling.enabled))
        .collect();
    for (before, flag) in flags.iter().zip(flags.iter().skip(1)) {
        cs.enforce(flag, &(before - Linear::from(Fr::ONE)), &Linear::zero());
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::r1cs::shape_and_values;

    /// The rows that do not hold for these flags.
    fn broken(flags: &[bool]) -> Vec<usize> {
        let fillings: Vec<Filling> =
            flags.iter().map(|enabled| Filling { enabled: *enabled, voucher: None }).collect();
        let (shape, values) = shape_and_values(|cs| drop(enforce(cs, &fillings))).unwrap();
        shape.unsatisfied_rows(&values)
    }

    #[test]
    fn enabled_places_come_first_even_where_no_units_show_it_a7() {
        for good in [[false; 3], [true, false, false], [true, true, false], [true; 3]] {
            assert_eq!(broken(&good), [0; 0], "{good:?}");
        }
        // three booleans, then one row for each neighbour
        assert_eq!(broken(&[false, true, false]), [3]);
        assert_eq!(broken(&[true, false, true]), [4]);
        assert_eq!(broken(&[false, false, true]), [4]);
    }
}
