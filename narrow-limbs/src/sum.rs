//! Sums and differences of numbers below the prime.

use crate::limbs::Words;
use crate::modulus::Modulus;

/// `a = a + b`. Both are below 2^254, so nothing is lost at the top.
#[inline(never)]
pub(crate) fn add(a: &mut Words, b: &Words, modulus: &Modulus) {
    *a = add_words(a, b);
    reduce(a, modulus);
}

/// `a = a - b`.
#[inline(never)]
pub(crate) fn subtract(a: &mut Words, b: &Words, modulus: &Modulus) {
    let (difference, borrow) = subtract_words(a, b);
    *a = if borrow { add_words(&difference, &modulus.words) } else { difference };
}

/// Brings a number below twice the prime below the prime.
#[inline(always)]
pub(crate) fn reduce(a: &mut Words, modulus: &Modulus) {
    let (difference, borrow) = subtract_words(a, &modulus.words);
    if !borrow {
        *a = difference;
    }
}

/// The sum modulo 2^256.
#[inline(always)]
fn add_words(a: &Words, b: &Words) -> Words {
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (*a, *b);
    let (c0, carry) = a0.overflowing_add(b0);
    let (c1, carry) = a1.carrying_add(b1, carry);
    let (c2, carry) = a2.carrying_add(b2, carry);
    let (c3, _) = a3.carrying_add(b3, carry);
    [c0, c1, c2, c3]
}

/// The difference modulo 2^256, and whether it is negative.
#[inline(always)]
fn subtract_words(a: &Words, b: &Words) -> (Words, bool) {
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (*a, *b);
    let (c0, borrow) = a0.overflowing_sub(b0);
    let (c1, borrow) = a1.borrowing_sub(b1, borrow);
    let (c2, borrow) = a2.borrowing_sub(b2, borrow);
    let (c3, borrow) = a3.borrowing_sub(b3, borrow);
    ([c0, c1, c2, c3], borrow)
}
