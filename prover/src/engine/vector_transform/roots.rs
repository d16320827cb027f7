//! Roots of unity in vector form, each level in the order in which it is read.

use ark_bn254::Fr;
use ark_ff::{FftField, Field};
use rayon::prelude::*;

use super::super::EngineError;
use super::super::transform::powers;
use super::super::vector::{Block, VectorUnit};
use super::{Factors, GROUP, PASS, SMALLEST};

/// The tables of one size.
#[derive(Debug)]
pub(super) struct Roots {
    /// `levels[i]` belongs to the stage at distance `d = 8 2^i` elements: element k is `w_2d^k`.
    levels: Vec<Vec<Factors>>,
    /// The twist of each block, in transposed order within each group.
    twist: Vec<Factors>,
    /// The first three powers of an eighth root, each in all lanes.
    eighths: [Factors; 3],
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
        let half = powers(coset.square(), size / 2);
        let distances = core::iter::successors(Some(8), |distance| Some(2 * distance));
        let levels = distances
            .take_while(|distance| 2 * distance <= size)
            .map(|distance| every(unit, &half, size / (2 * distance)))
            .collect();
        Ok(Self {
            levels,
            twist: twist(unit, coset, size),
            eighths: [1, 2, 3].map(|power| {
                let root = half.get(power * (size / 8)).copied().unwrap_or(Fr::ONE);
                in_vector_form(unit, &[[root; 8]]).first().copied().unwrap_or_else(|| one(unit))
            }),
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
        self.levels.get(level).map(Vec::as_slice).unwrap_or_default()
    }

    /// The twist of some blocks.
    pub(super) fn twist(&self, first: usize, blocks: usize) -> &[Factors] {
        self.twist.get(first..first + blocks).unwrap_or_default()
    }

    /// w, w^2, w^3 for an eighth root w.
    pub(super) const fn eighths(&self) -> &[Factors; 3] {
        &self.eighths
    }
}

/// Every `step`-th of the elements.
fn every(unit: VectorUnit, elements: &[Fr], step: usize) -> Vec<Factors> {
    let chosen: Vec<Fr> = elements.iter().step_by(step).copied().collect();
    in_vector_form(unit, chosen.as_chunks().0)
}

/// The factors between the transforms: `g^(-k) / n` for `k = -m mod n`, where m is the bit reversal of the position.
fn twist(unit: VectorUnit, coset: Fr, size: usize) -> Vec<Factors> {
    let log = size.trailing_zeros();
    let count = Fr::from(1_u64 << log).inverse().unwrap_or(Fr::ONE);
    // g^(-(n - m)) = g^(m - n) = -g^m, since g^n = -1
    let mut factors = powers(coset, size);
    factors.par_iter_mut().for_each(|factor| *factor *= -count);
    if let Some(first) = factors.first_mut() {
        *first = count;
    }
    let reversed = |position: usize| position.reverse_bits() >> (usize::BITS - log);
    let elements: Vec<[Fr; 8]> = (0..size / 8)
        .into_par_iter()
        .map(|block| {
            // lane j of block i of a group is position 8 j + i
            let (group, i) = (block / GROUP, block % GROUP);
            core::array::from_fn(|j| {
                factors.get(reversed(8 * GROUP * group + 8 * j + i)).copied().unwrap_or(Fr::ONE)
            })
        })
        .collect();
    in_vector_form(unit, &elements)
}

fn in_vector_form(unit: VectorUnit, elements: &[[Fr; 8]]) -> Vec<Factors> {
    let mut blocks = vec![one(unit); elements.len()];
    blocks.par_chunks_mut(PASS).zip(elements.par_chunks(PASS)).for_each(|(blocks, elements)| {
        // SAFETY: the unit is the proof of the features.
        unsafe { enter(blocks, elements) };
    });
    blocks
}

#[target_feature(enable = "avx2,fma")]
fn enter(blocks: &mut [Factors], elements: &[[Fr; 8]]) {
    for (block, elements) in blocks.iter_mut().zip(elements) {
        *block = Block::from_elements(elements);
    }
}

/// One in all lanes; the argument is the proof of the features.
fn one(_unit: VectorUnit) -> Factors {
    #[target_feature(enable = "avx2,fma")]
    fn block() -> Factors {
        Block::from_elements(&[Fr::ONE; 8])
    }
    // SAFETY: the argument is the proof of the features.
    unsafe { block() }
}
