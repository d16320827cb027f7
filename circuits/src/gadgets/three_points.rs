//! Choosing one of `T2`, `Q`, `−Q` in two rows.
//!
//! **Relation.** For a fixed point `Q = (x', y')` with `x' ≠ 0`, `y' ≠ 0` and `k = y'²/x'`, the rows
//!
//! ```text
//! (x − x') · y = 0
//! (y − k) · (y + x − x' + k) = k · (x' − k)
//! ```
//!
//! have exactly the solutions `(0, 0)`, `(x', y')`, `(x', −y')`: for `y = 0` the second reads `−k (x − x' + k) = k (x' − k)`,
//! so `x = 0`; for `y ≠ 0` the first gives `x = x'`, and the second `y² − k² = k x' − k²`, so `y² = k x' = y'²`.
//!
//! The chosen digit `e ∈ {−1, 0, 1}` is `y / y'`: it can be read off linearly once the result is multiplied by `y'`.
//!
//! **Rows.** Two to prepare `Q`, two for each choice.
//!
//! **Caller.** `Q` on the curve, `x' ≠ 0` and `y' ≠ 0` (any point but `T2` and the identity: the curve's only point with
//! `u = 0` or `v = 0` is `T2`). Then `k = x'² + A x' + 1 ≠ 0`, because `A² − 4` is not a square.

use super::montgomery::{A, PointVar};
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};

/// A point prepared for choosing.
#[derive(Debug)]
pub struct ThreePoints {
    point: PointVar,
    k: Linear,
    right: Linear,
}

impl ThreePoints {
    /// Prepares `Q`: two rows.
    pub fn new(cs: &mut ConstraintSystem, point: PointVar) -> Self {
        let a = Fr::from(A);
        let k = cs.hint(|| point.x.value().square() + a * point.x.value() + Fr::ONE);
        cs.enforce(&point.x, &point.x, &(&k - point.x.times(a) - Linear::from(Fr::ONE)));
        let right = cs.product(&k, &(&point.x - &k));
        Self { point, k, right }
    }

    /// The ordinate `y'` that a choice's ordinate is a multiple of.
    #[must_use]
    pub const fn unit(&self) -> &Linear {
        &self.point.y
    }

    /// `T2` for 0, `Q` for 1, `−Q` for −1, as hinted by `digit`: two rows.
    pub fn choose(&self, cs: &mut ConstraintSystem, digit: i8) -> PointVar {
        let meaning = "digit of the challenge, as a point; the challenge's row fixes their sum";
        let PointVar { x, y } = PointVar::free(cs, meaning, || match digit {
            0 => (Fr::ZERO, Fr::ZERO),
            1 => (self.point.x.value(), self.point.y.value()),
            _ => (self.point.x.value(), -self.point.y.value()),
        });
        let dx = &x - &self.point.x;
        cs.enforce(&dx, &y, &Linear::zero());
        cs.enforce(&(&y + dx + &self.k), &(&y - &self.k), &self.right);
        PointVar { x, y }
    }
}
