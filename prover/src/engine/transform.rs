//! Number-theoretic transforms over the scalar field, without bit reversal.
//!
//! The inverse transform decimates in frequency (natural order in, bit-reversed out), the transform decimates in time
//! (bit-reversed in, natural out), so the order in between never has to be undone. Recursion goes depth first: a block
//! that fits the cache is finished before the next is touched, and halves run in parallel.

#![expect(
    clippy::indexing_slicing,
    reason = "tables and blocks are cut to matching powers of two a few lines above"
)]

use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, BigInt, FftField, Field, PrimeField};
use rayon::prelude::*;

use super::{EngineError, Pages};
use crate::cancel_token::CancelToken;

/// Blocks of at most this many elements are transformed by one task.
const SERIAL: usize = 1 << 12;
/// Blocks of at most this many elements are transformed stage by stage.
const STAGED: usize = 1 << 8;

/// Roots of unity for one size.
#[derive(Debug)]
pub(super) struct Domain {
    /// `levels[j][k] = w_m^k` for m = 2^(j+1), k < m/2.
    levels: Vec<Vec<Fr>>,
    /// At position i: `w_2n^(reversed i) / n`.
    twist: Vec<Fr>,
}

impl Domain {
    /// Tables for `size` elements.
    pub(super) fn new(size: usize) -> Result<Self, EngineError> {
        let too_large = EngineError::TransformSize { found: size };
        let doubled = u64::try_from(size).ok().and_then(|size| size.checked_mul(2));
        let root = doubled.filter(|_| size.is_power_of_two()).and_then(Fr::get_root_of_unity);
        let Some(coset) = root else { return Err(too_large) };
        let log = size.trailing_zeros();
        let widest = powers(coset.square(), size / 2);
        let levels =
            (0..log).map(|level| widest.iter().step_by(size >> (level + 1)).copied().collect()).collect();
        let inverse = Fr::from(1_u64 << log).inverse().unwrap_or(Fr::ZERO);
        let mut twist = powers(coset, size);
        twist.par_iter_mut().for_each(|factor| *factor *= inverse);
        reverse_order(&mut twist, log);
        Ok(Self { levels, twist })
    }

    /// See [`Backend::quotient`](super::Backend::quotient).
    pub(super) fn quotient(
        &self,
        mut a: Pages<Fr>,
        mut b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        let mut c = Pages::<Fr>::zeroed(a.len())?;
        c.par_iter_mut().zip(a.par_iter().zip(b.par_iter())).for_each(|(c, (a, b))| *c = *a * b);
        for values in [&mut a, &mut b, &mut c] {
            cancel.check()?;
            self.extend(values);
        }
        cancel.check()?;
        c.par_iter_mut().zip(a.par_iter().zip(b.par_iter())).for_each(|(c, (a, b))| *c = *a * b - *c);
        drop((a, b));
        let mut scalars = Pages::<BigInt<4>>::zeroed(c.len())?;
        scalars.par_iter_mut().zip(c.par_iter()).for_each(|(scalar, value)| *scalar = value.into_bigint());
        Ok(scalars)
    }

    /// From values on the domain to values on the odd coset.
    pub(super) fn extend(&self, values: &mut [Fr]) {
        self.inverse(values);
        let (chunks, factors) = (values.par_chunks_mut(SERIAL), self.twist.par_chunks(SERIAL));
        chunks.zip(factors).for_each(|(chunk, factors)| {
            for (value, factor) in chunk.iter_mut().zip(factors) {
                *value *= factor;
            }
        });
        self.forward(values);
    }

    /// The inverse transform times n, natural to bit-reversed order.
    fn inverse(&self, values: &mut [Fr]) {
        let size = values.len();
        if size <= STAGED {
            let mut block = size;
            while block > 1 {
                values.chunks_exact_mut(block).for_each(|chunk| self.inverse_stage(chunk));
                block /= 2;
            }
            return;
        }
        self.inverse_stage(values);
        let (low, high) = values.split_at_mut(size / 2);
        if size > SERIAL {
            rayon::join(|| self.inverse(low), || self.inverse(high));
        } else {
            self.inverse(low);
            self.inverse(high);
        }
    }

    /// The transform, bit-reversed to natural order.
    fn forward(&self, values: &mut [Fr]) {
        let size = values.len();
        if size <= STAGED {
            let mut block = 2;
            while block <= size {
                values.chunks_exact_mut(block).for_each(|chunk| self.forward_stage(chunk));
                block *= 2;
            }
            return;
        }
        let (low, high) = values.split_at_mut(size / 2);
        if size > SERIAL {
            rayon::join(|| self.forward(low), || self.forward(high));
        } else {
            self.forward(low);
            self.forward(high);
        }
        self.forward_stage(values);
    }

    /// `(u, v) -> (u + v, (u - v) w^-k)`. As w^(m/2) = -1, `(u - v) w^-k = (v - u) w^(m/2 - k)`: one table serves both.
    fn inverse_stage(&self, values: &mut [Fr]) {
        let half = values.len() / 2;
        let roots = self.roots(values.len());
        butterflies(values, |first, low, high| {
            for (offset, (u, v)) in low.iter_mut().zip(high).enumerate() {
                let k = first + offset;
                let difference = *v - *u;
                *u += *v;
                *v = if k == 0 { -difference } else { difference * roots[half - k] };
            }
        });
    }

    /// `(u, v) -> (u + v w^k, u - v w^k)`.
    fn forward_stage(&self, values: &mut [Fr]) {
        let roots = self.roots(values.len());
        butterflies(values, |first, low, high| {
            for ((u, v), root) in low.iter_mut().zip(high).zip(&roots[first..]) {
                let turned = *v * root;
                *v = *u - turned;
                *u += turned;
            }
        });
    }

    fn roots(&self, block: usize) -> &[Fr] {
        let level = usize::try_from(block.trailing_zeros()).unwrap_or(0);
        &self.levels[level - 1]
    }
}

/// Runs a stage's butterflies over both halves of a block, in parallel where it is long.
fn butterflies(values: &mut [Fr], stage: impl Fn(usize, &mut [Fr], &mut [Fr]) + Sync) {
    let half = values.len() / 2;
    let (low, high) = values.split_at_mut(half);
    if half < SERIAL {
        stage(0, low, high);
    } else {
        let pairs = low.par_chunks_mut(SERIAL).zip(high.par_chunks_mut(SERIAL));
        pairs.enumerate().for_each(|(task, (low, high))| stage(task * SERIAL, low, high));
    }
}

/// `1, base, base^2, ...`
pub(crate) fn powers(base: Fr, count: usize) -> Vec<Fr> {
    let mut all = vec![Fr::ONE; count];
    all.par_chunks_mut(SERIAL).enumerate().for_each(|(task, chunk)| {
        let start = u64::try_from(task * SERIAL).unwrap_or(u64::MAX);
        let mut power = base.pow([start]);
        for value in chunk {
            *value = power;
            power *= base;
        }
    });
    all
}

fn reverse_order(values: &mut [Fr], log: u32) {
    for index in 0..values.len() {
        let reversed = if log == 0 { 0 } else { index.reverse_bits() >> (usize::BITS - log) };
        if index < reversed {
            values.swap(index, reversed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::UniformRand;
    use ark_poly::{EvaluationDomain, Radix2EvaluationDomain};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn extends_to_the_odd_coset_as_the_polynomial_says() {
        let mut rng = ChaCha20Rng::seed_from_u64(5);
        for log in 0..=14 {
            let size = 1_usize << log;
            let values: Vec<Fr> = (0..size).map(|_| Fr::rand(&mut rng)).collect();
            let domain = Radix2EvaluationDomain::<Fr>::new(size).unwrap();
            let coset = Fr::get_root_of_unity(2 << log).unwrap();
            let coefficients = domain.ifft(&values);
            let expected = domain.get_coset(coset).unwrap().fft(&coefficients);
            let mut extended = values;
            Domain::new(size).unwrap().extend(&mut extended);
            assert_eq!(extended, expected, "2^{log}");
        }
    }

    #[test]
    fn refuses_sizes_without_a_root_of_unity() {
        for size in [0, 3, 6, 1 << 28] {
            assert!(matches!(Domain::new(size), Err(EngineError::TransformSize { .. })), "{size}");
        }
    }
}
