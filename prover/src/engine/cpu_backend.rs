//! The processor as a backend: multi-scalar sums on vectors where the machine has them, and the transforms of this crate.

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ff::BigInt;
use zeroize::Zeroizing;

use super::arithmetic::Arithmetic;
use super::domains::Domains;
use super::key_places::{KeyPlaces, Places};
use super::msm::SignedDigits;
use super::{Backend, EngineError, LoadedKey, ProofScalars, ProofSums};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points, Zkey};

/// The processor as a backend. It runs on the rayon pool it is called in and keeps the roots of unity it has used.
#[derive(Debug)]
pub struct CpuBackend {
    pub(super) arithmetic: Arithmetic,
    domains: Domains,
}

impl Default for CpuBackend {
    fn default() -> Self {
        Self::new()
    }
}

impl CpuBackend {
    /// A backend with the fastest arithmetic that this machine has: AVX2 and FMA on x86-64, otherwise portable.
    #[must_use]
    pub fn new() -> Self {
        Self::with_arithmetic(Arithmetic::detect())
    }

    /// A backend with portable arithmetic. Its results are the same.
    #[must_use]
    pub fn portable() -> Self {
        Self::with_arithmetic(Arithmetic::Portable)
    }

    fn with_arithmetic(arithmetic: Arithmetic) -> Self {
        Self { arithmetic, domains: Domains::default() }
    }

    /// `sum scalars[i] * points[i]` in G1, by itself. Points may be the identity.
    ///
    /// # Errors
    /// [`EngineError::Length`] where there are not as many scalars as points; [`EngineError::Cancelled`];
    /// [`EngineError::Device`] where memory is short.
    pub fn sum_g1(
        &self,
        points: G1Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G1Projective, EngineError> {
        expect_length(points.len(), scalars.len())?;
        let places = Places::find(points.as_bytes(), cancel)?;
        let digits = SignedDigits::new(scalars, places.count(points.len()));
        self.arithmetic.sum_g1(points, &places, (&digits, 0), cancel)
    }

    /// `sum scalars[i] * points[i]` in G2, by itself. Points may be the identity.
    ///
    /// # Errors
    /// As [`Self::sum_g1`].
    pub fn sum_g2(
        &self,
        points: G2Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G2Projective, EngineError> {
        expect_length(points.len(), scalars.len())?;
        let places = Places::find(points.as_bytes(), cancel)?;
        let digits = SignedDigits::new(scalars, places.count(points.len()));
        self.arithmetic.sum_g2(points, &places, (&digits, 0), cancel)
    }
}

impl Backend for CpuBackend {
    fn name(&self) -> &'static str {
        self.arithmetic.name()
    }

    fn load_key(&self, key: Zkey<'_>, cancel: &CancelToken) -> Result<LoadedKey, EngineError> {
        Ok(LoadedKey::new(KeyPlaces::find(key, cancel)?))
    }

    /// Two sequences of sums side by side: enough to keep all threads busy at the end of each sum, few enough that at
    /// most two sections of the key are unpacked at a time.
    fn proof_sums(
        &self,
        key: Zkey<'_>,
        loaded: &LoadedKey,
        scalars: ProofScalars<'_>,
        cancel: &CancelToken,
        finished: &(dyn Fn() + Sync),
    ) -> Result<ProofSums, EngineError> {
        let places: &KeyPlaces = loaded.state()?;
        let (all, domain) = (scalars.assignment.len(), scalars.quotient.len());
        let private = key.l().len();
        for (points, scalars) in
            [(key.a().len(), all), (key.b1().len(), all), (key.b2().len(), all), (key.h().len(), domain)]
        {
            expect_length(points, scalars)?;
        }
        let first_private =
            all.checked_sub(private).ok_or(EngineError::Length { expected: private, found: all })?;
        let g1 = |points: G1Points<'_>, places: &Places, digits: &SignedDigits, first: usize| {
            let sum: Result<G1Projective, EngineError> =
                self.arithmetic.sum_g1(points, places, (digits, first), cancel);
            finished();
            sum
        };
        let assignment = SignedDigits::new(scalars.assignment, places.a.count(all));
        let (h_and_a, others) = rayon::join(
            || {
                let quotient = SignedDigits::new(scalars.quotient, domain);
                let h = g1(key.h(), &places.h, &quotient, 0)?;
                drop(quotient);
                Ok::<_, EngineError>((h, g1(key.a(), &places.a, &assignment, 0)?))
            },
            || {
                let b_g2: G2Projective =
                    self.arithmetic.sum_g2(key.b2(), &places.b_g2, (&assignment, 0), cancel)?;
                finished();
                let l = g1(key.l(), &places.l, &assignment, first_private)?;
                Ok::<_, EngineError>((b_g2, l, g1(key.b1(), &places.b_g1, &assignment, 0)?))
            },
        );
        let ((h, a), (b_g2, l, b_g1)) = (h_and_a?, others?);
        Ok(ProofSums { a, b_g1, b_g2, l, h })
    }

    fn quotient(
        &self,
        a: Zeroizing<Vec<Fr>>,
        b: Zeroizing<Vec<Fr>>,
        cancel: &CancelToken,
    ) -> Result<Zeroizing<Vec<BigInt<4>>>, EngineError> {
        cancel.check()?;
        expect_length(a.len(), b.len())?;
        self.domains.quotient(self.arithmetic, a, b, cancel)
    }
}

const fn expect_length(expected: usize, found: usize) -> Result<(), EngineError> {
    if expected == found { Ok(()) } else { Err(EngineError::Length { expected, found }) }
}
