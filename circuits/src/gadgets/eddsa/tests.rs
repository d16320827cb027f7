//! The tests that the argument in the parent module calls for.

use super::*;
use crate::r1cs::{Assignment, R1cs, shape_and_values};
use ark_ff::Zero;
use workproof_protocol::babyjubjub::PublicKey;
use workproof_protocol::eddsa::SigningKey;

struct Case {
    key: (Fr, Fr),
    message: Fr,
    signature: Signature,
}

impl Case {
    fn signed(seed: u8, message: u64) -> Self {
        let key = SigningKey::from_private_key(&[seed; 32]).unwrap();
        let message = Fr::from(message);
        let public = *key.public_key();
        Self { key: (public.x(), public.y()), message, signature: key.sign(message) }
    }

    /// Signs with a chosen secret and nonce: `R = k·B8`, `S = k + 8·h·a`.
    fn with_nonce(secret: Scalar, nonce: Scalar, message: Fr) -> Self {
        let (a, r) = (BASE8.mul(&secret), BASE8.mul(&nonce));
        Self {
            key: (a.x, a.y),
            message,
            signature: Signature { r, s: equation(&a, &r, secret, nonce, message) },
        }
    }

    fn circuit(&self) -> (R1cs, Assignment) {
        shape_and_values(|cs| {
            let key_x = cs.hint(|| self.key.0);
            let key_y = cs.hint(|| self.key.1);
            let message = cs.hint(|| self.message);
            enforce_signature(cs, &key_x, &key_y, &message, Some(&self.signature));
        })
        .unwrap()
    }

    fn is_accepted_by_circuit(&self) -> bool {
        let (shape, values) = self.circuit();
        shape.first_unsatisfied_row(&values).is_none()
    }

    fn is_accepted_natively(&self) -> bool {
        PublicKey::from_coordinates(self.key.0, self.key.1)
            .is_ok_and(|key| key.verify(self.message, &self.signature).is_ok())
    }

    fn edwards_key(&self) -> EdwardsPoint {
        EdwardsPoint { x: self.key.0, y: self.key.1 }
    }
}

fn challenge(a: &EdwardsPoint, r: &EdwardsPoint, message: Fr) -> Scalar {
    let h = workproof_protocol::poseidon::hash([r.x, r.y, a.x, a.y, message]);
    Scalar::from(BigUint::from(h.into_bigint()))
}

fn equation(a: &EdwardsPoint, r: &EdwardsPoint, secret: Scalar, nonce: Scalar, message: Fr) -> Scalar {
    nonce + Scalar::from(8u64) * challenge(a, r, message) * secret
}

fn torsion() -> Vec<EdwardsPoint> {
    let mut points = vec![T8];
    while points.len() < 7 {
        points.push(points[points.len() - 1].add(&T8));
    }
    points.iter().map(MontgomeryPoint::to_edwards).collect()
}

fn agrees(case: &Case, expected: bool, name: &str) {
    assert_eq!(case.is_accepted_natively(), expected, "native: {name}");
    assert_eq!(case.is_accepted_by_circuit(), expected, "circuit: {name}");
}

#[test]
fn accepts_valid_signatures_in_2292_rows() {
    for seed in 1..6 {
        let case = Case::signed(seed, 1000 + u64::from(seed));
        agrees(&case, true, "valid");
        assert_eq!(case.circuit().0.constraints(), 2_292);
    }
}

#[test]
fn the_shape_is_the_same_for_all_signatures() {
    let digest = Case::signed(1, 7).circuit().0.digest();
    assert_eq!(digest, Case::signed(2, 9).circuit().0.digest());
}

#[test]
fn the_integers_of_the_argument_are_in_order() {
    let (l, r) = (BigUint::from(Scalar::MODULUS), BigUint::from(Fr::MODULUS));
    let three = |n: u32| BigUint::from(3u8).pow(n);
    let eight_l = &l * 8u8;
    assert!(three(158) < l && l <= three(158) * 2u8, "the digits with b reach every residue");
    assert!(BigUint::from(1u8) << 250 < l && l <= BigUint::from(1u8) << 251);
    assert!(eight_l > r && &l * 7u8 < r, "0 <= j < 8 covers the field");
    assert!(&eight_l - 1u8 - three(80) < r, "no alias h + r once a high digit is not 1");
    assert!(BigUint::from(8u8).pow(83) < l, "windows never meet");
    assert_eq!(three(158) % 8u8, BigUint::from(1u8), "the ladder keeps T8");
    assert_eq!((three(158) - 1u8) / 2u8 % 2u8, BigUint::ZERO, "the T2 of all steps cancel");
}

#[test]
fn the_cosets_of_the_argument_are_as_stated() {
    assert_eq!(T8.double(), T4);
    assert_eq!(T4.double(), workproof_protocol::babyjubjub::montgomery::T2);
    assert_eq!(T4.double().double(), MontgomeryPoint::Infinity);
    assert_ne!(T4.double(), MontgomeryPoint::Infinity);
    for coset in 0..8u8 {
        let (tripled, with_t2) = (3 * coset % 8, (3 * coset + 4) % 8);
        if coset == 1 || coset == 7 {
            assert!(with_t2 == 1 || with_t2 == 7, "{coset} {tripled}");
            for sum in [(coset + 4) % 8, (2 * coset + 4) % 8] {
                assert!(sum != coset && (sum + coset) % 8 != 0 && sum != 0);
            }
        }
    }
}

/// F1 of the audit of the order-4 offset: whoever signs could choose such `R`, and the ladder met `2P + Q = O`.
#[test]
fn signatures_with_small_multiples_of_the_key_as_r_are_provable() {
    let secret = Scalar::from(987_654_321u64);
    for multiple in [0u64, 4, 8, 12, 16, 20, 24] {
        for message in 0..6u64 {
            let case = Case::with_nonce(secret, Scalar::from(multiple) * secret, Fr::from(message));
            agrees(&case, true, &format!("R = {multiple}A, message {message}"));
        }
    }
}

/// The windows reach every `S` in `[0, l)`, the ends of both ways to write it included.
#[test]
fn edge_values_of_s_are_reached_by_the_windows() {
    let power = Scalar::from(2u64).pow([250]);
    let one = Scalar::ONE;
    let ends = [Scalar::ZERO, one, -one, power - one, power, power + one, -power, -power - one, -power + one];
    for s in ends {
        let (shape, filled) = shape_and_values(|cs| {
            let sum = Constants::shared().windows.multiply(cs, &ScalarDigits::of(&s));
            let base = MontgomeryPoint::from_edwards(&BASE8);
            let scale = Scalar::from(3u64).pow([158]).inverse().unwrap();
            let (x, y) = base.mul(&(scale * s)).add(&T8).coordinates().unwrap();
            cs.enforce_equal(&sum.x, &Linear::from(x));
            cs.enforce_equal(&sum.y, &Linear::from(y));
        })
        .unwrap();
        assert_eq!(shape.first_unsatisfied_row(&filled), None, "S = {s}");
    }
}

#[test]
fn tiny_secrets_and_nonces_are_provable() {
    for (secret, nonce) in [(1u64, 1u64), (1, 2), (2, 1), (3, 5), (1, 0), (7, 0), (4, 8)] {
        let case = Case::with_nonce(Scalar::from(secret), Scalar::from(nonce), Fr::from(9u64));
        agrees(&case, true, &format!("secret {secret}, nonce {nonce}"));
    }
}

#[test]
fn refuses_altered_signatures_keys_and_messages() {
    let base = || Case::signed(3, 77);
    let two = |bit: u64| Fr::from(2u64).pow([bit]);
    for bit in [0, 7, 200] {
        type Alter = fn(&mut Case, Fr);
        let alter: [(&str, Alter); 5] = [
            ("R.x", |c, d| c.signature.r.x += d),
            ("R.y", |c, d| c.signature.r.y += d),
            ("A.x", |c, d| c.key.0 += d),
            ("A.y", |c, d| c.key.1 += d),
            ("message", |c, d| c.message += d),
        ];
        for (name, alter) in alter {
            let mut case = base();
            alter(&mut case, two(bit));
            agrees(&case, false, &format!("{name}, bit {bit}"));
        }
    }
    for bit in [0u64, 1, 2, 100, 248, 249] {
        let mut case = base();
        case.signature.s += Scalar::from(2u64).pow([bit]);
        agrees(&case, false, &format!("S, bit {bit}"));
    }
    let mut case = base();
    case.signature.s = -case.signature.s;
    agrees(&case, false, "l − S");
    let mut case = base();
    case.signature.r = case.signature.r.neg();
    agrees(&case, false, "−R");
    let mut case = base();
    let negated = case.edwards_key().neg();
    case.key = (negated.x, negated.y);
    agrees(&case, false, "−A");
    let mut case = base();
    case.key = Case::signed(4, 77).key;
    agrees(&case, false, "another key");
}

#[test]
fn refuses_torsion_in_the_key_and_in_r_a17() {
    let secret = Scalar::from(123_456_789u64);
    let nonce = Scalar::from(55_555u64);
    for (index, point) in torsion().iter().enumerate() {
        let mut case = Case::signed(5, 3);
        case.signature.r = case.signature.r.add(point);
        agrees(&case, false, &format!("R + {index}T"));
        let mut case = Case::signed(5, 3);
        let key = case.edwards_key().add(point);
        case.key = (key.x, key.y);
        agrees(&case, false, &format!("A + {index}T"));
        let mut case = Case::signed(5, 3);
        case.key = (point.x, point.y);
        agrees(&case, false, &format!("A = {index}T"));
        // Consistent in h: the cofactored equation would hold.
        for torsion_in_key in [false, true] {
            let (mut a, mut r) = (BASE8.mul(&secret), BASE8.mul(&nonce));
            if torsion_in_key {
                a = a.add(point);
            } else {
                r = r.add(point);
            }
            let message = Fr::from(42u64);
            let s = equation(&a, &r, secret, nonce, message);
            let case = Case { key: (a.x, a.y), message, signature: Signature { r, s } };
            agrees(&case, false, &format!("signed with {index}T, in the key: {torsion_in_key}"));
        }
    }
    let mut case = Case::signed(5, 3);
    case.key = (Fr::ZERO, Fr::ONE);
    agrees(&case, false, "A = O");
    case.signature = Signature { r: BASE8.mul(&nonce), s: nonce };
    agrees(&case, false, "A = O with a fitting equation");
}

/// A key hint of small order cannot satisfy the rows whatever else is filled in: at some doubling the row reads 0 = 1.
#[test]
fn hand_made_torsion_hints_meet_an_unsatisfiable_row() {
    for multiple in 1..8u64 {
        let hint = T8.mul_bigint(&[multiple]);
        let (shape, values) = shape_and_values(|cs| {
            let eighth = PointVar::hint(cs, || hint);
            let square = eighth.enforce_on_curve(cs);
            let key = eighth.double(cs, Some(square)).double(cs, None).double(cs, None);
            drop(key);
        })
        .unwrap();
        let row = shape.first_unsatisfied_row(&values).expect("some doubling fails");
        // the factor that is not the slope is zero and the product is not: no slope satisfies the row
        let (a, c) = (shape.a.evaluate_row(row, &values), shape.c.evaluate_row(row, &values));
        assert!(a.is_zero() && !c.is_zero(), "row {row}");
    }
}

/// A prover who uses the integer `h + r`: everything fits but the one row that makes the digits canonical.
#[test]
fn the_alias_of_a_challenge_violates_exactly_the_canonicity_row() {
    let r = BigUint::from(Fr::MODULUS);
    let ends = [BigUint::ZERO, BigUint::from(5u8), BigUint::from(Scalar::MODULUS) * 8u8 - &r - 1u8];
    for small in ends {
        for alias in [false, true] {
            let integer = if alias { &small + &r } else { small.clone() };
            let (secret, s) = (Scalar::from(424_242u64), Scalar::from(31_337u64));
            let a = MontgomeryPoint::from_edwards(&BASE8.mul(&secret));
            let (shape, values) = shape_and_values(|cs| {
                let four_a = PointVar::hint(cs, || a.double().double());
                let eight = four_a.double_plus_t2(cs);
                let choice = ThreePoints::new(cs, eight);
                let h = cs.hint(|| Fr::from(small.clone()));
                let start = Constants::shared().windows.multiply(cs, &ScalarDigits::of(&s));
                let slopes = SignatureSlopes::default();
                let ladder = Ladder { start: &start, four_a: &four_a, choice: &choice, slopes: &slopes };
                ladder.subtract_challenge(cs, &h, &ChallengeDigits::of(&integer));
            })
            .unwrap();
            let bad = shape.unsatisfied_rows(&values);
            // The canonicity row is the fourth from the end: three rows of the last addition follow.
            let expected = if alias { vec![shape.constraints() - 4] } else { Vec::new() };
            assert_eq!(bad, expected, "alias {alias} of {small}");
        }
    }
}

/// Each value of `b` and `j` occurs and is provable.
#[test]
fn all_top_digits_of_the_challenge_are_provable() {
    let l = BigUint::from(Scalar::MODULUS);
    let r = BigUint::from(Fr::MODULUS);
    let mut values: Vec<BigUint> = (0..8u8).map(|j| &l * j + 12_345u32).collect();
    values.extend((1..8u8).map(|j| &l * j - (BigUint::from(1u8) << 200)));
    values.push(&r - BigUint::from(3u8).pow(80));
    for value in values {
        assert!(digits_hold(&value), "{value}");
    }
}

/// What the argument gives up: challenges whose residue modulo `l` is within `3^80` of `l`. The bound is exact.
#[test]
fn the_share_of_challenges_without_digits_is_as_stated() {
    let l = BigUint::from(Scalar::MODULUS);
    let gap = BigUint::from(3u8).pow(80);
    for j in 1..8u8 {
        assert!(digits_hold(&(&l * j - &gap - 1u8)));
        assert!(!digits_hold(&(&l * j - &gap)));
        assert!(!digits_hold(&(&l * j - 1u8)));
        assert!(digits_hold(&(&l * j)));
    }
}

/// Whether the rows hold for this challenge, with the right end point.
fn digits_hold(value: &BigUint) -> bool {
    let digits = ChallengeDigits::of(value);
    let (shape, filled) = shape_and_values(|cs| {
        let a = MontgomeryPoint::from_edwards(&BASE8);
        let four_a = PointVar::hint(cs, || a.double().double());
        let eight = four_a.double_plus_t2(cs);
        let choice = ThreePoints::new(cs, eight);
        let h = cs.hint(|| Fr::from(value.clone()));
        let start = Constants::shared().windows.multiply(cs, &ScalarDigits::of(&Scalar::ONE));
        let slopes = SignatureSlopes::default();
        let ladder = Ladder { start: &start, four_a: &four_a, choice: &choice, slopes: &slopes };
        let end = ladder.subtract_challenge(cs, &h, &digits);
        let scalar = Scalar::from(8u64) * Scalar::from(value.clone());
        let expected = a.add(&a.mul(&scalar).neg()).add(&T8).coordinates().unwrap();
        cs.enforce_equal(&end.x, &Linear::from(expected.0));
        cs.enforce_equal(&end.y, &Linear::from(expected.1));
    })
    .unwrap();
    shape.first_unsatisfied_row(&filled).is_none()
}

/// Every variable, changed alone in four ways, breaks some row.
#[test]
fn every_variable_is_noticed_by_some_row() {
    let (shape, values) = Case::signed(6, 11).circuit();
    let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); shape.variables];
    for matrix in [&shape.a, &shape.b, &shape.c] {
        for (index, row) in matrix.iter_rows().enumerate() {
            row.for_each(|(column, _)| rows_of[usize::try_from(column).unwrap()].push(index));
        }
    }
    let mut altered = Assignment::new(values.to_vec());
    for (column, rows) in rows_of.iter().enumerate().skip(1) {
        let old = values[column];
        for new in [old + Fr::ONE, -old, old.double(), Fr::ZERO] {
            if new == old {
                continue;
            }
            altered.as_mut_slice()[column] = new;
            assert!(rows.iter().any(|row| !shape.is_row_satisfied(*row, &altered)), "column {column}");
        }
        altered.as_mut_slice()[column] = old;
    }
}

/// With the key and the message fixed, the rows' Jacobian has full column rank at a real witness: no variable is free to
/// first order.
#[test]
fn the_jacobian_has_full_rank() {
    let (shape, values) = Case::signed(7, 12).circuit();
    let statement = 4; // 1, A.x, A.y, message
    assert_eq!(crate::r1cs::jacobian_rank(&shape, &values, statement), shape.variables - statement);
}

/// The forms of `R` in the map rows are the very columns that the challenge hashes, and so are those of `A`: the columns
/// 1 to 3 are the statement, `R`'s are recognised by feeding the gadget's hash rows.
#[test]
fn the_challenge_hashes_the_points_that_the_maps_fix() {
    let (shape, _) = Case::signed(8, 13).circuit();
    let columns = |matrix: &crate::r1cs::Matrix, row: usize| -> Vec<u32> {
        matrix.row(row).map(|(column, _)| column).filter(|c| *c != 0).collect()
    };
    let last = shape.constraints();
    let r_y = columns(&shape.a, last - 2);
    let r_x = columns(&shape.a, last - 1);
    assert_eq!((r_x.len(), r_y.len()), (1, 1));
    // S-boxes of the first round square `input + constant` for R.x, R.y, A.x, A.y, message, in this order.
    let squares: Vec<Vec<u32>> = (0..last)
        .filter(|row| shape.a.row(*row).eq(shape.b.row(*row)) && shape.a.row(*row).count() == 2)
        .map(|row| columns(&shape.a, row))
        .collect();
    let expected = [r_x, r_y, vec![1], vec![2], vec![3]];
    assert!(squares.windows(5).any(|window| window == expected), "hashed columns");
}

/// Slopes computed side by side are those that the rows ask for: same values, whatever is batched.
#[test]
fn slopes_computed_side_by_side_fill_the_same_values() {
    let cases: Vec<Case> = (1..5).map(|seed| Case::signed(seed, 5)).collect();
    let keys: Vec<EdwardsPoint> = cases.iter().map(Case::edwards_key).collect();
    let signed: Vec<SignedMessage<'_>> = cases
        .iter()
        .zip(&keys)
        .map(|(case, key)| SignedMessage { key, message: case.message, signature: &case.signature })
        .collect();
    for (case, slopes) in cases.iter().zip(signature_slopes(&signed)) {
        assert_eq!((slopes.windows.len(), slopes.ladder.len()), (83, DIGITS));
        let (_, values) = shape_and_values(|cs| {
            let statement = [case.key.0, case.key.1, case.message].map(|value| cs.hint(|| value));
            enforce_signature_with_slopes(cs, statement.each_ref(), Some(&case.signature), &slopes);
        })
        .unwrap();
        assert_eq!(values[..], case.circuit().1[..]);
    }
}

/// The challenge's top digit and the three bits of its multiple of `l`; all other digits are chosen among three points.
#[test]
fn the_bits_of_a_challenge_are_bits_a4() {
    let case = Case::signed(5, 3);
    let (shape, _) = shape_and_values(|cs| {
        let [x, y, message] = [case.key.0, case.key.1, case.message].map(|value| cs.hint(|| value));
        enforce_signature(cs, &x, &y, &message, Some(&case.signature));
    })
    .unwrap();
    assert_eq!(shape.boolean_columns().len(), 4);
}

/// A hint for the key that is not on the curve breaks the curve's row, and only that one needs to.
#[test]
fn hints_off_the_curve_are_refused_a17() {
    let (shape, values) = shape_and_values(|cs| {
        let [x, y] = [3u64, 5].map(|value| cs.hint(|| Fr::from(value)));
        PointVar { x, y }.enforce_on_curve(cs);
    })
    .unwrap();
    assert_eq!(shape.unsatisfied_rows(&values), [2]);
}
