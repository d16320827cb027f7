//! The powers of tau in Lagrange bases: in place in a prepared file, computed here for another.
//!
//! `L_j = (1/n) sum_k w^(-jk) tau^k` is an inverse Fourier transform of points. A layer is a batch of multiplications by
//! roots of unity and a batch of additions.

use alloc::borrow::Cow;

use ark_bn254::Fr;
use ark_ff::{FftField, Field, One};
use workproof_prover::engine::SparseRows;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_prover::{CpuBackend, EngineError};

use crate::phase1::PtauFile;
use crate::progress::{CeremonyOptions, Stage};

/// Points in a Lagrange basis.
pub(crate) type Basis<'a, const BYTES: usize> = Cow<'a, [[u8; BYTES]]>;

/// Computes sums of multiples, in G1 or G2.
trait SparseSums<const BYTES: usize> {
    fn sparse_sums(
        &self,
        rows: usize,
        terms: &SparseRows<'_, '_, BYTES>,
        options: &CeremonyOptions<'_>,
    ) -> Result<Vec<[u8; BYTES]>, EngineError>;
}

impl SparseSums<64> for CpuBackend {
    fn sparse_sums(
        &self,
        rows: usize,
        terms: &SparseRows<'_, '_, 64>,
        options: &CeremonyOptions<'_>,
    ) -> Result<Vec<[u8; 64]>, EngineError> {
        self.sparse_sums_g1(rows, terms, &options.cancel)
    }
}

impl SparseSums<128> for CpuBackend {
    fn sparse_sums(
        &self,
        rows: usize,
        terms: &SparseRows<'_, '_, 128>,
        options: &CeremonyOptions<'_>,
    ) -> Result<Vec<[u8; 128]>, EngineError> {
        self.sparse_sums_g2(rows, terms, &options.cancel)
    }
}

/// The Lagrange bases of one domain, for whoever needs them.
pub(crate) struct LagrangeBases<'a> {
    phase1: &'a PtauFile,
    backend: &'a CpuBackend,
    log: u32,
}

impl<'a> LagrangeBases<'a> {
    /// The bases of a domain of `2^log` points, which is at most the file's power.
    pub(crate) const fn new(phase1: &'a PtauFile, backend: &'a CpuBackend, log: u32) -> Self {
        Self { phase1, backend, log }
    }

    const fn size(&self) -> usize {
        1 << self.log
    }

    /// `L_j(tau)` in G1.
    pub(crate) fn tau_g1(&self, options: &CeremonyOptions<'_>) -> Result<Basis<'a, 64>, EngineError> {
        self.level_g1(self.phase1.lagrange_tau_g1(), self.phase1.tau_g1(), options)
    }

    /// `alpha L_j(tau)` in G1.
    pub(crate) fn alpha_g1(&self, options: &CeremonyOptions<'_>) -> Result<Basis<'a, 64>, EngineError> {
        self.level_g1(self.phase1.lagrange_alpha_g1(), self.phase1.alpha_tau_g1(), options)
    }

    /// `beta L_j(tau)` in G1.
    pub(crate) fn beta_g1(&self, options: &CeremonyOptions<'_>) -> Result<Basis<'a, 64>, EngineError> {
        self.level_g1(self.phase1.lagrange_beta_g1(), self.phase1.beta_tau_g1(), options)
    }

    /// `L_j(tau)` in G2.
    pub(crate) fn tau_g2(&self, options: &CeremonyOptions<'_>) -> Result<Basis<'a, 128>, EngineError> {
        let size = self.size();
        if self.phase1.is_prepared() {
            return Ok(Cow::Borrowed(self.phase1.lagrange_tau_g2().slice(size - 1, size).as_bytes()));
        }
        let powers: G2Points<'_> = self.phase1.tau_g2().slice(0, size);
        inverse_transform(self.backend, powers.as_bytes(), options).map(Cow::Owned)
    }

    fn level_g1(
        &self,
        prepared: G1Points<'a>,
        powers: G1Points<'a>,
        options: &CeremonyOptions<'_>,
    ) -> Result<Basis<'a, 64>, EngineError> {
        let size = self.size();
        if self.phase1.is_prepared() {
            return Ok(Cow::Borrowed(prepared.slice(size - 1, size).as_bytes()));
        }
        inverse_transform(self.backend, powers.slice(0, size).as_bytes(), options).map(Cow::Owned)
    }

    /// `tau^(n+k) - tau^k` for k below n: what the vanishing polynomial times the powers is. The highest power of a file
    /// that is just large enough is missing and counts as the identity, in files of snarkjs and here.
    pub(crate) fn vanishing_multiples(
        &self,
        options: &CeremonyOptions<'_>,
    ) -> Result<Vec<[u8; 64]>, EngineError> {
        let (size, powers) = (self.size(), self.phase1.tau_g1().as_bytes());
        let one = Fr::one();
        self.backend.sparse_sums_g1(
            size,
            &|row, push| {
                powers.get(row + size).into_iter().for_each(|point| push((point, one)));
                powers.get(row).into_iter().for_each(|point| push((point, -one)));
            },
            &options.cancel,
        )
    }

    /// The points of a key's H section: the Lagrange basis of twice the size at its odd points.
    ///
    /// `L_(2n, 2j+1) = -1/2 (X^n - 1) l_j` where `l_j` is the Lagrange basis of the odd coset, so it is a transform of the
    /// multiples above.
    pub(crate) fn odd_g1(&self, options: &CeremonyOptions<'_>) -> Result<Vec<[u8; 64]>, EngineError> {
        let size = self.size();
        if self.phase1.is_prepared() {
            let doubled = self.phase1.lagrange_tau_g1().slice(2 * size - 1, 2 * size);
            return Ok(doubled.as_bytes().iter().skip(1).step_by(2).copied().collect());
        }
        let multiples = self.vanishing_multiples(options)?;
        let doubled = u64::try_from(2 * size).unwrap_or(u64::MAX);
        let no_root = EngineError::TransformSize { found: size };
        let root = Fr::get_root_of_unity(doubled).ok_or_else(|| no_root.clone())?;
        let inverse = root.inverse().ok_or(no_root)?;
        let half = -Fr::from(doubled).inverse().unwrap_or_default();
        let factors = powers_of(half, inverse, size);
        transform(self.backend, &multiples, &factors, inverse.square(), options)
    }
}

fn inverse_transform<const BYTES: usize>(
    backend: &CpuBackend,
    points: &[[u8; BYTES]],
    options: &CeremonyOptions<'_>,
) -> Result<Vec<[u8; BYTES]>, EngineError>
where
    CpuBackend: SparseSums<BYTES>,
{
    let size = u64::try_from(points.len()).unwrap_or(u64::MAX);
    let no_root = EngineError::TransformSize { found: points.len() };
    let root = Fr::get_root_of_unity(size).and_then(|root| root.inverse()).ok_or(no_root)?;
    let factor = Fr::from(size).inverse().unwrap_or_default();
    transform(backend, points, &vec![factor; points.len()], root, options)
}

/// `sum_k root^(jk) factors[k] points[k]` for each j, for as many points as root's order, a power of two.
fn transform<const BYTES: usize>(
    backend: &CpuBackend,
    points: &[[u8; BYTES]],
    factors: &[Fr],
    root: Fr,
    options: &CeremonyOptions<'_>,
) -> Result<Vec<[u8; BYTES]>, EngineError>
where
    CpuBackend: SparseSums<BYTES>,
{
    let size = points.len();
    let log = size.trailing_zeros();
    let layers = usize::try_from(log).unwrap_or_default() + 1;
    options.report(Stage::Lagrange, 0, layers);
    let reversed = |index: usize| if log == 0 { 0 } else { index.reverse_bits() >> (usize::BITS - log) };
    let mut values = backend.sparse_sums(
        size,
        &|row, push| {
            let place = reversed(row);
            if let (Some(point), Some(factor)) = (points.get(place), factors.get(place)) {
                push((point, *factor));
            }
        },
        options,
    )?;
    options.report(Stage::Lagrange, 1, layers);
    let (one, roots) = (Fr::one(), powers_of(Fr::one(), root, (size / 2).max(1)));
    for layer in 0..log {
        let half = 1_usize << layer;
        let stride = size / (2 * half);
        // first the twisted upper halves, then sums and differences
        let twisted = backend.sparse_sums(
            size / 2,
            &|row, push| {
                let (block, place) = (row / half, row % half);
                let upper = values.get(block * 2 * half + half + place);
                if let (Some(point), Some(factor)) = (upper, roots.get(place * stride)) {
                    push((point, *factor));
                }
            },
            options,
        )?;
        let joined = backend.sparse_sums(
            size,
            &|row, push| {
                let (block, place) = (row / (2 * half), row % (2 * half));
                let sign = if place < half { one } else { -one };
                let lower = values.get(block * 2 * half + place % half);
                let upper = twisted.get(block * half + place % half);
                lower.into_iter().for_each(|point| push((point, one)));
                upper.into_iter().for_each(|point| push((point, sign)));
            },
            options,
        )?;
        values = joined;
        options.report(Stage::Lagrange, usize::try_from(layer).unwrap_or_default() + 2, layers);
    }
    Ok(values)
}

/// `first ratio^k` for k below `count`.
pub(crate) fn powers_of(first: Fr, ratio: Fr, count: usize) -> Vec<Fr> {
    core::iter::successors(Some(first), |power| Some(*power * ratio)).take(count).collect()
}
