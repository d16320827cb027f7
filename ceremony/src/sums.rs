//! Random sums over whole sections, in pieces that fit memory.

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ff::{AdditiveGroup, BigInt, PrimeField};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rand_core::CryptoRng;
use rayon::prelude::*;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_prover::{CancelToken, CpuBackend, EngineError};

/// Points of one multi-scalar sum.
const PIECE: usize = 1 << 18;

/// Random weights of 128 bits: a false equation survives a random sum with a chance of 2^-128.
pub(crate) struct Weights(ChaCha20Rng);

impl Weights {
    /// A generator seeded from the caller's.
    pub(crate) fn new(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        let mut seed = [0; 32];
        rng.fill_bytes(&mut seed);
        Self(ChaCha20Rng::from_seed(seed))
    }

    /// So many weights.
    pub(crate) fn take(&mut self, count: usize) -> Vec<u128> {
        let mut weight = || u128::from(self.0.next_u64()) << 64 | u128::from(self.0.next_u64());
        (0..count).map(|_| weight()).collect()
    }
}

/// What a point may be multiplied with.
pub(crate) trait Multiplier: Copy + Sync {
    fn integer(self) -> BigInt<4>;
}

impl Multiplier for u128 {
    fn integer(self) -> BigInt<4> {
        let limb = |shift: u32| u64::try_from(self >> shift & Self::from(u64::MAX)).unwrap_or_default();
        BigInt([limb(0), limb(64), 0, 0])
    }
}

impl Multiplier for Fr {
    fn integer(self) -> BigInt<4> {
        self.into_bigint()
    }
}

/// Sums on the processor.
pub(crate) struct Sums<'a> {
    pub(crate) backend: &'a CpuBackend,
    pub(crate) cancel: &'a CancelToken,
}

impl Sums<'_> {
    /// `sum multipliers[i] points[i]` in G1, over as many as there are multipliers.
    pub(crate) fn g1<M: Multiplier>(
        &self,
        points: G1Points<'_>,
        multipliers: &[M],
    ) -> Result<G1Projective, EngineError> {
        let mut sum = G1Projective::ZERO;
        for (piece, multipliers) in multipliers.chunks(PIECE).enumerate() {
            let scalars: Vec<BigInt<4>> = multipliers.par_iter().map(|scalar| scalar.integer()).collect();
            let points = points.slice(piece * PIECE, multipliers.len());
            sum += self.backend.sum_g1(points, &scalars, self.cancel)?;
        }
        Ok(sum)
    }

    /// The same in G2.
    pub(crate) fn g2<M: Multiplier>(
        &self,
        points: G2Points<'_>,
        multipliers: &[M],
    ) -> Result<G2Projective, EngineError> {
        let mut sum = G2Projective::ZERO;
        for (piece, multipliers) in multipliers.chunks(PIECE).enumerate() {
            let scalars: Vec<BigInt<4>> = multipliers.par_iter().map(|scalar| scalar.integer()).collect();
            let points = points.slice(piece * PIECE, multipliers.len());
            sum += self.backend.sum_g2(points, &scalars, self.cancel)?;
        }
        Ok(sum)
    }
}
