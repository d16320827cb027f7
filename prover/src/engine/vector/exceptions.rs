//! The additions of a batch for which the formula of two different points does not hold.
//!
//! They are looked for only where a batch's product of denominators is zero, which does not happen by chance. Then every
//! denominator is tested, exactly, and lanes with equal points take the formula for doubling. So a batch full of
//! doublings takes a fifth longer than another one, not a hundred times.

use core::arch::x86_64::{
    __m256d, _CMP_EQ_OQ, _mm256_and_pd, _mm256_blendv_pd, _mm256_cmp_pd, _mm256_movemask_pd,
    _mm256_setzero_pd,
};

use super::{Bound, Lanes, VectorField};

/// Lanes, all ones or all zeros each.
pub(super) type Mask = __m256d;

/// Lanes whose value is zero modulo p.
///
/// A reduced value lies within half of p and a hair, so it is zero itself; and with balanced digits it is so only if every
/// digit is: the lowest must be a multiple of 2^51 and is at most 2^50, and so on upwards.
#[target_feature(enable = "avx2,fma")]
pub(super) fn is_zero<F: VectorField, B: Bound>(value: &Lanes<F, B>) -> Mask {
    let zero = _mm256_setzero_pd();
    let [d0, d1, d2, d3, d4] =
        value.reduce().digits().map(|digit| _mm256_cmp_pd::<{ _CMP_EQ_OQ }>(digit, zero));
    let low = _mm256_and_pd(_mm256_and_pd(d0, d1), _mm256_and_pd(d2, d3));
    _mm256_and_pd(low, d4)
}

/// Lanes of both.
#[target_feature(enable = "avx2,fma")]
pub(super) fn both(left: Mask, right: Mask) -> Mask {
    _mm256_and_pd(left, right)
}

/// Whether any lane is set.
#[target_feature(enable = "avx2,fma")]
pub(super) fn any(mask: Mask) -> bool {
    _mm256_movemask_pd(mask) != 0
}

/// The numbers of the lanes that are set.
#[target_feature(enable = "avx2,fma")]
pub(super) fn lanes_set(mask: Mask) -> impl Iterator<Item = usize> {
    let bits = _mm256_movemask_pd(mask);
    (0..4).filter(move |lane| bits >> lane & 1 == 1)
}

/// `chosen` where the mask is set, `otherwise` elsewhere.
#[target_feature(enable = "avx2,fma")]
pub(super) fn select<F: VectorField, B: Bound>(
    mask: Mask,
    chosen: &Lanes<F, B>,
    otherwise: &Lanes<F, B>,
) -> Lanes<F, B> {
    let ([a0, a1, a2, a3, a4], [b0, b1, b2, b3, b4]) = (chosen.digits(), otherwise.digits());
    Lanes::from_digits([
        _mm256_blendv_pd(b0, a0, mask),
        _mm256_blendv_pd(b1, a1, mask),
        _mm256_blendv_pd(b2, a2, mask),
        _mm256_blendv_pd(b3, a3, mask),
        _mm256_blendv_pd(b4, a4, mask),
    ])
}
