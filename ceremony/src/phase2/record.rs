//! The contributions section of a `.zkey`: the circuit's hash, then every contribution.

use ark_bn254::{G1Affine, G2Affine};
use blake2::{Blake2b512, Digest};
use thiserror::Error;
use workproof_prover::zkey::{G1Points, G2Points, encode_g1, encode_g2};
use workproof_verifier::{PointError, check_g1, check_g2};

use crate::contribution_parameters::{
    ContributionKind, ContributionName, ParameterError, push_parameters, take_parameters,
};
use crate::hashed_points::{hash_g1, hash_g2};
use crate::sections::take_word;

/// One contribution to the second phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// delta in G1 after it.
    pub(crate) delta_after: G1Affine,
    /// The public key: a point, the same times the secret, and a G2 point derived from the transcript times the secret.
    pub(crate) base: G1Affine,
    pub(crate) base_times_secret: G1Affine,
    pub(crate) derived_times_secret: G2Affine,
    /// The hash of everything before it and of its first two points.
    pub(crate) transcript: [u8; 64],
    pub(crate) kind: ContributionKind,
    pub(crate) name: Option<ContributionName>,
}

impl Contribution {
    /// Whose it is.
    #[must_use]
    pub const fn kind(&self) -> &ContributionKind {
        &self.kind
    }

    /// The name that came with it. No hash covers it: only an attestation, or a transcript that is compared, does.
    #[must_use]
    pub const fn name(&self) -> Option<&ContributionName> {
        self.name.as_ref()
    }

    /// The contribution's hash, which its contributor was shown: BLAKE2b-512, the same as snarkjs prints.
    #[must_use]
    pub fn hash(&self) -> [u8; 64] {
        let mut hash = Blake2b512::new();
        self.feed(&mut hash);
        hash.finalize().into()
    }

    /// Hashes it as every later transcript does.
    pub(crate) fn feed(&self, hash: &mut Blake2b512) {
        for point in [&self.delta_after, &self.base, &self.base_times_secret] {
            hash_g1(hash, point);
        }
        hash_g2(hash, &self.derived_times_secret);
        hash.update(self.transcript);
    }

    fn push(&self, out: &mut Vec<u8>) {
        for point in [&self.delta_after, &self.base, &self.base_times_secret] {
            encode_g1(out, point);
        }
        encode_g2(out, &self.derived_times_secret);
        out.extend(self.transcript);
        push_parameters(out, &self.kind, self.name.as_ref());
    }
}

/// Why the contributions section is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The section ends too early.
    #[error("the section of contributions ends too early")]
    Truncated,
    /// Bytes follow the last contribution.
    #[error("bytes follow the last contribution")]
    TrailingBytes,
    /// A point of a contribution is malformed.
    #[error("contribution {number} has a malformed point: {source}")]
    Point {
        /// Which contribution, from 1.
        number: usize,
        /// What is wrong with the point.
        source: PointError,
    },
    /// Kind or parameters of a contribution are malformed.
    #[error("contribution {number} is malformed: {source}")]
    Parameters {
        /// Which contribution, from 1.
        number: usize,
        /// What is wrong with it.
        source: ParameterError,
    },
}

/// The whole section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeremonyRecord {
    pub(crate) circuit_hash: [u8; 64],
    pub(crate) contributions: Vec<Contribution>,
}

impl CeremonyRecord {
    /// Reads the section; every point is checked in full.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecordError> {
        let (circuit_hash, rest) = bytes.split_first_chunk().ok_or(RecordError::Truncated)?;
        let (count, mut rest) = take_word(rest).ok_or(RecordError::Truncated)?;
        let mut contributions = Vec::new();
        for number in (1..).take(usize::try_from(count).or(Err(RecordError::Truncated))?) {
            let (contribution, after) = take_contribution(rest, number)?;
            contributions.push(contribution);
            rest = after;
        }
        if !rest.is_empty() {
            return Err(RecordError::TrailingBytes);
        }
        Ok(Self { circuit_hash: *circuit_hash, contributions })
    }

    /// The section's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.circuit_hash.to_vec();
        out.extend(u32::try_from(self.contributions.len()).unwrap_or(u32::MAX).to_le_bytes());
        self.contributions.iter().for_each(|contribution| contribution.push(&mut out));
        out
    }

    /// The hash of the circuit and the first phase, with which everything begins.
    #[must_use]
    pub const fn circuit_hash(&self) -> &[u8; 64] {
        &self.circuit_hash
    }

    /// The contributions in their order.
    #[must_use]
    pub fn contributions(&self) -> &[Contribution] {
        &self.contributions
    }

    /// The hash that the next contribution goes on from.
    pub(crate) fn transcript(&self) -> Blake2b512 {
        let mut hash = Blake2b512::new_with_prefix(self.circuit_hash);
        self.contributions.iter().for_each(|contribution| contribution.feed(&mut hash));
        hash
    }
}

fn take_contribution(bytes: &[u8], number: usize) -> Result<(Contribution, &[u8]), RecordError> {
    let mut reader = PointReader { rest: bytes, number };
    let (delta_after, base, base_times_secret) = (reader.g1()?, reader.g1()?, reader.g1()?);
    let derived_times_secret = reader.g2()?;
    let (transcript, rest) = reader.rest.split_first_chunk().ok_or(RecordError::Truncated)?;
    let ((kind, name), rest) =
        take_parameters(rest).map_err(|source| RecordError::Parameters { number, source })?;
    let transcript = *transcript;
    Ok((
        Contribution { delta_after, base, base_times_secret, derived_times_secret, transcript, kind, name },
        rest,
    ))
}

/// Takes checked points off the front; none may be the identity.
struct PointReader<'a> {
    rest: &'a [u8],
    number: usize,
}

impl PointReader<'_> {
    fn g1(&mut self) -> Result<G1Affine, RecordError> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or(RecordError::Truncated)?;
        self.rest = rest;
        let point = G1Points::decode(bytes);
        let checked = G1Points::check(bytes).and_then(|()| check_g1(&point));
        checked.map(|()| point).map_err(|source| RecordError::Point { number: self.number, source })
    }

    fn g2(&mut self) -> Result<G2Affine, RecordError> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or(RecordError::Truncated)?;
        self.rest = rest;
        let point = G2Points::decode(bytes);
        let checked = G2Points::check(bytes).and_then(|()| check_g2(&point));
        checked.map(|()| point).map_err(|source| RecordError::Point { number: self.number, source })
    }
}
