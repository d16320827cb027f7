//! The portable backend: arkworks' multi-scalar multiplication and the transforms of this crate.

use std::sync::OnceLock;

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ec::VariableBaseMSM;
use ark_ff::{AdditiveGroup, BigInt};
use rayon::prelude::*;
use zeroize::Zeroizing;

use super::transform::Domain;
use super::{Backend, EngineError};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points};

/// Fewer points than this are not worth a task of their own.
const SMALLEST_TASK: usize = 1 << 10;
/// More points than this would keep a cancellation waiting.
const LARGEST_TASK: usize = 1 << 17;
/// Sizes of transforms: 2^0 to 2^27.
const DOMAINS: usize = 28;

/// The portable backend. It runs on the rayon pool it is called in and keeps the roots of unity it has used.
#[derive(Debug)]
pub struct CpuBackend {
    domains: [OnceLock<Domain>; DOMAINS],
}

impl Default for CpuBackend {
    fn default() -> Self {
        Self { domains: [const { OnceLock::new() }; DOMAINS] }
    }
}

impl CpuBackend {
    /// A backend without tables yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn domain(&self, size: usize) -> Result<&Domain, EngineError> {
        let too_large = EngineError::TransformSize { found: size };
        let log = usize::try_from(size.trailing_zeros()).unwrap_or(DOMAINS);
        let slot = self.domains.get(log).ok_or(too_large)?;
        if let Some(domain) = slot.get() {
            return Ok(domain);
        }
        let domain = Domain::new(size)?;
        Ok(slot.get_or_init(|| domain))
    }
}

impl Backend for CpuBackend {
    fn name(&self) -> &'static str {
        "cpu"
    }

    fn msm_g1(
        &self,
        points: G1Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G1Projective, EngineError> {
        expect_length(points.len(), scalars.len())?;
        sum_of_tasks(scalars, cancel, |start, chunk| sum_task(points.slice(start, chunk.len()).iter(), chunk))
    }

    fn msm_g2(
        &self,
        points: G2Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G2Projective, EngineError> {
        expect_length(points.len(), scalars.len())?;
        sum_of_tasks(scalars, cancel, |start, chunk| sum_task(points.slice(start, chunk.len()).iter(), chunk))
    }

    fn ntt_to_odd_coset(&self, values: &mut [Fr], cancel: &CancelToken) -> Result<(), EngineError> {
        cancel.check()?;
        if !values.len().is_power_of_two() {
            return Err(EngineError::TransformSize { found: values.len() });
        }
        self.domain(values.len())?.extend(values);
        Ok(())
    }
}

const fn expect_length(expected: usize, found: usize) -> Result<(), EngineError> {
    if expected == found { Ok(()) } else { Err(EngineError::Length { expected, found }) }
}

/// Cuts a sum into tasks, runs them on the pool and adds them up.
fn sum_of_tasks<G: AdditiveGroup>(
    scalars: &[BigInt<4>],
    cancel: &CancelToken,
    task: impl Fn(usize, &[BigInt<4>]) -> G + Sync,
) -> Result<G, EngineError> {
    let length = scalars.len().div_ceil(rayon::current_num_threads()).clamp(SMALLEST_TASK, LARGEST_TASK);
    let parts = scalars.par_chunks(length).enumerate().map(|(index, chunk)| {
        cancel.check()?;
        Ok(task(index * length, chunk))
    });
    parts.try_reduce(|| G::ZERO, |left, right| Ok(left + right))
}

/// One task: drops what adds nothing (points at infinity, zero scalars) and leaves the rest to arkworks.
fn sum_task<G>(points: impl Iterator<Item = G::MulBase>, scalars: &[BigInt<4>]) -> G
where
    G: VariableBaseMSM<ScalarField = Fr>,
    G::MulBase: ark_ec::AffineRepr,
{
    let mut bases = Vec::with_capacity(scalars.len());
    let mut kept = Zeroizing::new(Vec::with_capacity(scalars.len()));
    for (point, scalar) in points.zip(scalars) {
        if !ark_ec::AffineRepr::is_zero(&point) && *scalar != BigInt([0; 4]) {
            bases.push(point);
            kept.push(*scalar);
        }
    }
    G::msm_bigint(&bases, &kept)
}
