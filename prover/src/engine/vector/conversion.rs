//! From arkworks' form (`x 2^256 mod p` in four limbs) to digits of `x 2^255`, and back. Both are exact.

use core::arch::x86_64::{
    __m256d, __m256i, _CMP_NEQ_OQ, _mm256_add_pd, _mm256_and_pd, _mm256_and_si256, _mm256_castpd_si256,
    _mm256_castsi256_pd, _mm256_cmp_pd, _mm256_floor_pd, _mm256_fmadd_pd, _mm256_loadu_si256, _mm256_mul_pd,
    _mm256_or_si256, _mm256_permute2x128_si256, _mm256_set1_epi64x, _mm256_set1_pd, _mm256_setzero_pd,
    _mm256_slli_epi64, _mm256_srli_epi64, _mm256_storeu_pd, _mm256_sub_pd, _mm256_unpackhi_epi64,
    _mm256_unpacklo_epi64,
};

use super::bound::{Bound, Integer, Reduced};
use super::constants::{DIGIT_BITS, DIGITS, RADIX, TWO_52, VectorField};
use super::{Block, Lanes};

/// Half of a canonical integer, or of the sum of one and the modulus: a digit is at most half of `2^51 + 2^50`, and 2^50.
#[derive(Clone, Copy, Debug)]
struct Halved;

impl Bound for Halved {
    const WEIGHT: u64 = 3;
    const MAGNITUDE: u64 = 1_024;
}

/// The number one.
#[derive(Clone, Copy, Debug)]
struct One;

impl Bound for One {
    const WEIGHT: u64 = 1;
    const MAGNITUDE: u64 = 1_024;
}

impl<F: VectorField> Lanes<F, Integer> {
    /// The digits of four integers below the modulus, given as little-endian bytes. What element they stand for is up to
    /// the caller: these are digits of v, whatever v means.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn from_integers(integers: [&[u8; 32]; 4]) -> Self {
        let [a, b, c, d] = integers.map(|bytes| {
            // SAFETY: 32 readable bytes; the load has no alignment.
            unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) }
        });
        // transpose: vector i holds limb i of all four
        let (low_ab, high_ab) = (_mm256_unpacklo_epi64(a, b), _mm256_unpackhi_epi64(a, b));
        let (low_cd, high_cd) = (_mm256_unpacklo_epi64(c, d), _mm256_unpackhi_epi64(c, d));
        let limb0 = _mm256_permute2x128_si256::<0x20>(low_ab, low_cd);
        let limb1 = _mm256_permute2x128_si256::<0x20>(high_ab, high_cd);
        let limb2 = _mm256_permute2x128_si256::<0x31>(low_ab, low_cd);
        let limb3 = _mm256_permute2x128_si256::<0x31>(high_ab, high_cd);
        Self::from_digits(
            [
                limb0,
                _mm256_or_si256(_mm256_srli_epi64::<51>(limb0), _mm256_slli_epi64::<13>(limb1)),
                _mm256_or_si256(_mm256_srli_epi64::<38>(limb1), _mm256_slli_epi64::<26>(limb2)),
                _mm256_or_si256(_mm256_srli_epi64::<25>(limb2), _mm256_slli_epi64::<39>(limb3)),
                _mm256_srli_epi64::<12>(limb3),
            ]
            .map(|bits| to_digit(bits)),
        )
    }
}

impl<F: VectorField> Lanes<F, Integer> {
    /// `v / 2 mod p`: half of v or of v + p, whichever is even.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    fn halve(&self) -> Lanes<F, Halved> {
        let half = _mm256_set1_pd(0.5);
        let [lowest, ..] = self.digits;
        let lowest = _mm256_mul_pd(lowest, half);
        let is_odd = _mm256_cmp_pd::<_CMP_NEQ_OQ>(lowest, _mm256_floor_pd(lowest));
        let mut digits = self.digits;
        for (digit, modulus) in digits.iter_mut().zip(F::MODULUS_DIGITS) {
            let even = _mm256_add_pd(*digit, _mm256_and_pd(_mm256_set1_pd(modulus), is_odd));
            *digit = _mm256_mul_pd(even, half);
        }
        // the half that a digit leaves over is 2^50 of the digit below
        let mut above = _mm256_setzero_pd();
        for digit in digits.iter_mut().rev() {
            let whole = _mm256_floor_pd(*digit);
            let left_over = _mm256_sub_pd(*digit, whole);
            *digit = _mm256_fmadd_pd(above, _mm256_set1_pd(RADIX), whole);
            above = left_over;
        }
        Lanes::from_digits(digits)
    }
}

/// The low 51 bits as a number.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn to_digit(bits: __m256i) -> __m256d {
    let low = _mm256_and_si256(bits, _mm256_set1_epi64x((1 << DIGIT_BITS) - 1));
    // as the mantissa of a number in [2^52, 2^53)
    let raised = _mm256_or_si256(low, _mm256_castpd_si256(_mm256_set1_pd(TWO_52)));
    _mm256_sub_pd(_mm256_castsi256_pd(raised), _mm256_set1_pd(TWO_52))
}

impl<F: VectorField> Block<F, Integer> {
    /// The digits of eight integers below the modulus, as [`Lanes::from_integers`].
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn from_integers(integers: [&[u8; 32]; 8]) -> Self {
        let [a, b, c, d, e, f, g, h] = integers;
        Self([Lanes::from_integers([a, b, c, d]), Lanes::from_integers([e, f, g, h])])
    }

    /// From arkworks' form, the digits of `x 2^256 mod p`, to elements, whose digits are those of half of it.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn enter(&self) -> Block<F, Reduced> {
        let Self([low, high]) = self;
        Block([low.halve().reduce(), high.halve().reduce()])
    }
}

impl<F: VectorField> Block<F, Reduced> {
    /// Takes eight elements over.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn from_elements(elements: &[F; 8]) -> Self {
        let bytes = |element: &F| {
            let limbs = core::ptr::from_ref(element.montgomery_limbs());
            // SAFETY: four limbs are 32 bytes, any bytes are valid, and the borrow lives as long as the element. This
            // architecture is little-endian.
            unsafe { &*limbs.cast::<[u8; 32]>() }
        };
        let [a, b, c, d, e, f, g, h] = elements;
        let [a, b, c, d] = [bytes(a), bytes(b), bytes(c), bytes(d)];
        let [e, f, g, h] = [bytes(e), bytes(f), bytes(g), bytes(h)];
        Block::from_integers([a, b, c, d, e, f, g, h]).enter()
    }

    /// Hands eight elements back.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn to_elements(self) -> [F; 8] {
        canonical(&self.add(&self).reduce()).map(F::from_montgomery_limbs)
    }

    /// The eight elements as integers below the modulus, in little-endian limbs.
    #[inline]
    #[target_feature(enable = "avx2,fma")]
    pub(crate) fn to_integers(self) -> [[u64; 4]; 8] {
        // the product with v = 1 is x 2^255 / 2^255
        canonical(&self.multiply(&Block::<F, One>::splat([1.0, 0.0, 0.0, 0.0, 0.0])))
    }
}

/// The limbs of eight values as integers in `[0, p)`.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn canonical<F: VectorField, B: Bound>(block: &Block<F, B>) -> [[u64; 4]; 8] {
    let Block([low, high]) = block;
    let ([a, b, c, d], [e, f, g, h]) = (canonical_lanes(low), canonical_lanes(high));
    [a, b, c, d, e, f, g, h]
}

/// One lane after the other.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn canonical_lanes<F: VectorField, B: Bound>(lanes: &Lanes<F, B>) -> [[u64; 4]; 4] {
    const { assert!(B::MAGNITUDE < 1_024, "value plus modulus must be positive") };
    // one vector of lanes for each digit, as numbers
    let digits: [[f64; 4]; DIGITS] = lanes.digits.map(|digit| {
        let mut numbers = [0.0; 4];
        // SAFETY: four numbers of eight bytes; the store has no alignment.
        unsafe { _mm256_storeu_pd(numbers.as_mut_ptr(), digit) };
        numbers
    });
    let [d0, d1, d2, d3, d4] = digits;
    let mut integers = [[0; 4]; 4];
    let columns = d0.into_iter().zip(d1).zip(d2).zip(d3).zip(d4);
    for (integer, ((((d0, d1), d2), d3), d4)) in integers.iter_mut().zip(columns) {
        *integer = canonical_limbs::<F>([d0, d1, d2, d3, d4]);
    }
    integers
}

/// The integer in `[0, p)` that is congruent to a value in `(-p, p)`.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "digits are integers below 2^53")]
#[expect(clippy::cast_sign_loss, reason = "masked, or known to be positive")]
fn canonical_limbs<F: VectorField>(digits: [f64; DIGITS]) -> [u64; 4] {
    let mut carry = 0;
    let mut unsigned = [0; DIGITS];
    for ((target, digit), modulus) in unsigned.iter_mut().zip(digits).zip(F::MODULUS_DIGITS) {
        // value + p is positive, so the last carry is not negative and the top digit is right
        let sum = (digit as i64) + (modulus as i64) + carry;
        carry = sum >> DIGIT_BITS;
        *target = (sum as u64) & ((1 << DIGIT_BITS) - 1);
    }
    let [a, b, c, d, e] = unsigned;
    let limbs = [a | b << 51, b >> 13 | c << 38, c >> 26 | d << 25, d >> 39 | e << 12];
    let mut less = [0; 4];
    let mut borrow = false;
    for ((target, limb), modulus) in less.iter_mut().zip(limbs).zip(F::MODULUS_LIMBS) {
        let (partial, first) = limb.overflowing_sub(modulus);
        let (difference, second) = partial.overflowing_sub(u64::from(borrow));
        *target = difference;
        borrow = first || second;
    }
    if borrow { limbs } else { less }
}
