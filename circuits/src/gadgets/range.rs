//! Booleans, ranges and tests for zero.

use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::{BigInteger, Field, PrimeField, Zero};

/// A new variable in {0, 1}: `b · (b − 1) = 0`, one row.
pub fn boolean(cs: &mut ConstraintSystem, value: impl FnOnce() -> bool) -> Linear {
    let bit = cs.hint(|| Fr::from(value()));
    enforce_boolean(cs, &bit);
    bit
}

/// A [`boolean`] that is the prover's choice.
pub fn free_boolean(
    cs: &mut ConstraintSystem,
    meaning: &'static str,
    value: impl FnOnce() -> bool,
) -> Linear {
    let bit = cs.free_input(meaning, Domain::Boolean, || Fr::from(value()));
    enforce_boolean(cs, &bit);
    bit
}

/// `form · (form − 1) = 0`: one row.
pub fn enforce_boolean(cs: &mut ConstraintSystem, form: &Linear) {
    cs.enforce(form, &(form - Linear::from(Fr::ONE)), &Linear::zero());
}

/// Enforces `0 ≤ x < 2^bits` and returns the bits, lowest first: `bits` rows, `bits − 1` variables (the top bit is a
/// form of the others).
///
/// # Panics
/// Where `bits` is 0 or above 253. With 254 bits, `x + r` would have a decomposition too. The number is part of a
/// circuit's shape, so a circuit that is wrong fails whenever it is built, whatever its witness.
pub fn bits(cs: &mut ConstraintSystem, x: &Linear, bits: u32) -> Vec<Linear> {
    assert!((1..=253).contains(&bits), "2^bits must stay below the field's order");
    let value = if cs.has_values() { x.value().into_bigint().to_bits_le() } else { Vec::new() };
    let bit =
        |index: u32| usize::try_from(index).ok().and_then(|i| value.get(i)).copied().unwrap_or_default();
    let mut all: Vec<Linear> = (0..bits - 1).map(|i| boolean(cs, || bit(i))).collect();
    let low = weighted_sum(&all);
    let weight = Fr::from(2u64).pow([u64::from(bits - 1)]).inverse().unwrap_or_default();
    let top = (x - low).times(weight);
    enforce_boolean(cs, &top);
    all.push(top);
    all
}

/// Enforces `0 ≤ x < 2^width`: `width` rows. See [`bits`].
pub fn enforce_in_range(cs: &mut ConstraintSystem, x: &Linear, width: u32) {
    bits(cs, x, width);
}

/// `Σ 2^i · bit_i`: no rows.
#[must_use]
pub fn weighted_sum(bits: &[Linear]) -> Linear {
    let mut weight = Fr::ONE;
    Linear::sum(bits.iter().map(|bit| {
        let factor = weight;
        weight = weight + weight;
        (factor, bit)
    }))
}

/// Whether `x ≠ 0`, as a new variable in {0, 1}: two rows, `x · i = f` and `x · (1 − f) = 0`.
///
/// For `x = 0` the first row gives `f = 0`; for `x ≠ 0` the second gives `f = 1`. The hint `i` is free when `x = 0`.
pub fn is_nonzero(cs: &mut ConstraintSystem, x: &Linear) -> Linear {
    let inverse = cs.hint(|| x.value().inverse().unwrap_or_default());
    let flag = cs.hint(|| Fr::from(!x.value().is_zero()));
    cs.enforce(&inverse, x, &flag);
    cs.enforce(&(Linear::from(Fr::ONE) - &flag), x, &Linear::zero());
    flag
}

/// `flag ? yes : no` for a boolean flag, as a new variable: one row.
///
/// **Caller:** `flag` is boolean.
pub fn select(cs: &mut ConstraintSystem, flag: &Linear, yes: &Linear, no: &Linear) -> Linear {
    let chosen = cs.hint(|| no.value() + flag.value() * (yes.value() - no.value()));
    cs.enforce(&(yes - no), flag, &(&chosen - no));
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "below the field's order")]
    fn a_decomposition_that_is_not_unique_is_refused_a4() {
        let mut cs = ConstraintSystem::shape();
        let x = cs.hint(Fr::default);
        enforce_in_range(&mut cs, &x, 254);
    }

    #[test]
    fn range_accepts_its_ends_and_refuses_beyond() {
        let satisfied = |x: Fr| {
            let mut cs = ConstraintSystem::values();
            let x = cs.hint(|| x);
            enforce_in_range(&mut cs, &x, 8);
            cs.into_assignment().is_ok()
        };
        for good in [0u64, 1, 127, 128, 255] {
            assert!(satisfied(Fr::from(good)), "{good}");
        }
        for bad in [Fr::from(256u64), Fr::from(511u64), -Fr::ONE, Fr::from(u64::MAX)] {
            assert!(!satisfied(bad), "{bad}");
        }
    }
}
