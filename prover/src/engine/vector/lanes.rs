//! Four elements in registers: what is done digit by digit.

use core::arch::x86_64::{
    __m256d, _MM_FROUND_NO_EXC, _MM_FROUND_TO_NEAREST_INT, _mm256_add_pd, _mm256_fmadd_pd, _mm256_fnmadd_pd,
    _mm256_mul_pd, _mm256_round_pd, _mm256_set1_pd, _mm256_setzero_pd, _mm256_sub_pd,
};
use core::marker::PhantomData;

use super::bound::{Bound, MAX_REDUCED_MAGNITUDE, MAX_REDUCED_WEIGHT, MAX_SUM_WEIGHT, Reduced, Sum};
use super::constants::{DIGITS, RADIX, ROUND, VectorField};

/// Four elements, one vector of four lanes for each digit.
#[repr(C, align(32))]
#[derive(Debug)]
pub(crate) struct Lanes<F, B> {
    pub(super) digits: [__m256d; DIGITS],
    marker: PhantomData<(F, B)>,
}

impl<F, B> Clone for Lanes<F, B> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, B> Copy for Lanes<F, B> {}

impl<F: VectorField, B: Bound> Lanes<F, B> {
    /// Takes digits that the caller knows to be inside the bound.
    #[inline]
    pub(crate) const fn from_digits(digits: [__m256d; DIGITS]) -> Self {
        Self { digits, marker: PhantomData }
    }

    /// The digits.
    #[inline]
    pub(crate) const fn digits(&self) -> [__m256d; DIGITS] {
        self.digits
    }

    /// Zero.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn zero() -> Self {
        Self::from_digits([_mm256_setzero_pd(); DIGITS])
    }

    /// The same number in all lanes, from digits that the caller knows to be inside the bound.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn splat(digits: [f64; DIGITS]) -> Self {
        Self::from_digits(digits.map(|digit| _mm256_set1_pd(digit)))
    }

    /// The same values under a wider bound.
    #[inline]
    pub(crate) const fn widen<C: Bound>(self) -> Lanes<F, C> {
        const { assert!(B::WEIGHT <= C::WEIGHT && B::MAGNITUDE <= C::MAGNITUDE, "a wider bound") };
        Lanes::from_digits(self.digits)
    }

    /// `self + other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn add<C: Bound>(&self, other: &Lanes<F, C>) -> Lanes<F, Sum<B, C>> {
        const { assert!(B::WEIGHT + C::WEIGHT <= MAX_SUM_WEIGHT, "a sum of too many terms") };
        let [a0, a1, a2, a3, a4] = self.digits;
        let [b0, b1, b2, b3, b4] = other.digits;
        Lanes::from_digits([
            _mm256_add_pd(a0, b0),
            _mm256_add_pd(a1, b1),
            _mm256_add_pd(a2, b2),
            _mm256_add_pd(a3, b3),
            _mm256_add_pd(a4, b4),
        ])
    }

    /// `self - other`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn subtract<C: Bound>(&self, other: &Lanes<F, C>) -> Lanes<F, Sum<B, C>> {
        const { assert!(B::WEIGHT + C::WEIGHT <= MAX_SUM_WEIGHT, "a sum of too many terms") };
        let [a0, a1, a2, a3, a4] = self.digits;
        let [b0, b1, b2, b3, b4] = other.digits;
        Lanes::from_digits([
            _mm256_sub_pd(a0, b0),
            _mm256_sub_pd(a1, b1),
            _mm256_sub_pd(a2, b2),
            _mm256_sub_pd(a3, b3),
            _mm256_sub_pd(a4, b4),
        ])
    }

    /// `-self`.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn negate(&self) -> Self {
        Self::from_digits(self.digits.map(|digit| _mm256_sub_pd(_mm256_setzero_pd(), digit)))
    }

    /// The same residue in `[-p/2, p/2]` (and a hair more), digits balanced.
    ///
    /// The multiple of p to take off is read from the top digit alone: it errs by less than 2^-46.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn reduce(&self) -> Lanes<F, Reduced> {
        const {
            assert!(B::WEIGHT <= MAX_REDUCED_WEIGHT, "digits are too large to reduce");
            assert!(B::MAGNITUDE <= MAX_REDUCED_MAGNITUDE, "a value is too large to reduce");
        }
        let [p0, p1, p2, p3, p4] = F::MODULUS_DIGITS.map(|digit| _mm256_set1_pd(digit));
        let [x0, x1, x2, x3, x4] = self.digits;
        let top = const { 1.0 / top_of(F::MODULUS_DIGITS) };
        let estimate = _mm256_mul_pd(x4, _mm256_set1_pd(top));
        let multiple = _mm256_round_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(estimate);
        let (x0, carry) = split(_mm256_fnmadd_pd(multiple, p0, x0));
        let (x1, carry) = split(carry_into(carry, _mm256_fnmadd_pd(multiple, p1, x1)));
        let (x2, carry) = split(carry_into(carry, _mm256_fnmadd_pd(multiple, p2, x2)));
        let (x3, carry) = split(carry_into(carry, _mm256_fnmadd_pd(multiple, p3, x3)));
        let x4 = carry_into(carry, _mm256_fnmadd_pd(multiple, p4, x4));
        Lanes::from_digits([x0, x1, x2, x3, x4])
    }
}

/// The modulus by its two top digits, in units of the top digit.
const fn top_of(modulus: [f64; DIGITS]) -> f64 {
    let [_, _, _, p3, p4] = modulus;
    p4 + p3 / RADIX
}

/// A balanced digit, and the multiple of 2^51 that it leaves.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn split(sum: __m256d) -> (__m256d, __m256d) {
    let round = _mm256_set1_pd(ROUND);
    let carry = _mm256_sub_pd(_mm256_add_pd(sum, round), round);
    (_mm256_sub_pd(sum, carry), carry)
}

#[inline]
#[target_feature(enable = "avx2,fma")]
fn carry_into(carry: __m256d, digit: __m256d) -> __m256d {
    _mm256_fmadd_pd(carry, _mm256_set1_pd(1.0 / RADIX), digit)
}
