//! Scalars in signed digits.

#![expect(clippy::as_conversions, reason = "cutting bits out of limbs")]
#![expect(clippy::cast_possible_truncation, reason = "a digit has at most sixteen bits")]

use ark_ff::{BigInt, BigInteger};
use rayon::prelude::*;
use zeroize::Zeroizing;

use crate::engine::EngineError;
use crate::engine::pages::Pages;
use crate::engine::tasks::{collect, for_each};

/// Scalars that are cut together: a row of digits for each window.
const BLOCK: usize = 1 << 10;
/// Bits of a scalar, and the carry.
const SCALAR_BITS: usize = 255;
/// Digits that can be looked at, and sorted, in the time of an addition.
const LOOKS: u32 = 32;
/// A digit is an `i16`.
const MAX_BITS: usize = 16;

/// Scalars below r in signed digits of c bits, `-2^(c-1) <= d < 2^(c-1)`. Secret like the scalars.
pub(in crate::engine) struct SignedDigits {
    bits: usize,
    length: usize,
    /// Block by block, in each block window by window, in each window scalar by scalar.
    digits: Pages<i16>,
}

impl SignedDigits {
    /// Cuts scalars into digits of the width that suits a sum over them.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn new(scalars: &[BigInt<4>]) -> Result<Self, EngineError> {
        Self::with_bits(scalars, best_width(&count_by_length(scalars)))
    }

    /// Cuts scalars into digits of `bits` bits, 2 to 16.
    ///
    /// # Errors
    /// [`EngineError::Memory`].
    pub(in crate::engine) fn with_bits(scalars: &[BigInt<4>], bits: usize) -> Result<Self, EngineError> {
        let bits = bits.clamp(2, MAX_BITS);
        let windows = SCALAR_BITS.div_ceil(bits);
        let blocks = scalars.len().div_ceil(BLOCK);
        let mut digits = Pages::zeroed(blocks * windows * BLOCK)?;
        let rows = digits.par_chunks_mut(windows * BLOCK).zip(scalars.par_chunks(BLOCK));
        for_each(rows, |(rows, scalars)| cut(scalars, bits, rows));
        Ok(Self { bits, length: scalars.len(), digits })
    }

    /// The number of windows.
    pub(in crate::engine) const fn windows(&self) -> usize {
        SCALAR_BITS.div_ceil(self.bits)
    }

    /// The width of a window in bits.
    pub(in crate::engine) const fn bits(&self) -> usize {
        self.bits
    }

    /// The number of scalars.
    pub(in crate::engine) const fn len(&self) -> usize {
        self.length
    }

    /// The digits of one window from scalar `first` on, in pieces that follow one another.
    pub(super) fn pieces(&self, window: usize, first: usize) -> impl Iterator<Item = &[i16]> {
        let stride = self.windows() * BLOCK;
        let blocks = self.digits.chunks(stride.max(1)).skip(first / BLOCK).enumerate();
        blocks.map(move |(index, block)| {
            let row = block.get(window * BLOCK..(window + 1) * BLOCK).unwrap_or_default();
            let skipped = if index == 0 { first % BLOCK } else { 0 };
            row.get(skipped..).unwrap_or_default()
        })
    }

    /// One digit; 0 beyond the last scalar.
    #[inline]
    pub(in crate::engine) fn digit(&self, window: usize, scalar: usize) -> i16 {
        let (block, place) = (scalar / BLOCK, scalar % BLOCK);
        let index = (block * self.windows() + window) * BLOCK + place;
        self.digits.get(index).copied().unwrap_or(0)
    }
}

/// Cuts a block of scalars; `rows` has [`BLOCK`] digits for each window.
fn cut(scalars: &[BigInt<4>], bits: usize, rows: &mut [i16]) {
    let half = 1_u64 << (bits - 1);
    let mut carries = Zeroizing::new([0_u64; BLOCK]);
    for (window, row) in rows.chunks_exact_mut(BLOCK).enumerate() {
        let (limb, shift) = (window * bits / 64, window * bits % 64);
        for ((digit, scalar), carry) in row.iter_mut().zip(scalars).zip(carries.iter_mut()) {
            let low = scalar.0.get(limb).copied().unwrap_or(0) >> shift;
            let high = scalar.0.get(limb + 1).copied().unwrap_or(0);
            let high = if shift == 0 { 0 } else { high << (64 - shift) };
            let value = ((low | high) & (2 * half - 1)) + *carry;
            // from half on the digit is value - 2^c, and the next window gets one more
            *carry = u64::from(value >= half);
            *digit = (value.wrapping_sub(*carry << bits)) as i16;
        }
    }
}

/// How many scalars have so many bits, 0 to 254: a witness has many bits and bytes. As secret as they are.
type Lengths = Zeroizing<[u32; SCALAR_BITS]>;

fn count_by_length(scalars: &[BigInt<4>]) -> Lengths {
    let parts = collect(scalars.par_chunks(16 * BLOCK), |scalars| {
        let mut counts = Lengths::new([0; SCALAR_BITS]);
        for scalar in scalars {
            let length = usize::try_from(scalar.num_bits()).unwrap_or(usize::MAX);
            if let Some(count) = counts.get_mut(length) {
                *count += 1;
            }
        }
        counts
    });
    let mut all = Lengths::new([0; SCALAR_BITS]);
    for part in parts {
        all.iter_mut().zip(part.iter()).for_each(|(sum, count)| *sum += count);
    }
    all
}

/// The width with the least work: an addition for each digit that is not 0, two for each bucket that is not empty, and a
/// look at every digit and every bucket.
fn best_width(lengths: &Lengths) -> usize {
    let all: u32 = lengths.iter().sum();
    let cost = |bits: &usize| -> u64 {
        let windows = (0..SCALAR_BITS).step_by(*bits);
        windows
            .map(|first_bit| {
                let digits: u32 = lengths.iter().skip(first_bit + 1).sum();
                let buckets = 1 << (bits - 1);
                u64::from(digits) + 2 * u64::from(digits.min(buckets)) + u64::from((all + buckets) / LOOKS)
            })
            .sum()
    };
    (2..=MAX_BITS).min_by_key(cost).unwrap_or(MAX_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_bn254::Fr;
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
        for bits in 2..=16 {
            let cut = SignedDigits::with_bits(&integers, bits).unwrap();
            let radix = Fr::from(2).pow([bits as u64]);
            for (index, scalar) in scalars.iter().enumerate() {
                let digits = (0..cut.windows()).rev().map(|window| cut.digit(window, index));
                let sum = digits.fold(Fr::from(0), |sum, digit| sum * radix + Fr::from(digit));
                assert_eq!(sum, *scalar, "{bits} bits");
            }
            for first in [0, 1, 1_023, 1_024, 2_000] {
                let window = cut.windows() - 2;
                let pieces: Vec<i16> = cut.pieces(window, first).flatten().copied().collect();
                assert!(pieces.iter().enumerate().all(|(k, d)| *d == cut.digit(window, first + k)));
                assert!(pieces.len() >= scalars.len() - first);
            }
        }
    }

    #[test]
    fn wider_windows_for_longer_sums_and_narrower_ones_where_scalars_are_small() {
        let width = |counts: &[(usize, u32)]| {
            let mut lengths = Lengths::new([0; SCALAR_BITS]);
            counts.iter().for_each(|(length, count)| lengths[*length] = *count);
            best_width(&lengths)
        };
        let full = |count: u32| width(&[(254, count)]);
        assert_eq!(full(1 << 18), 15);
        assert!(full(1 << 14) < 13 && full(1) < 9 && full(1 << 24) == 16);
        // a tenth of full size, the rest bits: nearly as if there were only that tenth
        let mostly_bits = width(&[(254, 1 << 14), (1, 9 << 14)]);
        assert!(mostly_bits < full(10 << 14) && mostly_bits.abs_diff(full(1 << 14)) <= 1);
        let scalars = [0_u64, 1, 255, 256].map(BigInt::from);
        let lengths = count_by_length(&scalars);
        assert_eq!((lengths[0], lengths[1], lengths[8], lengths[9]), (1, 1, 1, 1));
    }
}
