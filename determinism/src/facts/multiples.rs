//! Sums of windows over one base: points that are odd multiples of it, with a bound.
//!
//! **Why.** Two points of the subgroup of prime order `l` may be equal or opposite, so cosets say nothing about them. But if
//! `P = v·G` with `|v| ≤ m` and `Q = d·c·G` with odd `|d| ≤ 7`, then `v ± d c` is not zero where `m < c`, and smaller than `l`
//! where `m + 7c < l`: so `P ≠ ±Q`, and `P + Q` is `v'·G` with `|v'| ≤ m + 7c`.

use ark_bn254::Fr;
use ark_ff::PrimeField;
use num_bigint::BigUint;
use workproof_protocol::babyjubjub::Scalar;
use workproof_protocol::babyjubjub::montgomery::MontgomeryPoint;

/// The point is `v·G` with `1 ≤ |v| ≤ most`, for the `G` of which `unit` is the multiple by `scale`, and `G` has order `l`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Multiples {
    unit: MontgomeryPoint,
    scale: BigUint,
    most: BigUint,
}

impl Multiples {
    /// For a point that is one of these, if they are `{±1, ±3, ±5, ±7}·U` up to their signs, for one `U` of order `l`.
    pub(crate) fn of_window(points: &[(Fr, Fr)]) -> Option<Self> {
        let all: Vec<MontgomeryPoint> =
            points.iter().map(|(u, v)| MontgomeryPoint::Affine { u: *u, v: *v }).collect();
        let is_multiple = |point: &MontgomeryPoint, odd: &[MontgomeryPoint]| {
            odd.iter().any(|multiple| point == multiple || *point == multiple.neg())
        };
        let unit = all.iter().find(|unit| {
            let twice = unit.double();
            let mut odd = vec![**unit];
            for _ in 0..3 {
                let next = odd.last().unwrap_or(unit).add(&twice);
                odd.push(next);
            }
            all.iter().all(|point| is_multiple(point, &odd))
        })?;
        // the order is l itself, which is a prime, and not 1, which no affine point has
        let order_is_prime = unit.add(&unit.mul(&-Scalar::from(1u8))) == MontgomeryPoint::Infinity;
        order_is_prime.then(|| Self { unit: *unit, scale: BigUint::from(1u8), most: BigUint::from(7u8) })
    }

    /// The sum with a window, and that the two are never equal or opposite; `None` where that does not follow.
    pub(crate) fn plus_window(&self, window: &Self) -> Option<Self> {
        let is_window = window.scale == BigUint::from(1u8) && window.most == BigUint::from(7u8);
        let scale = &self.scale * 8u8;
        let next = self.unit.double().double().double();
        // the multiples are symmetric, so that the sign of a unit does not matter
        let follows = next == window.unit || next == window.unit.neg();
        let most = &self.most + &scale * 7u8;
        let fits = self.most < scale && most < BigUint::from(Scalar::MODULUS);
        (is_window && follows && fits).then_some(Self { unit: window.unit, scale, most })
    }
}
