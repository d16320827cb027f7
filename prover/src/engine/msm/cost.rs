//! Which cut of scalars makes the least work.

use ark_ff::BigInt;
use rayon::prelude::*;
use zeroize::Zeroizing;

use super::parts::{Parts, SCALAR_BITS};
use crate::engine::joined::Joined;
use crate::engine::tasks::collect;

/// A digit is an `i16`.
pub(super) const MAX_BITS: usize = 16;
/// Digits that can be looked at, and sorted, in the time of an addition.
const LOOKS: u32 = 32;
/// Of so many scalars one is measured: it takes the time of halving one. A prime, unlike the strides at which variables repeat.
const SAMPLE: usize = 7;
/// Scalars of which a task measures some.
const TASK: usize = SAMPLE << 11;

/// How many halves, or scalars that stay whole, have so many bits: a witness has many bits and bytes. As secret as they are.
type Lengths = Zeroizing<[u32; SCALAR_BITS]>;

fn count_by_length(scalars: &[BigInt<4>], parts: Parts) -> Lengths {
    let sample = if scalars.len() < TASK { 1 } else { SAMPLE };
    let counts = collect(scalars.par_chunks(TASK), |scalars| {
        let mut counts = Lengths::new([0; SCALAR_BITS]);
        for length in scalars.iter().step_by(sample).flat_map(|scalar| parts.lengths(scalar)) {
            if let Some(count) = counts.get_mut(length) {
                *count += 1;
            }
        }
        counts
    });
    let mut all = Lengths::new([0; SCALAR_BITS]);
    (0..sample).for_each(|_| counts.iter().for_each(|counts| add_to(&mut all, counts)));
    all
}

fn add_to(all: &mut Lengths, counts: &Lengths) {
    all.iter_mut().zip(counts.iter()).for_each(|(sum, count)| *sum += count);
}

/// The parts and the number of windows with the least work; the parts may be fixed.
///
/// The first scalars take part in a sum over all and in sums of their own, the second ones only in the sum over all: in a
/// proof, the values of the variables in those with A, B and L, the quotient's scalars in that with L and H. With A and B,
/// which has fewer points, each of them costly, there is twice as much to do as in one sum in G1. Where L and H have a sum each,
/// this comes to the same numbers of windows.
pub(super) fn best_cut(scalars: Joined<'_, BigInt<4>>, fixed: Option<Parts>) -> (Parts, usize) {
    let best = |parts: Parts| {
        let own = count_by_length(scalars.first, parts);
        let mut all = own.clone();
        add_to(&mut all, &count_by_length(scalars.second, parts));
        let (cost, windows) = best_windows(parts, [(&all, 1), (&own, 2)]);
        (cost, parts, windows)
    };
    let all = Parts::for_length(scalars.len(), fixed).into_iter().flatten().map(best);
    all.min_by_key(|(cost, ..)| *cost).map_or((Parts::Whole, 16), |(_, parts, windows)| (parts, windows))
}

/// The widths of so many windows of a part. Its highest bits are few: the wider windows take them.
pub(super) fn widths(parts: Parts, windows: usize) -> Vec<usize> {
    let (narrow, wider) = (parts.bits() / windows, parts.bits() % windows);
    (0..windows).map(|window| narrow + usize::from(window >= windows - wider)).collect()
}

/// How many windows a part may have.
pub(super) const fn fewest_and_most_windows(parts: Parts) -> (usize, usize) {
    (parts.bits().div_ceil(MAX_BITS), parts.bits() / 2)
}

/// The number of windows with the least work in all sums, of which there are so many over scalars of such lengths.
fn best_windows<const N: usize>(parts: Parts, sums: [(&Lengths, u64); N]) -> (u64, usize) {
    let sums = sums.map(|(lengths, times)| (longer_than(lengths), lengths.iter().sum(), times));
    let cost = |windows: usize| -> u64 {
        sums.iter().map(|(longer_than, all, times)| times * work(parts, windows, longer_than, *all)).sum()
    };
    let (fewest, most) = fewest_and_most_windows(parts);
    (fewest..=most).map(|windows| (cost(windows), windows)).min().unwrap_or((0, fewest))
}

/// How many lengths are more than so many bits.
fn longer_than(lengths: &Lengths) -> Lengths {
    let mut counts = Lengths::new([0; SCALAR_BITS]);
    let mut longer = 0;
    for (count, length) in counts.iter_mut().zip(lengths.iter()).rev() {
        *count = longer;
        longer += length;
    }
    counts
}

/// The work of a sum over so many parts of scalars: an addition for each digit that is not 0, two for each bucket that is not
/// empty, and a look at every digit and every bucket.
fn work(parts: Parts, windows: usize, longer_than: &Lengths, all: u32) -> u64 {
    let levels = parts.levels();
    let mut first_bit = 0;
    let work_of_window = |bits: usize| {
        let digits_of_level = |level| longer_than.get(level * parts.bits() + first_bit);
        let digits: u64 = (0..levels).filter_map(digits_of_level).copied().map(u64::from).sum();
        let buckets = 1_u64 << (bits - 1);
        first_bit += bits;
        let looks = (0..levels).map(|_| u64::from(all)).sum::<u64>() + buckets;
        digits + 2 * digits.min(buckets) + looks / u64::from(LOOKS)
    };
    widths(parts, windows).into_iter().map(work_of_window).sum()
}

#[cfg(test)]
mod tests {
    use super::super::Levels;
    use super::*;
    use ark_bn254::Fr;
    use ark_ff::{PrimeField, UniformRand};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    fn best_of(parts: Parts, counts: &[(usize, u32)]) -> usize {
        let mut lengths = Lengths::new([0; SCALAR_BITS]);
        counts.iter().for_each(|(length, count)| lengths[*length] = *count);
        best_windows(parts, [(&lengths, 1)]).1
    }

    #[test]
    fn fewer_windows_for_longer_sums_and_more_where_scalars_are_small() {
        assert_eq!(best_of(Parts::Whole, &[(254, 1 << 18)]), 17);
        let best = |counts: &[(usize, u32)]| best_of(Parts::Halves, counts);
        let full = |count: u32| best(&[(126, 2 * count)]);
        assert!(full(1 << 18) <= 9 && full(1 << 14) > 9 && full(1) > 14 && full(1 << 24) == 8);
        // a tenth of full size, the rest bits: nearly as if there were only that tenth
        let mostly_bits = best(&[(126, 1 << 15), (1, 9 << 14), (0, 9 << 14)]);
        assert!(mostly_bits > full(10 << 14) && mostly_bits.abs_diff(full(1 << 14)) <= 1);
    }

    #[test]
    fn tables_make_windows_few() {
        for (levels, count, windows) in [(2, 1 << 18, 4), (4, 1 << 16, 2), (4, 1 << 10, 3), (8, 1 << 16, 1)] {
            let parts = Parts::Levels(Levels::new(levels).unwrap());
            assert_eq!(best_of(parts, &[(126, 2 * count)]), windows, "{levels} levels, {count} scalars");
        }
    }

    #[test]
    fn full_scalars_are_halved_unless_there_are_very_many_of_them() {
        let random = |bits: u32, count: usize| -> Vec<BigInt<4>> {
            let mut rng = ChaCha20Rng::seed_from_u64(3);
            let mut scalar = || Fr::rand(&mut rng).into_bigint() >> (254 - bits);
            (0..count).map(|_| scalar()).collect()
        };
        assert_eq!(best_cut(random(254, 10_000)[..].into(), None).0, Parts::Halves);
        // random weights have 128 bits; their halves would have 191
        assert_eq!(best_cut(random(128, 10_000)[..].into(), None).0, Parts::Whole);
        assert_eq!(best_cut(random(254, (1 << 18) + 1)[..].into(), None).0, Parts::Whole);
        let table = Levels::new(4).map(Parts::Levels);
        assert_eq!(Some(best_cut(random(128, 1_000)[..].into(), table).0), table);
    }

    #[test]
    fn lengths_are_those_of_magnitudes() {
        let scalars = [Fr::from(0), Fr::from(1), Fr::from(255), -Fr::from(256)].map(|s| s.into_bigint());
        let lengths = count_by_length(&scalars, Parts::Halves);
        assert_eq!((lengths[0], lengths[1], lengths[8], lengths[9]), (5, 1, 1, 1));
        let lengths = count_by_length(&scalars, Parts::Whole);
        assert_eq!((lengths[0], lengths[1], lengths[8], lengths[254]), (1, 1, 1, 1));
    }
}
