//! Montgomery products: `a b / 2^256` modulo the prime.
//!
//! Nine steps take a limb of `a` each, add its product with `b` to nine sums, add the multiple of the prime that makes the
//! lowest sum end in 29 zeros, and move all sums down by one limb. So nine steps divide by 2^261; as `b` goes in 32 times as
//! large, what comes out is divided by 2^256, like arkworks' products.
//!
//! **Nothing overflows.** Limbs are below 2^29. A sum stays for at most nine steps, and each adds a product of limbs for each
//! pair of numbers, and one with a limb of the prime: with two pairs, less than 27 * 2^58 < 2^63. What a step carries from the
//! lowest sum into the next is less than 2^34 + 1, and is carried on in the step after.
//!
//! **One subtraction is enough.** Let `m` below 2^261 be the factors of the prime `p` together. The result is
//!
//! ```text
//! (sum of a (32 b) + m p) / 2^261 < sum of a b / 2^256 + p
//! ```
//!
//! and with p < 2^254 and two pairs of numbers below p it is below p / 2 + p. With one pair it is below 2 p even if `a` is any
//! number of 256 bits.

use crate::limbs::{LIMB_BITS, LIMB_MASK, LIMBS, Words, to_limbs, to_limbs_times_32, to_words};
use crate::modulus::Modulus;
use crate::sum::reduce;

/// `a = a b / 2^256`.
#[inline(never)]
pub(crate) fn multiply(a: &mut Words, b: &Words, modulus: &Modulus) {
    *a = sum_of_products([a], [b], modulus);
}

/// `(a_1 b_1 + a_2 b_2) / 2^256`, for one reduction.
#[inline(never)]
pub(crate) fn sum_of_two_products(a: [&Words; 2], b: [&Words; 2], modulus: &Modulus) -> Words {
    sum_of_products(a, b, modulus)
}

/// Compiled once for each number of pairs: loops over any number would take a third longer.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "places of arrays whose length is the loops' bound")]
fn sum_of_products<const PAIRS: usize>(a: [&Words; PAIRS], b: [&Words; PAIRS], modulus: &Modulus) -> Words {
    const { assert!(PAIRS <= 2, "see the bounds above") }
    let (a, b) = (a.map(to_limbs), b.map(to_limbs_times_32));
    let mut sums = [0; LIMBS];
    for step in 0..LIMBS {
        for (a, b) in a.iter().zip(&b) {
            for (sum, b) in sums.iter_mut().zip(b) {
                *sum += a[step] * b;
            }
        }
        let factor = sums[0].wrapping_mul(modulus.factor) & LIMB_MASK;
        let carry = (sums[0] + factor * modulus.limbs[0]) >> LIMB_BITS;
        for place in 1..LIMBS {
            sums[place - 1] = sums[place] + factor * modulus.limbs[place];
        }
        sums[LIMBS - 1] = 0;
        sums[0] += carry;
    }
    let mut words = to_words(sums);
    reduce(&mut words, modulus);
    words
}
