//! The key lint: well-formed keys under which proofs can be forged.
//!
//! Groth16 is sound only while nobody knows how delta relates to gamma. Real contracts were emptied because delta
//! was still what the set-up tool starts from; no peer refuses such keys, this crate does.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use ark_ec::AffineRepr;
use ark_ff::PrimeField;
use core::cmp::Reverse;
use core::fmt;

use workproof_protocol::MAX_PUBLIC_INPUTS;

use super::known_deltas::known_delta;
use super::{KeyPointName, VerifyingKeyPoints, development_delta};
use crate::curve::{G1Affine, G2Affine};

/// Something in a well-formed verifying key that makes it unsafe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyFinding {
    /// gamma is delta or its negative.
    GammaIsDelta,
    /// delta is the generator of G2 or its negative: what a set-up begins with before the first contribution.
    DeltaIsGenerator,
    /// delta (or its negative) is the public development value.
    DeltaIsDevelopmentValue,
    /// delta (or its negative) is what a well-known set-up with a well-known seed gives.
    DeltaIsKnown {
        /// The set-up and its seed.
        setup: &'static str,
    },
    /// alpha is the generator of G1 or its negative: nobody contributed to the first phase.
    AlphaIsGenerator,
    /// beta is the generator of G2 or its negative: nobody contributed to the first phase.
    BetaIsGenerator,
    /// A point is the identity.
    Identity(KeyPointName),
    /// Two input points are equal or opposite.
    DuplicateInput {
        /// The earlier input point.
        first: usize,
        /// The later input point.
        second: usize,
    },
    /// The key has more public inputs than any statement.
    TooManyInputs {
        /// Public inputs of the key.
        found: usize,
    },
}

impl KeyFinding {
    /// What to do about it, in one sentence.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::GammaIsDelta | Self::DeltaIsGenerator => {
                "run phase 2 of the ceremony with at least one contribution and use the key it ends with"
            }
            Self::DeltaIsKnown { .. } => "use a key from a ceremony",
            Self::AlphaIsGenerator | Self::BetaIsGenerator => {
                "begin the key again with powers of tau that many have contributed to"
            }
            Self::DeltaIsDevelopmentValue => {
                "use a key from a ceremony; for development load it with DevelopmentVerifyingKey"
            }
            Self::Identity(_) => "the file is damaged or forged: take the key from its source again",
            Self::DuplicateInput { .. } => {
                "constrain every public input in the circuit, then make the key again from it"
            }
            Self::TooManyInputs { .. } => "check that the key belongs to the circuit of the statement",
        }
    }
}

impl fmt::Display for KeyFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GammaIsDelta => {
                f.write_str("gamma and delta are equal or opposite, so anyone can prove any statement")
            }
            Self::DeltaIsGenerator => f.write_str(
                "delta is the generator, as before any ceremony contribution, so anyone can prove any statement",
            ),
            Self::DeltaIsDevelopmentValue => f
                .write_str("delta is the public development value, so anyone can prove any statement"),
            Self::DeltaIsKnown { setup } => {
                write!(f, "delta is that of {setup}, so anyone can prove any statement")
            }
            Self::AlphaIsGenerator | Self::BetaIsGenerator => f.write_str(
                "alpha or beta is a generator, as before any contribution to the first phase, so whoever made the key can prove \
                 any statement",
            ),
            Self::Identity(name) => write!(f, "{name} is the identity, so the check no longer binds it"),
            Self::DuplicateInput { first, second } => write!(
                f,
                "IC[{first}] and IC[{second}] are equal or opposite, so value can move between these inputs"
            ),
            Self::TooManyInputs { found } => {
                write!(f, "the key has {found} public inputs where statements have at most {MAX_PUBLIC_INPUTS}")
            }
        }
    }
}

/// Every finding about a key's points, the gravest first. Keys of this crate have none; tools use this to explain.
#[must_use]
pub fn lint_key(points: &VerifyingKeyPoints) -> Vec<KeyFinding> {
    findings(points, MAX_PUBLIC_INPUTS)
}

/// The findings for a key that may have up to `most_inputs` public inputs.
pub(super) fn findings(points: &VerifyingKeyPoints, most_inputs: usize) -> Vec<KeyFinding> {
    let delta = points.delta_g2;
    let inputs = points.ic.len().saturating_sub(1);
    let mut found = Vec::new();
    let mut note = |applies: bool, finding: KeyFinding| {
        if applies {
            found.push(finding);
        }
    };
    note(inputs > most_inputs, KeyFinding::TooManyInputs { found: inputs });
    note(equal_or_opposite(&points.gamma_g2, &delta), KeyFinding::GammaIsDelta);
    note(equal_or_opposite(&delta, &G2Affine::generator()), KeyFinding::DeltaIsGenerator);
    note(equal_or_opposite(&delta, &development_delta()), KeyFinding::DeltaIsDevelopmentValue);
    if let Some(setup) = known_delta(&delta) {
        note(true, KeyFinding::DeltaIsKnown { setup });
    }
    note(points.alpha_g1.x == G1Affine::generator().x, KeyFinding::AlphaIsGenerator);
    note(equal_or_opposite(&points.beta_g2, &G2Affine::generator()), KeyFinding::BetaIsGenerator);
    note(points.alpha_g1.is_zero(), KeyFinding::Identity(KeyPointName::Alpha));
    note(points.beta_g2.is_zero(), KeyFinding::Identity(KeyPointName::Beta));
    note(points.gamma_g2.is_zero(), KeyFinding::Identity(KeyPointName::Gamma));
    note(delta.is_zero(), KeyFinding::Identity(KeyPointName::Delta));
    for (index, point) in points.ic.iter().enumerate() {
        note(point.is_zero(), KeyFinding::Identity(KeyPointName::Input(index)));
    }
    if let Some(finding) = duplicate_input(&points.ic) {
        note(true, finding);
    }
    found
}

/// The first pair of input points with the same x, found by sorting.
fn duplicate_input(ic: &[G1Affine]) -> Option<KeyFinding> {
    let places = ic.iter().enumerate().map(|(index, point)| Reverse((point.x.into_bigint(), index)));
    let mut places: BinaryHeap<_> = places.collect();
    let Reverse(mut first) = places.pop()?;
    while let Some(Reverse(second)) = places.pop() {
        if first.0 == second.0 {
            return Some(KeyFinding::DuplicateInput { first: first.1, second: second.1 });
        }
        first = second;
    }
    None
}

fn equal_or_opposite(left: &G2Affine, right: &G2Affine) -> bool {
    left.x == right.x && (left.y == right.y || left.y == -right.y)
}
