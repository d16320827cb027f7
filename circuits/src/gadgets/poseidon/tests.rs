//! The gadget against the native hash, for every arity.

use super::*;
use crate::r1cs::{Assignment, R1cs, shape_and_values};
use workproof_protocol::poseidon as native;

fn circuit<const N: usize>(inputs: [Fr; N]) -> (R1cs, Assignment, Fr) {
    let output = core::cell::Cell::new(Fr::ZERO);
    let (shape, values) = shape_and_values(|cs| {
        let inputs = inputs.map(|x| cs.hint(|| x));
        let digest = hash(cs, inputs.each_ref());
        if cs.has_values() {
            output.set(digest.value());
        }
    })
    .unwrap();
    (shape, values, output.get())
}

fn agrees_with_the_native_hash<const N: usize>() {
    let inputs = [
        [Fr::ZERO; N],
        core::array::from_fn(|i| Fr::from(u64::try_from(i).unwrap() + 1)),
        [-Fr::ONE; N],
        core::array::from_fn(|i| Fr::from(u64::try_from(i).unwrap() + 7).inverse().unwrap()),
    ];
    for inputs in inputs {
        let (shape, values, output) = circuit(inputs);
        assert_eq!(output, native::hash(inputs), "{N} inputs");
        assert!(shape.unsatisfied_rows(&values).is_empty(), "{N} inputs");
        let width = N + 1;
        assert_eq!(shape.constraints(), 3 * (8 * width + native::PARTIAL_ROUNDS[N - 1]) - 3);
        // Sparse where it matters: one entry a side, but for constants of the first round and the dependent input.
        let [a, b, _] = shape.nonzeros();
        assert!(a.max(b) <= shape.constraints() + 4 * width, "{N} inputs: {a}, {b}");
    }
}

#[test]
fn agrees_with_the_native_hash_for_every_arity() {
    agrees_with_the_native_hash::<1>();
    agrees_with_the_native_hash::<2>();
    agrees_with_the_native_hash::<3>();
    agrees_with_the_native_hash::<4>();
    agrees_with_the_native_hash::<5>();
    agrees_with_the_native_hash::<6>();
    agrees_with_the_native_hash::<7>();
    agrees_with_the_native_hash::<8>();
    agrees_with_the_native_hash::<9>();
    agrees_with_the_native_hash::<10>();
    agrees_with_the_native_hash::<11>();
    agrees_with_the_native_hash::<12>();
    agrees_with_the_native_hash::<13>();
    agrees_with_the_native_hash::<14>();
    agrees_with_the_native_hash::<15>();
    agrees_with_the_native_hash::<16>();
}

/// No variable can change alone, and to first order none can change together with others.
#[test]
fn every_variable_is_determined_by_the_inputs() {
    let (shape, values, _) = circuit([Fr::from(3u64), Fr::from(4u64)]);
    let fixed = 3;
    assert_eq!(crate::r1cs::jacobian_rank(&shape, &values, fixed), shape.variables - fixed);
    let mut altered = Assignment::new(values.to_vec());
    for column in fixed..shape.variables {
        let old = values[column];
        altered.as_mut_slice()[column] = old + Fr::ONE;
        assert!(shape.first_unsatisfied_row(&altered).is_some(), "column {column}");
        altered.as_mut_slice()[column] = old;
    }
}

/// The output cannot be moved even when every value is recomputed for another input: the rows fix the inputs.
#[test]
fn a_trace_of_other_inputs_is_refused() {
    let (shape, values, _) = circuit([Fr::from(3u64), Fr::from(4u64)]);
    let (_, other, _) = circuit([Fr::from(3u64), Fr::from(5u64)]);
    let mut mixed = Assignment::new(other.to_vec());
    mixed.as_mut_slice()[..3].copy_from_slice(&values[..3]);
    assert!(shape.first_unsatisfied_row(&mixed).is_some());
}
