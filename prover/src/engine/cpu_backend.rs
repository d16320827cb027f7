//! The processor as a backend: multi-scalar sums on vectors where the machine has them, and the transforms of this crate.

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ff::BigInt;

use super::arithmetic::Arithmetic;
use super::cpu_key::{CpuKey, Section};
use super::joined::Joined;
use super::kept_domain::KeptDomain;
use super::msm::SignedDigits;
use super::packed_points::{PackedG1, PackedG2, PackedPoints};
use super::pages::SparePages;
use super::places::Places;
use super::section_points::SectionPoints;
use super::{Backend, EngineError, KeyTable, LoadedKey, Pages, ProofScalars, ProofSums, expect_length};
use crate::cancel_token::CancelToken;
use crate::zkey::{G1Points, G2Points, Zkey};

/// The processor as a backend. It runs on the rayon pool it is called in. Between proofs it keeps, with the loaded key, what
/// the key's table takes, or at most 16 MiB of points or of pages for them; and the roots of
/// unity of a domain of up to 2^16.
#[derive(Debug)]
pub struct CpuBackend {
    pub(super) arithmetic: Arithmetic,
    domain: KeptDomain,
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
        Self { arithmetic: Arithmetic::detect(), domain: KeptDomain::default() }
    }

    /// A backend with portable arithmetic. Its results are the same.
    #[must_use]
    pub fn portable() -> Self {
        Self { arithmetic: Arithmetic::Portable, domain: KeptDomain::default() }
    }

    /// `sum scalars[i] * points[i]` in G1, by itself. Points may be the identity.
    ///
    /// # Errors
    /// [`EngineError::Length`] where there are not as many scalars as points; [`EngineError::Cancelled`];
    /// [`EngineError::Memory`].
    pub fn sum_g1(
        &self,
        points: G1Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G1Projective, EngineError> {
        self.sum::<PackedG1, _>(points.as_bytes(), scalars, cancel)
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
        self.sum::<PackedG2, _>(points.as_bytes(), scalars, cancel)
    }

    fn sum<P: PackedPoints<BYTES>, const BYTES: usize>(
        &self,
        points: &[[u8; BYTES]],
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<P::Group, EngineError> {
        expect_length(points.len(), scalars.len())?;
        let points = points.into();
        let places = &Places::find(points, cancel)?;
        let digits = SignedDigits::new(scalars.into(), None)?;
        let points = SectionPoints { points, places, multiples: Joined::EMPTY };
        let section = Section::<'_, BYTES, P> { points, packed: None, spare: &SparePages::default() };
        section.sum(self.arithmetic, (&digits, 0), cancel)
    }
}

impl Backend for CpuBackend {
    fn name(&self) -> &'static str {
        self.arithmetic.name()
    }

    /// With a table, or where they are few, all points in the form that sums are made from; otherwise only where points are.
    fn load_key(
        &self,
        key: Zkey<'_>,
        table: Option<KeyTable<'_>>,
        cancel: &CancelToken,
    ) -> Result<LoadedKey, EngineError> {
        Ok(LoadedKey::new(CpuKey::load(self.arithmetic, key, table, cancel)?))
    }

    /// One sum after the other, each on all threads: without a table only one section of the key is packed at a time. The
    /// scalars are freed once they are in digits.
    fn proof_sums(
        &self,
        key: Zkey<'_>,
        loaded: &LoadedKey,
        scalars: ProofScalars,
        cancel: &CancelToken,
        finished: &(dyn Fn() + Sync),
    ) -> Result<ProofSums, EngineError> {
        let loaded: &CpuKey = loaded.state()?;
        let ProofScalars { assignment, quotient } = scalars;
        let (all, domain, private) = (assignment.len(), quotient.len(), key.l().len());
        for (points, scalars) in [(key.a().len(), all), (key.b2().len(), all), (key.h().len(), domain)] {
            expect_length(points, scalars)?;
        }
        let first_private =
            all.checked_sub(private).ok_or(EngineError::Length { expected: private, found: all })?;
        let scalars = Joined { first: &assignment, second: &quotient };
        let digits = SignedDigits::new(scalars, loaded.parts())?;
        drop((assignment, quotient));
        let sums = loaded.sums(self.arithmetic, key, (&digits, first_private, all), cancel, finished);
        loaded.rest();
        sums
    }

    fn quotient(
        &self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError> {
        cancel.check()?;
        expect_length(a.len(), b.len())?;
        self.domain.of_size(self.arithmetic, a.len())?.quotient(a, b, cancel)
    }
}
