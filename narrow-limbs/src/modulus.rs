//! What the arithmetic needs to know of a prime.

use crate::limbs::{LIMB_MASK, Limbs, Words, to_limbs};

/// A prime below 2^254, taken apart at compile time.
#[derive(Debug)]
pub(crate) struct Modulus {
    /// The prime.
    pub(crate) words: Words,
    /// The prime.
    pub(crate) limbs: Limbs,
    /// -1 / prime modulo 2^29: times this, a limb becomes the multiple of the prime that cancels it.
    pub(crate) factor: u64,
    /// The prime less two: to this power, an element becomes its inverse.
    pub(crate) less_two: Words,
}

impl Modulus {
    /// Stops the build where the bounds in [`product`](crate::product) would not hold.
    pub(crate) const fn new(words: Words) -> Self {
        let [a, b, c, d] = words;
        assert!(d >> 62 == 0, "a prime below 2^254");
        assert!(a & 1 == 1 && a > 2, "an odd prime, and its lowest word gives two away");
        // each round doubles how many low bits of the inverse are right: 1, 2, 4, 8, 16, 32
        let (mut inverse, mut round) = (1_u64, 0);
        while round < 5 {
            inverse = inverse.wrapping_mul(2_u64.wrapping_sub(a.wrapping_mul(inverse)));
            round += 1;
        }
        Self {
            words,
            limbs: to_limbs(&words),
            factor: inverse.wrapping_neg() & LIMB_MASK,
            less_two: [a - 2, b, c, d],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::PrimeField;

    #[test]
    fn the_factor_cancels_the_lowest_limb() {
        for words in [ark_bn254::Fq::MODULUS.0, ark_bn254::Fr::MODULUS.0] {
            let modulus = Modulus::new(words);
            assert_eq!((modulus.factor * modulus.limbs[0] + 1) & LIMB_MASK, 0);
            assert_eq!(modulus.limbs, to_limbs(&words));
        }
    }

    #[test]
    #[should_panic(expected = "below 2^254")]
    fn refuses_a_number_that_is_too_long() {
        let _modulus = Modulus::new([3, 0, 0, 1 << 62]);
    }

    #[test]
    #[should_panic(expected = "odd prime")]
    fn refuses_an_even_number() {
        let _modulus = Modulus::new([4, 0, 0, 1 << 61]);
    }
}
