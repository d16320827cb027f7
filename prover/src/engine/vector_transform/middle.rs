//! The last three stages of the first transform, the twist, and the first three stages of the second, inside a group of
//! eight blocks.
//!
//! These stages combine lanes of one block. The group is transposed, so that position `8 j + i` moves from lane i of block
//! j to lane j of block i; then a stage at distance 4, 2 or 1 combines whole blocks, with one root for all lanes: an eighth
//! root of unity. The twist's factors are in transposed order. At the end the group is transposed back.

use core::arch::x86_64::{
    __m256d, _mm256_permute2f128_pd, _mm256_setzero_pd, _mm256_unpackhi_pd, _mm256_unpacklo_pd,
};

use super::super::vector::{Block, Lanes};
use super::roots::Twist;
use super::{Factors, Values};

/// Digits of an element.
const DIGITS: usize = 5;

/// Three stages down, the twist, three stages up. `eighths` are w, w^2 and w^3 for an eighth root w.
#[target_feature(enable = "avx2,fma")]
pub(super) fn twist_group(group: &mut [Values], twist: Twist<'_>, eighths: &[Factors; 3]) {
    let Ok(group) = <&mut [Values; 8]>::try_from(group) else { return };
    let [w1, w2, w3] = eighths;
    transpose(group);
    let [x0, x1, x2, x3, x4, x5, x6, x7] = group;
    plain(x0, x4);
    down(x1, x5, w1);
    down(x2, x6, w2);
    down(x3, x7, w3);
    for [y0, y1, y2, y3] in
        [[&mut *x0, &mut *x1, &mut *x2, &mut *x3], [&mut *x4, &mut *x5, &mut *x6, &mut *x7]]
    {
        plain(y0, y2);
        down(y1, y3, w2);
        plain(y0, y1);
        plain(y2, y3);
    }
    for (value, factor) in [&mut *x0, x1, x2, x3, x4, x5, x6, x7].into_iter().zip(twist.inside) {
        *value = value.multiply(factor).multiply(twist.of_group).widen();
    }
    let [x0, x1, x2, x3, x4, x5, x6, x7] = group;
    for [y0, y1, y2, y3] in
        [[&mut *x0, &mut *x1, &mut *x2, &mut *x3], [&mut *x4, &mut *x5, &mut *x6, &mut *x7]]
    {
        plain(y0, y1);
        plain(y2, y3);
        plain(y0, y2);
        up(y1, y3, w2);
    }
    plain(x0, x4);
    up(x1, x5, w1);
    up(x2, x6, w2);
    up(x3, x7, w3);
    transpose(group);
}

/// A butterfly with the root 1.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn plain(u: &mut Values, v: &mut Values) {
    let difference = u.subtract(v);
    *u = u.add(v).reduce().widen();
    *v = difference.reduce().widen();
}

#[inline]
#[target_feature(enable = "avx2,fma")]
fn down(u: &mut Values, v: &mut Values, root: &Factors) {
    let difference = u.subtract(v);
    *u = u.add(v).reduce().widen();
    *v = difference.multiply(root).widen();
}

#[inline]
#[target_feature(enable = "avx2,fma")]
fn up(u: &mut Values, v: &mut Values, root: &Factors) {
    let turned = v.multiply(root);
    *v = u.subtract(&turned).reduce().widen();
    *u = u.add(&turned).reduce().widen();
}

/// Exchanges lane i of block j with lane j of block i, digit by digit: four squares of four.
#[target_feature(enable = "avx2,fma")]
fn transpose(group: &mut [Values; 8]) {
    let [g0, g1, g2, g3, g4, g5, g6, g7] = group;
    let blank = || [_mm256_setzero_pd(); DIGITS];
    let mut halves: [[[__m256d; DIGITS]; 2]; 8] = core::array::from_fn(|_| [blank(), blank()]);
    for (half, block) in halves.iter_mut().zip([&*g0, g1, g2, g3, g4, g5, g6, g7]) {
        let [low, high] = &block.0;
        *half = [low.digits(), high.digits()];
    }
    for digit in 0..DIGITS {
        transpose_digit(&mut halves, digit);
    }
    for (block, [low, high]) in [g0, g1, g2, g3, g4, g5, g6, g7].into_iter().zip(halves) {
        *block = Block([Lanes::from_digits(low), Lanes::from_digits(high)]);
    }
}

#[inline]
#[target_feature(enable = "avx2,fma")]
#[expect(
    clippy::indexing_slicing,
    reason = "constant indices into arrays of known length; the digit is below five"
)]
fn transpose_digit(halves: &mut [[[__m256d; DIGITS]; 2]; 8], digit: usize) {
    let square = |row: usize, half: usize| core::array::from_fn(|i| halves[row + i][half][digit]);
    let squares: [[[__m256d; 4]; 2]; 2] = [
        [transposed(square(0, 0)), transposed(square(4, 0))],
        [transposed(square(0, 1)), transposed(square(4, 1))],
    ];
    for (block, halves) in halves.iter_mut().enumerate() {
        for (half, target) in halves.iter_mut().enumerate() {
            target[digit] = squares[block / 4][half][block % 4];
        }
    }
}

/// A square of four by four, transposed.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn transposed([a, b, c, d]: [__m256d; 4]) -> [__m256d; 4] {
    let (low_ab, high_ab) = (_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b));
    let (low_cd, high_cd) = (_mm256_unpacklo_pd(c, d), _mm256_unpackhi_pd(c, d));
    [
        _mm256_permute2f128_pd::<0x20>(low_ab, low_cd),
        _mm256_permute2f128_pd::<0x20>(high_ab, high_cd),
        _mm256_permute2f128_pd::<0x31>(low_ab, low_cd),
        _mm256_permute2f128_pd::<0x31>(high_ab, high_cd),
    ]
}
