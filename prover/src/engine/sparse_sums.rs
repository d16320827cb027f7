//! Many small sums of multiples: `sum k_j P_j` for each row of a sparse matrix.
//!
//! This is what key ceremonies do: a contribution multiplies hundreds of thousands of points by one secret, and an initial
//! key is a sparse matrix (the circuit) times a vector of points (the powers of tau). No sum is large enough for buckets,
//! but there are many of them, so that each step of a ladder is a batch of independent affine additions ([`BatchAdder`]).
//!
//! Scalars are split by the curve's endomorphism into two halves of some 127 bits, in signed digits of width four
//! ([`Digits`]). Up to [`PIECE`] terms of a row share a ladder's doublings; a longer row is cut into pieces, whose sums are
//! added at the end. Scalars of a few bits cost a few steps, and ±1 nothing but an addition.
//!
//! The time depends on the scalars. Whoever multiplies by a secret does so on a machine of their own.

mod digits;
mod ladder;
#[cfg(test)]
mod tests;

use ark_bn254::{Fr, g1, g2};
use ark_ec::AffineRepr;
use ark_ec::scalar_mul::glv::GLVConfig;
use ark_ec::short_weierstrass::{Affine, Projective};
use rayon::prelude::*;

use super::arithmetic::{Arithmetic, invert_fq2};
use super::inverse::invert;
use super::msm::{BatchAdder, PortableAdder};
#[cfg(target_arch = "x86_64")]
use super::vector::{Records, VectorG1, VectorG2};
use super::{CpuBackend, EngineError};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points, encode_g1, encode_g2};
use digits::Digits;
use ladder::{Ladder, Step, Steps};

/// Terms of a row that share doublings.
const PIECE: usize = 8;
/// Rows that make up a task: enough to fill batches, few enough that a task's points stay in the second-level cache.
const TASK: usize = 1 << 10;

/// The terms of sparse rows: `rows(row, push)` pushes those of a row, each a point in a key's form and its multiplier.
pub type SparseRows<'a, 'b, const BYTES: usize> = dyn Fn(usize, &mut Push<'a, '_, BYTES>) + Sync + 'b;
/// Takes a term: a point in a key's form, and its multiplier.
pub type Push<'a, 'b, const BYTES: usize> = dyn FnMut((&'a [u8; BYTES], Fr)) + 'b;

impl CpuBackend {
    /// The sum of each row's multiples in G1, for rows 0 to `rows - 1`, in a key's form. `terms` is called once for each row,
    /// from any thread. Points must be on the curve.
    ///
    /// # Errors
    /// [`EngineError::Cancelled`].
    pub fn sparse_sums_g1(
        &self,
        rows: usize,
        terms: &SparseRows<'_, '_, 64>,
        cancel: &CancelToken,
    ) -> Result<Vec<[u8; 64]>, EngineError> {
        let gather = |row: usize, push: &mut dyn FnMut(Affine<g1::Config>, Fr)| {
            terms(row, &mut |(point, scalar)| push(G1Points::decode(point), scalar));
        };
        let sums = match self.arithmetic {
            #[cfg(target_arch = "x86_64")]
            Arithmetic::Vector(unit) => sparse_sums(&VectorG1::new(unit), rows, &gather, cancel)?,
            Arithmetic::Portable => sparse_sums(&PortableAdder::new(invert), rows, &gather, cancel)?,
        };
        Ok(encode_all(&sums, encode_g1))
    }

    /// The same in G2. Points must be in the subgroup of prime order, where the endomorphism is a multiplication.
    ///
    /// # Errors
    /// [`EngineError::Cancelled`].
    pub fn sparse_sums_g2(
        &self,
        rows: usize,
        terms: &SparseRows<'_, '_, 128>,
        cancel: &CancelToken,
    ) -> Result<Vec<[u8; 128]>, EngineError> {
        let gather = |row: usize, push: &mut dyn FnMut(Affine<g2::Config>, Fr)| {
            terms(row, &mut |(point, scalar)| push(G2Points::decode(point), scalar));
        };
        let sums = match self.arithmetic {
            #[cfg(target_arch = "x86_64")]
            Arithmetic::Vector(unit) => sparse_sums(&VectorG2::new(unit), rows, &gather, cancel)?,
            Arithmetic::Portable => sparse_sums(&PortableAdder::new(invert_fq2), rows, &gather, cancel)?,
        };
        Ok(encode_all(&sums, encode_g2))
    }
}

fn encode_all<P: Sync, const BYTES: usize>(
    points: &[P],
    encode: impl Fn(&mut Vec<u8>, &P) + Sync,
) -> Vec<[u8; BYTES]> {
    let encoded = points.par_iter().map(|point| {
        let mut bytes = Vec::with_capacity(BYTES);
        encode(&mut bytes, point);
        bytes.try_into().unwrap_or([0; BYTES])
    });
    encoded.collect()
}

/// An adder that takes points in arkworks' form.
trait PackPoints: BatchAdder {
    /// Points, none of them the identity, in the adder's form.
    fn pack_points(&self, points: &[AffineOf<Self>]) -> Vec<Self::Point>;
}

type AffineOf<A> = super::msm::AffineOf<A>;

impl<P: GLVConfig<ScalarField = Fr>> PackPoints for PortableAdder<P> {
    fn pack_points(&self, points: &[Affine<P>]) -> Vec<Affine<P>> {
        points.to_vec()
    }
}

#[cfg(target_arch = "x86_64")]
impl PackPoints for VectorG1 {
    fn pack_points(&self, points: &[Affine<g1::Config>]) -> Vec<Records<1>> {
        let encoded: Vec<[u8; 64]> = encode_few(points, encode_g1);
        pack_eights(&encoded, |eight| self.pack(eight))
    }
}

#[cfg(target_arch = "x86_64")]
impl PackPoints for VectorG2 {
    fn pack_points(&self, points: &[Affine<g2::Config>]) -> Vec<Records<2>> {
        let encoded: Vec<[u8; 128]> = encode_few(points, encode_g2);
        pack_eights(&encoded, |eight| self.pack(eight))
    }
}

#[cfg(target_arch = "x86_64")]
fn encode_few<P, const BYTES: usize>(points: &[P], encode: fn(&mut Vec<u8>, &P)) -> Vec<[u8; BYTES]> {
    let mut bytes = Vec::with_capacity(points.len() * BYTES);
    points.iter().for_each(|point| encode(&mut bytes, point));
    bytes.as_chunks().0.to_vec()
}

#[cfg(target_arch = "x86_64")]
fn pack_eights<R, const BYTES: usize>(
    points: &[[u8; BYTES]],
    pack: impl Fn([&[u8; BYTES]; 8]) -> [R; 8],
) -> Vec<R> {
    let mut packed = Vec::with_capacity(points.len().next_multiple_of(8));
    for chunk in points.chunks(8) {
        let eight = [0, 1, 2, 3, 4, 5, 6, 7].map(|lane| chunk.get(lane).unwrap_or(&[0; BYTES]));
        packed.extend(pack(eight).into_iter().take(chunk.len()));
    }
    packed
}

/// Pushes the terms of a row.
type Gather<'a, P> = dyn Fn(usize, &mut dyn FnMut(Affine<P>, Fr)) + Sync + 'a;

fn sparse_sums<A, P>(
    adder: &A,
    rows: usize,
    gather: &Gather<'_, P>,
    cancel: &CancelToken,
) -> Result<Vec<Affine<P>>, EngineError>
where
    A: PackPoints + BatchAdder<Group = Projective<P>>,
    P: GLVConfig<ScalarField = Fr>,
{
    let starts: Vec<usize> = (0..rows).step_by(TASK).collect();
    let tasks = starts.into_par_iter().with_max_len(1).map(|start| {
        cancel.check()?;
        Ok(sum_rows(adder, start..rows.min(start + TASK), gather))
    });
    let parts: Vec<Vec<Affine<P>>> = tasks.collect::<Result<_, EngineError>>()?;
    Ok(parts.concat())
}

/// The sums of some rows, by one thread.
fn sum_rows<A, P>(adder: &A, rows: core::ops::Range<usize>, gather: &Gather<'_, P>) -> Vec<Affine<P>>
where
    A: PackPoints + BatchAdder<Group = Projective<P>>,
    P: GLVConfig<ScalarField = Fr>,
{
    let mut points = Vec::new();
    let mut steps = Steps::new(rows.len());
    let mut pieces_of_rows = Vec::with_capacity(rows.len());
    let mut pieces = 0;
    let mut last: Option<(Fr, [Digits; 2])> = None;
    for row in rows {
        let mut terms = 0;
        gather(row, &mut |point: Affine<P>, scalar: Fr| {
            if point.is_zero() {
                return;
            }
            let lane = pieces + terms / PIECE;
            terms += 1;
            // one secret for all points is split once
            let halves = match &mut last {
                Some((known, halves)) if *known == scalar => halves,
                other => &mut other.insert((scalar, digits::halves::<P>(scalar))).1,
            };
            for (half, digits) in halves.iter().enumerate() {
                if digits.is_empty() {
                    continue;
                }
                let base = points.len();
                for (position, digit) in digits.iter() {
                    steps.push(position, Step::new(lane, base, digit));
                }
                let x =
                    P::ENDO_COEFFS.first().filter(|_| half == 1).map_or(point.x, |factor| point.x * factor);
                points.push(Affine::new_unchecked(x, point.y));
            }
        });
        let used = terms.div_ceil(PIECE);
        pieces_of_rows.push(used);
        pieces += used;
    }
    let mut ladder = Ladder::new(adder, adder.pack_points(&points), pieces);
    let sums = ladder.climb(&steps);
    ladder.sum_pieces(sums, &pieces_of_rows)
}
