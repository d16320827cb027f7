//! Batched additions in G1, eight at a time.
//!
//! With slope `m = (y2 - y1) / (x2 - x1)`: `x3 = m^2 - x1 - x2`, `y3 = m (x1 - x3) - y1`. A batch goes forward, gathering
//! points and multiplying denominators up, inverts once, and goes backward: five products and a square for each addition.

#![expect(clippy::indexing_slicing, reason = "a block has two halves")]

use core::arch::x86_64::_mm256_setzero_pd;

use ark_bn254::{Fq, G1Affine, G1Projective};

use super::batches::{Batch, in_batches};
use super::exceptions::{Mask, any, both, is_zero, lanes_set, select};
use super::record::{Locator, Record, Records, part_of, store};
use super::shared_inversion::invert_lanes;
use super::{Block, Lanes, Reduced, Settled, Sum, VectorUnit};
use crate::engine::msm::{BatchAdder, Entry, Operands};

/// Blocks of eight additions that share an inversion; the last batch may have one more. The scratch of a batch, 260 KB, stays in the second-level cache.
const BLOCKS: usize = 128;
/// Blocks ahead for which operands are asked for.
const AHEAD: usize = 2;

type Difference = Sum<Reduced, Reduced>;

/// Additions in G1 on a vector unit.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct VectorG1(VectorUnit);

impl VectorG1 {
    pub(in crate::engine) const fn new(unit: VectorUnit) -> Self {
        Self(unit)
    }
}

/// Eight additions on their way.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Step {
    x: Block<Fq, Reduced>,
    y: Block<Fq, Reduced>,
    denominator: Block<Fq, Difference>,
    numerator: Block<Fq, Difference>,
    /// The product of all denominators up to this one.
    product: Block<Fq, Settled>,
}

/// What a batch needs.
pub(in crate::engine) struct Scratch {
    steps: Vec<Step>,
    /// Blocks with doublings, ascending, and which lanes.
    doublings: Vec<(usize, [Mask; 2])>,
}

impl BatchAdder for VectorG1 {
    type Point = Records<1>;
    type Scratch = Scratch;
    type Group = G1Projective;

    const CHUNK: usize = 1 << 13;

    fn scratch(&self) -> Scratch {
        // SAFETY: the unit is there.
        let step = unsafe { empty_step() };
        Scratch { steps: vec![step; BLOCKS + 1], doublings: Vec::new() }
    }

    fn filler(&self) -> Records<1> {
        [Record::ZERO]
    }

    fn add_pairs(
        &self,
        scratch: &mut Scratch,
        operands: Operands<'_, Records<1>>,
        pairs: &[[Entry; 2]],
        results: &mut [Records<1>],
        vanished: &mut Vec<usize>,
    ) {
        let locator = Locator::new(operands, pairs);
        in_batches(pairs, results, BLOCKS, |batch| {
            // SAFETY: the unit is there; the locator has checked these entries, and the operands are borrowed here.
            unsafe { add_batch(scratch, &locator, batch, vanished) };
        });
        vanished.retain(|index| *index < pairs.len());
    }

    fn negate(&self, point: &Records<1>) -> Records<1> {
        point.map(|record| record.negated())
    }

    fn to_affine(&self, points: &[Records<1>]) -> Vec<G1Affine> {
        let mut affine = Vec::with_capacity(points.len());
        for chunk in points.chunks(8) {
            // SAFETY: the unit is there.
            affine.extend(unsafe { block_to_affine(chunk) }.into_iter().take(chunk.len()));
        }
        affine
    }
}

#[target_feature(enable = "avx2,fma")]
fn empty_step() -> Step {
    let (zero, difference) = (Block::zero(), Block::zero());
    Step { x: zero, y: zero, denominator: difference, numerator: difference, product: Block::zero() }
}

/// Adds the pairs of a batch. The numbers of those that vanished are pushed to `vanished`; there may be some beyond the last
/// pair.
///
/// # Safety
/// The locator has checked all entries of the batch, and its operands are still borrowed.
#[target_feature(enable = "avx2,fma")]
unsafe fn add_batch(
    scratch: &mut Scratch,
    locator: &Locator<1>,
    batch: &mut Batch<'_, 1>,
    vanished: &mut Vec<usize>,
) {
    let Scratch { steps, doublings } = scratch;
    let Some(steps) = steps.get_mut(..batch.len()) else { return };
    doublings.clear();
    // SAFETY: handed on to the caller.
    unsafe { forward(steps, locator, batch) };
    let Some(last) = steps.last() else { return };
    let mut inverse = match invert_lanes(&last.product) {
        Some(inverse) => inverse,
        None => match resolve_exceptions(steps, doublings, (batch.first, vanished)) {
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
                let own: Block<Fq, _> = inverse.multiply(&previous.product);
                inverse.multiply_assign(&step.denominator);
                own.widen::<Settled>()
            }
            None => inverse,
        };
        let doubled = doublings.pop_if(|(block, _)| *block == index).map(|(_, lanes)| lanes);
        backward(step, &own_inverse, doubled, result);
    }
}

/// Gathers the points of a batch and multiplies the denominators up.
///
/// # Safety
/// As [`add_batch`].
#[target_feature(enable = "avx2,fma")]
unsafe fn forward(steps: &mut [Step], locator: &Locator<1>, batch: &Batch<'_, 1>) {
    for index in 0..steps.len() {
        if let Some(ahead @ [[left, _], ..]) = batch.block(index + AHEAD)
            && locator.is_base(*left)
        {
            ahead.as_flattened().iter().for_each(|entry| locator.prefetch::<false>(*entry));
        }
        let (before, from_here) = steps.split_at_mut(index);
        let (Some(step), Some(block)) = (from_here.first_mut(), batch.block(index)) else { return };
        let [a, b, c, d, e, f, g, h] = *block;
        for (half, quad) in [[a, b, c, d], [e, f, g, h]].into_iter().enumerate() {
            // SAFETY: handed on to the caller.
            let ((x1, y1), (x2, y2)) = unsafe {
                (locator.load(quad.map(|[left, _]| left), 0), locator.load(quad.map(|[_, right]| right), 0))
            };
            step.x.0[half] = x1;
            step.y.0[half] = y1;
            step.denominator.0[half] = x2.subtract(&x1);
            step.numerator.0[half] = y2.subtract(&y1);
        }
        match before.last() {
            Some(previous) => previous.product.multiply_into(&step.denominator, &mut step.product),
            None => step.product = step.denominator.reduce().widen(),
        }
    }
}

/// The sums of eight pairs, once the inverse of their denominators is known.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn backward(
    step: &Step,
    inverse: &Block<Fq, Settled>,
    doubled: Option<[Mask; 2]>,
    result: &mut [Records<1>; 8],
) {
    let slope = inverse.multiply(&step.numerator);
    let square = slope.square();
    let mut x3 = Block::<Fq, Reduced>::zero();
    let mut run = Block::<Fq, Difference>::zero();
    let masks = doubled.unwrap_or([_mm256_setzero_pd(); 2]);
    for (half, mask) in masks.into_iter().enumerate() {
        let x1 = &step.x.0[half];
        // x2 - x1 + x1, digit by digit and exact, so within the bound of x2
        let mut x2 = Lanes::<Fq, Reduced>::from_digits(step.denominator.0[half].add(x1).digits());
        if doubled.is_some() {
            x2 = select(mask, x1, &x2);
        }
        x3.0[half] = square.0[half].subtract(&x1.add(&x2)).reduce();
        run.0[half] = x1.subtract(&x3.0[half]);
    }
    let rise = slope.multiply(&run);
    let (low, high) = result.split_at_mut(4);
    for (half, points) in [low, high].into_iter().enumerate() {
        let y3 = rise.0[half].subtract(&step.y.0[half]).reduce();
        if let Some(points) = points.first_chunk_mut() {
            store(points, 0, &x3.0[half], &y3);
        }
    }
}

/// Doubles where points are equal, reports where they are opposite, and multiplies the denominators up again.
#[cold]
#[target_feature(enable = "avx2,fma")]
fn resolve_exceptions(
    steps: &mut [Step],
    doublings: &mut Vec<(usize, [Mask; 2])>,
    (first, vanished): (usize, &mut Vec<usize>),
) -> Option<Block<Fq, Settled>> {
    let one = Lanes::<Fq, Difference>::splat([1.0, 0.0, 0.0, 0.0, 0.0]);
    for index in 0..steps.len() {
        let (before, from_here) = steps.split_at_mut(index);
        let step = from_here.first_mut()?;
        let equal_x = [is_zero(&step.denominator.0[0]), is_zero(&step.denominator.0[1])];
        if any(equal_x[0]) || any(equal_x[1]) {
            let square = step.x.square();
            for (half, equal) in equal_x.into_iter().enumerate() {
                let y1 = &step.y.0[half];
                let twice = y1.add(y1);
                // y1 + y2
                let opposite = both(equal, is_zero(&step.numerator.0[half].add(&twice)));
                vanished.extend(lanes_set(opposite).map(|lane| first + 8 * index + 4 * half + lane));
                let triple = square.0[half].add(&square.0[half]).add(&square.0[half]).reduce().widen();
                step.numerator.0[half] = select(equal, &triple, &step.numerator.0[half]);
                let denominator = select(equal, &twice, &step.denominator.0[half]);
                step.denominator.0[half] = select(opposite, &one, &denominator);
            }
            doublings.push((index, equal_x));
        }
        match before.last() {
            Some(previous) => previous.product.multiply_into(&step.denominator, &mut step.product),
            None => step.product = step.denominator.reduce().widen(),
        }
    }
    invert_lanes(&steps.last()?.product)
}

#[target_feature(enable = "avx2,fma")]
fn block_to_affine(points: &[Records<1>]) -> [G1Affine; 8] {
    let [x, y] = part_of(points, 0);
    let (x, y) = (x.to_elements(), y.to_elements());
    let mut affine = [G1Affine::identity(); 8];
    let coordinates = x.into_iter().zip(y);
    affine.iter_mut().zip(coordinates).for_each(|(point, (x, y))| *point = G1Affine::new_unchecked(x, y));
    affine
}
