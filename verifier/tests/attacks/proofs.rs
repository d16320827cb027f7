//! Proofs with points that are none, and statements of another length (B2, B5, B6).

use crate::attack::{Twin, carry_out};
use crate::square_fact::{OneTooFew, OneTooMany, SquareKey, points_of};
use workproof_protocol::Statement;
use workproof_verifier::curve::{Fq, Fq2, Fr, G1Affine, G2Affine};
use workproof_verifier::keys::KeyPointName;
use workproof_verifier::mutants::Twin::{InputCount, PointInSubgroup, PointNotIdentity, PointOnCurve};
use workproof_verifier::{
    ForeignVerifyingKey, KeyError, PointError, Proof, ProofError, ProofPoint, VerifyError, verify,
};

#[test]
fn an_input_that_the_key_does_not_know_is_not_ignored_b2() {
    let mut key = SquareKey::new(41);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    let attack = || verify(&prepared, &OneTooMany(statement.clone()), &proof);
    let what = "an input more than the key has, which nothing binds";
    let refusal = VerifyError::InputCount { expected: 5, found: 6 };
    carry_out("B2", what, refusal, Twin::Verifier(InputCount), attack);
}

#[test]
fn a_missing_input_is_not_taken_for_zero_b2() {
    let mut key = SquareKey::new(42);
    let (statement, proof) = key.prove(1, 0);
    let prepared = key.verifying.prepare();
    let attack = || verify(&prepared, &OneTooFew(statement.clone()), &proof);
    let what = "an input less than the key has, taken for zero";
    let refusal = VerifyError::InputCount { expected: 5, found: 4 };
    carry_out("B2", what, refusal, Twin::Verifier(InputCount), attack);
}

#[test]
fn a_point_off_the_curve_is_in_no_proof_b5() {
    let (_, proof) = SquareKey::new(43).prove(1, 12);
    let off = G1Affine::new_unchecked(proof.a().x, proof.a().y + Fq::from(1));
    let attack = || {
        let made = Proof::new(off, *proof.b(), *proof.c())?;
        assert!(!made.a().is_on_curve());
        Ok(())
    };
    let what = "A off the curve, where the pairing's laws do not hold";
    let refusal = ProofError::Point { name: ProofPoint::A, source: PointError::NotOnCurve };
    carry_out("B5", what, refusal, Twin::Verifier(PointOnCurve), attack);
}

#[test]
fn a_point_outside_the_subgroup_is_in_no_proof_b5() {
    let (_, proof) = SquareKey::new(44).prove(1, 12);
    let outside = (1_u64..)
        .find_map(|x| G2Affine::get_point_from_x_unchecked(Fq2::new(Fq::from(x), Fq::from(1)), true))
        .unwrap();
    let attack = || {
        let made = Proof::new(*proof.a(), outside, *proof.c())?;
        assert!(!made.b().is_in_correct_subgroup_assuming_on_curve(), "the precompile of a chain refuses it");
        Ok(())
    };
    let what = "B on the twist and outside G2: a verdict other than a chain's";
    let refusal = ProofError::Point { name: ProofPoint::B, source: PointError::NotInSubgroup };
    carry_out("B5", what, refusal, Twin::Verifier(PointInSubgroup), attack);
}

/// The point of the amount in a key: `IC_4`.
const AMOUNT: usize = 4;

#[test]
fn a_key_whose_amount_has_no_point_is_no_key_b6() {
    let mut key = SquareKey::new(45);
    let mut points = points_of(&key.ark);
    points.ic[AMOUNT] = G1Affine::identity();
    // the amount is zero in what is proven, so that the point is not missed
    let mut inputs: Vec<Fr> = key.prove(1, 12).0.public_inputs().as_slice().to_vec();
    inputs[AMOUNT - 1] = Fr::from(0);
    let proof = key.prove_inputs(inputs.clone(), Fr::from(12));
    let attack = || {
        let key = ForeignVerifyingKey::insecure_unlinted(points.clone())?.prepare();
        let mut claimed = inputs.clone();
        claimed[AMOUNT - 1] = Fr::from(u64::MAX);
        assert_eq!(key.verify(&claimed, &proof), Ok(()), "any amount is proven");
        Ok(())
    };
    let what = "a key in which the amount's point is the identity: any amount";
    let refusal = KeyError::Point { name: KeyPointName::Input(AMOUNT), source: PointError::Identity };
    carry_out("B6", what, refusal, Twin::Verifier(PointNotIdentity), attack);
}
