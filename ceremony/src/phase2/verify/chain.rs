//! The contributions one by one: each is a known secret, bound to all before it.
//!
//! With s the base, x the secret, P the point derived from the transcript:
//! `e(s, x P) = e(x s, P)` shows that x is known, and `e(delta_before, x P) = e(delta_after, P)` that delta took it.

use ark_bn254::{G1Affine, G2Affine};
use ark_ec::AffineRepr;
use blake2::{Blake2b512, Digest};
use rayon::prelude::*;
use workproof_prover::Cancelled;
use workproof_prover::zkey::ZkeyHeader;

use super::VerifyKeyError;
use super::fault::KeyFault;
use crate::contribution_parameters::ContributionKind;
use crate::derived_randomness::{DerivedRandomness, hash_to_g2};
use crate::hashed_points::hash_g1;
use crate::phase2::contribute::Secret;
use crate::phase2::{CeremonyRecord, Contribution};
use crate::progress::{CeremonyOptions, Stage};
use crate::same_ratio::same_ratio;

/// Checks all contributions, and that the key's delta is where they end.
pub(super) fn check_chain(
    header: &ZkeyHeader,
    record: &CeremonyRecord,
    options: &CeremonyOptions<'_>,
) -> Result<(), VerifyKeyError> {
    let contributions = record.contributions();
    options.report(Stage::Contributions, 0, contributions.len());
    // hashing is a chain, the pairings are not
    let mut hash = Blake2b512::new_with_prefix(record.circuit_hash());
    for (number, contribution) in (1..).zip(contributions) {
        let mut own = hash.clone();
        hash_g1(&mut own, &contribution.base);
        hash_g1(&mut own, &contribution.base_times_secret);
        if <[u8; 64]>::from(own.finalize()) != contribution.transcript {
            return Err(KeyFault::Transcript { number }.into());
        }
        contribution.feed(&mut hash);
    }
    let results = contributions.par_iter().enumerate().map(|(index, contribution)| {
        options.cancel.check()?;
        let before = index.checked_sub(1).and_then(|index| contributions.get(index));
        let before = before.map_or_else(G1Affine::generator, |before| before.delta_after);
        check_contribution(index + 1, contribution, before, options)
    });
    let results: Vec<Option<KeyFault>> = results.collect::<Result<_, Cancelled>>()?;
    if let Some(fault) = results.into_iter().flatten().next() {
        return Err(fault.into());
    }
    options.report(Stage::Contributions, contributions.len(), contributions.len());
    let last = contributions.last().map_or_else(G1Affine::generator, |last| last.delta_after);
    let pair = same_ratio((G1Affine::generator(), header.delta_g1), (G2Affine::generator(), header.delta_g2));
    if header.delta_g1 == last && pair { Ok(()) } else { Err(KeyFault::FinalDelta.into()) }
}

fn check_contribution(
    number: usize,
    contribution: &Contribution,
    delta_before: G1Affine,
    options: &CeremonyOptions<'_>,
) -> Result<Option<KeyFault>, Cancelled> {
    let derived = (hash_to_g2(&contribution.transcript), contribution.derived_times_secret);
    if !same_ratio((contribution.base, contribution.base_times_secret), derived) {
        return Ok(Some(KeyFault::PublicKey { number }));
    }
    if !same_ratio((delta_before, contribution.delta_after), derived) {
        return Ok(Some(KeyFault::Delta { number }));
    }
    if let ContributionKind::Beacon(beacon) = &contribution.kind {
        let randomness = DerivedRandomness::from_beacon(beacon.value(), beacon.exponent(), &options.cancel)?;
        let expected = Secret::of_beacon(randomness).key_in_g1();
        if (contribution.base, contribution.base_times_secret) != expected {
            return Ok(Some(KeyFault::BeaconKey { number }));
        }
    }
    Ok(None)
}
