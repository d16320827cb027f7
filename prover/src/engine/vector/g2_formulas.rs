//! Additions in G2.
//!
//! The formulas are those of G1 over `Fq2 = Fq(u)`, `u^2 = -1`; x = x0 + x1 u and so on. A denominator `d0 + d1 u` is
//! inverted by its norm: `1/d = (d0 - d1 u) / (d0^2 + d1^2)`, so that only norms are multiplied up and the shared inversion
//! is one in Fq. A product in Fq2 is two sums of two products, each with one reduction; it takes as long as three products.

#![expect(clippy::indexing_slicing, reason = "a block has two halves, a coordinate two parts")]

use core::arch::x86_64::_mm256_setzero_pd;

use ark_bn254::{Fq, Fq2, G2Affine, G2Projective};

use super::adder::{BlockMask, Formulas};
use super::batches::PairBlock;
use super::exceptions::{any, both, is_zero, select};
use super::record::{Locator, Records, part_of, store};
use super::{Block, Bound, Lanes, Reduced, Settled, Sum, TwoProducts};
use crate::engine::msm::beta_in_g2;

type Difference = Sum<Reduced, Reduced>;

/// Eight elements of Fq2.
type Pair<B> = [Block<Fq, B>; 2];

/// The formulas of G2.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct FormulasG2;

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

impl Formulas<2> for FormulasG2 {
    type Group = G2Projective;
    type Step = Step;

    const CHUNK: usize = 1 << 12;
    // 210 KB of steps
    const BLOCKS: usize = 64;
    const AHEAD: usize = 1;

    fn beta() -> Fq {
        beta_in_g2()
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn empty_step() -> Step {
        let (zero, difference) = ([Block::zero(); 2], [Block::zero(); 2]);
        let (norm, product) = (Block::zero(), Block::zero());
        Step { x: zero, y: zero, denominator: difference, numerator: difference, norm, product }
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn gather(step: &mut Step, locator: &Locator<2>, block: &PairBlock) {
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
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn multiply_up(previous: Option<&Step>, step: &mut Step) {
        step.norm = Block::sum_of_products(&step.denominator, &step.denominator).reduce();
        match previous {
            Some(previous) => previous.product.multiply_into(&step.norm, &mut step.product),
            None => step.product = step.norm.widen(),
        }
    }

    #[inline]
    fn product(step: &Step) -> &Block<Fq, Settled> {
        &step.product
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn take_off(step: &Step, inverse: &mut Block<Fq, Settled>) {
        inverse.multiply_assign(&step.norm);
    }

    #[inline]
    #[target_feature(enable = "avx2,fma")]
    unsafe fn finish(
        step: &Step,
        inverse: &Block<Fq, Settled>,
        doubled: Option<BlockMask>,
        result: &mut [Records<2>; 8],
    ) {
        let conjugate =
            [step.denominator[0].multiply(inverse), step.denominator[1].multiply(inverse).negate()];
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

    #[target_feature(enable = "avx2,fma")]
    unsafe fn resolve(step: &mut Step) -> Option<(BlockMask, BlockMask)> {
        let constants = [1.0, 0.0].map(|digit| Lanes::<Fq, Difference>::splat([digit, 0.0, 0.0, 0.0, 0.0]));
        let equal_x = [0, 1]
            .map(|half| both(is_zero(&step.denominator[0].0[half]), is_zero(&step.denominator[1].0[half])));
        if !any(equal_x[0]) && !any(equal_x[1]) {
            return None;
        }
        // (x0 + x1 u)^2 = (x0 + x1)(x0 - x1) + 2 x0 x1 u
        let cross = step.x[0].multiply(&step.x[1]);
        let square = [
            step.x[0].add(&step.x[1]).multiply(&step.x[0].subtract(&step.x[1])).reduce(),
            cross.add(&cross).reduce(),
        ];
        let mut opposite = equal_x;
        for (half, equal) in equal_x.into_iter().enumerate() {
            let twice = [0, 1].map(|part| step.y[part].0[half].add(&step.y[part].0[half]));
            // y1 + y2
            let [zero0, zero1] = [0, 1].map(|part| is_zero(&step.numerator[part].0[half].add(&twice[part])));
            opposite[half] = both(equal, both(zero0, zero1));
            for part in 0..2 {
                let square = &square[part].0[half];
                let triple = square.add(square).add(square).reduce().widen();
                step.numerator[part].0[half] = select(equal, &triple, &step.numerator[part].0[half]);
                let denominator = select(equal, &twice[part], &step.denominator[part].0[half]);
                step.denominator[part].0[half] = select(opposite[half], &constants[part], &denominator);
            }
        }
        Some((equal_x, opposite))
    }

    #[target_feature(enable = "avx2,fma")]
    unsafe fn to_affine(points: &[Records<2>]) -> [G2Affine; 8] {
        let [[x0, y0], [x1, y1]] = [part_of(points, 0), part_of(points, 1)];
        let [x0, x1, y0, y1] = [x0, x1, y0, y1].map(|block| block.to_elements());
        let mut affine = [G2Affine::identity(); 8];
        let coordinates = x0.into_iter().zip(x1).zip(y0.into_iter().zip(y1));
        for (point, ((x0, x1), (y0, y1))) in affine.iter_mut().zip(coordinates) {
            *point = G2Affine::new_unchecked(Fq2::new(x0, x1), Fq2::new(y0, y1));
        }
        affine
    }
}

/// A product in Fq2: `l_0 r_0 - l_1 r_1` and `l_0 r_1 + l_1 r_0`.
#[inline]
#[target_feature(enable = "avx2,fma")]
fn multiply<A: Bound, B: Bound>(left: &Pair<A>, right: &Pair<B>) -> Pair<TwoProducts<A, B>> {
    let [low, high] = *right;
    [Block::sum_of_products(left, &[low, high.negate()]), Block::sum_of_products(left, &[high, low])]
}
