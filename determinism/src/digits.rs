//! Digits: an equation over integers in bounds that has one solution only.
//!
//! **Rule.** In `Σ kᵢ vᵢ = known (mod r)`, where each `vᵢ` is an integer between bounds `wᵢ` apart, scale the coefficients and
//! take them as integers of least absolute value. Sorted by size, if each `|kᵢ|` exceeds `Σ_{j<i} |kⱼ| wⱼ`, and `Σ |kᵢ| wᵢ < r`, then
//! all `vᵢ` are determined: for two solutions the difference is an integer equation, and in it the largest term that is not
//! zero exceeds all others together.

use crate::facts::{DigitEquation, Facts, modulus, signed};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup as _, Field, PrimeField};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Signed, Zero};

/// One unknown: its coefficient and how far apart its bounds are.
type Digit = (Fr, BigInt);

/// Whether the unknown variables of an equation are determined, all of them.
pub(crate) fn are_unique(equation: &DigitEquation, unknown: &[(Fr, BigInt)]) -> bool {
    let mut digits: Vec<Digit> = unknown.to_vec();
    if equation.has_digit {
        digits.push((-Fr::ONE, BigInt::from(1u8)));
    }
    let scales: Vec<Fr> = match digits.as_slice() {
        [] => return true,
        [one] => vec![one.0],
        [first, second, .., before, last] => vec![first.0, last.0, second.0, before.0],
        all => all.iter().map(|(k, _)| *k).collect(),
    };
    scales.iter().any(|scale| are_unique_at_scale(&digits, *scale))
}

fn are_unique_at_scale(digits: &[Digit], scale: Fr) -> bool {
    let Some(inverse) = scale.inverse() else { return false };
    let mut scaled: Vec<(BigInt, &BigInt)> =
        digits.iter().map(|(k, width)| (signed(*k * inverse).abs(), width)).collect();
    scaled.sort();
    let mut reach = BigInt::zero();
    for (k, width) in scaled {
        if k <= reach || width.sign() == Sign::Minus {
            return false;
        }
        reach += k * width;
    }
    reach < modulus()
}

/// The digits, greatest first: `Σ kᵢ vᵢ = target`, or `target + 1` where the equation allows for that. Where there are none the
/// result is whatever came out; some row then does not hold.
pub(crate) fn solve(facts: &Facts, equation: &DigitEquation, columns: &[u32], target: Fr) -> Vec<Fr> {
    let zero = BigInt::ZERO;
    let mut digits: Vec<(Option<usize>, Fr, &BigInt, BigInt)> = Vec::with_capacity(columns.len() + 1);
    for (place, column) in columns.iter().enumerate() {
        if let Some((low, high)) = facts.ranges.of(*column) {
            digits.push((Some(place), equation.form.coefficient(*column), low, high - low));
        }
    }
    if equation.has_digit {
        digits.push((None, -Fr::ONE, &zero, BigInt::from(1u8)));
    }
    let order = |scale: Fr| -> Option<Vec<BigInt>> {
        let inverse = scale.inverse()?;
        let plain: Vec<Digit> = digits.iter().map(|(_, k, _, width)| (*k, width.clone())).collect();
        are_unique_at_scale(&plain, scale).then(|| plain.iter().map(|(k, _)| signed(*k * inverse)).collect())
    };
    let mut result = vec![Fr::ZERO; columns.len()];
    let found = digits.iter().find_map(|(_, k, _, _)| Some((*k, order(*k)?)));
    let Some((scale, weights)) = found else { return result };
    let mut rest = target * scale.inverse().unwrap_or_default();
    // count every digit from the end from which its weight is positive: then the rest is a sum of non-negative parts
    for ((_, _, low, width), weight) in digits.iter().zip(&weights) {
        let start = if weight.sign() == Sign::Minus { *low + width } else { (*low).clone() };
        rest -= residue(weight) * residue(&start);
    }
    let mut rest = BigInt::from(BigUint::from(rest.into_bigint()));
    let mut places: Vec<usize> = (0..digits.len()).collect();
    places.sort_by_key(|place| weights.get(*place).map(BigInt::abs));
    for place in places.into_iter().rev() {
        let (Some((column, _, low, width)), Some(weight)) = (digits.get(place), weights.get(place)) else {
            continue;
        };
        let steps = (&rest / weight.abs()).min(width.clone());
        rest -= &steps * weight.abs();
        let value = if weight.sign() == Sign::Minus { *low + width - steps } else { *low + steps };
        if let Some(slot) = column.and_then(|column| result.get_mut(column)) {
            *slot = residue(&value);
        }
    }
    result
}

fn residue(value: &BigInt) -> Fr {
    let size = Fr::from(value.magnitude().clone());
    if value.sign() == Sign::Minus { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;

    fn unique(digits: &[(u64, u64)], has_digit: bool) -> bool {
        let digits: Vec<Digit> = digits.iter().map(|(k, w)| (Fr::from(*k), BigInt::from(*w))).collect();
        are_unique(&DigitEquation { form: Form::default(), has_digit }, &digits)
    }

    #[test]
    fn digits_are_unique_where_no_sum_of_lower_ones_reaches_a_higher() {
        assert!(unique(&[(1, 1), (2, 1), (4, 1)], false));
        assert!(unique(&[(1, 1 << 17), (1 << 32, 1 << 17), (1 << 60, 255)], false));
        // 2 = 1 + 1 and 3 = 1 + 2
        assert!(!unique(&[(1, 2), (2, 1)], false));
        assert!(!unique(&[(1, 1), (2, 1), (3, 1)], false));
        // the digit on the right side has a coefficient of its own
        assert!(!unique(&[(1, 1)], true));
        assert!(unique(&[(2, 1)], true));
    }

    /// 254 bits can make both `x` and `x + r`.
    #[test]
    fn digits_that_reach_the_order_of_the_field_are_not_unique_a4() {
        let bits = |count: u32| -> Vec<Digit> {
            (0..count).map(|i| (Fr::from(2u8).pow([u64::from(i)]), BigInt::from(1u8))).collect()
        };
        let equation = DigitEquation { form: Form::default(), has_digit: false };
        assert!(are_unique(&equation, &bits(253)));
        assert!(!are_unique(&equation, &bits(254)));
    }
}
