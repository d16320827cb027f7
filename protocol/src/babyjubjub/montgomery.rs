//! Baby Jubjub in Montgomery form: `v^2 = u^3 + 168698 u^2 + u`, whose affine addition costs the fewest constraints.
//!
//! The two forms are one group: `u = (1 + y) / (1 - y)`, `v = u / x` and back `x = u / v`,
//! `y = (u - 1) / (u + 1)`. The identity (0, 1) is the point at infinity; (0, -1) is (0, 0), the only
//! finite point with v = 0. No point of the curve has u = -1.

use ark_ff::{AdditiveGroup, Field, MontFp, PrimeField};

use super::edwards_point::EdwardsPoint;
use super::scalar::Scalar;
use crate::field::Fr;

/// Coefficient A of the curve equation; B is 1.
pub const COEFFICIENT: Fr = MontFp!("168698");

/// The point of order two, (0, 0).
pub const T2: MontgomeryPoint = MontgomeryPoint::Affine { u: Fr::ZERO, v: Fr::ZERO };

/// A point of order four, (1, sqrt(168700)): half of [`T2`].
pub const T4: MontgomeryPoint = MontgomeryPoint::Affine {
    u: Fr::ONE,
    v: MontFp!("7214280148105020021932206872019688659210616427216992810330019057549499971851"),
};

/// A point of order eight: half of [`T4`]. Its multiples are all points of the curve of order dividing eight.
pub const T8: MontgomeryPoint = MontgomeryPoint::Affine {
    u: MontFp!("9548596286964632035108538481129647073527022943495698293421437455091140321088"),
    v: MontFp!("2335166888937638371726907378537337986293196652890820819115660955264396928567"),
};

/// A point in Montgomery coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a curve has affine points and one point at infinity")]
pub enum MontgomeryPoint {
    /// The identity of the group.
    Infinity,
    /// A finite point.
    Affine {
        /// The first coordinate.
        u: Fr,
        /// The second coordinate.
        v: Fr,
    },
}

impl MontgomeryPoint {
    /// The coordinates, or `None` at infinity.
    #[must_use]
    pub const fn coordinates(&self) -> Option<(Fr, Fr)> {
        match self {
            Self::Infinity => None,
            Self::Affine { u, v } => Some((*u, *v)),
        }
    }

    /// Whether the point satisfies the curve equation; infinity does.
    #[must_use]
    pub fn is_on_curve(&self) -> bool {
        match self {
            Self::Infinity => true,
            Self::Affine { u, v } => v.square() == *u * (*u * (*u + COEFFICIENT) + Fr::ONE),
        }
    }

    /// Maps a point of the Edwards curve.
    #[must_use]
    pub fn from_edwards(point: &EdwardsPoint) -> Self {
        match ((Fr::ONE - point.y).inverse(), point.x.inverse()) {
            (None, _) => Self::Infinity,
            (Some(_), None) => T2,
            (Some(denominator), Some(inverse)) => {
                let u = (Fr::ONE + point.y) * denominator;
                Self::Affine { u, v: u * inverse }
            }
        }
    }

    /// Maps a point of this curve back.
    #[must_use]
    pub fn to_edwards(&self) -> EdwardsPoint {
        let Self::Affine { u, v } = self else { return EdwardsPoint::IDENTITY };
        match (v.inverse(), (*u + Fr::ONE).inverse()) {
            (Some(inverse), Some(denominator)) => {
                EdwardsPoint { x: *u * inverse, y: (*u - Fr::ONE) * denominator }
            }
            // Only T2 of all points of the curve has no such image.
            _ => EdwardsPoint { x: Fr::ZERO, y: -Fr::ONE },
        }
    }

    /// The inverse of a point, (u, -v).
    #[must_use]
    pub fn neg(&self) -> Self {
        match self {
            Self::Infinity => Self::Infinity,
            Self::Affine { u, v } => Self::Affine { u: *u, v: -*v },
        }
    }

    /// The sum of two points of the curve, every case included.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        let (Self::Affine { u: u1, v: v1 }, Self::Affine { u: u2, v: v2 }) = (self, other) else {
            return if matches!(self, Self::Infinity) { *other } else { *self };
        };
        match (*u2 - u1).inverse() {
            Some(inverse) => chord(u1, v1, u2, (*v2 - v1) * inverse),
            None if v1 == v2 => self.double(),
            None => Self::Infinity,
        }
    }

    /// Twice a point of the curve.
    #[must_use]
    pub fn double(&self) -> Self {
        let Self::Affine { u, v } = self else { return Self::Infinity };
        // A point with v = 0 has order two.
        let Some(inverse) = v.double().inverse() else { return Self::Infinity };
        let slope = (u.square() * Fr::from(3_u64) + COEFFICIENT.double() * u + Fr::ONE) * inverse;
        chord(u, v, u, slope)
    }

    /// The point times a scalar modulo l (the representative below l).
    #[must_use]
    pub fn mul(&self, scalar: &Scalar) -> Self {
        self.mul_bigint(&scalar.into_bigint().0)
    }

    /// The point times an integer of little-endian limbs, which is not reduced.
    #[must_use]
    pub fn mul_bigint(&self, limbs: &[u64]) -> Self {
        Self::from_edwards(&self.to_edwards().mul_bigint(limbs))
    }
}

/// The third point on the line through (u1, v1) and a point with first coordinate u2, reflected.
fn chord(u1: &Fr, v1: &Fr, u2: &Fr, slope: Fr) -> MontgomeryPoint {
    let u = slope.square() - COEFFICIENT - u1 - u2;
    MontgomeryPoint::Affine { u, v: slope * (*u1 - u) - v1 }
}
