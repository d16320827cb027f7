//! Constant points: their cosets, and the windows that they are in.

use super::super::multiples::Multiples;
use alloc::collections::BTreeMap;
use ark_bn254::Fr;
use ark_ff::PrimeField;
use workproof_protocol::babyjubjub::Scalar;
use workproof_protocol::babyjubjub::montgomery::{COEFFICIENT, MontgomeryPoint, T8};

/// A set of cosets, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cosets(u8);

impl Cosets {
    pub(super) const ANY: Self = Self(0xff);

    pub(super) const fn one(coset: u8) -> Self {
        Self(1 << (coset % 8))
    }

    pub(super) const fn contain(self, coset: u8) -> bool {
        self.0 >> (coset % 8) & 1 == 1
    }

    pub(super) fn iter(self) -> impl Iterator<Item = u8> {
        (0..8).filter(move |coset| self.contain(*coset))
    }

    pub(super) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn map(self, of: impl Fn(u8) -> u8) -> Self {
        self.iter().fold(Self(0), |set, coset| set.union(Self::one(of(coset))))
    }

    pub(super) fn negated(self) -> Self {
        self.map(|coset| 8 - coset)
    }

    pub(super) fn doubled(self) -> Self {
        self.map(|coset| 2 * coset)
    }

    pub(super) fn shifted(self, by: u8) -> Self {
        self.map(|coset| coset + by)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        other.iter().fold(Self(0), |set, coset| set.union(self.shifted(coset)))
    }

    /// No element of the one can be equal or opposite to an element of the other.
    pub(super) fn never_meet(self, other: Self) -> bool {
        self.0 & other.0 == 0 && self.0 & other.negated().0 == 0
    }
}

/// What is known of a point that is one of several constants.
#[derive(Clone, Debug)]
pub(super) struct OneOf {
    pub(super) cosets: Cosets,
    pub(super) multiples: Option<Multiples>,
}

/// Windows that were looked at already: every signature has the same.
#[derive(Debug, Default)]
pub(super) struct WindowCache(BTreeMap<Vec<(Fr, Fr)>, Option<OneOf>>);

impl WindowCache {
    /// What is known of a point that is one of these, if all of them are on the curve.
    pub(super) fn one_of(&mut self, points: &[(Fr, Fr)]) -> Option<OneOf> {
        self.0.entry(points.to_vec()).or_insert_with(|| examine(points)).clone()
    }
}

fn examine(points: &[(Fr, Fr)]) -> Option<OneOf> {
    let all: Vec<MontgomeryPoint> =
        points.iter().map(|(u, v)| MontgomeryPoint::Affine { u: *u, v: *v }).collect();
    if all.is_empty() || !all.iter().all(MontgomeryPoint::is_on_curve) {
        return None;
    }
    let cosets = all.iter().filter_map(coset).fold(Cosets(0), |set, coset| set.union(Cosets::one(coset)));
    Some(OneOf { cosets, multiples: Multiples::of_window(points) })
}

/// The coset of a constant point: `[l]P` is `l` times its part of order 8.
fn coset(point: &MontgomeryPoint) -> Option<u8> {
    let torsion = point.mul_bigint(&Scalar::MODULUS.0);
    let order: u8 = Scalar::MODULUS.0.first().and_then(|limb| u8::try_from(limb % 8).ok())?;
    let mut multiple = MontgomeryPoint::Infinity;
    for class in 0..8u8 {
        if multiple == torsion {
            // an odd number is its own inverse modulo 8
            return Some(class * order % 8);
        }
        multiple = multiple.add(&T8);
    }
    None
}

/// `A`.
pub(super) const fn a() -> Fr {
    COEFFICIENT
}
