//! The contributions of a first phase, one by one.

use ark_bn254::{Fr, G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use blake2::{Blake2b512, Digest};
use rayon::prelude::*;
use workproof_prover::Cancelled;

use super::{PtauFault, VerifyPtauError};
use crate::contribution_parameters::ContributionKind;
use crate::derived_randomness::{DerivedRandomness, hash_to_g2};
use crate::hashed_points::{hash_g1, push_g1, push_g2};
use crate::phase1::contribution::{PtauContribution, SecretKey};
use crate::progress::{CeremonyOptions, Stage};
use crate::same_ratio::same_ratio;

const SECRETS: [&str; 3] = ["tau", "alpha", "beta"];

/// Where a contribution begins.
struct Start {
    tau_g1: G1Affine,
    tau_g2: G2Affine,
    alpha_g1: G1Affine,
    beta_g1: G1Affine,
    beta_g2: G2Affine,
    challenge: [u8; 64],
}

impl Start {
    const fn after(contribution: &PtauContribution) -> Self {
        Self {
            tau_g1: contribution.tau_g1,
            tau_g2: contribution.tau_g2,
            alpha_g1: contribution.alpha_g1,
            beta_g1: contribution.beta_g1,
            beta_g2: contribution.beta_g2,
            challenge: contribution.next_challenge,
        }
    }

    fn first(challenge: [u8; 64]) -> Self {
        let (g1, g2) = (G1Affine::generator(), G2Affine::generator());
        Self { tau_g1: g1, tau_g2: g2, alpha_g1: g1, beta_g1: g1, beta_g2: g2, challenge }
    }
}

/// Checks all contributions of a ceremony of this power.
pub(super) fn check_chain(
    contributions: &[PtauContribution],
    ceremony_power: u32,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyPtauError> {
    if contributions.iter().all(|contribution| matches!(contribution.kind, ContributionKind::Beacon(_))) {
        return Err(PtauFault::OnlyBeacon.into());
    }
    options.report(Stage::Contributions, 0, contributions.len());
    let first = Start::first(first_challenge(ceremony_power, options)?);
    let faults = contributions.par_iter().enumerate().map(|(index, contribution)| {
        options.cancel.check()?;
        let before = index.checked_sub(1).and_then(|index| contributions.get(index)).map(Start::after);
        check_contribution(index + 1, contribution, before.as_ref().unwrap_or(&first), options)
    });
    let faults: Vec<Option<PtauFault>> = faults.collect::<Result<_, Cancelled>>()?;
    options.report(Stage::Contributions, contributions.len(), contributions.len());
    faults.into_iter().flatten().next().map_or(Ok(()), |fault| Err(fault.into()))
}

fn check_contribution(
    number: usize,
    contribution: &PtauContribution,
    before: &Start,
    options: &CeremonyOptions<'_>,
) -> Result<Option<PtauFault>, Cancelled> {
    let [tau, alpha, beta] = &contribution.keys;
    let mut derived = [G2Affine::generator(); 3];
    let keys = SECRETS.into_iter().zip([tau, alpha, beta]);
    for ((place, (secret, key)), personal) in derived.iter_mut().zip(keys).zip(0_u8..) {
        *place = derived_point(personal, &before.challenge, key);
        if !same_ratio((key.base, key.base_times_secret), (*place, key.derived_times_secret)) {
            return Ok(Some(PtauFault::PublicKey { number, secret }));
        }
    }
    let [in_tau, in_alpha, in_beta] = derived;
    let in_g1 = |key: &SecretKey| (key.base, key.base_times_secret);
    for (point, holds) in [
        ("tau in G1", same_ratio((before.tau_g1, contribution.tau_g1), (in_tau, tau.derived_times_secret))),
        ("tau in G2", same_ratio(in_g1(tau), (before.tau_g2, contribution.tau_g2))),
        (
            "alpha",
            same_ratio((before.alpha_g1, contribution.alpha_g1), (in_alpha, alpha.derived_times_secret)),
        ),
        (
            "beta in G1",
            same_ratio((before.beta_g1, contribution.beta_g1), (in_beta, beta.derived_times_secret)),
        ),
        ("beta in G2", same_ratio(in_g1(beta), (before.beta_g2, contribution.beta_g2))),
    ] {
        if !holds {
            return Ok(Some(PtauFault::Step { number, point }));
        }
    }
    if let ContributionKind::Beacon(beacon) = &contribution.kind {
        let mut randomness =
            DerivedRandomness::from_beacon(beacon.value(), beacon.exponent(), &options.cancel)?;
        let secrets = [randomness.scalar(), randomness.scalar(), randomness.scalar()];
        let expected = secrets.map(|secret| beacon_key(secret, &mut randomness));
        let same = expected.into_iter().zip(&contribution.keys).zip(0_u8..).zip(secrets).all(
            |(((expected, key), personal), secret)| {
                let derived = derived_point(personal, &before.challenge, key);
                expected == in_g1(key) && (derived * secret).into_affine() == key.derived_times_secret
            },
        );
        if !same {
            return Ok(Some(PtauFault::BeaconKey { number }));
        }
    }
    Ok(None)
}

fn beacon_key(secret: Fr, randomness: &mut DerivedRandomness) -> (G1Affine, G1Affine) {
    let base = randomness.g1();
    (base, (base * secret).into_affine())
}

/// The point of G2 that a secret's key is shown on.
pub(crate) fn derived_point(personal: u8, challenge: &[u8; 64], key: &SecretKey) -> G2Affine {
    let mut hash = Blake2b512::new_with_prefix([personal]);
    hash.update(challenge);
    hash_g1(&mut hash, &key.base);
    hash_g1(&mut hash, &key.base_times_secret);
    hash_to_g2(&hash.finalize().into())
}

/// The hash of a ceremony before its first contribution: generators, as many as there are points.
pub(crate) fn first_challenge(power: u32, options: &CeremonyOptions<'_>) -> Result<[u8; 64], Cancelled> {
    const BLOCK: usize = 1 << 12;
    let (mut g1, mut g2) = (Vec::new(), Vec::new());
    push_g1(&mut g1, &G1Affine::generator());
    push_g2(&mut g2, &G2Affine::generator());
    let size = 1_usize << power;
    let mut hash = Blake2b512::new_with_prefix(Blake2b512::digest([]));
    for (point, count) in [(&g1, 2 * size - 1), (&g2, size), (&g1, size), (&g1, size), (&g2, 1)] {
        let block = point.repeat(BLOCK);
        for _ in 0..count / BLOCK {
            options.cancel.check()?;
            hash.update(&block);
        }
        hash.update(point.repeat(count % BLOCK));
    }
    Ok(hash.finalize().into())
}
