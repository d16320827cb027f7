//! The contributions section of a `.ptau` file.

use ark_bn254::{G1Affine, G2Affine};
use thiserror::Error;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_verifier::{PointError, check_g1, check_g2};

use crate::contribution_parameters::{ContributionKind, ContributionName, ParameterError, take_parameters};
use crate::hashed_points::{push_g1, push_g2};
use crate::resumed_hash::{ResumedHash, STATE_BYTES};
use crate::sections::take_word;

/// The public key of one of a contribution's three secrets (tau, alpha, beta).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SecretKey {
    /// A point of G1, and the same times the secret.
    pub(crate) base: G1Affine,
    pub(crate) base_times_secret: G1Affine,
    /// A point of G2 that is derived from the challenge and the other two, times the secret.
    pub(crate) derived_times_secret: G2Affine,
}

/// One contribution to the first phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PtauContribution {
    pub(crate) tau_g1: G1Affine,
    pub(crate) tau_g2: G2Affine,
    pub(crate) alpha_g1: G1Affine,
    pub(crate) beta_g1: G1Affine,
    pub(crate) beta_g2: G2Affine,
    /// The keys of tau, alpha and beta.
    pub(crate) keys: [SecretKey; 3],
    pub(crate) response: [u8; 64],
    pub(crate) next_challenge: [u8; 64],
    pub(crate) kind: ContributionKind,
    pub(crate) name: Option<ContributionName>,
}

impl PtauContribution {
    /// Whose it is.
    #[must_use]
    pub const fn kind(&self) -> &ContributionKind {
        &self.kind
    }

    /// The name that came with it, which no hash covers.
    #[must_use]
    pub const fn name(&self) -> Option<&ContributionName> {
        self.name.as_ref()
    }

    /// The hash of the contributor's response, which they were shown.
    #[must_use]
    pub const fn response_hash(&self) -> &[u8; 64] {
        &self.response
    }

    /// The hash that the next contribution begins with.
    #[must_use]
    pub const fn next_challenge(&self) -> &[u8; 64] {
        &self.next_challenge
    }
}

/// Why the contributions section is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PtauContributionError {
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
    /// The saved state of a contribution's hash is malformed.
    #[error("contribution {number} has a malformed hash state")]
    HashState {
        /// Which contribution, from 1.
        number: usize,
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

/// Reads the section; every point is checked in full.
pub(crate) fn read_contributions(bytes: &[u8]) -> Result<Vec<PtauContribution>, PtauContributionError> {
    let (count, mut rest) = take_word(bytes).ok_or(PtauContributionError::Truncated)?;
    let mut contributions = Vec::new();
    for number in (1..).take(usize::try_from(count).or(Err(PtauContributionError::Truncated))?) {
        let mut reader = Reader { rest, number };
        contributions.push(reader.contribution()?);
        rest = reader.rest;
    }
    if rest.is_empty() { Ok(contributions) } else { Err(PtauContributionError::TrailingBytes) }
}

struct Reader<'a> {
    rest: &'a [u8],
    number: usize,
}

impl Reader<'_> {
    fn contribution(&mut self) -> Result<PtauContribution, PtauContributionError> {
        let number = self.number;
        let (tau_g1, tau_g2) = (self.g1()?, self.g2()?);
        let (alpha_g1, beta_g1, beta_g2) = (self.g1()?, self.g1()?, self.g2()?);
        let mut pair = || Ok::<_, PtauContributionError>((self.g1()?, self.g1()?));
        let pairs = [pair()?, pair()?, pair()?];
        let multiples = [self.g2()?, self.g2()?, self.g2()?];
        let state: [u8; STATE_BYTES] = self.array()?;
        let next_challenge = self.array()?;
        let ((kind, name), rest) = take_parameters(self.rest)
            .map_err(|source| PtauContributionError::Parameters { number, source })?;
        self.rest = rest;
        let mut hash = ResumedHash::resume(&state).ok_or(PtauContributionError::HashState { number })?;
        let mut key = Vec::new();
        pairs.iter().for_each(|(base, multiple)| {
            push_g1(&mut key, base);
            push_g1(&mut key, multiple);
        });
        multiples.iter().for_each(|point| push_g2(&mut key, point));
        hash.update(&key);
        let [tau, alpha, beta] = pairs;
        let [tau_g2_key, alpha_g2_key, beta_g2_key] = multiples;
        let keys = [(tau, tau_g2_key), (alpha, alpha_g2_key), (beta, beta_g2_key)].map(
            |((base, base_times_secret), derived_times_secret)| SecretKey {
                base,
                base_times_secret,
                derived_times_secret,
            },
        );
        let response = hash.finish();
        Ok(PtauContribution {
            tau_g1,
            tau_g2,
            alpha_g1,
            beta_g1,
            beta_g2,
            keys,
            response,
            next_challenge,
            kind,
            name,
        })
    }

    fn array<const BYTES: usize>(&mut self) -> Result<[u8; BYTES], PtauContributionError> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or(PtauContributionError::Truncated)?;
        self.rest = rest;
        Ok(*bytes)
    }

    fn g1(&mut self) -> Result<G1Affine, PtauContributionError> {
        let bytes = self.array()?;
        let point = G1Points::decode(&bytes);
        let checked = G1Points::check(&bytes).and_then(|()| check_g1(&point));
        checked.map(|()| point).map_err(|source| PtauContributionError::Point { number: self.number, source })
    }

    fn g2(&mut self) -> Result<G2Affine, PtauContributionError> {
        let bytes = self.array()?;
        let point = G2Points::decode(&bytes);
        let checked = G2Points::check(&bytes).and_then(|()| check_g2(&point));
        checked.map(|()| point).map_err(|source| PtauContributionError::Point { number: self.number, source })
    }
}
