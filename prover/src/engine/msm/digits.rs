//! Scalars in signed digits.

#![expect(clippy::as_conversions, reason = "cutting bits out of limbs")]
#![expect(clippy::cast_possible_truncation, reason = "a digit has at most sixteen bits")]

use ark_ff::{BigInt, BigInteger};
use rayon::prelude::*;
use zeroize::Zeroizing;

use super::endomorphism::split;
use crate::engine::EngineError;
use crate::engine::pages::Pages;
use crate::engine::tasks::{collect, for_each};

/// Scalars that are cut together: a row of digits for each part and window.
const BLOCK: usize = 1 << 10;
/// Digits that can be looked at, and sorted, in the time of an addition.
const LOOKS: u32 = 32;
/// A digit is an `i16`.
const MAX_BITS: usize = 16;
/// Bits of a whole scalar, with room for the carry of the narrowest digits.
const SCALAR_BITS: usize = 256;
/// The most scalars that may be halved. Halving saves 3 to 5 % of a proof with 2^16 of them, 2 % with 2^18, and the images take
/// as much memory as the points.
const MOST_HALVED: usize = 1 << 17;

/// Whether scalars are cut as they are, or in halves that belong to a point and to its image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// As they are.
    Whole,
    /// In halves.
    Halves,
}

impl Parts {
    /// Those that may be chosen for so many scalars.
    pub(crate) const fn for_length(scalars: usize) -> &'static [Self] {
        if scalars <= MOST_HALVED { &[Self::Whole, Self::Halves] } else { &[Self::Whole] }
    }

    /// How many parts a scalar has, and so how many points go with it.
    pub(crate) const fn count(self) -> usize {
        match self {
            Self::Whole => 1,
            Self::Halves => 2,
        }
    }

    /// Bits of a part.
    const fn bits(self) -> usize {
        SCALAR_BITS / self.count()
    }

    /// The parts as integers in two's complement, one after the other.
    fn of(self, scalar: &BigInt<4>) -> [u64; 4] {
        match self {
            Self::Whole => scalar.0,
            Self::Halves => {
                let [[a, b], [c, d]] = split(scalar);
                [a, b, c, d]
            }
        }
    }

    /// How many bits the magnitude of each part has.
    fn lengths(self, scalar: &BigInt<4>) -> impl Iterator<Item = usize> {
        let lengths = match self {
            Self::Whole => [Some(scalar.num_bits() as usize), None],
            Self::Halves => split(scalar).map(|[low, high]| {
                let half = (u128::from(high) << 64 | u128::from(low)).cast_signed();
                Some((u128::BITS - half.unsigned_abs().leading_zeros()) as usize)
            }),
        };
        lengths.into_iter().flatten()
    }
}

/// The parts of scalars below r in signed digits: `k = sum d_w 2^(c_0 + ... + c_(w-1))` with
/// `-2^(c_w - 1) <= d_w < 2^(c_w - 1)`. Secret like the scalars.
///
/// The widths `c_w` of a part's windows differ by one at most, the wider ones last. They add up to 256, or 128 for a half.
/// Such digits reach `2^254.4`, or `2^126.4`, in both directions even where all widths are 2, which is more than is needed.
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
    /// Cuts scalars as suits a sum over them. Scalars of 128 bits, as random weights are, stay whole: their halves have 191
    /// bits.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn new(scalars: &[BigInt<4>]) -> Result<Self, EngineError> {
        let (parts, windows) = best_cut(scalars);
        Self::with_windows(scalars, parts, windows)
    }

    /// Cuts the parts of scalars into so many digits, of 2 to 16 bits.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn with_windows(
        scalars: &[BigInt<4>],
        parts: Parts,
        windows: usize,
    ) -> Result<Self, EngineError> {
        let widths = widths(parts, windows.clamp(parts.bits() / MAX_BITS, parts.bits() / 2));
        let rows = parts.count() * widths.len();
        let blocks = scalars.len().div_ceil(BLOCK);
        let mut digits = Pages::zeroed(blocks * rows * BLOCK)?;
        let rows = digits.par_chunks_mut(rows * BLOCK).zip(scalars.par_chunks(BLOCK));
        for_each(rows, |(rows, scalars)| cut(scalars, parts, &widths, rows));
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

/// The widths of so many windows of a part. Its highest bits are few: the wider windows take them.
fn widths(parts: Parts, windows: usize) -> Vec<usize> {
    let (narrow, wider) = (parts.bits() / windows, parts.bits() % windows);
    (0..windows).map(|window| narrow + usize::from(window >= windows - wider)).collect()
}

/// Cuts a block of scalars; `rows` has [`BLOCK`] digits for each window of each part.
fn cut(scalars: &[BigInt<4>], parts: Parts, widths: &[usize], rows: &mut [i16]) {
    let mut limbs = Zeroizing::new([[0; 4]; BLOCK]);
    limbs.iter_mut().zip(scalars).for_each(|(limbs, scalar)| *limbs = parts.of(scalar));
    let mut first_bit = 0;
    for rows in rows.chunks_exact_mut(widths.len() * BLOCK) {
        // a carry beyond the last window is the part's sign
        let mut carries = Zeroizing::new([0_u64; BLOCK]);
        for (bits, row) in widths.iter().zip(rows.chunks_exact_mut(BLOCK)) {
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

/// How many parts have so many bits: a witness has many bits and bytes. As secret as they are.
type Lengths = Zeroizing<[u32; SCALAR_BITS]>;

fn count_by_length(scalars: &[BigInt<4>], parts: Parts) -> Lengths {
    let counts = collect(scalars.par_chunks(16 * BLOCK), |scalars| {
        let mut counts = Lengths::new([0; SCALAR_BITS]);
        for length in scalars.iter().flat_map(|scalar| parts.lengths(scalar)) {
            if let Some(count) = counts.get_mut(length) {
                *count += 1;
            }
        }
        counts
    });
    let mut all = Lengths::new([0; SCALAR_BITS]);
    for counts in counts {
        all.iter_mut().zip(counts.iter()).for_each(|(sum, count)| *sum += count);
    }
    all
}

/// The parts and the number of windows with the least work.
fn best_cut(scalars: &[BigInt<4>]) -> (Parts, usize) {
    let best = |parts: &Parts| {
        let (cost, windows) = best_windows(*parts, &count_by_length(scalars, *parts));
        (cost, *parts, windows)
    };
    let all = Parts::for_length(scalars.len()).iter().map(best);
    all.min_by_key(|(cost, ..)| *cost).map_or((Parts::Whole, 16), |(_, parts, windows)| (parts, windows))
}

/// The number of windows with the least work, and that work: an addition for each digit that is not 0, two for each bucket
/// that is not empty, and a look at every digit and every bucket.
fn best_windows(parts: Parts, lengths: &Lengths) -> (u64, usize) {
    let all: u32 = lengths.iter().sum();
    let cost = |windows: usize| -> u64 {
        let mut first_bit = 0;
        let cost_of_window = |bits: usize| {
            let digits: u32 = lengths.iter().skip(first_bit + 1).sum();
            let buckets = 1 << (bits - 1);
            first_bit += bits;
            u64::from(digits) + 2 * u64::from(digits.min(buckets)) + u64::from((all + buckets) / LOOKS)
        };
        widths(parts, windows).into_iter().map(cost_of_window).sum()
    };
    let choices = parts.bits() / MAX_BITS..=parts.bits() / 2;
    choices.map(|windows| (cost(windows), windows)).min().unwrap_or((0, parts.bits() / MAX_BITS))
}

#[cfg(test)]
mod tests {
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
        let halves = (8..=64).map(|windows| (Parts::Halves, windows));
        for (parts, windows) in halves.chain((16..=128).step_by(3).map(|windows| (Parts::Whole, windows))) {
            let cut = SignedDigits::with_windows(&integers, parts, windows).unwrap();
            let bits: usize = (0..windows).map(|window| cut.bits(window)).sum();
            assert_eq!(bits * parts.count(), 256);
            for (index, scalar) in scalars.iter().enumerate() {
                let part = |part| {
                    (0..windows).rev().fold(Fr::from(0), |sum, window| {
                        let radix = Fr::from(2).pow([cut.bits(window) as u64]);
                        sum * radix + Fr::from(cut.digit(Row { part, window }, index))
                    })
                };
                let other = if parts == Parts::Halves { part(1) } else { Fr::from(0) };
                assert_eq!(part(0) + g1::Config::LAMBDA * other, *scalar, "{parts:?}, {windows} windows");
            }
            for (part, first) in [(0, 0), (1, 1), (0, 1_023), (1, 1_024), (1, 2_000)] {
                let row = Row { part: part % parts.count(), window: windows - 2 };
                let pieces: Vec<i16> = cut.pieces(row, first).flatten().copied().collect();
                assert!(pieces.iter().enumerate().all(|(k, d)| *d == cut.digit(row, first + k)));
                assert!(pieces.len() >= scalars.len() - first);
            }
        }
    }

    #[test]
    fn fewer_windows_for_longer_sums_and_more_where_scalars_are_small() {
        let best_of = |parts, counts: &[(usize, u32)]| {
            let mut lengths = Lengths::new([0; SCALAR_BITS]);
            counts.iter().for_each(|(length, count)| lengths[*length] = *count);
            best_windows(parts, &lengths).1
        };
        assert_eq!(best_of(Parts::Whole, &[(254, 1 << 18)]), 17);
        let best = |counts: &[(usize, u32)]| best_of(Parts::Halves, counts);
        let full = |count: u32| best(&[(126, 2 * count)]);
        assert!(full(1 << 18) <= 9 && full(1 << 14) > 9 && full(1) > 14 && full(1 << 24) == 8);
        // a tenth of full size, the rest bits: nearly as if there were only that tenth
        let mostly_bits = best(&[(126, 1 << 15), (1, 9 << 14), (0, 9 << 14)]);
        assert!(mostly_bits > full(10 << 14) && mostly_bits.abs_diff(full(1 << 14)) <= 1);
        // full scalars are halved, random weights are not, and neither are the scalars of the longest sums
        let random = |bits: u32, count: usize| -> Vec<BigInt<4>> {
            let mut rng = ChaCha20Rng::seed_from_u64(3);
            let mut scalar = || Fr::rand(&mut rng).into_bigint() >> (254 - bits);
            (0..count).map(|_| scalar()).collect()
        };
        assert_eq!(best_cut(&random(254, 10_000)).0, Parts::Halves);
        assert_eq!(best_cut(&random(128, 10_000)).0, Parts::Whole);
        assert_eq!(best_cut(&random(254, MOST_HALVED + 1)).0, Parts::Whole);
        let scalars = [Fr::from(0), Fr::from(1), Fr::from(255), -Fr::from(256)].map(|s| s.into_bigint());
        let lengths = count_by_length(&scalars, Parts::Halves);
        assert_eq!((lengths[0], lengths[1], lengths[8], lengths[9]), (5, 1, 1, 1));
        let lengths = count_by_length(&scalars, Parts::Whole);
        assert_eq!((lengths[0], lengths[1], lengths[8], lengths[254]), (1, 1, 1, 1));
    }
}
