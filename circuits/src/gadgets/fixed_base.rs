//! Multiples of a fixed base by a scalar that is never a variable.
//!
//! **Signed digits.** A scalar `S` in `[0, l)` is `Σ_{i<250} b_i 2^i + b (l − 2^250)` with bits `b_i`, `b`; such sums run
//! through exactly `[0, l)`, because `2^250 < l ≤ 2^251`. With signs `s_i = 2 b_i − 1` and `s_250 = 1 − 2b`,
//! `2S ≡ Σ_{i≤250} s_i 2^i − 1 (mod l)`. So `S·G` is a sum of signed, odd multiples of `G/2`: 83 windows of three signs,
//! and a last one of two signs that takes the `−1` as well, and a constant torsion point called the offset.
//!
//! **Why no addition is exceptional.** The sum of the first `k` windows is `V·G/2` with `V` odd and `|V| < 8^k`; the next
//! window adds `d·8^k·G/2` with odd `|d| ≤ 7`. Both `V + d 8^k` and `V − d 8^k` are non-zero and smaller than
//! `8^83 < l`, so the operands are neither equal nor opposite, and no sum is the identity. The last window lies in the
//! offset's coset and the sum before it in coset 0: they cannot meet either.
//!
//! **Window rows.** With `z = y²`, the four pairs `(x, z)` of a window's positive entries are cut out by two pairs of
//! lines, each pair in one row: `line(p0,p1) · line(p2,p3) = 0` and `line(p0,p2) · line(p1,p3) = 0`. Where no line of
//! one pair is parallel to one of the other, the pairs meet in exactly four points, which are the four given ones. The
//! tables are checked for that when they are made, in every build.

use super::montgomery::PointVar;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::{BigInt, BigInteger, Field, PrimeField};
use workproof_protocol::babyjubjub::{Scalar, montgomery::MontgomeryPoint};
use zeroize::Zeroize;

/// The number of windows of three signs.
pub const WINDOWS: usize = 83;

/// `2^250`.
const HALF: BigInt<4> = BigInt::new([0, 0, 0, 1 << 58]);

/// `l − 2^250`, the weight of the bit `b`.
pub fn high_weight() -> BigInt<4> {
    let mut weight = Scalar::MODULUS;
    weight.sub_with_borrow(&HALF);
    weight
}

/// The digits of a scalar: bits `b_0 … b_249` and the bit `b`. The scalar may be a secret: they are not printed.
#[derive(Clone)]
pub struct ScalarDigits {
    low: BigInt<4>,
    high: bool,
}

impl core::fmt::Debug for ScalarDigits {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ScalarDigits(<redacted>)")
    }
}

impl Drop for ScalarDigits {
    fn drop(&mut self) {
        self.low.zeroize();
    }
}

impl ScalarDigits {
    /// The digits of a scalar.
    #[must_use]
    pub fn of(scalar: &Scalar) -> Self {
        let mut low = scalar.into_bigint();
        let high = low >= HALF;
        if high {
            low.sub_with_borrow(&high_weight());
        }
        Self { low, high }
    }

    /// Bit `b_i` for `i < 250`.
    #[must_use]
    pub fn bit(&self, index: usize) -> bool {
        index < 250 && self.low.get_bit(index)
    }

    /// Bit `b`.
    #[must_use]
    pub const fn high(&self) -> bool {
        self.high
    }

    /// The sign `s_i` for `i ≤ 250`: whether it is +1.
    #[must_use]
    pub fn is_plus(&self, index: usize) -> bool {
        if index < 250 { self.bit(index) } else { !self.high }
    }
}

/// Windows over one base, with an offset added to every product.
#[derive(Debug)]
pub struct SignedWindows {
    /// `G/2 · 8^k · {1, 3, 5, 7}`.
    windows: Vec<[(Fr, Fr); 4]>,
    /// `±2^249 ± 2^250 − 1` times `G/2`, plus the offset; index is `s_249 + 2 s_250` as bits.
    last: [(Fr, Fr); 4],
}

impl SignedWindows {
    /// Tables for `base` of order `l` and an `offset` outside the prime subgroup.
    ///
    /// # Panics
    /// When a table has not the general position that its rows need: a property of the constants alone, so a circuit
    /// with such a table cannot be built at all.
    #[must_use]
    pub fn new(base: &MontgomeryPoint, offset: &MontgomeryPoint) -> Self {
        let half = Scalar::from(2u64).inverse().unwrap_or_default();
        let first = base.mul(&half);
        let mut unit = first;
        let mut windows = Vec::with_capacity(WINDOWS);
        for _ in 0..WINDOWS {
            let twice = unit.add(&unit);
            let three = unit.add(&twice);
            let five = three.add(&twice);
            let table = [unit, three, five, five.add(&twice)].map(|p| affine(&p));
            assert_general_position(&table.map(|(x, y)| (x, y.square())));
            windows.push(table);
            unit = unit.mul(&Scalar::from(8u64));
        }
        let (low, high) = (unit, unit.add(&unit));
        let shift = offset.add(&first.neg());
        let entry = |plus_low: bool, plus_high: bool| {
            let low = if plus_low { low } else { low.neg() };
            let high = if plus_high { high } else { high.neg() };
            affine(&low.add(&high).add(&shift))
        };
        let last = [entry(false, false), entry(true, false), entry(false, true), entry(true, true)];
        assert_general_position(&last);
        Self { windows, last }
    }

    /// The four positive entries of window `index`.
    pub(super) fn window(&self, index: usize) -> Option<&[(Fr, Fr); 4]> {
        self.windows.get(index)
    }

    /// The entries of the last window.
    pub(super) const fn last(&self) -> &[(Fr, Fr); 4] {
        &self.last
    }

    /// The entry that a scalar's digits choose in window `index`; the last window has index [`WINDOWS`].
    pub(super) fn entry(&self, index: usize, digits: &ScalarDigits) -> (Fr, Fr) {
        let Some(table) = self.windows.get(index) else {
            let [low, high] = [249, 250].map(|i| usize::from(digits.is_plus(i)));
            return self.last.get(low + 2 * high).copied().unwrap_or_default();
        };
        let (entry, negative) = signed_digit([0, 1, 2].map(|i| digits.is_plus(3 * index + i)));
        let (x, y) = table.get(entry).copied().unwrap_or_default();
        (x, if negative { -y } else { y })
    }

    /// `S·G + offset` for some `S` in `[0, l)`: 500 rows. The digits are hints of which only the product remains.
    pub fn multiply(&self, cs: &mut ConstraintSystem, digits: &ScalarDigits) -> PointVar {
        self.multiply_with_slopes(cs, digits, &[])
    }

    /// [`multiply`](Self::multiply) with the values of the slopes given, if they are known already.
    pub(super) fn multiply_with_slopes(
        &self,
        cs: &mut ConstraintSystem,
        digits: &ScalarDigits,
        slopes: &[Fr],
    ) -> PointVar {
        let mut slopes = slopes.iter().copied();
        let mut sum: Option<PointVar> = None;
        for index in 0..=WINDOWS {
            let point = self.choose(cs, index, self.entry(index, digits));
            sum = Some(match sum {
                None => point,
                Some(sum) => sum.add_with_slope(cs, &point, slopes.next()),
            });
        }
        sum.unwrap_or_else(|| PointVar { x: Linear::zero(), y: Linear::zero() })
    }

    /// Some entry of a window, hinted: three rows, two for the last window.
    fn choose(&self, cs: &mut ConstraintSystem, index: usize, (x, y): (Fr, Fr)) -> PointVar {
        let meaning = "entry of a window; together they are S·B8, of which any multiple will do";
        let point = PointVar::free(cs, meaning, || (x, y));
        match self.windows.get(index) {
            Some(table) => {
                let z = cs.product(&point.y, &point.y);
                enforce_one_of_four(cs, &point.x, &z, &table.map(|(x, y)| (x, y.square())));
            }
            None => enforce_one_of_four(cs, &point.x, &point.y, &self.last),
        }
        point
    }
}

/// The digit `s_0 + 2 s_1 + 4 s_2`, as an index into {1, 3, 5, 7} and whether it is negative.
pub(super) const fn signed_digit(signs: [bool; 3]) -> (usize, bool) {
    let [s0, s1, s2] = signs;
    // |d| = 4 ± 2 ± 1 with the lower signs relative to the top one.
    let index = match (s1 == s2, s0 == s2) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) => 1,
        (false, false) => 0,
    };
    (index, !s2)
}

fn enforce_one_of_four(cs: &mut ConstraintSystem, x: &Linear, z: &Linear, points: &[(Fr, Fr); 4]) {
    let [p0, p1, p2, p3] = *points;
    let mut pair = |a: ((Fr, Fr), (Fr, Fr)), b: ((Fr, Fr), (Fr, Fr))| {
        cs.enforce(&line(x, z, a.0, a.1), &line(x, z, b.0, b.1), &Linear::zero());
    };
    pair((p0, p1), (p2, p3));
    pair((p0, p2), (p1, p3));
}

/// The form that vanishes on the line through two points: `z − m x − (z_p − m x_p)`.
fn line(x: &Linear, z: &Linear, p: (Fr, Fr), q: (Fr, Fr)) -> Linear {
    let m = slope(p, q);
    z - x.times(m) - Linear::from(p.1 - m * p.0)
}

fn slope(p: (Fr, Fr), q: (Fr, Fr)) -> Fr {
    (q.1 - p.1) * (q.0 - p.0).inverse().unwrap_or_default()
}

fn assert_general_position(points: &[(Fr, Fr); 4]) {
    let [p0, p1, p2, p3] = *points;
    for (p, q) in [(p0, p1), (p2, p3), (p0, p2), (p1, p3)] {
        assert!(p.0 != q.0, "two entries of a window share an abscissa");
    }
    for first in [slope(p0, p1), slope(p2, p3)] {
        for second in [slope(p0, p2), slope(p1, p3)] {
            assert!(first != second, "two lines of a window are parallel");
        }
    }
}

fn affine(point: &MontgomeryPoint) -> (Fr, Fr) {
    let coordinates = point.coordinates();
    assert!(coordinates.is_some(), "a table entry is the identity");
    coordinates.unwrap_or_default()
}
