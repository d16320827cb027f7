//! The sections of a key against circuit and powers of tau, by random sums.
//!
//! With random weights u, v, w, t of 128 bits, and a, b, c the circuit's matrices, these must hold:
//!
//! ```text
//! (1)  sum u A + sum v B1 + sum w (IC, L0)  =  (u a + v b + w c) tau + (w a) beta tau + (w b) alpha tau     in G1
//! (2)  e(sum v B1, G2)  =  e(G1, sum v B2)
//! (3)  e(sum w L0 + sum t H0, G2)           =  e(sum w L + sum t H, delta)
//! ```
//!
//! L0 and H0 are L and H before any contribution. IC and L0 are computed column by column, since the circuit's hash needs it; A and
//! B are not. A row vector times Lagrange points is its inverse transform times powers, so that everything rests on the
//! powers alone: equation (1) would not hold if the prepared sections that they were computed from were wrong.

use ark_bn254::{Bn254, Fr, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ec::pairing::Pairing;
use ark_ff::{FftField, Field, Zero};
use ark_poly::{EvaluationDomain, Radix2EvaluationDomain};
use rayon::join;
use workproof_prover::circom_files::R1csView;
use workproof_prover::zkey::{G1Points, Section, Zkey, ZkeyHeader};
use workproof_prover::{CpuBackend, EngineError, ZkeyError};

use super::VerifyKeyError;
use super::fault::KeyFault;
use crate::lagrange::{LagrangeBases, powers_of};
use crate::phase1::PtauFile;
use crate::phase2::circuit_hash::{InitialSections, circuit_hash};
use crate::phase2::columns::{ColumnMatrix, Columns};
use crate::phase2::composer::Composer;
use crate::phase2::initial_key::for_each_coefficient_row;
use crate::point_check::{check_g1_points, check_g2_points};
use crate::progress::{CeremonyOptions, Stage};
use crate::sums::{Sums, Weights};

/// alpha and beta are the first phase's, gamma is the generator.
pub(super) fn check_header(header: &ZkeyHeader, phase1: &PtauFile) -> Result<(), KeyFault> {
    let other = |point: &'static str| Err(KeyFault::OtherPhase1 { point });
    if header.alpha_g1 != phase1.alpha_g1() {
        return other("alpha");
    }
    if header.beta_g1 != phase1.beta_g1() || header.beta_g2 != phase1.beta_g2() {
        return other("beta");
    }
    if header.gamma_g2 != G2Affine::generator() {
        return Err(KeyFault::Gamma);
    }
    Ok(())
}

/// The entries of A and B are the circuit's, byte for byte.
pub(super) fn check_coefficients(circuit: R1csView<'_>, zkey: Zkey<'_>) -> Result<(), VerifyKeyError> {
    let mut rest = zkey.section(Section::Coefficients).get(4..).unwrap_or_default();
    for_each_coefficient_row(circuit, |row| {
        match rest.split_at_checked(row.len()) {
            Some((found, after)) if found == row => rest = after,
            _ => return Err(VerifyKeyError::from(KeyFault::OtherCircuit)),
        }
        Ok(())
    })?;
    if rest.is_empty() { Ok(()) } else { Err(KeyFault::OtherCircuit.into()) }
}

/// Steps of this check, for reports.
const STEPS: usize = 6;

/// All sections of points, and the circuit's hash.
pub(super) fn check_sections(
    circuit: R1csView<'_>,
    (phase1, log): (&PtauFile, u32),
    (zkey, hash): (Zkey<'_>, &[u8; 64]),
    weights: &mut Weights,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyKeyError> {
    let size = 1_usize << log;
    check_powers(phase1, size, options)?;
    let backend = CpuBackend::new();
    let bases = LagrangeBases::new(phase1, &backend, log);
    let columns = Columns::new(circuit)?;
    let inputs = circuit.public_inputs() + 1;
    let (ic, l) = initial_columns(&columns, &bases, (inputs, circuit.variables()), options)?;
    if zkey.section(Section::Ic) != ic.as_flattened() {
        return Err(KeyFault::Section { section: Section::Ic }.into());
    }
    let vanishing_multiples = bases.vanishing_multiples(options)?;
    let sections = InitialSections {
        ic: &ic,
        vanishing_multiples: &vanishing_multiples,
        l: &l,
        a: zkey.a().as_bytes(),
        b1: zkey.b1().as_bytes(),
        b2: zkey.b2().as_bytes(),
    };
    let sums = Sums { backend: &backend, cancel: &options.cancel };
    let rows = RowSums { columns: &columns, size };
    // the hash takes one thread as long as a few sums take all of them
    let (equations, expected) = join(
        || check_equations((phase1, zkey), &sections, &rows, &sums, weights, options),
        || circuit_hash(zkey.header(), phase1, &sections),
    );
    equations?;
    options.report(Stage::Sums, STEPS, STEPS);
    if expected == *hash { Ok(()) } else { Err(KeyFault::CircuitHash.into()) }
}

/// Equations (1) to (3).
fn check_equations(
    (phase1, zkey): (&PtauFile, Zkey<'_>),
    sections: &InitialSections<'_>,
    rows: &RowSums<'_>,
    sums: &Sums<'_>,
    weights: &mut Weights,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyKeyError> {
    let columns = rows.columns;
    let in_place = |points: &[[u8; 64]], weights: &[u128]| {
        sums.g1(G1Points::from_trusted_bytes_unchecked(points.as_flattened()), weights)
    };
    options.report(Stage::Sums, 0, STEPS);
    let all_w = weights.take(sections.ic.len() + sections.l.len());
    let (ic_w, w) = all_w.split_at(sections.ic.len());
    let (ic_sum, l_sum) = (in_place(sections.ic, ic_w)?, in_place(sections.l, w)?);
    let v = weights.take(zkey.b1().len());
    let b1_sum = sums.g1(zkey.b1(), &v)?;
    let b2_sum = sums.g2(zkey.b2(), &v)?;
    options.report(Stage::Sums, 1, STEPS);
    let pairing = Bn254::multi_pairing(
        [b1_sum, -G1Affine::generator().into_group()],
        [G2Affine::generator().into_group(), b2_sum],
    );
    if !pairing.is_zero() {
        return Err(KeyFault::Section { section: Section::B2 }.into());
    }
    options.report(Stage::Sums, 2, STEPS);
    let u = weights.take(zkey.a().len());
    let left = sums.g1(zkey.a(), &u)? + b1_sum + ic_sum + l_sum;
    options.report(Stage::Sums, 3, STEPS);
    let t = weights.take(rows.size);
    let tau = || {
        let ((mut tau, b), c) = join(
            || join(|| rows.fold(&columns.a, &u), || rows.fold(&columns.b, &v)),
            || rows.fold(&columns.c, &all_w),
        );
        for part in [b, c] {
            tau.iter_mut().zip(part).for_each(|(sum, value)| *sum += value);
        }
        powers_form(tau)
    };
    let beta = || powers_form(rows.fold(&columns.a, &all_w));
    let alpha = || powers_form(rows.fold(&columns.b, &all_w));
    let ((tau, odd), (beta, alpha)) = join(|| join(tau, || odd_form(&t, rows.size)), || join(beta, alpha));
    let mut right = sums.g1(phase1.tau_g1(), &tau?)?;
    right += sums.g1(phase1.beta_tau_g1(), &beta?)?;
    right += sums.g1(phase1.alpha_tau_g1(), &alpha?)?;
    if left != right {
        return Err(KeyFault::Columns.into());
    }
    options.report(Stage::Sums, 4, STEPS);
    let multiples = G1Points::from_trusted_bytes_unchecked(sections.vanishing_multiples.as_flattened());
    let before = l_sum + sums.g1(multiples, &odd?)?;
    let after = sums.g1(zkey.l(), w)? + sums.g1(zkey.h(), &t)?;
    let pairing = Bn254::multi_pairing([before, -after], [G2Affine::generator(), zkey.header().delta_g2]);
    if !pairing.is_zero() {
        return Err(KeyFault::Quotients.into());
    }
    options.report(Stage::Sums, 5, STEPS);
    Ok(())
}

/// Every point of the key is on its curve and in its subgroup. Those of the header, of IC and of the contributions were
/// checked when they were read.
pub(super) fn check_points(zkey: Zkey<'_>, options: &CeremonyOptions<'_>) -> Result<(), VerifyKeyError> {
    let at =
        |section: Section| move |(index, source)| KeyFault::Key(ZkeyError::Point { section, index, source });
    let g1 =
        [(Section::A, zkey.a()), (Section::B1, zkey.b1()), (Section::L, zkey.l()), (Section::H, zkey.h())];
    for (done, (section, points)) in g1.into_iter().enumerate() {
        options.report(Stage::PointCheck, done, g1.len() + 1);
        check_g1_points(points.as_bytes(), options)?.map_err(at(section))?;
    }
    options.report(Stage::PointCheck, g1.len(), g1.len() + 1);
    check_g2_points(zkey.b2().as_bytes(), options)?.map_err(at(Section::B2))?;
    Ok(())
}

/// Every power that is used is on its curve. Whether those of G2 are in their subgroup is a part of verifying the first phase.
fn check_powers(phase1: &PtauFile, size: usize, options: &CeremonyOptions<'_>) -> Result<(), VerifyKeyError> {
    for (section, points) in [
        ("tau in G1", phase1.tau_g1().slice(0, 2 * size)),
        ("alpha tau", phase1.alpha_tau_g1().slice(0, size)),
        ("beta tau", phase1.beta_tau_g1().slice(0, size)),
    ] {
        check_g1_points(points.as_bytes(), options)?
            .map_err(|(index, _)| KeyFault::Phase1Point { section, index })?;
    }
    Ok(())
}

type Columns1 = Vec<[u8; 64]>;

/// IC, and L before any contribution.
fn initial_columns(
    columns: &Columns,
    bases: &LagrangeBases<'_>,
    (inputs, variables): (usize, usize),
    options: &CeremonyOptions<'_>,
) -> Result<(Columns1, Columns1), VerifyKeyError> {
    let (tau, alpha, beta) = (bases.tau_g1(options)?, bases.alpha_g1(options)?, bases.beta_g1(options)?);
    for (section, points) in [("tau in G1", &tau), ("alpha tau", &alpha), ("beta tau", &beta)] {
        check_g1_points(points, options)?.map_err(|(index, _)| KeyFault::Phase1Point { section, index })?;
    }
    let backend = CpuBackend::new();
    let composer = Composer { backend: &backend, columns, options };
    // the column of the constant is as long as hundreds of others, and takes one thread
    let (ic, l) = join(
        || composer.mixed(0..inputs, [&*beta, &*alpha, &*tau]),
        || composer.mixed(inputs..variables, [&*beta, &*alpha, &*tau]),
    );
    Ok((ic?, l?))
}

/// Weighted sums of columns.
struct RowSums<'a> {
    columns: &'a Columns,
    size: usize,
}

impl RowSums<'_> {
    /// `sum weights[i] column(i)` of a matrix, by rows.
    fn fold(&self, matrix: &ColumnMatrix, weights: &[u128]) -> Vec<Fr> {
        let mut rows = vec![Fr::zero(); self.size];
        for (index, weight) in weights.iter().enumerate() {
            let weight = Fr::from(*weight);
            for (row, value) in self.columns.column(matrix, index) {
                rows.get_mut(row).into_iter().for_each(|sum| *sum += value * weight);
            }
        }
        rows
    }
}

fn domain(size: usize) -> Result<Radix2EvaluationDomain<Fr>, EngineError> {
    Radix2EvaluationDomain::new(size).ok_or(EngineError::TransformSize { found: size })
}

/// What Lagrange points are weighted with, as weights of powers.
fn powers_form(mut values: Vec<Fr>) -> Result<Vec<Fr>, EngineError> {
    domain(values.len())?.ifft_in_place(&mut values);
    Ok(values)
}

/// What points of H are weighted with, as weights of `tau^(n+k) - tau^k`: see
/// [`LagrangeBases::odd_g1`](crate::lagrange::LagrangeBases::odd_g1).
fn odd_form(weights: &[u128], size: usize) -> Result<Vec<Fr>, EngineError> {
    let mut values = powers_form(weights.iter().map(|weight| Fr::from(*weight)).collect())?;
    let doubled = u64::try_from(2 * size).unwrap_or(u64::MAX);
    let root = Fr::get_root_of_unity(doubled).and_then(|root| root.inverse());
    let root = root.ok_or(EngineError::TransformSize { found: size })?;
    let half = -Fr::from(2_u8).inverse().unwrap_or_default();
    let factors = powers_of(half, root, size);
    values.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
    Ok(values)
}
