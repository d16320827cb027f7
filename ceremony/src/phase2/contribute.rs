//! A contribution: delta times a secret, L and H over it.

use std::path::Path;

use ark_bn254::{Fr, G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{Field, PrimeField, Zero};
use rand_core::{CryptoRng, RngCore};
use thiserror::Error;
use workproof_prover::zkey::{G1Points, Section, ZkeyFile};
use workproof_prover::{Cancelled, CpuBackend, EngineError};
use workproof_verifier::PointError;
use zeroize::{Zeroize, Zeroizing};

use super::key_file::{ExistingFile, KeyFileError, KeyFileWriter};
use super::record::{CeremonyRecord, Contribution, RecordError};
use crate::contribution_parameters::{ContributionKind, ContributionName};
use crate::derived_randomness::{DerivedRandomness, hash_to_g2};
use crate::hashed_points::hash_g1;
use crate::point_check::check_g1_points;
use crate::progress::{CeremonyOptions, Stage};
use crate::resumed_hash::ResumedHash;
use crate::same_ratio::same_ratio;
use crate::sections::widen;

/// Points between two reports.
const WAVE: usize = 1 << 15;

/// Why a contribution was not made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ContributeError {
    /// The contributions section is malformed.
    #[error("the key's record of contributions is refused: {0}")]
    Record(#[from] RecordError),
    /// The last contribution is a beacon's: the ceremony is over.
    #[error("the ceremony is over: its last contribution is a beacon's; nothing comes after it")]
    AfterBeacon,
    /// A beacon was to be applied to a key without contributions.
    #[error(
        "nobody has contributed yet, and a beacon alone keeps no secret; apply it after the contributions"
    )]
    BeaconFirst,
    /// delta is not what the last contribution says, or its two forms differ.
    #[error("the key's delta is not that of its last contribution; the file is damaged or was made up")]
    Delta,
    /// A point is malformed. It must not meet a secret.
    #[error("point {index} of section {section:?} is refused: {source}")]
    Point {
        /// The section.
        section: Section,
        /// Which of its points, from 0.
        index: usize,
        /// What is wrong with it.
        source: PointError,
    },
    /// The new key could not be written.
    #[error(transparent)]
    File(#[from] KeyFileError),
    /// The engine failed.
    #[error(transparent)]
    Engine(EngineError),
    /// Somebody cancelled. Nothing is left behind.
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for ContributeError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<EngineError> for ContributeError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

/// What a contributor adds. Wiped when dropped; whoever keeps it can undo the contribution, but not those of others.
pub(super) struct Secret {
    delta: Fr,
    base: G1Affine,
}

impl Secret {
    /// A secret from the system's randomness, and from what the contributor typed.
    fn new(rng: &mut (impl CryptoRng + RngCore), typed: &str) -> Self {
        let mut system = Zeroizing::new([0; 64]);
        let mut delta = Fr::zero();
        while delta.is_zero() {
            rng.fill_bytes(&mut *system);
            let mut hash = ResumedHash::new();
            hash.update(b"workproof/v1/ceremony contribution");
            hash.update(&*system);
            hash.update(typed.as_bytes());
            let wide = Zeroizing::new(hash.finish());
            delta = Fr::from_le_bytes_mod_order(&*wide);
        }
        // the base is public: only its multiple must keep the secret
        let mut seed = [0; 64];
        rng.fill_bytes(&mut seed);
        Self { delta, base: DerivedRandomness::from_hash(&seed).g1() }
    }

    /// The "secret" of a beacon, which everybody can compute.
    pub(super) fn of_beacon(mut randomness: DerivedRandomness) -> Self {
        let delta = randomness.scalar();
        Self { delta, base: randomness.g1() }
    }

    /// The first two points of its public key.
    pub(super) fn key_in_g1(&self) -> (G1Affine, G1Affine) {
        (self.base, (self.base * self.delta).into_affine())
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.delta.zeroize();
    }
}

/// Contributes to a key and writes the new one. Returns the contribution's hash, for its contributor to keep and publish.
///
/// The secret comes from `rng`, which must be the system's, and from `typed`, which may be empty; it exists in memory for
/// the time of the call. Every point that it is multiplied with is checked first: multiples of points off the curve would
/// give it away.
///
/// # Errors
/// [`ContributeError`]; whatever happens, `out` holds a whole key or what it held before.
pub fn contribute(
    key: &ZkeyFile,
    (out, existing): (&Path, ExistingFile),
    (name, typed): (Option<ContributionName>, &str),
    rng: &mut (impl CryptoRng + RngCore),
    options: &CeremonyOptions<'_>,
) -> Result<[u8; 64], ContributeError> {
    let secret = Secret::new(rng, typed);
    append(key, (out, existing), secret, (ContributionKind::Contribution, name), options)
}

/// Writes a key with one contribution more.
pub(super) fn append(
    key: &ZkeyFile,
    (out, existing): (&Path, ExistingFile),
    secret: Secret,
    (kind, name): (ContributionKind, Option<ContributionName>),
    options: &CeremonyOptions<'_>,
) -> Result<[u8; 64], ContributeError> {
    let zkey = key.zkey();
    let mut record = CeremonyRecord::from_bytes(zkey.section(Section::Contributions))?;
    check_state(key, &record)?;
    let mut writer = KeyFileWriter::begin(out, existing)?;

    let (base, base_times_secret) = secret.key_in_g1();
    let mut transcript = record.transcript();
    hash_g1(&mut transcript, &base);
    hash_g1(&mut transcript, &base_times_secret);
    let transcript: [u8; 64] = blake2::Digest::finalize(transcript).into();
    let mut header = zkey.header().clone();
    header.delta_g1 = (header.delta_g1 * secret.delta).into_affine();
    header.delta_g2 = (header.delta_g2 * secret.delta).into_affine();
    let contribution = Contribution {
        delta_after: header.delta_g1,
        base,
        base_times_secret,
        derived_times_secret: (hash_to_g2(&transcript) * secret.delta).into_affine(),
        transcript,
        kind,
        name,
    };
    let hash = contribution.hash();
    record.contributions.push(contribution);

    writer.whole_section(Section::Protocol, &1_u32.to_le_bytes())?;
    writer.whole_section(Section::Header, &header.encode())?;
    for section in [Section::Ic, Section::Coefficients, Section::A, Section::B1, Section::B2] {
        writer.whole_section(section, zkey.section(section))?;
    }
    let inverse = Zeroizing::new(secret.delta.inverse().unwrap_or_default());
    drop(secret);
    let mut progress = (0, zkey.l().len() + zkey.h().len());
    for (section, points) in [(Section::L, zkey.l()), (Section::H, zkey.h())] {
        write_multiples(&mut writer, (section, points), &inverse, (&mut progress, options))?;
    }
    writer.whole_section(Section::Contributions, &record.to_bytes())?;
    writer.finish()?;
    Ok(hash)
}

/// The ceremony goes on, and the key is where its record ends.
fn check_state(key: &ZkeyFile, record: &CeremonyRecord) -> Result<(), ContributeError> {
    let last = record.contributions.last();
    if last.is_some_and(|last| matches!(last.kind, ContributionKind::Beacon(_))) {
        return Err(ContributeError::AfterBeacon);
    }
    let header = key.zkey().header();
    let expected = last.map_or_else(G1Affine::generator, |last| last.delta_after);
    let pair = same_ratio((G1Affine::generator(), header.delta_g1), (G2Affine::generator(), header.delta_g2));
    if header.delta_g1 == expected && pair { Ok(()) } else { Err(ContributeError::Delta) }
}

/// Multiplies all points of a section, checked, by the same scalar.
fn write_multiples(
    writer: &mut KeyFileWriter,
    (section, points): (Section, G1Points<'_>),
    scalar: &Fr,
    ((done, total), options): (&mut (usize, usize), &CeremonyOptions<'_>),
) -> Result<(), ContributeError> {
    let backend = CpuBackend::new();
    writer.section(section, widen(points.len() * 64))?;
    for (wave, chunk) in points.as_bytes().chunks(WAVE).enumerate() {
        check_g1_points(chunk, options)?.map_err(|(index, source)| ContributeError::Point {
            section,
            index: wave * WAVE + index,
            source,
        })?;
        let multiples = backend.sparse_sums_g1(
            chunk.len(),
            &|row, push| chunk.get(row).into_iter().for_each(|point| push((point, *scalar))),
            &options.cancel,
        )?;
        writer.write(multiples.as_flattened())?;
        *done += chunk.len();
        options.report(Stage::ApplySecret, *done, *total);
    }
    Ok(())
}
