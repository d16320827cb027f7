use super::*;
use crate::r1cs::shape_and_values;
use ark_ff::AdditiveGroup;
use core::cell::Cell;
use workproof_protocol::babyjubjub::scalar_to_field;

fn run(scalar: Scalar) -> (usize, bool, [Fr; 3]) {
    let out = Cell::new([Fr::ZERO; 3]);
    let (shape, values) = shape_and_values(|cs| {
        let var = SecretScalarVar::new(cs, Some(&scalar));
        if cs.has_values() {
            out.set([var.scalar.value(), var.public_x.value(), var.public_y.value()]);
        }
    })
    .unwrap();
    (shape.constraints(), shape.first_unsatisfied_row(&values).is_none(), out.get())
}

#[test]
fn agrees_with_the_native_multiplication_at_the_ends_of_the_range() {
    let power = Scalar::from(2u64).pow([250]);
    let one = Scalar::ONE;
    for scalar in
        [one, -one, power - one, power, -power, -power - one, Scalar::from(77u64).inverse().unwrap()]
    {
        let (rows, holds, [value, x, y]) = run(scalar);
        let public = BASE8.mul(&scalar);
        assert!(holds, "{scalar}");
        assert_eq!((value, x, y), (scalar_to_field(&scalar), public.x, public.y));
        assert_eq!(rows, 753);
    }
}

#[test]
fn refuses_the_scalar_zero() {
    let (_, holds, _) = run(Scalar::ZERO);
    assert!(!holds);
}

/// The value of the bits cannot reach `l`: the greatest one is `l − 1`.
#[test]
fn the_greatest_value_of_the_bits_is_below_the_order() {
    use ark_ff::{BigInteger, PrimeField};
    let mut greatest = high_weight();
    let mut ones = ark_ff::BigInt::<4>::new([0, 0, 0, 1 << 58]);
    ones.sub_with_borrow(&ark_ff::BigInt::from(1u64));
    greatest.add_with_carry(&ones);
    greatest.add_with_carry(&ark_ff::BigInt::from(1u64));
    assert_eq!(greatest, Scalar::MODULUS);
}

/// Every one of the 251 bits has a row of its own that makes it a bit: otherwise the value could leave `[0, l)`.
#[test]
fn every_bit_of_the_scalar_is_a_bit_a4_a8() {
    let (shape, _) = shape_and_values(|cs| drop(SecretScalarVar::new(cs, Some(&Scalar::ONE)))).unwrap();
    assert_eq!(shape.boolean_columns().len(), 251);
}
