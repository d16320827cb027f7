//! EdDSA-Poseidon on Baby Jubjub, verified in 2,292 rows with no exceptional case.
//!
//! **Relation.** Given a public key `A` and a message `m` as forms, there is a signature `(R, S)` that the native rule
//! accepts: `A` in the prime subgroup and not the identity, `R` on the curve, `S < l`, and
//! `S·B8 = R + 8·h·A` for `h = Poseidon(R.x, R.y, A.x, A.y, m)`, as an exact equality of points (cofactorless), where `h` is
//! the canonical integer in `[0, r)`.
//!
//! **Rows.**
//!
//! | part | rows |
//! |---|---|
//! | `A = 8A'`, `A'` on the curve; `A` to Edwards; `4A` | 24 |
//! | `8A + T2` and the constants of the three-point choice | 7 |
//! | challenge `h` | 321 |
//! | `S·3^-158·B8 + T8` in signed windows | 500 |
//! | top digit: `± 4A` | 5 |
//! | ladder, 158 base-3 digits | 1,422 |
//! | `h` from its digits, canonically | 5 |
//! | `+ 4A`, `+ 5·T8`, `R` to Edwards | 8 |
//!
//! **The key.** `A' ` is a hint on the curve and `A = 8A'` is computed by three doublings, so `A` is in the prime
//! subgroup. If `A'` had order dividing 8, some doubling would have met `T2`, whose row reads `0 = 1`: so `A` is not the
//! identity. The two map rows determine `A`'s Edwards coordinates from the point.
//!
//! **The challenge as digits.** With `d_i ∈ {−1, 0, 1}`, `c = (3^158 − 1)/2`, a bit `b` and `0 ≤ j < 8`,
//! `H = Σ d_i 3^i + c + b (l − 3^158) + j l` runs through exactly `[0, 8l)`, because `3^158 < l ≤ 2·3^158`; and
//! `8l − r < 3^80`. One row says `H = h` in the field; one more says that not all of `d_80 … d_157` are 1, so
//! `H < 8l − 3^80 < r`: then `H` *is* the canonical `h`. Modulo `l`,
//! `H·8A = Σ d_i 3^i·8A + 3^158 (1 − 2b)·4A − 4A`.
//!
//! **The ladder.** `P ← S·3^-158·B8 + T8 ± 4A`, then 158 times `P ← 3P + Q` with `Q ∈ {T2, ±(8A + T2)}`, then `+ 4A`:
//! `R + T8`. (`3^158 ≡ 1` and `Σ 3^i ≡ 0 (mod 4)`, so the torsion parts come out as `T8` alone.) Adding `5·T8` makes it
//! `R − T4`, which maps to `R`'s Edwards coordinates in two rows. `R` is computed, so it is on the curve and in the
//! subgroup; the challenge hashes the same two variables.
//!
//! **No exceptional case.** Number the cosets so that `T8` is in 1. `P` is in 1 or 7 throughout (`3·1 + 4 = 7`,
//! `3·7 + 4 ≡ 1`), `Q` in 4, `P + Q` in 5 or 3, `2P + Q` in 6 or 2. Never are operands equal or opposite, and no
//! intermediate sum is the identity. Neither is the first addition exceptional (1 against 0), nor `+ 4A` (1 against 0),
//! nor `+ 5·T8` (1 against 5). So for every `A`, `S` and `h` each slope is determined: no assignment can cheat, and every
//! valid signature has an assignment.
//!
//! **Completeness.** All valid signatures, except when `h mod l ≥ l − 3^80`: a share of `2^-123.8` of all challenges, which
//! nobody can aim at.
//!
//! **Caller.** Must hold: nothing about `A`, `m`; but `A` must be *the* key that the caller means, so pass the very forms
//! that the caller hashes into the attester's leaf.
//!
//! **Not enforced.** Neither `A'` (8 choices) nor the digits (two forms where the values for `b = 0` and `b = 1` overlap) are
//! unique. `S` is never a variable. Nothing but `A`, `m` and the existence of `(R, S)` may be used outside.

mod slopes;

pub use slopes::{SignatureSlopes, SignedMessage, signature_slopes};

use super::fixed_base::{ScalarDigits, SignedWindows};
use super::montgomery::PointVar;
use super::poseidon;
use super::range::free_boolean;
use super::three_points::ThreePoints;
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, PrimeField};
use num_bigint::BigUint;
use std::sync::OnceLock;
use workproof_protocol::babyjubjub::montgomery::{MontgomeryPoint, T4, T8};
use workproof_protocol::babyjubjub::{BASE8, EdwardsPoint, Scalar};
use workproof_protocol::eddsa::Signature;

/// The number of base-3 digits of the challenge.
pub const DIGITS: usize = 158;
/// Why the top digits may be chosen.
const TOP_DIGIT: &str = "top digit of the challenge; the challenge's row fixes the sum of all";
/// Not all digits from this one on may be 1.
const CANONICAL_FROM: usize = 80;

/// What is fixed: tables and constants.
#[derive(Debug)]
struct Constants {
    windows: SignedWindows,
    five_t8: MontgomeryPoint,
    /// `−√168700`: the result lies one `T4` *below* `R`.
    root: Fr,
    /// `(3^158 − 1)/2`.
    middle: Fr,
    /// `l − 3^158`.
    high: BigUint,
    high_in_field: Fr,
    subgroup_order: BigUint,
    order_in_field: Fr,
}

impl Constants {
    fn shared() -> &'static Self {
        static CONSTANTS: OnceLock<Constants> = OnceLock::new();
        CONSTANTS.get_or_init(|| {
            let digits = DIGITS.try_into().unwrap_or(u32::MAX);
            let top = BigUint::from(3u8).pow(digits);
            let subgroup_order = BigUint::from(Scalar::MODULUS);
            let scale = Scalar::from(3u64).pow([u64::from(digits)]).inverse().unwrap_or_default();
            let base = MontgomeryPoint::from_edwards(&BASE8).mul(&scale);
            let high = &subgroup_order - &top;
            Self {
                windows: SignedWindows::new(&base, &T8),
                five_t8: T8.double().double().add(&T8),
                root: -T4.coordinates().unwrap_or_default().1,
                middle: Fr::from((&top - 1u8) / 2u8),
                high_in_field: Fr::from(high.clone()),
                high,
                order_in_field: Fr::from(subgroup_order.clone()),
                subgroup_order,
            }
        })
    }
}

/// The digits of a challenge: `H = Σ d_i 3^i + c + b (l − 3^158) + j l`.
#[derive(Clone, Debug)]
struct ChallengeDigits {
    digits: Vec<i8>,
    high: bool,
    multiple: [bool; 3],
}

impl ChallengeDigits {
    /// The digits of an integer in `[0, 8l)`; a larger one gets digits that no row accepts.
    fn of(challenge: &BigUint) -> Self {
        let constants = Constants::shared();
        let multiple = challenge / &constants.subgroup_order;
        let mut rest = challenge % &constants.subgroup_order;
        // Where both values of b would do, b = 1 leaves the smaller share of challenges without digits.
        let high = rest >= constants.high;
        if high {
            rest -= &constants.high;
        }
        let digits = (0..DIGITS)
            .map(|_| {
                let digit = (&rest % 3u8).iter_u32_digits().next().unwrap_or(0);
                rest /= 3u8;
                i8::try_from(digit).unwrap_or(0) - 1
            })
            .collect();
        Self { digits, high, multiple: [0, 1, 2].map(|i| multiple.bit(i)) }
    }
}

/// Enforces that a signature of `message` by the key with Edwards coordinates `(key_x, key_y)` exists: 2,292 rows.
pub fn enforce_signature(
    cs: &mut ConstraintSystem,
    key_x: &Linear,
    key_y: &Linear,
    message: &Linear,
    signature: Option<&Signature>,
) {
    enforce_signature_with_slopes(cs, [key_x, key_y, message], signature, &SignatureSlopes::default());
}

/// The same, with slopes computed beforehand by [`signature_slopes`]: a matter of time only, since every slope is checked
/// by its row. `statement` is the key's coordinates and the message.
pub fn enforce_signature_with_slopes(
    cs: &mut ConstraintSystem,
    statement: [&Linear; 3],
    signature: Option<&Signature>,
    slopes: &SignatureSlopes,
) {
    let [key_x, key_y, message] = statement;
    let four_a = enforce_key(cs, key_x, key_y);
    let eight_a_t2 = four_a.double_plus_t2(cs);
    let choice = ThreePoints::new(cs, eight_a_t2);
    let r = signature.map_or(EdwardsPoint::IDENTITY, |s| s.r);
    let (r_x, r_y) = (cs.hint(|| r.x), cs.hint(|| r.y));
    let challenge = poseidon::hash(cs, [&r_x, &r_y, key_x, key_y, message]);
    let digits = ScalarDigits::of(&signature.map_or(Scalar::ZERO, |s| s.s));
    let start = Constants::shared().windows.multiply_with_slopes(cs, &digits, &slopes.windows);
    let integer = BigUint::from(challenge.value().into_bigint());
    let ladder = Ladder { start: &start, four_a: &four_a, choice: &choice, slopes };
    let difference = ladder.subtract_challenge(cs, &challenge, &ChallengeDigits::of(&integer));
    let constants = Constants::shared();
    let shifted = difference.add(cs, &PointVar::constant(&constants.five_t8));
    shifted.enforce_edwards_after_t4(cs, &r_x, &r_y, constants.root);
}

/// Enforces that the key is in the prime subgroup and not the identity; returns `4A`: 24 rows.
fn enforce_key(cs: &mut ConstraintSystem, key_x: &Linear, key_y: &Linear) -> PointVar {
    let meaning = "an eighth of the attester's key: any of eight, all with the same key";
    let eighth = PointVar::free(cs, meaning, || {
        let key = MontgomeryPoint::from_edwards(&EdwardsPoint { x: key_x.value(), y: key_y.value() });
        key.mul(&Scalar::from(8u64).inverse().unwrap_or_default()).coordinates().unwrap_or_default()
    });
    let square = eighth.enforce_on_curve(cs);
    let key = eighth.double(cs, Some(square)).double(cs, None).double(cs, None);
    key.enforce_edwards(cs, key_x, key_y);
    key.double(cs, None).double(cs, None)
}

/// What the ladder starts from and adds.
struct Ladder<'a> {
    /// `S·3^-158·B8 + T8`.
    start: &'a PointVar,
    four_a: &'a PointVar,
    choice: &'a ThreePoints,
    slopes: &'a SignatureSlopes,
}

impl Ladder<'_> {
    /// `S·B8 − 8hA + T8`: 1,435 rows.
    fn subtract_challenge(
        &self,
        cs: &mut ConstraintSystem,
        challenge: &Linear,
        digits: &ChallengeDigits,
    ) -> PointVar {
        let constants = Constants::shared();
        let high = free_boolean(cs, TOP_DIGIT, || digits.high);
        let sign = high.doubled() - Linear::from(Fr::ONE);
        let signed = PointVar { x: self.four_a.x.clone(), y: cs.product(&self.four_a.y, &sign) };
        let mut point = self.start.add_with_slope(cs, &signed, self.slopes.top);
        let mut slopes = self.slopes.ladder.iter();
        let mut ordinates = Vec::with_capacity(DIGITS);
        for digit in digits.digits.iter().rev() {
            let chosen = self.choice.choose(cs, -digit);
            point = point.triple_and_add(cs, &chosen, slopes.next());
            ordinates.push(chosen.y);
        }
        ordinates.reverse();

        let multiple = digits.multiple.map(|bit| free_boolean(cs, TOP_DIGIT, || bit));
        let rest = challenge
            - Linear::from(constants.middle)
            - high.times(constants.high_in_field)
            - super::range::weighted_sum(&multiple).times(constants.order_in_field);
        let mut power = -Fr::ONE;
        let sum = Linear::sum(ordinates.iter().map(|y| {
            let factor = power;
            power *= Fr::from(3u64);
            (factor, y)
        }));
        cs.enforce(&rest, self.choice.unit(), &sum);
        let tail = ordinates.iter().skip(CANONICAL_FROM);
        let count = u64::try_from(tail.len()).unwrap_or_default();
        let not_all_one = Linear::sum(tail.map(|y| (Fr::ONE, y))) + self.choice.unit().times(Fr::from(count));
        cs.enforce_nonzero(&not_all_one);
        point.add(cs, self.four_a)
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod toy_curves;
