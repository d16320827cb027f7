//! Inversion modulo either field's modulus, in a fixed number of steps.
//!
//! Pornin's optimised binary GCD (IACR eprint 2020/972): 17 rounds of 31 steps. A round takes the top 33 and the low 31
//! bits of the two numbers as 64-bit approximations, runs 31 branch-free steps of the binary GCD on them, and applies the
//! steps, gathered in two pairs of factors below 2^31, to the full numbers and to the cofactors. It takes 2.5 µs where the
//! branching algorithm takes 5, and its time does not depend on the value.

#![expect(clippy::as_conversions, reason = "two's complement and the halves of 128-bit products")]
#![expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "the same")]
#![expect(clippy::cast_sign_loss, reason = "the same")]

use ark_bn254::Fq;
use ark_ff::{AdditiveGroup, BigInt, PrimeField};

type Limbs = [u64; 4];

const ROUNDS: usize = 17;
const STEPS: u32 = 31;
const LOW: u64 = (1 << STEPS) - 1;
const MODULUS: Limbs = <Fq as PrimeField>::MODULUS.0;
/// `-1/p mod 2^64`.
const NEGATIVE_INVERSE: u64 = {
    let [lowest, ..] = MODULUS;
    let mut inverse = lowest;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(lowest.wrapping_mul(inverse)));
        step += 1;
    }
    inverse.wrapping_neg()
};

/// `1/x`, and 0 for 0.
pub(super) fn invert(x: &Fq) -> Fq {
    let mut a = x.0.0;
    let mut b = MODULUS;
    // x is X R, so X^-1 R = R^2 / x
    let mut u = Fq::R2.0;
    let mut v = [0; 4];
    for _ in 0..ROUNDS {
        let (approximate_a, approximate_b) = approximate(&a, &b);
        let [(f0, g0), (f1, g1)] = steps(approximate_a, approximate_b);
        let (next_a, negate_a) = absolute(combine(&a, f0, &b, g0));
        let (next_b, negate_b) = absolute(combine(&a, f1, &b, g1));
        (a, b) = (next_a, next_b);
        let next_u = combine_modulo(&u, signed(f0, negate_a), &v, signed(g0, negate_a));
        v = combine_modulo(&u, signed(f1, negate_b), &v, signed(g1, negate_b));
        u = next_u;
    }
    // b is now gcd(x, p): 1, or p where x is 0
    if *x == Fq::ZERO { Fq::ZERO } else { Fq::new_unchecked(BigInt(v)) }
}

/// 64-bit numbers that take the same decisions for 31 steps: 33 bits from the longer number's top and 31 from the end, or
/// the numbers themselves where they fit.
fn approximate(a: &Limbs, b: &Limbs) -> (u64, u64) {
    let [a0, a1, a2, a3] = *a;
    let [b0, b1, b2, b3] = *b;
    if a1 | a2 | a3 | b1 | b2 | b3 == 0 {
        return (a0, b0);
    }
    let (high, next) = if a3 | b3 != 0 {
        ((a3, b3), (a2, b2))
    } else if a2 | b2 != 0 {
        ((a2, b2), (a1, b1))
    } else {
        ((a1, b1), (a0, b0))
    };
    let shift = (high.0 | high.1).leading_zeros();
    let top = |high: u64, next: u64| if shift == 0 { high } else { high << shift | next >> (64 - shift) };
    let join = |low: u64, top: u64| (low & LOW) | (top >> STEPS << STEPS);
    (join(a0, top(high.0, next.0)), join(b0, top(high.1, next.1)))
}

/// Thirty-one steps of the binary GCD: factors with `a' 2^31 = a f0 + b g0` and `b' 2^31 = a f1 + b g1`.
///
/// Both factors of a row travel in one number, f in the low half and g in the high half, each with wrapping sign.
fn steps(mut a: u64, mut b: u64) -> [(i64, i64); 2] {
    let (mut row0, mut row1) = (1_u64, 1_u64 << 32);
    for _ in 0..STEPS {
        let odd = (a & 1).wrapping_neg();
        let swap = u64::from(a < b).wrapping_neg() & odd;
        let difference = (a ^ b) & swap;
        a ^= difference;
        b ^= difference;
        let difference = (row0 ^ row1) & swap;
        row0 ^= difference;
        row1 ^= difference;
        a = a.wrapping_sub(b & odd) >> 1;
        row0 = row0.wrapping_sub(row1 & odd);
        row1 = row1.wrapping_add(row1);
    }
    let unpack = |row: u64| {
        let raised = row.wrapping_add(LOW | LOW << 32);
        ((raised & 0xffff_ffff) as i64 - LOW as i64, (raised >> 32) as i64 - LOW as i64)
    };
    [unpack(row0), unpack(row1)]
}

/// `a f + b g` in 320 bits of two's complement; factors of at most 2^31.
fn combine(a: &Limbs, f: i64, b: &Limbs, g: i64) -> [u64; 5] {
    let times = |number: &Limbs, factor: i64| {
        let mut product = [0; 5];
        let mut carry = 0;
        for (target, limb) in product.iter_mut().zip(number.iter().chain([&0])) {
            let sum = u128::from(*limb) * u128::from(factor.unsigned_abs()) + carry;
            *target = sum as u64;
            carry = sum >> 64;
        }
        product
    };
    let (signs_f, signs_g) = ((f >> 63) as u64, (g >> 63) as u64);
    let mut carry = u128::from(signs_f & 1) + u128::from(signs_g & 1);
    let mut sum = [0; 5];
    for ((target, left), right) in sum.iter_mut().zip(times(a, f)).zip(times(b, g)) {
        let total = u128::from(left ^ signs_f) + u128::from(right ^ signs_g) + carry;
        *target = total as u64;
        carry = total >> 64;
    }
    sum
}

fn shift_right(number: &[u64; 5]) -> Limbs {
    let [a, b, c, d, e] = *number;
    let shift = |low: u64, high: u64| low >> STEPS | high << (64 - STEPS);
    [shift(a, b), shift(b, c), shift(c, d), shift(d, e)]
}

/// The absolute value of a sum over 2^31, and all ones where it was negative.
fn absolute(sum: [u64; 5]) -> (Limbs, u64) {
    let [.., top] = sum;
    let signs = ((top as i64) >> 63) as u64;
    let mut number = shift_right(&sum);
    let mut carry = u128::from(signs & 1);
    for limb in &mut number {
        let total = u128::from(*limb ^ signs) + carry;
        *limb = total as u64;
        carry = total >> 64;
    }
    (number, signs)
}

const fn signed(factor: i64, signs: u64) -> i64 {
    (factor ^ signs as i64) - signs as i64
}

/// `(a f + b g) / 2^31 mod p` in `[0, p)`, for a and b in that range.
fn combine_modulo(a: &Limbs, f: i64, b: &Limbs, g: i64) -> Limbs {
    let mut sum = combine(a, f, b, g);
    // a multiple of p that clears the low 31 bits
    let [lowest, ..] = sum;
    let multiple = lowest.wrapping_mul(NEGATIVE_INVERSE) & LOW;
    let mut carry = 0;
    for (target, limb) in sum.iter_mut().zip(MODULUS.iter().chain([&0])) {
        let total = u128::from(*target) + u128::from(*limb) * u128::from(multiple) + carry;
        *target = total as u64;
        carry = total >> 64;
    }
    // now in (-p, 2p)
    let [.., top] = sum;
    let negative = ((top as i64) >> 63) as u64;
    let mut number = shift_right(&sum);
    let mut carry = 0;
    for (limb, modulus) in number.iter_mut().zip(MODULUS) {
        let total = u128::from(*limb) + u128::from(modulus & negative) + carry;
        *limb = total as u64;
        carry = total >> 64;
    }
    let mut less = [0; 4];
    let mut borrow = false;
    for ((target, limb), modulus) in less.iter_mut().zip(number).zip(MODULUS) {
        let (partial, first) = limb.overflowing_sub(modulus);
        let (difference, second) = partial.overflowing_sub(u64::from(borrow));
        *target = difference;
        borrow = first || second;
    }
    if borrow { number } else { less }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::{Field, UniformRand};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn agrees_with_the_other_algorithm() {
        let mut rng = ChaCha20Rng::seed_from_u64(8);
        let powers = (0..254).map(|bit| Fq::from(2_u64).pow([bit]));
        let small = (1..200_u64).map(Fq::from);
        let montgomery_ends = [1, u64::MAX].map(|limb| Fq::new_unchecked(BigInt([limb, 0, 0, 0])));
        let values: Vec<Fq> = powers.chain(small).chain(montgomery_ends).collect();
        let random = (0..20_000).map(|_| Fq::rand(&mut rng));
        for value in values.iter().flat_map(|value| [*value, -*value]).chain(random) {
            assert_eq!(Some(invert(&value)), value.inverse(), "{value}");
        }
        assert_eq!(invert(&Fq::ZERO), Fq::ZERO);
    }
}
