//! Roots of unity in vector form, each level in the order in which it is read.

use ark_bn254::Fr;
use ark_ff::{FftField, Field};
use rayon::prelude::*;

use super::super::EngineError;
use super::super::pages::Pages;
use super::super::tasks::for_each;
use super::super::transform::powers;
use super::super::vector::{Block, VectorUnit};
use super::{Factors, GROUP, PASS, SMALLEST};

/// The tables of one size.
#[derive(Debug)]
pub(super) struct Roots {
    /// `levels[i]` belongs to the stage at distance `d = 8 2^i` elements: element k is `w_2d^k`.
    levels: Vec<Pages<Factors>>,
    /// The twist of each group, in all lanes.
    group_twists: Pages<Factors>,
    /// The twist inside the first group, in transposed order.
    first_twist: [Factors; GROUP],
    /// The twist inside every other group.
    other_twist: [Factors; GROUP],
    /// The first three powers of an eighth root, each in all lanes.
    eighths: [Factors; 3],
}

/// The twist of one group: element k of the group is multiplied by its place's factor and by the group's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Twist<'a> {
    pub(super) inside: &'a [Factors; GROUP],
    pub(super) of_group: &'a Factors,
}

/// The roots of one stage.
#[derive(Clone, Copy, Debug)]
pub(super) struct OneStage<'a>(pub(super) &'a [Factors]);

/// The roots of two stages, the outer at twice the distance of the inner: those of the outer one's first half, of its
/// second half, and those of the inner one.
#[derive(Clone, Copy, Debug)]
pub(super) struct TwoStages<'a> {
    pub(super) outer_low: &'a [Factors],
    pub(super) outer_high: &'a [Factors],
    pub(super) inner: &'a [Factors],
}

impl<'a> TwoStages<'a> {
    /// Without those of the first blocks.
    pub(super) fn from(self, first: usize) -> Self {
        let rest = |roots: &'a [Factors]| roots.get(first..).unwrap_or_default();
        Self { outer_low: rest(self.outer_low), outer_high: rest(self.outer_high), inner: rest(self.inner) }
    }
}

impl Roots {
    /// Tables for `size` elements.
    pub(super) fn new(unit: VectorUnit, size: usize) -> Result<Self, EngineError> {
        let refused = EngineError::TransformSize { found: size };
        let doubled =
            u64::try_from(size).ok().and_then(|size| size.checked_mul(2)).ok_or_else(|| refused.clone())?;
        if size < SMALLEST || !size.is_power_of_two() {
            return Err(refused);
        }
        let coset = Fr::get_root_of_unity(doubled).ok_or(refused)?;
        let distances = core::iter::successors(Some(8), |distance| Some(2 * distance));
        let levels = distances
            .take_while(|distance| 2 * distance <= size)
            .map(|distance| ascending_powers(unit, coset.pow([exponent(size / distance)]), distance / 8))
            .collect::<Result<_, EngineError>>()?;
        let (first_twist, other_twist) = twists_inside(unit, coset, size);
        Ok(Self {
            levels,
            group_twists: group_twists(unit, coset, size)?,
            first_twist,
            other_twist,
            eighths: [1, 2, 3].map(|power| one_block(unit, &[coset.pow([power * exponent(size / 4)]); 8])),
        })
    }

    /// The roots of the outermost stage of so many blocks.
    pub(super) fn of_one_stage(&self, blocks: usize) -> OneStage<'_> {
        OneStage(self.level(blocks / 2))
    }

    /// The roots of the two outermost stages of so many blocks.
    pub(super) fn of_two_stages(&self, blocks: usize) -> TwoStages<'_> {
        let (outer_low, outer_high) = self.level(blocks / 2).split_at(blocks / 4);
        TwoStages { outer_low, outer_high, inner: self.level(blocks / 4) }
    }

    /// The roots of the stage at a distance of so many blocks.
    fn level(&self, distance: usize) -> &[Factors] {
        let level = usize::try_from(distance.trailing_zeros()).unwrap_or(usize::MAX);
        self.levels.get(level).map(|roots| &**roots).unwrap_or_default()
    }

    /// The twist of a group, if there is such a group.
    pub(super) fn twist(&self, group: usize) -> Option<Twist<'_>> {
        let inside = if group == 0 { &self.first_twist } else { &self.other_twist };
        Some(Twist { inside, of_group: self.group_twists.get(group)? })
    }

    /// w, w^2, w^3 for an eighth root w.
    pub(super) const fn eighths(&self) -> &[Factors; 3] {
        &self.eighths
    }
}

fn exponent(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// `1, base, base^2, ...`, eight in a block.
fn ascending_powers(unit: VectorUnit, base: Fr, blocks: usize) -> Result<Pages<Factors>, EngineError> {
    let eighth = one_block(unit, &[base.pow([8]); 8]);
    let mut all = Pages::zeroed(blocks)?;
    for_each(all.par_chunks_mut(PASS).enumerate(), |(task, chunk)| {
        let start = 8 * exponent(task * PASS);
        let mut power = base.pow([start]);
        let mut first = [Fr::ONE; 8];
        for element in &mut first {
            *element = power;
            power *= base;
        }
        let first = one_block(unit, &first);
        // SAFETY: the unit is the proof of the features.
        unsafe { progression(chunk, first, &eighth) };
    });
    Ok(all)
}

/// `first, first ratio, first ratio^2, ...`
#[target_feature(enable = "avx2,fma")]
fn progression(target: &mut [Factors], first: Factors, ratio: &Factors) {
    let mut next = first;
    for block in target {
        *block = next;
        next = next.multiply(ratio).reduce();
    }
}

/// The bit reversal of a number of `bits` bits.
const fn reversed(number: usize, bits: u32) -> usize {
    if bits == 0 { 0 } else { number.reverse_bits() >> (usize::BITS - bits) }
}

// The factor between the transforms at a position is `g^(-k) / n` for `k = -m mod n`, where m is the bit reversal of the
// position. For m > 0 that is `g^(m - n) / n = -g^m / n`, since `g^n = -1`; for m = 0 it is 1/n. With the position cut
// into a group and a place of six bits, m is the reversed place times n / 64 plus the reversed group: two factors, the
// second of which is 1 in the first group.

/// The factors of the groups, in all lanes.
fn group_twists(unit: VectorUnit, coset: Fr, size: usize) -> Result<Pages<Factors>, EngineError> {
    let groups = size / SMALLEST;
    let factors = powers(coset, groups);
    let mut all = Pages::zeroed(groups)?;
    for_each(all.par_chunks_mut(PASS).enumerate(), |(task, chunk)| {
        for (group, block) in (task * PASS..).zip(chunk) {
            let factor = factors.get(reversed(group, groups.trailing_zeros())).copied().unwrap_or(Fr::ONE);
            *block = one_block(unit, &[factor; 8]);
        }
    });
    Ok(all)
}

/// The factors of the places in the first group, and in every other one.
fn twists_inside(unit: VectorUnit, coset: Fr, size: usize) -> ([Factors; GROUP], [Factors; GROUP]) {
    let inverse_size = Fr::from(exponent(size)).inverse().unwrap_or(Fr::ONE);
    let powers = powers(coset.pow([exponent(size / SMALLEST)]), SMALLEST);
    let block = |i: usize, of_zero: Fr| -> Factors {
        // lane j of block i of a group is place 8 j + i
        one_block(
            unit,
            &core::array::from_fn(|j| match reversed(8 * j + i, SMALLEST.trailing_zeros()) {
                0 => of_zero,
                power => powers.get(power).map_or(Fr::ONE, |power| -*power * inverse_size),
            }),
        )
    };
    (core::array::from_fn(|i| block(i, inverse_size)), core::array::from_fn(|i| block(i, -inverse_size)))
}

/// Eight elements in vector form; the unit is the proof of the features.
fn one_block(_unit: VectorUnit, elements: &[Fr; 8]) -> Factors {
    #[target_feature(enable = "avx2,fma")]
    fn enter(elements: &[Fr; 8]) -> Factors {
        Block::from_elements(elements)
    }
    // SAFETY: the argument is the proof of the features.
    unsafe { enter(elements) }
}
