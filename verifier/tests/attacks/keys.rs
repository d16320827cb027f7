//! Keys under which anybody proves anything (B7, B8).

use crate::attack::{Twin, carry_out};
use crate::square_fact::{SquareKey, SquareStatement, circuit_id, g2_generator, points_of};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::Field;
use workproof_protocol::{Statement, hash_to_field};
use workproof_verifier::curve::{Fr, G1Projective, G2Affine};
use workproof_verifier::keys::{DEVELOPMENT_DELTA_TEXT, development_delta};
use workproof_verifier::mutants::Twin::KeyLint;
use workproof_verifier::{KeyError, KeyFinding, Proof, VerifyingKey, VerifyingKeyPoints, verify};

/// `IC_0 + Σ x_i IC_i`.
pub(crate) fn sum_of_inputs(points: &VerifyingKeyPoints, inputs: &[Fr]) -> G1Projective {
    inputs.iter().zip(&points.ic[1..]).fold(points.ic[0].into_group(), |sum, (x, point)| sum + *point * x)
}

/// A proof of any statement where `delta = ratio·gamma`: `e(alpha, beta)·e(X, gamma)·e(−X/ratio, delta)`.
fn forged(points: &VerifyingKeyPoints, ratio: Fr, statement: &SquareStatement) -> Proof {
    let sum = sum_of_inputs(points, statement.public_inputs().as_slice());
    let c = (-sum * ratio.inverse().unwrap()).into_affine();
    Proof::new(points.alpha_g1, points.beta_g2, c).unwrap()
}

/// A statement that nobody can prove: whether 2 is a square does not matter, no root was used.
fn false_statement() -> SquareStatement {
    SquareStatement::new(1, Fr::from(2))
}

#[test]
fn a_key_that_nobody_contributed_to_is_refused_b7() {
    let mut points = points_of(&SquareKey::new(51).ark);
    points.delta_g2 = points.gamma_g2;
    let attack = || {
        let key = VerifyingKey::new(circuit_id("square-1"), points.clone())?.prepare();
        let statement = false_statement();
        assert_eq!(verify(&key, &statement, &forged(&points, Fr::from(1), &statement)), Ok(()));
        Ok(())
    };
    let what = "delta = gamma: a proof of anything from the key alone";
    let refusal = KeyError::Dangerous { finding: KeyFinding::GammaIsDelta };
    carry_out("B7", what, refusal, Twin::Verifier(KeyLint), attack);
}

#[test]
fn a_key_with_delta_minus_gamma_is_refused_b7() {
    let mut points = points_of(&SquareKey::new(52).ark);
    points.delta_g2 = -points.gamma_g2;
    let attack = || {
        let key = VerifyingKey::new(circuit_id("square-1"), points.clone())?.prepare();
        let statement = false_statement();
        assert_eq!(verify(&key, &statement, &forged(&points, -Fr::from(1), &statement)), Ok(()));
        Ok(())
    };
    let what = "delta = −gamma: a proof of anything from the key alone";
    let refusal = KeyError::Dangerous { finding: KeyFinding::GammaIsDelta };
    carry_out("B7", what, refusal, Twin::Verifier(KeyLint), attack);
}

#[test]
fn a_development_key_is_no_key_b8() {
    let mut points = points_of(&SquareKey::new(53).ark);
    points.gamma_g2 = g2_generator();
    points.delta_g2 = development_delta();
    let delta = hash_to_field(DEVELOPMENT_DELTA_TEXT);
    assert_eq!(G2Affine::generator() * delta, development_delta());
    let attack = || {
        let key = VerifyingKey::new(circuit_id("square-1"), points.clone())?.prepare();
        let statement = false_statement();
        assert_eq!(verify(&key, &statement, &forged(&points, delta, &statement)), Ok(()));
        Ok(())
    };
    let what = "a development key in use: its delta is known to everybody";
    carry_out("B8", what, KeyError::Development, Twin::Verifier(KeyLint), attack);
}

#[test]
fn a_key_with_one_point_for_two_inputs_is_refused_b7() {
    let mut key = SquareKey::new(54);
    let mut points = points_of(&key.ark);
    points.ic[5] = points.ic[4];
    // y = 0, so that the exchanged point is not missed
    let (statement, proof) = key.prove(1, 0);
    let attack = || {
        let key = VerifyingKey::new(circuit_id("square-1"), points.clone())?.prepare().as_foreign();
        let mut inputs = statement.public_inputs().as_slice().to_vec();
        inputs[3] += Fr::from(1_000_000);
        inputs[4] -= Fr::from(1_000_000);
        assert_eq!(key.verify(&inputs, &proof), Ok(()), "the amount is taken from another input");
        Ok(())
    };
    let what = "one point for two inputs: value moves from one to the other";
    let refusal = KeyError::Dangerous { finding: KeyFinding::DuplicateInput { first: 4, second: 5 } };
    carry_out("B7", what, refusal, Twin::Verifier(KeyLint), attack);
}
