//! Batched additions of affine points, eight at a time: what both groups have in common.
//!
//! A batch goes forward, gathering points and multiplying denominators up, inverts once, and goes backward, where each
//! addition takes its own inverse from the shared one. What a group's formulas are, [`Formulas`] says.

use core::fmt::Debug;
use core::marker::PhantomData;

use ark_bn254::Fq;
use ark_ec::CurveGroup;

use super::batches::{Batch, PairBlock, in_batches};
use super::exceptions::{Mask, lanes_set};
use super::record::{Locator, Record, Records};
use super::shared_inversion::invert_lanes;
use super::{Block, Settled, VectorUnit};
use crate::engine::msm::{BatchAdder, Entry, Operands};

/// Lanes of a block.
pub(in crate::engine) type BlockMask = [Mask; 2];

/// Additions in a group whose points are `PARTS` records, for eight pairs of points at once.
///
/// # Safety
/// All functions may be called on machines with AVX2 and FMA only.
pub(in crate::engine) trait Formulas<const PARTS: usize>:
    Copy + Debug + Send + Sync + 'static
{
    /// The group as arkworks knows it.
    type Group: CurveGroup;
    /// Eight additions on their way.
    type Step: Copy + Send;
    /// See [`BatchAdder::CHUNK`].
    const CHUNK: usize;
    /// Blocks that share an inversion: as many as have their steps in the second-level cache.
    const BLOCKS: usize;
    /// Blocks ahead for which operands are asked for.
    const AHEAD: usize;

    /// What the endomorphism multiplies x by.
    fn beta() -> Fq;

    /// A step to be filled in.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn empty_step() -> Self::Step;

    /// Gathers the points, and what slopes are made of.
    ///
    /// # Safety
    /// Besides, the locator has checked all entries, and its operands are still borrowed.
    unsafe fn gather(step: &mut Self::Step, locator: &Locator<PARTS>, block: &PairBlock);

    /// The product of all denominators up to this one.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn multiply_up(previous: Option<&Self::Step>, step: &mut Self::Step);

    /// What [`multiply_up`](Self::multiply_up) has made.
    fn product(step: &Self::Step) -> &Block<Fq, Settled>;

    /// From the inverse of the product up to here to that of the product before.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn take_off(step: &Self::Step, inverse: &mut Block<Fq, Settled>);

    /// The sums, once the inverse of the step's own denominators is known.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn finish(
        step: &Self::Step,
        inverse: &Block<Fq, Settled>,
        doubled: Option<BlockMask>,
        result: &mut [Records<PARTS>; 8],
    );

    /// Makes doublings of additions of equal points, and anything of those of opposite ones. Lanes with the same x, and lanes
    /// with opposite points.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn resolve(step: &mut Self::Step) -> Option<(BlockMask, BlockMask)>;

    /// Eight points, or fewer, in arkworks' form, and any after them.
    ///
    /// # Safety
    /// As the trait says.
    unsafe fn to_affine(points: &[Records<PARTS>]) -> [<Self::Group as CurveGroup>::Affine; 8];
}

/// Additions on a vector unit.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct VectorAdder<F, const PARTS: usize>(VectorUnit, PhantomData<F>);

impl<F, const PARTS: usize> VectorAdder<F, PARTS> {
    pub(in crate::engine) const fn new(unit: VectorUnit) -> Self {
        Self(unit, PhantomData)
    }
}

/// What a batch needs.
pub(in crate::engine) struct Scratch<S> {
    steps: Vec<S>,
    /// Blocks with doublings, ascending, and which lanes.
    doublings: Vec<(usize, BlockMask)>,
}

impl<F: Formulas<PARTS>, const PARTS: usize> BatchAdder for VectorAdder<F, PARTS> {
    type Point = Records<PARTS>;
    type Scratch = Scratch<F::Step>;
    type Group = F::Group;

    const CHUNK: usize = F::CHUNK;

    fn scratch(&self) -> Self::Scratch {
        // SAFETY: the unit is there.
        let step = unsafe { F::empty_step() };
        Scratch { steps: vec![step; F::BLOCKS + 1], doublings: Vec::new() }
    }

    fn filler(&self) -> Records<PARTS> {
        [Record::ZERO; PARTS]
    }

    fn add_pairs(
        &self,
        scratch: &mut Self::Scratch,
        operands: Operands<'_, Records<PARTS>>,
        pairs: &[[Entry; 2]],
        results: &mut [Records<PARTS>],
        vanished: &mut Vec<usize>,
    ) {
        let locator = Locator::new(operands, pairs);
        in_batches(pairs, results, F::BLOCKS, |batch| {
            // SAFETY: the unit is there; the locator has checked these entries, and the operands are borrowed here.
            unsafe { add_batch::<F, PARTS>(scratch, &locator, batch, vanished) };
        });
        vanished.retain(|index| *index < pairs.len());
    }

    fn negate(&self, point: &Records<PARTS>) -> Records<PARTS> {
        point.map(|record| record.negated())
    }

    fn to_affine(&self, points: &[Records<PARTS>]) -> Vec<<F::Group as CurveGroup>::Affine> {
        let mut affine = Vec::with_capacity(points.len());
        for chunk in points.chunks(8) {
            // SAFETY: the unit is there.
            affine.extend(unsafe { F::to_affine(chunk) }.into_iter().take(chunk.len()));
        }
        affine
    }
}

/// Adds the pairs of a batch. The numbers of those that vanished are pushed to `vanished`; there may be some beyond the last
/// pair.
///
/// # Safety
/// The locator has checked all entries of the batch, and its operands are still borrowed.
#[target_feature(enable = "avx2,fma")]
unsafe fn add_batch<F: Formulas<PARTS>, const PARTS: usize>(
    scratch: &mut Scratch<F::Step>,
    locator: &Locator<PARTS>,
    batch: &mut Batch<'_, PARTS>,
    vanished: &mut Vec<usize>,
) {
    let Scratch { steps, doublings } = scratch;
    let Some(steps) = steps.get_mut(..batch.len()) else { return };
    doublings.clear();
    // SAFETY: handed on to the caller.
    unsafe { forward::<F, PARTS>(steps, locator, batch) };
    let Some(last) = steps.last() else { return };
    let mut inverse = match invert_lanes(F::product(last)) {
        Some(inverse) => inverse,
        None => match resolve_exceptions::<F, PARTS>(steps, doublings, (batch.first, vanished)) {
            Some(inverse) => inverse,
            None => return,
        },
    };
    let (mut ahead, count) = (batch.len(), batch.len());
    for index in (0..count).rev() {
        if let Some(block @ [[left, _], ..]) = batch.block(ahead)
            && locator.is_base(*left)
        {
            block.as_flattened().iter().for_each(|entry| locator.prefetch::<true>(*entry));
        }
        ahead += 1;
        let (before, from_here) = steps.split_at(index);
        let (Some(step), Some(result)) = (from_here.first(), batch.result(index)) else { return };
        let own_inverse = match before.last() {
            Some(previous) => {
                let own: Block<Fq, _> = inverse.multiply(F::product(previous));
                // SAFETY: this function's instructions.
                unsafe { F::take_off(step, &mut inverse) };
                own.widen::<Settled>()
            }
            None => inverse,
        };
        let doubled = doublings.pop_if(|(block, _)| *block == index).map(|(_, lanes)| lanes);
        // SAFETY: this function's instructions.
        unsafe { F::finish(step, &own_inverse, doubled, result) };
    }
}

/// Gathers the points of a batch and multiplies the denominators up.
///
/// # Safety
/// As [`add_batch`].
#[target_feature(enable = "avx2,fma")]
unsafe fn forward<F: Formulas<PARTS>, const PARTS: usize>(
    steps: &mut [F::Step],
    locator: &Locator<PARTS>,
    batch: &Batch<'_, PARTS>,
) {
    for index in 0..steps.len() {
        if let Some(ahead @ [[left, _], ..]) = batch.block(index + F::AHEAD)
            && locator.is_base(*left)
        {
            ahead.as_flattened().iter().for_each(|entry| locator.prefetch::<false>(*entry));
        }
        let (before, from_here) = steps.split_at_mut(index);
        let (Some(step), Some(block)) = (from_here.first_mut(), batch.block(index)) else { return };
        // SAFETY: handed on to the caller.
        unsafe {
            F::gather(step, locator, block);
            F::multiply_up(before.last(), step);
        }
    }
}

/// Doubles where points are equal, reports where they are opposite, and multiplies the denominators up again.
#[cold]
#[target_feature(enable = "avx2,fma")]
fn resolve_exceptions<F: Formulas<PARTS>, const PARTS: usize>(
    steps: &mut [F::Step],
    doublings: &mut Vec<(usize, BlockMask)>,
    (first, vanished): (usize, &mut Vec<usize>),
) -> Option<Block<Fq, Settled>> {
    for index in 0..steps.len() {
        let (before, from_here) = steps.split_at_mut(index);
        let step = from_here.first_mut()?;
        // SAFETY: this function's instructions.
        if let Some((equal, opposite)) = unsafe { F::resolve(step) } {
            for (half, lanes) in opposite.into_iter().enumerate() {
                vanished.extend(lanes_set(lanes).map(|lane| first + 8 * index + 4 * half + lane));
            }
            doublings.push((index, equal));
        }
        // SAFETY: the same.
        unsafe { F::multiply_up(before.last(), step) };
    }
    invert_lanes(F::product(steps.last()?))
}
