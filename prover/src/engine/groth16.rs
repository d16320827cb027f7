//! The proof's three points.
//!
//! With z the values of all variables and h the quotient's scalars (letters of the paper, Groth 2016):
//!
//! ```text
//! A' = alpha + sum z_i A_i                                            key section 5
//! B' = beta  + sum z_i B_i                                            key section 7, in G2
//! C' = sum z_i L_i + sum h_j H_j                                      key sections 8 and 9
//! ```
//!
//! is a proof that hides nothing. It is blinded as any proof can be re-randomised (Bowe and Gabizon, ePrint 2018/187;
//! Baghery, Kohlweiss, Siim and Volkhov, ePrint 2020/811). With random t, not 0, and u:
//!
//! ```text
//! A = A' / t        B = t (B' + u delta)        C = C' + u A'
//! ```
//!
//! **It verifies**: `e(A, B) = e(A', B') e(A', delta)^u`, and C brings the second factor.
//!
//! **It hides the same.** The paper's prover adds `r delta` to A and `s delta` to B, and what C has to be for them. So A and B
//! are uniform and independent, and C is the one point that verifies with them. Here A is uniform on what is not the
//! identity, since A' is not (a proof with the identity is refused); for each t, B is uniform because u is; and C is the
//! one point that verifies with them. The two differ only in that A is not the identity: by 1/r, for every witness alike.
//!
//! **Why so.** The paper's C contains `r B` in G1, for which a fifth sum is needed, over key section 6. Here it is not: a
//! ninth of the work where most variables occur in B.

use core::sync::atomic::{AtomicU64, Ordering};

use ark_bn254::{Fr, G1Affine, G2Affine, G2Projective};
use ark_ec::CurveGroup;
use ark_ff::{BigInt, Field, PrimeField, UniformRand};
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
    t: Fr,
    inverse_t: Fr,
    u: Fr,
}

impl Blinders {
    pub(crate) fn draw(rng: &mut (impl CryptoRng + RngCore)) -> Self {
        loop {
            let t = Fr::rand(rng);
            if let Some(inverse_t) = t.inverse() {
                return Self { t, inverse_t, u: Fr::rand(rng) };
            }
        }
    }
}

impl Drop for Blinders {
    fn drop(&mut self) {
        self.t.zeroize();
        self.inverse_t.zeroize();
        self.u.zeroize();
    }
}

/// The points of a proof, not yet checked.
pub(crate) struct RawProof {
    pub(crate) a: G1Affine,
    pub(crate) b: G2Affine,
    pub(crate) c: G1Affine,
}

/// Multi-scalar sums of a proof.
const SUMS: u64 = 3;
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
    job.reporter.report(Phase::MultiScalar, 0, SUMS);
    let finished = || job.reporter.report(Phase::MultiScalar, done.fetch_add(1, Ordering::Relaxed) + 1, SUMS);
    let scalars = ProofScalars { assignment, quotient };
    let sums = backend.proof_sums(key, loaded, scalars, job.cancel, &finished)?;
    job.cancel.check()?;

    let Blinders { t, inverse_t, u } = &blinders;
    let a = sums.a + header.alpha_g1;
    let b = sums.b + header.beta_g2 + G2Projective::from(header.delta_g2) * u;
    let c = sums.c + a * u;
    Ok(RawProof { a: (a * inverse_t).into_affine(), b: (b * t).into_affine(), c: c.into_affine() })
}
