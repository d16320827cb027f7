//! The proof's three points.
//!
//! With z the values of all variables, h the quotient's scalars, and r, s blinding (letters of the paper):
//!
//! ```text
//! A = alpha + sum z_i A_i + r delta                                   key section 5
//! B = beta  + sum z_i B_i + s delta   (in G2, and again in G1)        key sections 7 and 6
//! C = sum z_i L_i + sum h_j H_j + s A + r B - r s delta               key sections 8 and 9
//! ```

use core::sync::atomic::{AtomicU64, Ordering};

use ark_bn254::{Fr, G1Affine, G1Projective, G2Affine, G2Projective};
use ark_ec::CurveGroup;
use ark_ff::{BigInt, PrimeField, UniformRand};
use rand_core::{CryptoRng, RngCore};
use rayon::prelude::*;
use zeroize::Zeroize;

use super::quotient::quotient_scalars;
use super::tasks::for_each;
use super::{Backend, EngineError, LoadedKey, Pages, ProofScalars};
use crate::cancel_token::CancelToken;
use crate::progress::{Phase, Reporter};
use crate::zkey::Zkey;

/// What a piece of work reports to and listens to.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    pub(crate) cancel: &'a CancelToken,
    pub(crate) reporter: Reporter<'a>,
}

/// The blinding factors: drawn once, used once, wiped.
pub(crate) struct Blinders {
    r: Fr,
    s: Fr,
}

impl Blinders {
    pub(crate) fn draw(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        Self { r: Fr::rand(rng), s: Fr::rand(rng) }
    }
}

impl Drop for Blinders {
    fn drop(&mut self) {
        self.r.zeroize();
        self.s.zeroize();
    }
}

/// The points of a proof, not yet checked.
pub(crate) struct RawProof {
    pub(crate) a: G1Affine,
    pub(crate) b: G2Affine,
    pub(crate) c: G1Affine,
}

/// Values that are turned into integers by one task.
const VALUES: usize = 1 << 12;

/// The values of all variables as canonical integers.
pub(crate) fn integers(values: &[Fr]) -> Result<Pages<BigInt<4>>, EngineError> {
    let mut integers = Pages::<BigInt<4>>::zeroed(values.len())?;
    for_each(integers.par_chunks_mut(VALUES).zip(values.par_chunks(VALUES)), |(integers, values)| {
        integers.iter_mut().zip(values).for_each(|(integer, value)| *integer = value.into_bigint());
    });
    Ok(integers)
}

/// Computes a proof from the values of all variables. The caller has checked that the key has as many variables.
pub(crate) fn prove_groth16(
    backend: &dyn Backend,
    (key, loaded): (Zkey<'_>, &LoadedKey),
    assignment: Pages<BigInt<4>>,
    blinders: Blinders,
    job: &Job<'_>,
) -> Result<RawProof, EngineError> {
    let header = key.header();
    let quotient = quotient_scalars(backend, key, &assignment, job)?;

    let done = AtomicU64::new(0);
    job.reporter.report(Phase::MultiScalar, 0, 5);
    let finished = || job.reporter.report(Phase::MultiScalar, done.fetch_add(1, Ordering::Relaxed) + 1, 5);
    let scalars = ProofScalars { assignment, quotient };
    let sums = backend.proof_sums(key, loaded, scalars, job.cancel, &finished)?;
    job.cancel.check()?;

    let (r, s) = (&blinders.r, &blinders.s);
    let delta_g1 = G1Projective::from(header.delta_g1);
    let a = sums.a + header.alpha_g1 + delta_g1 * r;
    let b_g1 = sums.b_g1 + header.beta_g1 + delta_g1 * s;
    let b = sums.b_g2 + header.beta_g2 + G2Projective::from(header.delta_g2) * s;
    let c = sums.l + sums.h + a * s + b_g1 * r - delta_g1 * (*r * s);
    Ok(RawProof { a: a.into_affine(), b: b.into_affine(), c: c.into_affine() })
}
