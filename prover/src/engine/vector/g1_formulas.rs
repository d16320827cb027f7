//! Additions in G1.
//!
//! With slope `m = (y2 - y1) / (x2 - x1)`: `x3 = m^2 - x1 - x2`, `y3 = m (x1 - x3) - y1`. With three products for the shared
//! inversion that makes five products and a square for each addition.

#![expect(clippy::indexing_slicing, reason = "a block has two halves")]

use core::arch::x86_64::_mm256_setzero_pd;

use ark_bn254::{Fq, G1Affine, G1Projective};

use super::adder::{BlockMask, Formulas};
use super::batches::PairBlock;
use super::exceptions::{any, both, is_zero, select};
use super::record::{Locator, Records, part_of, store};
use super::{Block, Lanes, Reduced, Settled, Sum};
use crate::engine::msm::BETA;

type Difference = Sum<Reduced, Reduced>;

/// The formulas of G1.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct FormulasG1;

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

impl Formulas<1> for FormulasG1 {
    type Group = G1Projective;
    type Step = Step;

    const CHUNK: usize = 1 << 13;
    // 260 KB of steps
    const BLOCKS: usize = 128;
    const AHEAD: usize = 2;

    fn beta() -> Fq {
        BETA
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn empty_step() -> Step {
        let (zero, difference) = (Block::zero(), Block::zero());
        Step { x: zero, y: zero, denominator: difference, numerator: difference, product: Block::zero() }
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn gather(step: &mut Step, locator: &Locator<1>, block: &PairBlock) {
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
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn multiply_up(previous: Option<&Step>, step: &mut Step) {
        match previous {
            Some(previous) => previous.product.multiply_into(&step.denominator, &mut step.product),
            None => step.product = step.denominator.reduce().widen(),
        }
    }

    #[inline]
    fn product(step: &Step) -> &Block<Fq, Settled> {
        &step.product
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn take_off(step: &Step, inverse: &mut Block<Fq, Settled>) {
        inverse.multiply_assign(&step.denominator);
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn finish(
        step: &Step,
        inverse: &Block<Fq, Settled>,
        doubled: Option<BlockMask>,
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

    #[target_feature(enable = "avx2,fma")]
    unsafe fn resolve(step: &mut Step) -> Option<(BlockMask, BlockMask)> {
        let one = Lanes::<Fq, Difference>::splat([1.0, 0.0, 0.0, 0.0, 0.0]);
        let equal_x = [is_zero(&step.denominator.0[0]), is_zero(&step.denominator.0[1])];
        if !any(equal_x[0]) && !any(equal_x[1]) {
            return None;
        }
        let square = step.x.square();
        let mut opposite = equal_x;
        for (half, equal) in equal_x.into_iter().enumerate() {
            let y1 = &step.y.0[half];
            let twice = y1.add(y1);
            // y1 + y2
            opposite[half] = both(equal, is_zero(&step.numerator.0[half].add(&twice)));
            let triple = square.0[half].add(&square.0[half]).add(&square.0[half]).reduce().widen();
            step.numerator.0[half] = select(equal, &triple, &step.numerator.0[half]);
            let denominator = select(equal, &twice, &step.denominator.0[half]);
            step.denominator.0[half] = select(opposite[half], &one, &denominator);
        }
        Some((equal_x, opposite))
    }

    #[target_feature(enable = "avx2,fma")]
    unsafe fn to_affine(points: &[Records<1>]) -> [G1Affine; 8] {
        let [x, y] = part_of(points, 0);
        let (x, y) = (x.to_elements(), y.to_elements());
        let mut affine = [G1Affine::identity(); 8];
        let coordinates = x.into_iter().zip(y);
        affine.iter_mut().zip(coordinates).for_each(|(point, (x, y))| *point = G1Affine::new_unchecked(x, y));
        affine
    }
}
