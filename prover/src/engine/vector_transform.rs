//! The quotient's transforms on eight-lane blocks: three polynomials from the domain to the odd coset, and what is made
//! of them, without leaving the vector form in between.
//!
//! # What is computed
//! Let w be the principal n-th root of unity and g the 2n-th one with `g^2 = w`. From values `x_j = p(w^j)` the
//! transform `F_m = sum_j x_j w^(jm)` gives `F_m = n c_(-m)`, the coefficients with their order reversed. Multiplied by
//! `g^(-k) / n` for `k = -m mod n` and transformed once more they are `G_t = p(g^(-1) w^(-t))`, so `G_(n-1-j) = p(g^(2j+1))`:
//! the values on the odd coset from last to first. Both transforms use the same roots, and nothing has to be inverted.
//!
//! # Order of the elements
//! The first transform decimates in frequency, the second in time, so the bit-reversed order in between is never undone.
//! The two are one recursion: a block that fits a cache goes down and comes up again before the next one is touched.
//! Element `8 j + i` is lane i of block j, so every stage down to distance 8 is arithmetic between whole blocks. The last
//! three stages run inside groups of eight blocks, which are transposed for that (see [`middle`]).
//!
//! # Cost
//! Two stages are one pass over memory: for four blocks four products and at most four reductions, since four summands
//! fit a digit. An extension of n elements takes `n log n` products (of lanes, 9 to 10 ns each) and 2 n for the twist.

#![expect(unsafe_code, reason = "entering the vector features; each use states why it is sound")]

mod middle;
mod passes;
mod roots;

use ark_bn254::Fr;
use ark_ff::BigInt;
use rayon::prelude::*;

use super::tasks::{for_each, join};
use super::vector::{Block, Reduced, Settled, VectorUnit};
use super::{EngineError, Pages};
use crate::cancel_token::CancelToken;
use roots::Roots;

/// Eight values of a polynomial.
type Values = Block<Fr, Settled>;
/// Eight roots of unity, or factors like them.
type Factors = Block<Fr, Reduced>;

/// The smallest size: one group of eight blocks of eight.
pub(super) const SMALLEST: usize = 64;
/// Blocks in a group of the middle.
const GROUP: usize = 8;
/// Up to so many blocks (320 bytes each) are transformed by one task; with their roots they fit a second-level cache.
const SERIAL: usize = 1 << 10;
/// Blocks of each quarter for one task of a pass.
const PASS: usize = 1 << 8;

/// Roots of unity for one size, in vector form.
#[derive(Debug)]
pub(super) struct VectorDomain {
    roots: Roots,
}

impl VectorDomain {
    /// Tables for `size` elements, a power of two from [`SMALLEST`] on: 45 bytes an element.
    pub(super) fn new(unit: VectorUnit, size: usize) -> Result<Self, EngineError> {
        Ok(Self { roots: Roots::new(unit, size)? })
    }

    /// `a b - c` on the odd coset, from the values of a and b on the domain, where c takes the values' products.
    ///
    /// # Errors
    /// [`EngineError::Cancelled`]; [`EngineError::Memory`]. The caller gives as many values as the domain has points.
    pub(super) fn quotient(
        &self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        let (mut a, mut b) = (self.enter(a)?, self.enter(b)?);
        let mut c = self.products(&a, &b)?;
        join(
            || self.extend(&mut a, 0, cancel),
            || join(|| self.extend(&mut b, 0, cancel), || self.extend(&mut c, 0, cancel)),
        );
        cancel.check()?;
        let tasks = c.par_chunks_mut(PASS).zip(a.par_chunks(PASS).zip(b.par_chunks(PASS)));
        for_each(tasks, |(c, (a, b))| {
            // SAFETY: a domain is only made with the proof of the features.
            unsafe { combine(c, a, b) };
        });
        drop((a, b));
        let mut scalars = Pages::<[BigInt<4>; 8]>::zeroed(c.len())?;
        let tasks = scalars.par_chunks_mut(PASS).rev().zip(c.par_chunks(PASS));
        for_each(tasks, |(target, source)| {
            // SAFETY: a domain is only made with the proof of the features.
            unsafe { leave(target, source) };
        });
        Ok(scalars.into_flattened())
    }

    /// To vector form; the other form is wiped and freed.
    fn enter(&self, elements: Pages<Fr>) -> Result<Pages<Values>, EngineError> {
        let (elements, _) = elements.as_chunks::<8>();
        self.fill(elements.len(), |first, target| {
            let source = elements.get(first..).unwrap_or_default();
            // SAFETY: a domain is only made with the proof of the features.
            unsafe { enter(target, source) };
        })
    }

    /// The products, element by element.
    fn products(&self, a: &[Values], b: &[Values]) -> Result<Pages<Values>, EngineError> {
        self.fill(a.len(), |first, target| {
            let (a, b) = (a.get(first..).unwrap_or_default(), b.get(first..).unwrap_or_default());
            // SAFETY: a domain is only made with the proof of the features.
            unsafe { multiply(target, a, b) };
        })
    }

    fn fill(
        &self,
        length: usize,
        part: impl Fn(usize, &mut [Values]) + Sync,
    ) -> Result<Pages<Values>, EngineError> {
        let mut all = Pages::zeroed(length)?;
        for_each(all.par_chunks_mut(PASS).enumerate(), |(task, target)| part(task * PASS, target));
        Ok(all)
    }

    /// From the domain to the odd coset, last value first. `first` is the position of these blocks among all.
    fn extend(&self, values: &mut [Values], first: usize, cancel: &CancelToken) {
        let blocks = values.len();
        if blocks <= SERIAL {
            // SAFETY: a domain is only made with the proof of the features.
            unsafe { self.extend_serially(values, first) };
            return;
        }
        // a cancelled transform ends as garbage, which the caller drops
        if cancel.is_cancelled() {
            return;
        }
        let quarter = blocks / 4;
        self.pass(values, Direction::Down);
        {
            let (low, high) = values.split_at_mut(2 * quarter);
            let ((q0, q1), (q2, q3)) = (low.split_at_mut(quarter), high.split_at_mut(quarter));
            let part = |values, index| self.extend(values, first + index * quarter, cancel);
            join(|| join(|| part(q0, 0), || part(q1, 1)), || join(|| part(q2, 2), || part(q3, 3)));
        }
        self.pass(values, Direction::Up);
    }

    /// The two outermost stages of these blocks, cut into tasks.
    fn pass(&self, values: &mut [Values], direction: Direction) {
        let quarter = values.len() / 4;
        let roots = self.roots.of_two_stages(values.len());
        let (low, high) = values.split_at_mut(2 * quarter);
        let ((q0, q1), (q2, q3)) = (low.split_at_mut(quarter), high.split_at_mut(quarter));
        let low = q0.par_chunks_mut(PASS).zip(q1.par_chunks_mut(PASS));
        let high = q2.par_chunks_mut(PASS).zip(q3.par_chunks_mut(PASS));
        for_each(low.zip(high).enumerate(), |(task, ((q0, q1), (q2, q3)))| {
            let roots = roots.from(task * PASS);
            // SAFETY: a domain is only made with the proof of the features.
            unsafe {
                match direction {
                    Direction::Down => passes::two_stages_down([q0, q1, q2, q3], roots),
                    Direction::Up => passes::two_stages_up([q0, q1, q2, q3], roots),
                }
            }
        });
    }

    /// The whole recursion of a few blocks, on this thread.
    #[target_feature(enable = "avx2,fma")]
    fn extend_serially(&self, values: &mut [Values], first: usize) {
        let blocks = values.len();
        if blocks == GROUP {
            self.extend_group(values, first);
            return;
        }
        if blocks == 2 * GROUP {
            let roots = self.roots.of_one_stage(blocks);
            passes::one_stage_down(values, roots);
            let (low, high) = values.split_at_mut(GROUP);
            self.extend_serially(low, first);
            self.extend_serially(high, first + GROUP);
            passes::one_stage_up(values, roots);
            return;
        }
        let quarter = blocks / 4;
        let roots = self.roots.of_two_stages(blocks);
        passes::two_stages_down(passes::quarters(values), roots);
        for (index, part) in values.chunks_exact_mut(quarter).enumerate() {
            self.extend_serially(part, first + index * quarter);
        }
        passes::two_stages_up(passes::quarters(values), roots);
    }

    /// The six innermost stages of each transform, and the twist.
    #[target_feature(enable = "avx2,fma")]
    fn extend_group(&self, group: &mut [Values], first: usize) {
        let (outer, inner) = (self.roots.of_one_stage(GROUP), self.roots.of_two_stages(GROUP / 2));
        passes::one_stage_down(group, outer);
        for half in group.chunks_exact_mut(GROUP / 2) {
            passes::two_stages_down(passes::quarters(half), inner);
        }
        if let Some(twist) = self.roots.twist(first / GROUP) {
            middle::twist_group(group, twist, self.roots.eighths());
        }
        for half in group.chunks_exact_mut(GROUP / 2) {
            passes::two_stages_up(passes::quarters(half), inner);
        }
        passes::one_stage_up(group, outer);
    }
}

/// Which of the two transforms a stage belongs to.
#[derive(Clone, Copy, Debug)]
enum Direction {
    /// Decimation in frequency.
    Down,
    /// Decimation in time.
    Up,
}

#[target_feature(enable = "avx2,fma")]
fn enter(target: &mut [Values], source: &[[Fr; 8]]) {
    for (target, source) in target.iter_mut().zip(source) {
        *target = Block::from_elements(source).widen();
    }
}

#[target_feature(enable = "avx2,fma")]
fn multiply(target: &mut [Values], a: &[Values], b: &[Values]) {
    for ((target, a), b) in target.iter_mut().zip(a).zip(b) {
        *target = a.multiply(b).widen();
    }
}

/// `c = a b - c`.
#[target_feature(enable = "avx2,fma")]
fn combine(c: &mut [Values], a: &[Values], b: &[Values]) {
    for (c, (a, b)) in c.iter_mut().zip(a.iter().zip(b)) {
        *c = a.multiply(b).subtract(c).reduce().widen();
    }
}

/// The values as integers, from the last to the first.
#[target_feature(enable = "avx2,fma")]
fn leave(target: &mut [[BigInt<4>; 8]], source: &[Values]) {
    for (target, source) in target.iter_mut().rev().zip(source) {
        let integers = source.reduce().to_integers();
        for (target, integer) in target.iter_mut().rev().zip(integers) {
            *target = BigInt(integer);
        }
    }
}

#[cfg(test)]
mod tests;
