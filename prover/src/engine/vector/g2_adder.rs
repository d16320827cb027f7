//! Batched additions in G2, eight at a time.
//!
//! The formulas are those of G1 over `Fq2 = Fq(u)`, `u^2 = -1`; x = x0 + x1 u and so on. A denominator `d0 + d1 u` is
//! inverted by its norm: `1/d = (d0 - d1 u) / (d0^2 + d1^2)`, so that only norms are multiplied up and the shared inversion
//! is one in Fq. A product in Fq2 is three in Fq (Karatsuba), a square two, which makes fifteen products for an addition.

#![expect(clippy::indexing_slicing, reason = "a block has two halves, a coordinate two parts")]

use core::arch::x86_64::_mm256_setzero_pd;

use ark_bn254::{Fq, Fq2, G2Affine, G2Projective};

use super::batches::{Batch, in_batches};
use super::exceptions::{Mask, any, both, is_zero, lanes_set, select};
use super::record::{Locator, Record, Records, part_of, store};
use super::shared_inversion::invert_lanes;
use super::{Block, Bound, Lanes, Reduced, Settled, Sum, VectorUnit};
use crate::engine::msm::{BatchAdder, Entry, Operands};

/// Blocks of eight additions that share an inversion; the last batch may have one more. The scratch of a batch, 210 KB, stays in the second-level cache.
const BLOCKS: usize = 64;
/// Blocks ahead for which operands are asked for.
const AHEAD: usize = 1;

type Difference = Sum<Reduced, Reduced>;

/// A difference of three products or of two.
type Third = Sum<Sum<Settled, Settled>, Settled>;

/// Eight elements of Fq2.
type Pair<B> = [Block<Fq, B>; 2];

/// Additions in G2 on a vector unit.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct VectorG2(VectorUnit);

impl VectorG2 {
    pub(in crate::engine) const fn new(unit: VectorUnit) -> Self {
        Self(unit)
    }
}

/// Eight additions on their way.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Step {
    x: Pair<Reduced>,
    y: Pair<Reduced>,
    denominator: Pair<Difference>,
    numerator: Pair<Difference>,
    /// The norm of the denominator.
    norm: Block<Fq, Reduced>,
    /// The product of all norms up to this one.
    product: Block<Fq, Settled>,
}

/// What a batch needs.
pub(in crate::engine) struct Scratch {
    steps: Vec<Step>,
    /// Blocks with doublings, ascending, and which lanes.
    doublings: Vec<(usize, [Mask; 2])>,
}

impl BatchAdder for VectorG2 {
    type Point = Records<2>;
    type Scratch = Scratch;
    type Group = G2Projective;

    const CHUNK: usize = 1 << 12;

    fn scratch(&self) -> Scratch {
        // SAFETY: the unit is there.
        let step = unsafe { empty_step() };
        Scratch { steps: vec![step; BLOCKS + 1], doublings: Vec::new() }
    }

    fn filler(&self) -> Records<2> {
        [Record::ZERO; 2]
    }

    fn add_pairs(
        &self,
        scratch: &mut Scratch,
        operands: Operands<'_, Records<2>>,
        pairs: &[[Entry; 2]],
        results: &mut [Records<2>],
        vanished: &mut Vec<usize>,
    ) {
        let locator = Locator::new(operands, pairs);
        in_batches(pairs, results, BLOCKS, |batch| {
            // SAFETY: the unit is there; the locator has checked these entries, and the operands are borrowed here.
            unsafe { add_batch(scratch, &locator, batch, vanished) };
        });
        vanished.retain(|index| *index < pairs.len());
    }

    fn negate(&self, point: &Records<2>) -> Records<2> {
        point.map(|record| record.negated())
    }

    fn to_affine(&self, points: &[Records<2>]) -> Vec<G2Affine> {
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
    let (zero, difference) = ([Block::zero(); 2], [Block::zero(); 2]);
    let (norm, product) = (Block::zero(), Block::zero());
    Step { x: zero, y: zero, denominator: difference, numerator: difference, norm, product }
}

/// Adds the pairs of a batch. The numbers of those that vanished are pushed to `vanished`; there may be some beyond the last
/// pair.
///
/// # Safety
/// The locator has checked all entries of the batch, and its operands are still borrowed.
#[target_feature(enable = "avx2,fma")]
unsafe fn add_batch(
    scratch: &mut Scratch,
    locator: &Locator<2>,
    batch: &mut Batch<'_, 2>,
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
                inverse.multiply_assign(&step.norm);
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
unsafe fn forward(steps: &mut [Step], locator: &Locator<2>, batch: &Batch<'_, 2>) {
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
            for part in 0..2 {
                // SAFETY: handed on to the caller.
                let ((x1, y1), (x2, y2)) = unsafe {
                    let (left, right) = (quad.map(|[left, _]| left), quad.map(|[_, right]| right));
                    (locator.load(left, part), locator.load(right, part))
                };
                step.x[part].0[half] = x1;
                step.y[part].0[half] = y1;
                step.denominator[part].0[half] = x2.subtract(&x1);
                step.numerator[part].0[half] = y2.subtract(&y1);
            }
        }
        multiply_up(before.last(), step);
    }
}

/// The norm of the denominator, and its product with those before.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn multiply_up(previous: Option<&Step>, step: &mut Step) {
    let [d0, d1] = &step.denominator;
    step.norm = d0.multiply(d0).add(&d1.multiply(d1)).reduce();
    match previous {
        Some(previous) => previous.product.multiply_into(&step.norm, &mut step.product),
        None => step.product = step.norm.widen(),
    }
}

/// A product in Fq2: the parts of the result before they are reduced. The factors' parts are summed for the third product;
/// the second factor's sum is reduced first.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn multiply<A: Bound, B: Bound>(left: &Pair<A>, right: &Pair<B>) -> Pair<Third> {
    let low = left[0].multiply(&right[0]);
    let high = left[1].multiply(&right[1]);
    let cross = left[0].add(&left[1]).multiply(&right[0].add(&right[1]).reduce());
    [low.subtract(&high).widen(), cross.subtract(&low).subtract(&high).widen()]
}

/// The sums of eight pairs, once the inverse of their denominators' norms is known.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn backward(
    step: &Step,
    inverse: &Block<Fq, Settled>,
    doubled: Option<[Mask; 2]>,
    result: &mut [Records<2>; 8],
) {
    let conjugate = [step.denominator[0].multiply(inverse), step.denominator[1].multiply(inverse).negate()];
    let [s0, s1] = multiply(&step.numerator, &conjugate);
    let slope = [s0.reduce(), s1.reduce()];
    let cross = slope[0].multiply(&slope[1]);
    let square0 = slope[0].add(&slope[1]).multiply(&slope[0].subtract(&slope[1]));
    let square1 = cross.add(&cross);
    let mut x3 = [Block::<Fq, Reduced>::zero(); 2];
    let mut run = [Block::<Fq, Difference>::zero(); 2];
    let masks = doubled.unwrap_or([_mm256_setzero_pd(); 2]);
    for (half, mask) in masks.into_iter().enumerate() {
        let sums: [Lanes<Fq, Difference>; 2] = [0, 1].map(|part| {
            let x1 = &step.x[part].0[half];
            // x2 - x1 + x1, digit by digit and exact, so within the bound of x2
            let x2 = Lanes::<Fq, Reduced>::from_digits(step.denominator[part].0[half].add(x1).digits());
            x1.add(&if doubled.is_some() { select(mask, x1, &x2) } else { x2 })
        });
        x3[0].0[half] = square0.0[half].subtract(&sums[0]).reduce();
        x3[1].0[half] = square1.0[half].subtract(&sums[1]).reduce();
        run[0].0[half] = step.x[0].0[half].subtract(&x3[0].0[half]);
        run[1].0[half] = step.x[1].0[half].subtract(&x3[1].0[half]);
    }
    let rise = multiply(&slope, &run);
    let (low, high) = result.split_at_mut(4);
    for (half, points) in [low, high].into_iter().enumerate() {
        let Some(points) = points.first_chunk_mut() else { return };
        for part in 0..2 {
            let y3 = rise[part].0[half].subtract(&step.y[part].0[half]).reduce();
            store(points, part, &x3[part].0[half], &y3);
        }
    }
}

/// Doubles where points are equal, reports where they are opposite, and multiplies the norms up again.
#[cold]
#[target_feature(enable = "avx2,fma")]
fn resolve_exceptions(
    steps: &mut [Step],
    doublings: &mut Vec<(usize, [Mask; 2])>,
    (first, vanished): (usize, &mut Vec<usize>),
) -> Option<Block<Fq, Settled>> {
    let constants = [1.0, 0.0].map(|digit| Lanes::<Fq, Difference>::splat([digit, 0.0, 0.0, 0.0, 0.0]));
    for index in 0..steps.len() {
        let (before, from_here) = steps.split_at_mut(index);
        let step = from_here.first_mut()?;
        let equal_x = [0, 1]
            .map(|half| both(is_zero(&step.denominator[0].0[half]), is_zero(&step.denominator[1].0[half])));
        if any(equal_x[0]) || any(equal_x[1]) {
            // (x0 + x1 u)^2 = (x0 + x1)(x0 - x1) + 2 x0 x1 u
            let cross = step.x[0].multiply(&step.x[1]);
            let square = [
                step.x[0].add(&step.x[1]).multiply(&step.x[0].subtract(&step.x[1])).reduce(),
                cross.add(&cross).reduce(),
            ];
            for (half, equal) in equal_x.into_iter().enumerate() {
                let twice = [0, 1].map(|part| step.y[part].0[half].add(&step.y[part].0[half]));
                // y1 + y2
                let [zero0, zero1] =
                    [0, 1].map(|part| is_zero(&step.numerator[part].0[half].add(&twice[part])));
                let opposite = both(equal, both(zero0, zero1));
                vanished.extend(lanes_set(opposite).map(|lane| first + 8 * index + 4 * half + lane));
                for part in 0..2 {
                    let square = &square[part].0[half];
                    let triple = square.add(square).add(square).reduce().widen();
                    step.numerator[part].0[half] = select(equal, &triple, &step.numerator[part].0[half]);
                    let denominator = select(equal, &twice[part], &step.denominator[part].0[half]);
                    step.denominator[part].0[half] = select(opposite, &constants[part], &denominator);
                }
            }
            doublings.push((index, equal_x));
        }
        multiply_up(before.last(), step);
    }
    invert_lanes(&steps.last()?.product)
}

#[target_feature(enable = "avx2,fma")]
fn block_to_affine(points: &[Records<2>]) -> [G2Affine; 8] {
    let [[x0, y0], [x1, y1]] = [part_of(points, 0), part_of(points, 1)];
    let [x0, x1, y0, y1] = [x0, x1, y0, y1].map(|block| block.to_elements());
    let mut affine = [G2Affine::identity(); 8];
    let coordinates = x0.into_iter().zip(x1).zip(y0.into_iter().zip(y1));
    for (point, ((x0, x1), (y0, y1))) in affine.iter_mut().zip(coordinates) {
        *point = G2Affine::new_unchecked(Fq2::new(x0, x1), Fq2::new(y0, y1));
    }
    affine
}
