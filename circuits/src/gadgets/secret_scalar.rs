//! A contributor's secret scalar, canonical by construction, and its public key.
//!
//! **Relation.** `sk = Σ_{i<250} b_i 2^i + b (l − 2^250)` for booleans, hence `0 ≤ sk < l`; `sk ≠ 0`; and `pk = sk·Base8` in
//! Edwards coordinates.
//!
//! **Rows.** 251 booleans, one for `sk ≠ 0`, 83 windows of 3, a last one of 1, 83 additions of 3, 2 for the map to
//! Edwards: 753.
//!
//! The signed digits and the argument that no addition is exceptional are those of [`fixed_base`](super::fixed_base);
//! here the bits are variables, since the scalar enters the nullifier, so a window is looked up by its bits. The offset is
//! `T4`, a point of order 4, which the map to Edwards removes.
//!
//! **Uniqueness.** Numbers in `[l − 2^250, 2^250)` can be written with either `b`; the *value* `sk` is what is used, and
//! it is determined by `pk`: it lies in `[0, l)`, and `pk` determines it modulo `l`.
//!
//! **Caller.** Must hold: nothing.

use super::fixed_base::{ScalarDigits, SignedWindows, high_weight};
use super::montgomery::PointVar;
use super::range::{free_boolean, weighted_sum};
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};
use std::sync::OnceLock;
use workproof_protocol::babyjubjub::montgomery::{MontgomeryPoint, T4};
use workproof_protocol::babyjubjub::{BASE8, Scalar};

/// The secret scalar and the Edwards coordinates of its public key.
#[derive(Debug)]
#[expect(clippy::exhaustive_structs, reason = "these three forms are all there is")]
pub struct SecretScalarVar {
    /// The scalar, a form with a value in `[0, l)`.
    pub scalar: Linear,
    /// The Edwards abscissa of the public key.
    pub public_x: Linear,
    /// The Edwards ordinate of the public key.
    pub public_y: Linear,
}

/// Why the digits may be chosen.
const SECRET: &str = "digit of the secret scalar; only its value is used, and the public key fixes it";

fn windows() -> &'static SignedWindows {
    static WINDOWS: OnceLock<SignedWindows> = OnceLock::new();
    WINDOWS.get_or_init(|| SignedWindows::new(&MontgomeryPoint::from_edwards(&BASE8), &T4))
}

impl SecretScalarVar {
    /// Allocates the scalar and computes its public key.
    pub fn new(cs: &mut ConstraintSystem, scalar: Option<&Scalar>) -> Self {
        let digits = ScalarDigits::of(scalar.unwrap_or(&Scalar::ZERO));
        let bits: Vec<Linear> = (0..250).map(|i| free_boolean(cs, SECRET, || digits.bit(i))).collect();
        let high = free_boolean(cs, SECRET, || digits.high());
        let scalar = weighted_sum(&bits) + high.times(Fr::from(high_weight()));
        cs.enforce_nonzero(&scalar);

        let top = Linear::from(Fr::ONE) - &high;
        let mut sum: Option<PointVar> = None;
        for (k, chunk) in bits.chunks_exact(3).enumerate() {
            let (Some(table), [b0, b1, b2]) = (windows().window(k), chunk) else { continue };
            let point = look_up(cs, table, [b0, b1, b2]);
            sum = Some(match sum {
                None => point,
                Some(sum) => sum.add(cs, &point),
            });
        }
        let last = bits.last().cloned().unwrap_or_default();
        let point = look_up_last(cs, windows().last(), &last, &top);
        let shifted = match sum {
            None => point,
            Some(sum) => sum.add(cs, &point),
        };
        let (public_x, public_y) = remove_t4(cs, &shifted);
        Self { scalar, public_x, public_y }
    }
}

/// The entry for signs `2b − 1`: three rows, one for `b0 b1` and one for each coordinate.
fn look_up(cs: &mut ConstraintSystem, table: &[(Fr, Fr); 4], bits: [&Linear; 3]) -> PointVar {
    let [b0, b1, b2] = bits;
    let both = cs.product(b0, b1);
    let entry = |index: usize| {
        let signs = [index & 1 != 0, index & 2 != 0, index & 4 != 0];
        let (entry, negative) = super::fixed_base::signed_digit(signs);
        let (x, y) = table.get(entry).copied().unwrap_or_default();
        (x, if negative { -y } else { y })
    };
    let mut coordinate = |pick: fn((Fr, Fr)) -> Fr| {
        let low = bilinear([0, 1, 2, 3].map(|i| pick(entry(i))), b0, b1, &both);
        let high = bilinear([4, 5, 6, 7].map(|i| pick(entry(i))), b0, b1, &both);
        super::range::select(cs, b2, &high, &low)
    };
    PointVar { x: coordinate(|p| p.0), y: coordinate(|p| p.1) }
}

/// The entry for two signs: one row.
fn look_up_last(cs: &mut ConstraintSystem, table: &[(Fr, Fr); 4], b0: &Linear, b1: &Linear) -> PointVar {
    let both = cs.product(b0, b1);
    PointVar {
        x: bilinear(table.map(|p| p.0), b0, b1, &both),
        y: bilinear(table.map(|p| p.1), b0, b1, &both),
    }
}

/// The form with the four given values at `(b0, b1) = (0,0), (1,0), (0,1), (1,1)`.
fn bilinear(values: [Fr; 4], b0: &Linear, b1: &Linear, both: &Linear) -> Linear {
    let [v00, v10, v01, v11] = values;
    Linear::from(v00) + Linear::sum([(v10 - v00, b0), (v01 - v00, b1), (v11 - v10 - v01 + v00, both)])
}

/// The Edwards coordinates of `P − T4`, hinted and enforced: two rows. `P` lies in coset 2.
fn remove_t4(cs: &mut ConstraintSystem, point: &PointVar) -> (Linear, Linear) {
    let root = T4.coordinates().unwrap_or_default().1;
    // Edwards coordinates of P are (y/root, −root·x) of P − T4.
    let (u, v) = (point.x.value(), point.y.value());
    let y = cs.hint(|| root * u * v.inverse().unwrap_or_default());
    let x = cs.hint(|| -(u - Fr::ONE) * ((u + Fr::ONE) * root).inverse().unwrap_or_default());
    point.enforce_edwards_after_t4(cs, &x, &y, root);
    (x, y)
}

#[cfg(test)]
mod tests;
