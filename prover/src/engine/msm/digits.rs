//! Scalars in signed digits.

#![expect(clippy::as_conversions, reason = "cutting bits out of limbs")]
#![expect(clippy::cast_possible_truncation, reason = "a digit has at most sixteen bits")]

use ark_ff::BigInt;
use rayon::prelude::*;
use zeroize::Zeroizing;

use super::cost::{best_cut, fewest_and_most_windows, widths};
use super::parts::Parts;
use crate::engine::EngineError;
use crate::engine::joined::Joined;
use crate::engine::pages::Pages;
use crate::engine::tasks::for_each;

/// Scalars that are cut together: a row of digits for each part and window.
const BLOCK: usize = 1 << 10;

/// The parts of scalars below r in signed digits: `k = sum d_w 2^(c_0 + ... + c_(w-1))` with
/// `-2^(c_w - 1) <= d_w < 2^(c_w - 1)`. Secret like the scalars.
///
/// The widths `c_w` of a part's windows differ by one at most, the wider ones last. They add up to 256, or 128 for a half with
/// all its levels: carries go from one level to the next. Such digits reach `2^254.4`, or `2^126.4`, in both directions even
/// where all widths are 2, which is more than is needed.
pub(in crate::engine) struct SignedDigits {
    parts: Parts,
    widths: Vec<usize>,
    length: usize,
    /// Block by block, in each block part by part, in each part window by window, in each window scalar by scalar.
    digits: Pages<i16>,
}

/// A row of digits: one window of one part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) part: usize,
    pub(super) window: usize,
}

impl SignedDigits {
    /// Cuts scalars as suits sums over them, into parts that suit too or that are fixed.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn new(
        scalars: Joined<'_, BigInt<4>>,
        fixed: Option<Parts>,
    ) -> Result<Self, EngineError> {
        let (parts, windows) = best_cut(scalars, fixed);
        Self::with_windows(scalars, parts, windows)
    }

    /// Cuts the parts of scalars into so many digits, of 2 to 16 bits.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn with_windows(
        scalars: Joined<'_, BigInt<4>>,
        parts: Parts,
        windows: usize,
    ) -> Result<Self, EngineError> {
        let (fewest, most) = fewest_and_most_windows(parts);
        let widths = widths(parts, windows.clamp(fewest, most));
        let rows = parts.count() * widths.len();
        let blocks = scalars.len().div_ceil(BLOCK);
        let mut digits = Pages::zeroed(blocks * rows * BLOCK)?;
        for_each(digits.par_chunks_mut(rows * BLOCK).enumerate(), |(block, rows)| {
            cut(scalars, block * BLOCK, (parts, &widths), rows);
        });
        Ok(Self { parts, widths, length: scalars.len(), digits })
    }

    /// How the scalars are cut.
    pub(in crate::engine) const fn parts(&self) -> Parts {
        self.parts
    }

    /// The number of windows of a part.
    pub(in crate::engine) const fn windows(&self) -> usize {
        self.widths.len()
    }

    /// The width of a window in bits.
    pub(in crate::engine) fn bits(&self, window: usize) -> usize {
        self.widths.get(window).copied().unwrap_or(2)
    }

    /// The number of scalars.
    pub(in crate::engine) const fn len(&self) -> usize {
        self.length
    }

    /// A row's digits from scalar `first` on, in pieces that follow one another.
    pub(super) fn pieces(&self, row: Row, first: usize) -> impl Iterator<Item = &[i16]> {
        let start = self.row_in_block(row);
        let blocks = self.digits.chunks(self.digits_in_block()).skip(first / BLOCK).enumerate();
        blocks.map(move |(index, block)| {
            let row = block.get(start..start + BLOCK).unwrap_or_default();
            let skipped = if index == 0 { first % BLOCK } else { 0 };
            row.get(skipped..).unwrap_or_default()
        })
    }

    /// One digit; 0 beyond the last scalar.
    #[inline]
    pub(super) fn digit(&self, row: Row, scalar: usize) -> i16 {
        let (block, place) = (scalar / BLOCK, scalar % BLOCK);
        let index = block * self.digits_in_block() + self.row_in_block(row) + place;
        self.digits.get(index).copied().unwrap_or(0)
    }

    const fn digits_in_block(&self) -> usize {
        self.parts.count() * self.windows() * BLOCK
    }

    const fn row_in_block(&self, Row { part, window }: Row) -> usize {
        (part * self.windows() + window) * BLOCK
    }
}

/// Cuts the block of scalars from `first` on; `rows` has [`BLOCK`] digits for each window of each part.
fn cut(scalars: Joined<'_, BigInt<4>>, first: usize, (parts, widths): (Parts, &[usize]), rows: &mut [i16]) {
    let mut limbs = Zeroizing::new([[0; 4]; BLOCK]);
    let scalars = scalars.range(first..first + BLOCK);
    limbs.iter_mut().zip(scalars).for_each(|(limbs, scalar)| *limbs = parts.of(scalar));
    let mut first_bit = 0;
    for rows in rows.chunks_exact_mut(parts.levels() * widths.len() * BLOCK) {
        // a carry beyond the last window is the sign
        let mut carries = Zeroizing::new([0_u64; BLOCK]);
        for (bits, row) in widths.iter().cycle().zip(rows.chunks_exact_mut(BLOCK)) {
            let half = 1_u64 << (bits - 1);
            let (limb, shift) = (first_bit / 64, first_bit % 64);
            for ((digit, limbs), carry) in row.iter_mut().zip(limbs.iter()).zip(carries.iter_mut()) {
                let low = limbs.get(limb).copied().unwrap_or(0) >> shift;
                let high = limbs.get(limb + 1).copied().unwrap_or(0);
                let high = if shift == 0 { 0 } else { high << (64 - shift) };
                let value = ((low | high) & (2 * half - 1)) + *carry;
                // from half on the digit is value - 2^c, and the next window gets one more
                *carry = u64::from(value >= half);
                *digit = (value.wrapping_sub(*carry << bits)) as i16;
            }
            first_bit += bits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Levels;
    use super::*;
    use ark_bn254::{Fr, g1};
    use ark_ec::scalar_mul::glv::GLVConfig;
    use ark_ff::{Field, PrimeField, UniformRand};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn digits_add_up_to_the_scalar() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let edges = [Fr::from(0), Fr::from(1), -Fr::from(1), Fr::from(1_u64 << 15), -Fr::from(1_u64 << 15)];
        let random = (0..2_500).map(|_| Fr::rand(&mut rng));
        let scalars: Vec<Fr> = edges.into_iter().chain(random).collect();
        let integers: Vec<_> = scalars.iter().map(|scalar| scalar.into_bigint()).collect();
        let table = |(levels, windows)| (Parts::Levels(Levels::new(levels).unwrap()), windows);
        let tables = [(2, 4), (2, 5), (2, 32), (4, 2), (4, 3), (4, 16), (8, 1), (8, 2), (8, 8)].map(table);
        let halves = (8..=64).map(|windows| (Parts::Halves, windows));
        let whole = (16..=128).step_by(3).map(|windows| (Parts::Whole, windows));
        for (parts, windows) in halves.chain(whole).chain(tables) {
            let cut = SignedDigits::with_windows(integers[..].into(), parts, windows).unwrap();
            let bits: usize = (0..windows).map(|window| cut.bits(window)).sum();
            assert_eq!(bits * parts.count(), 256);
            for (index, scalar) in scalars.iter().enumerate() {
                let part = |part| {
                    (0..windows).rev().fold(Fr::from(0), |sum, window| {
                        let radix = Fr::from(2).pow([cut.bits(window) as u64]);
                        sum * radix + Fr::from(cut.digit(Row { part, window }, index))
                    })
                };
                let half = |first: usize| {
                    let level = Fr::from(2).pow([bits as u64]);
                    (first..first + parts.levels()).rev().fold(Fr::from(0), |sum, of| sum * level + part(of))
                };
                let other = if parts == Parts::Whole { Fr::from(0) } else { half(parts.levels()) };
                assert_eq!(half(0) + g1::Config::LAMBDA * other, *scalar, "{parts:?}, {windows} windows");
            }
            for (part, first) in [(0, 0), (1, 1), (0, 1_023), (1, 1_024), (1, 2_000)] {
                let row = Row { part: part % parts.count(), window: windows.saturating_sub(2) };
                let pieces: Vec<i16> = cut.pieces(row, first).flatten().copied().collect();
                assert!(pieces.iter().enumerate().all(|(k, d)| *d == cut.digit(row, first + k)));
                assert!(pieces.len() >= scalars.len() - first);
            }
        }
    }
}
