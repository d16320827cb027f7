//! Points of Baby Jubjub in Montgomery form, `v² = u³ + A·u² + u` with `A = 168698`.
//!
//! Affine addition in this form takes three rows but has exceptional cases: where two operands share `u`, a slope is
//! `0/0` and the row that defines it has every solution. No gadget here guards against that. Each states what its caller
//! must know about its operands, and the callers know it by *cosets*: the group is cyclic of order `8l`, so every point
//! has a coset number modulo 8 (its class modulo the subgroup of order `l`). Numbers add when points add, and `P = ±Q`
//! needs equal or opposite numbers. Operands in different, not opposite cosets can never meet.
//!
//! The group's identity has no affine form: a [`PointVar`] is never the identity.

use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};
use workproof_protocol::babyjubjub::montgomery::MontgomeryPoint;

/// The coefficient `A` of the curve.
pub const A: u64 = 168_698;

/// An affine point whose coordinates are forms.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a point has two coordinates")]
pub struct PointVar {
    /// The coordinate `u`.
    pub x: Linear,
    /// The coordinate `v`.
    pub y: Linear,
}

fn a() -> Fr {
    Fr::from(A)
}

impl PointVar {
    /// A constant point. The identity has no affine form and becomes (0, 0); no constant in use is the identity.
    #[must_use]
    pub fn constant(point: &MontgomeryPoint) -> Self {
        let (x, y) = point.coordinates().unwrap_or_default();
        Self { x: Linear::from(x), y: Linear::from(y) }
    }

    /// Two new variables, with nothing enforced.
    pub fn hint(cs: &mut ConstraintSystem, point: impl FnOnce() -> MontgomeryPoint) -> Self {
        let (x, y) =
            if cs.has_values() { point().coordinates().unwrap_or_default() } else { Default::default() };
        Self { x: cs.hint(|| x), y: cs.hint(|| y) }
    }

    /// Two new variables that are the prover's choice, with nothing enforced: the caller's rows make them a point.
    pub fn free(
        cs: &mut ConstraintSystem,
        meaning: &'static str,
        coordinates: impl FnOnce() -> (Fr, Fr),
    ) -> Self {
        let (x, y) = if cs.has_values() { coordinates() } else { Default::default() };
        Self {
            x: cs.free_input(meaning, Domain::MontgomeryPoint, || x),
            y: cs.free_input(meaning, Domain::OrdinateOfPoint, || y),
        }
    }

    /// Enforces the curve's equation: three rows. Returns `u²`, which a doubling can use again.
    pub fn enforce_on_curve(&self, cs: &mut ConstraintSystem) -> Linear {
        let x2 = cs.product(&self.x, &self.x);
        let y2 = cs.product(&self.y, &self.y);
        cs.enforce(&self.x, &(&x2 + self.x.times(a()) + Linear::from(Fr::ONE)), &y2);
        x2
    }

    /// `2P`: four rows, or three when `u²` is given.
    ///
    /// **Caller:** `P` is on the curve. For `v = 0`, that is `P = T2 = (0, 0)`, the slope's row reads `0 = 1`: no
    /// assignment satisfies it. (Any other point has `2P` affine.)
    #[must_use]
    pub fn double(&self, cs: &mut ConstraintSystem, x2: Option<Linear>) -> Self {
        let x2 = x2.unwrap_or_else(|| cs.product(&self.x, &self.x));
        let rise = x2.times(Fr::from(3u64)) + self.x.times(a().double()) + Linear::from(Fr::ONE);
        let slope = cs.quotient(&rise, &self.y.doubled());
        self.third_point(cs, &slope, &self.x)
    }

    /// `P + Q`: three rows.
    ///
    /// **Caller:** both on the curve, and `u_P ≠ u_Q`, that is `P ≠ ±Q`.
    #[must_use]
    pub fn add(&self, cs: &mut ConstraintSystem, other: &Self) -> Self {
        self.add_with_slope(cs, other, None)
    }

    /// [`add`](Self::add) with the slope's value given, if it is known already.
    #[must_use]
    pub fn add_with_slope(&self, cs: &mut ConstraintSystem, other: &Self, slope: Option<Fr>) -> Self {
        let slope = cs.known_quotient(&(&other.y - &self.y), &(&other.x - &self.x), slope);
        self.third_point(cs, &slope, &other.x)
    }

    /// The point opposite to the third intersection of the line through `self` with the given slope: two rows.
    fn third_point(&self, cs: &mut ConstraintSystem, slope: &Linear, other_x: &Linear) -> Self {
        let x = cs.hint(|| slope.value().square() - a() - self.x.value() - other_x.value());
        cs.enforce(slope, slope, &(&x + &self.x + other_x + Linear::from(a())));
        let y = self.line(cs, slope, &x);
        Self { x, y }
    }

    /// `y` with `slope · (u_P − x) = y + v_P`: one row.
    fn line(&self, cs: &mut ConstraintSystem, slope: &Linear, x: &Linear) -> Linear {
        let y = cs.hint(|| slope.value() * (self.x.value() - x.value()) - self.y.value());
        cs.enforce(&(&self.x - x), slope, &(&y + &self.y));
        y
    }

    /// `3P + Q` as `((P + Q) + P) + P` with the ordinates of the two intermediate points left out: seven rows.
    ///
    /// With slopes `λ1` (of `P, Q`), `λ2` (of `P, S1 = P + Q`), `λ3` (of `P, S2 = S1 + P`) and `g1 = λ1 + λ2`,
    /// `g2 = λ2 + λ3`: the line through `P` and `S1` passes `−v_{S1} = v_P + λ1 (u_{S1} − u_P)`, which gives
    /// `g1 (u_P − u_{S1}) = 2 v_P`; and `λ2² − λ1² = g1 (g1 − 2 λ1) = u_{S2} − u_Q`. The third step is alike.
    ///
    /// **Caller:** all on the curve; `P ≠ ±Q`, `P ≠ ±(P + Q)`, `P ≠ ±(2P + Q)`, and no sum on the way is the identity.
    ///
    /// `slopes` are the values of `λ1`, `g1` and `g2`, if they are known already.
    #[must_use]
    pub fn triple_and_add(&self, cs: &mut ConstraintSystem, other: &Self, slopes: Option<&[Fr; 3]>) -> Self {
        let [first, second, third] = slopes.map_or([None; 3], |s| s.map(Some));
        let l1 = cs.known_quotient(&(&self.y - &other.y), &(&self.x - &other.x), first);
        let s1 = cs.hint(|| l1.value().square() - a() - self.x.value() - other.x.value());
        cs.enforce(&l1, &l1, &(&s1 + &self.x + &other.x + Linear::from(a())));
        let (l2, s2) = self.add_again(cs, (&l1, &s1), &other.x, second);
        let (l3, x) = self.add_again(cs, (&l2, &s2), &s1, third);
        let y = self.line(cs, &l3, &x);
        Self { x, y }
    }

    /// From the slope and abscissa of `S = R + P`, those of `S + P`: two rows. `before` is `u_R`.
    fn add_again(
        &self,
        cs: &mut ConstraintSystem,
        (slope, x): (&Linear, &Linear),
        before: &Linear,
        known: Option<Fr>,
    ) -> (Linear, Linear) {
        let sum = cs.known_quotient(&self.y.doubled(), &(&self.x - x), known);
        let next = cs.hint(|| sum.value() * (sum.value() - slope.value().double()) + before.value());
        cs.enforce(&sum, &(&sum - slope.doubled()), &(&next - before));
        (sum - slope, next)
    }

    /// `2P + T2` with `T2 = (0, 0)`: five rows.
    ///
    /// `P + T2 = (1/u, −v/u²)`; with `w = v/u` the slope of `P` and `P + T2` is `w + ν` for `ν = 2w/(u² − 1)`, and
    /// `slope² = A + u + 1/u + u_{2P+T2}` gives `u_{2P+T2} = ν (ν + 2w)`, since `w² = u + A + 1/u`.
    ///
    /// **Caller:** on the curve, of order greater than 4: then `u ≠ 0` and `u² ≠ 1`.
    #[must_use]
    pub fn double_plus_t2(&self, cs: &mut ConstraintSystem) -> Self {
        let x2 = cs.product(&self.x, &self.x);
        let w = cs.quotient(&self.y, &self.x);
        let nu = cs.quotient(&w.doubled(), &(&x2 - Linear::from(Fr::ONE)));
        let x = cs.product(&nu, &(&nu + w.doubled()));
        let y = self.line(cs, &(&nu + &w), &x);
        Self { x, y }
    }

    /// Enforces that `(edwards_x, edwards_y)` is this point in Edwards coordinates, `x = u/v`, `y = (u − 1)/(u + 1)`:
    /// two rows.
    ///
    /// **Caller:** on the curve and `v ≠ 0`. Then both Edwards coordinates are determined: `u = −1` is not on the curve
    /// (`A − 2` is not a square).
    pub fn enforce_edwards(&self, cs: &mut ConstraintSystem, edwards_x: &Linear, edwards_y: &Linear) {
        let one = Linear::from(Fr::ONE);
        cs.enforce(edwards_x, &self.y, &self.x);
        cs.enforce(edwards_y, &(&self.x + &one), &(&self.x - &one));
    }

    /// Enforces that `(edwards_x, edwards_y)` is `P − T4·k` in Edwards coordinates, `k = ±1`: two rows. `root` is
    /// `+√168700` for `k = 1` and `−√168700` for `k = −1`, where `T4 = (1, √168700)`.
    ///
    /// On the Edwards curve `Q + T4 = (y_Q/√a, −√a·x_Q)` for `a = 168700`: translation by `T4` is linear, so the two rows of
    /// [`Self::enforce_edwards`] absorb it.
    ///
    /// **Caller:** `P` on the curve, `v ≠ 0` (any `P` outside coset 4 and other than the identity will do).
    pub fn enforce_edwards_after_t4(
        &self,
        cs: &mut ConstraintSystem,
        edwards_x: &Linear,
        edwards_y: &Linear,
        root: Fr,
    ) {
        let inverse = root.inverse().unwrap_or_default();
        self.enforce_edwards(cs, &edwards_y.times(inverse), &edwards_x.times(-root));
    }
}
