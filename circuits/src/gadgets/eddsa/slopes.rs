//! The slopes of many signatures' ladders, computed side by side.
//!
//! Nearly all of a witness' time would go into field inversions: some 560 for each signature, each needing the result of
//! the one before. But different signatures do not depend on each other, so they walk in step here, and one inversion
//! serves all of them at each step (Montgomery's trick). The rows check every slope, so nothing is trusted.

use super::{ChallengeDigits, Constants};
use crate::gadgets::fixed_base::{ScalarDigits, WINDOWS};
use crate::gadgets::montgomery::A;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, PrimeField, batch_inversion};
use num_bigint::BigUint;
use workproof_protocol::babyjubjub::EdwardsPoint;
use workproof_protocol::babyjubjub::montgomery::MontgomeryPoint;
use workproof_protocol::eddsa::Signature;
use workproof_protocol::poseidon;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// What one signature's rows need. It tells the signature, so it is wiped when dropped and never printed.
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct SignatureSlopes {
    /// Slopes of the additions of windows 1, 2, … and of the last window.
    pub(super) windows: Vec<Fr>,
    /// The slope of the addition of `± 4A`.
    pub(super) top: Option<Fr>,
    /// `λ1`, `λ1 + λ2`, `λ2 + λ3` of each step.
    pub(super) ladder: Vec<[Fr; 3]>,
}

impl core::fmt::Debug for SignatureSlopes {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SignatureSlopes(<redacted>)")
    }
}

/// A signature with the key and the message that it belongs to.
#[derive(Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "callers fill in every field")]
pub struct SignedMessage<'a> {
    /// The key.
    pub key: &'a EdwardsPoint,
    /// The message.
    pub message: Fr,
    /// The signature.
    pub signature: &'a Signature,
}

impl core::fmt::Debug for SignedMessage<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SignedMessage(<redacted>)")
    }
}

/// The slopes of all signatures, in order.
#[must_use]
pub fn signature_slopes(signed: &[SignedMessage<'_>]) -> Vec<SignatureSlopes> {
    let mut all = vec![SignatureSlopes::default(); signed.len()];
    let mut points = add_windows(signed, &mut all);
    let keys: Vec<MontgomeryPoint> =
        signed.iter().map(|s| MontgomeryPoint::from_edwards(s.key).double().double()).collect();
    let digits: Vec<ChallengeDigits> = signed.iter().map(challenge_digits).collect();
    let tops: Vec<(Fr, Fr)> = keys
        .iter()
        .zip(&digits)
        .map(|(four_a, digits)| affine(&if digits.high { *four_a } else { four_a.neg() }))
        .collect();
    let added = add_all_of(&points, &tops);
    for ((slopes, point), (slope, sum)) in all.iter_mut().zip(&mut points).zip(added) {
        slopes.top = Some(slope);
        *point = sum;
    }
    climb(&keys, &digits, points, &mut all);
    all
}

fn challenge_digits(signed: &SignedMessage<'_>) -> ChallengeDigits {
    let (a, r) = (signed.key, &signed.signature.r);
    let challenge = poseidon::hash([r.x, r.y, a.x, a.y, signed.message]);
    ChallengeDigits::of(&BigUint::from(challenge.into_bigint()))
}

/// Adds up the windows of every `S`; returns the sums.
fn add_windows(signed: &[SignedMessage<'_>], all: &mut [SignatureSlopes]) -> Vec<(Fr, Fr)> {
    let windows = &Constants::shared().windows;
    let digits: Vec<ScalarDigits> = signed.iter().map(|s| ScalarDigits::of(&s.signature.s)).collect();
    let mut sums: Vec<(Fr, Fr)> = digits.iter().map(|d| windows.entry(0, d)).collect();
    for window in 1..=WINDOWS {
        let next: Vec<(Fr, Fr)> = digits.iter().map(|d| windows.entry(window, d)).collect();
        let added = add_all_of(&sums, &next);
        for ((slopes, sum), (slope, point)) in all.iter_mut().zip(&mut sums).zip(added) {
            slopes.windows.push(slope);
            *sum = point;
        }
    }
    sums
}

/// The 158 steps `P ← 3P + Q`.
fn climb(
    keys: &[MontgomeryPoint],
    digits: &[ChallengeDigits],
    mut points: Vec<(Fr, Fr)>,
    all: &mut [SignatureSlopes],
) {
    let a = Fr::from(A);
    let units: Vec<(Fr, Fr)> = keys
        .iter()
        .map(|k| affine(&k.double().add(&workproof_protocol::babyjubjub::montgomery::T2)))
        .collect();
    for step in (0..super::DIGITS).rev() {
        let chosen: Vec<(Fr, Fr)> = units
            .iter()
            .zip(digits)
            .map(|(unit, d)| choose(*unit, d.digits.get(step).copied().unwrap_or(0)))
            .collect();
        let l1 = quotients(points.iter().zip(&chosen).map(|(p, q)| (p.1 - q.1, p.0 - q.0)));
        let s1: Vec<Fr> =
            points.iter().zip(&chosen).zip(&l1).map(|((p, q), l)| l.square() - a - p.0 - q.0).collect();
        let g1 = quotients(points.iter().zip(&s1).map(|(p, s)| (p.1.double(), p.0 - s)));
        let s2: Vec<Fr> =
            chosen.iter().zip(&l1).zip(&g1).map(|((q, l), g)| *g * (*g - l.double()) + q.0).collect();
        let g2 = quotients(points.iter().zip(&s2).map(|(p, s)| (p.1.double(), p.0 - s)));
        let slopes = l1.iter().zip(&g1).zip(&g2);
        for (((point, s1), out), ((l1, g1), g2)) in points.iter_mut().zip(&s1).zip(all.iter_mut()).zip(slopes)
        {
            let l2 = *g1 - l1;
            let x = *g2 * (*g2 - l2.double()) + s1;
            *point = (x, (*g2 - l2) * (point.0 - x) - point.1);
            out.ladder.push([*l1, *g1, *g2]);
        }
    }
}

/// The choice that the ladder makes for a digit: `−d` times the unit, or `T2`.
fn choose(unit: (Fr, Fr), digit: i8) -> (Fr, Fr) {
    match digit {
        0 => (Fr::ZERO, Fr::ZERO),
        1 => (unit.0, -unit.1),
        _ => unit,
    }
}

/// The slope and the sum of each pair.
fn add_all_of(left: &[(Fr, Fr)], right: &[(Fr, Fr)]) -> Vec<(Fr, (Fr, Fr))> {
    let slopes = quotients(left.iter().zip(right).map(|(p, q)| (q.1 - p.1, q.0 - p.0)));
    let mut sums = Vec::with_capacity(slopes.len());
    for ((p, q), slope) in left.iter().zip(right).zip(slopes) {
        let x = slope.square() - Fr::from(A) - p.0 - q.0;
        sums.push((slope, (x, slope * (p.0 - x) - p.1)));
    }
    sums
}

/// `a / b` for all pairs, with one inversion; 0 where `b = 0`.
fn quotients(pairs: impl Iterator<Item = (Fr, Fr)>) -> Vec<Fr> {
    let (numerators, mut inverses): (Vec<Fr>, Vec<Fr>) = pairs.unzip();
    batch_inversion(&mut inverses);
    numerators.iter().zip(&inverses).map(|(a, b)| *a * b).collect()
}

fn affine(point: &MontgomeryPoint) -> (Fr, Fr) {
    point.coordinates().unwrap_or_default()
}
