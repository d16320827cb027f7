//! The points of a first phase: that they are powers, and that what was prepared of them is right.

use ark_bn254::{Fr, G1Affine, G1Projective, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{AdditiveGroup, Zero};
use ark_poly::{EvaluationDomain, Radix2EvaluationDomain};
use blake2::{Blake2b512, Digest};
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_prover::{CpuBackend, EngineError};

use super::{PtauFault, VerifyPtauError};
use crate::hashed_points::{hash_g1_points, hash_g2, hash_g2_points};
use crate::phase1::PtauFile;
use crate::phase1::contribution::PtauContribution;
use crate::point_check::{PointChecks, check_g1_points, check_g2_points};
use crate::progress::{CeremonyOptions, Stage};
use crate::same_ratio::same_ratio;
use crate::sums::{Sums, Weights};

/// The first points are generators and those of the last contribution.
pub(super) fn check_first_points(phase1: &PtauFile, last: &PtauContribution) -> Result<(), PtauFault> {
    let starts_g1 = |points: G1Points<'_>, expected: &[G1Affine]| {
        points.slice(0, expected.len()).iter().eq(expected.iter().copied())
    };
    let starts_g2 = |points: G2Points<'_>, expected: &[G2Affine]| {
        points.slice(0, expected.len()).iter().eq(expected.iter().copied())
    };
    for (section, holds) in [
        ("tau in G1", starts_g1(phase1.tau_g1(), &[G1Affine::generator(), last.tau_g1])),
        ("tau in G2", starts_g2(phase1.tau_g2(), &[G2Affine::generator(), last.tau_g2])),
        ("alpha tau", starts_g1(phase1.alpha_tau_g1(), &[last.alpha_g1])),
        ("beta tau", starts_g1(phase1.beta_tau_g1(), &[last.beta_g1])),
        ("beta in G2", phase1.beta_g2() == last.beta_g2),
    ] {
        if !holds {
            return Err(PtauFault::FirstPoints { section });
        }
    }
    Ok(())
}

/// Every point is on its curve and in its subgroup. None is the identity but, by chance, one of those prepared.
pub(super) fn check_points(phase1: &PtauFile, options: &CeremonyOptions<'_>) -> Result<(), VerifyPtauError> {
    let named = |section: &'static str, checks: PointChecks| -> Result<(), VerifyPtauError> {
        checks?.map_err(|(index, source)| PtauFault::Point { section, index, source }.into())
    };
    let g1 = [
        ("tau in G1", phase1.tau_g1()),
        ("alpha tau", phase1.alpha_tau_g1()),
        ("beta tau", phase1.beta_tau_g1()),
        ("prepared tau in G1", phase1.lagrange_tau_g1()),
        ("prepared alpha", phase1.lagrange_alpha_g1()),
        ("prepared beta", phase1.lagrange_beta_g1()),
    ];
    let g2 = [("tau in G2", phase1.tau_g2()), ("prepared tau in G2", phase1.lagrange_tau_g2())];
    let total = g1.len() + g2.len();
    for (done, (section, points)) in g1.into_iter().enumerate() {
        options.report(Stage::PointCheck, done, total);
        named(section, check_g1_points(points.as_bytes(), options))?;
    }
    for (done, (section, points)) in g2.into_iter().enumerate() {
        options.report(Stage::PointCheck, g1.len() + done, total);
        named(section, check_g2_points(points.as_bytes(), options))?;
    }
    options.report(Stage::PointCheck, total, total);
    Ok(())
}

/// Each point is tau times the one before, by random sums.
pub(super) fn check_powers(
    phase1: &PtauFile,
    last: &PtauContribution,
    weights: &mut Weights,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyPtauError> {
    let backend = CpuBackend::new();
    let sums = Sums { backend: &backend, cancel: &options.cancel };
    let (mut low, mut high) = (G1Projective::ZERO, G1Projective::ZERO);
    for (done, points) in
        [phase1.tau_g1(), phase1.alpha_tau_g1(), phase1.beta_tau_g1()].into_iter().enumerate()
    {
        options.report(Stage::Sums, done, 4);
        let weights = weights.take(points.len() - 1);
        low += sums.g1(points, &weights)?;
        high += sums.g1(points.slice(1, weights.len()), &weights)?;
    }
    let in_g2 = (G2Affine::generator(), last.tau_g2);
    if !same_ratio((low.into_affine(), high.into_affine()), in_g2) {
        return Err(PtauFault::NotPowers { group: "G1" }.into());
    }
    options.report(Stage::Sums, 3, 4);
    let points = phase1.tau_g2();
    let weights = weights.take(points.len() - 1);
    let low = sums.g2(points, &weights)?;
    let high = sums.g2(points.slice(1, weights.len()), &weights)?;
    if !same_ratio((G1Affine::generator(), last.tau_g1), (low.into_affine(), high.into_affine())) {
        return Err(PtauFault::NotPowers { group: "G2" }.into());
    }
    options.report(Stage::Sums, 4, 4);
    Ok(())
}

/// Every level of the prepared sections is the inverse transform of the powers, by random sums over all levels at once.
pub(super) fn check_prepared(
    phase1: &PtauFile,
    weights: &mut Weights,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyPtauError> {
    if !phase1.is_prepared() {
        return Ok(());
    }
    let backend = CpuBackend::new();
    let sums = Sums { backend: &backend, cancel: &options.cancel };
    let power = phase1.power();
    let (mut prepared, mut expected) = (G1Projective::ZERO, G1Projective::ZERO);
    for (done, (section, powers, levels)) in [
        (phase1.lagrange_tau_g1(), phase1.tau_g1(), power + 1),
        (phase1.lagrange_alpha_g1(), phase1.alpha_tau_g1(), power),
        (phase1.lagrange_beta_g1(), phase1.beta_tau_g1(), power),
    ]
    .into_iter()
    .enumerate()
    {
        options.report(Stage::Lagrange, done, 4);
        let weights = weights.take(section.len());
        prepared += sums.g1(section, &weights)?;
        let mut of_powers = powers_form(&weights, levels)?;
        // the highest level of tau lacks its highest power, which counts as the identity
        of_powers.truncate(powers.len());
        expected += sums.g1(powers, &of_powers)?;
    }
    if prepared != expected {
        return Err(PtauFault::Prepared { group: "G1" }.into());
    }
    options.report(Stage::Lagrange, 3, 4);
    let section = phase1.lagrange_tau_g2();
    let weights = weights.take(section.len());
    if sums.g2(section, &weights)? != sums.g2(phase1.tau_g2(), &powers_form(&weights, power)?)? {
        return Err(PtauFault::Prepared { group: "G2" }.into());
    }
    options.report(Stage::Lagrange, 4, 4);
    Ok(())
}

/// What levels 0 to `levels` are weighted with, as weights of powers.
fn powers_form(weights: &[u128], levels: u32) -> Result<Vec<Fr>, EngineError> {
    let mut sum = vec![Fr::zero(); 1 << levels];
    let mut rest = weights;
    for level in 0..=levels {
        let (own, after) = rest.split_at_checked(1 << level).unwrap_or((rest, &[]));
        rest = after;
        let mut values: Vec<Fr> = own.iter().map(|weight| Fr::from(*weight)).collect();
        let domain = Radix2EvaluationDomain::<Fr>::new(values.len());
        domain.ok_or(EngineError::TransformSize { found: values.len() })?.ifft_in_place(&mut values);
        sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
    Ok(sum)
}

/// The hash of all points is the challenge that the last contribution announces; in a file that was cut it cannot be asked.
pub(super) fn check_next_challenge(
    phase1: &PtauFile,
    last: &PtauContribution,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyPtauError> {
    if phase1.power() != phase1.ceremony_power() {
        return Ok(());
    }
    options.report(Stage::Hash, 0, 1);
    let found = hash_points(phase1, &last.response);
    options.report(Stage::Hash, 1, 1);
    if found == last.next_challenge { Ok(()) } else { Err(PtauFault::NextChallenge.into()) }
}

/// The hash of a response and all points.
pub(crate) fn hash_points(phase1: &PtauFile, response: &[u8; 64]) -> [u8; 64] {
    let mut hash = Blake2b512::new_with_prefix(response);
    hash_g1_points(&mut hash, phase1.tau_g1().as_bytes());
    hash_g2_points(&mut hash, phase1.tau_g2().as_bytes());
    hash_g1_points(&mut hash, phase1.alpha_tau_g1().as_bytes());
    hash_g1_points(&mut hash, phase1.beta_tau_g1().as_bytes());
    hash_g2(&mut hash, &phase1.beta_g2());
    hash.finalize().into()
}
