//! Digits: an equation over integers in bounds that has one solution only.
//!
//! **Rule.** In `Σ kᵢ vᵢ = known (mod r)`, where each `vᵢ` is an integer between bounds `wᵢ` apart, scale the coefficients and
//! take them as integers of least absolute value. Sorted by size, if each `|kᵢ|` exceeds `Σ_{j<i} |kⱼ| wⱼ`, and `Σ |kᵢ| wᵢ < r`, then
//! all `vᵢ` are determined: for two solutions the difference is an integer equation, and in it the largest term that is not
//! zero exceeds all others together.

use crate::facts::{DigitEquation, modulus, signed};
use ark_bn254::Fr;
use ark_ff::Field;
use num_bigint::{BigInt, Sign};
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
