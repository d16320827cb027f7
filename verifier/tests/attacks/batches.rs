//! Batches whose weights somebody knows beforehand (B9, B10).

use crate::attack::{Twin, carry_out};
use crate::keys::sum_of_inputs;
use crate::square_fact::{SquareKey, SquareStatement};
use ark_ec::CurveGroup;
use ark_ff::Field;
use merlin::Transcript;
use workproof_protocol::{Statement, fr_from_decimal, fr_to_le_bytes};
use workproof_verifier::curve::Fr;
use workproof_verifier::mutants::Twin::{BatchWeights, InputsInTranscript, ProofsInTranscript};
use workproof_verifier::{BatchError, Proof, VerifyingKey, verify, verify_batch};

type Pair = [(SquareStatement, Proof); 2];

fn batch(key: &VerifyingKey, claims: &Pair) -> Result<(), BatchError> {
    let prepared = key.prepare();
    for (statement, proof) in claims {
        assert!(verify(&prepared, statement, proof).is_err(), "alone each is refused");
    }
    verify_batch(&prepared, claims.iter().map(|(statement, proof)| (statement, proof)))
}

/// Proofs of two statements that nobody has a witness of, for known weights: with `w = w1 + w2`,
/// `e(w α, β)` comes from the first proof and `e(w1 X1 + w2 X2, γ)` from the second, and the two `C` cancel.
fn forge(key: &VerifyingKey, statements: [SquareStatement; 2], weights: [Fr; 2]) -> Pair {
    let points = key.points();
    let [w1, w2] = weights;
    let [first, second] = statements;
    let sum = |statement: &SquareStatement| sum_of_inputs(points, statement.public_inputs().as_slice());
    let inputs = sum(&first) * w1 + sum(&second) * w2;
    let affine = |point: workproof_verifier::curve::G1Projective| point.into_affine();
    let a1 = affine(points.alpha_g1 * ((w1 + w2) * w1.inverse().unwrap()));
    let a2 = affine(inputs * w2.inverse().unwrap());
    let (c1, c2) = (affine(points.alpha_g1 * w2), affine(points.alpha_g1 * -w1));
    let proofs = [Proof::new(a1, points.beta_g2, c1), Proof::new(a2, points.gamma_g2, c2)];
    let [one, other] = proofs.map(Result::unwrap);
    [(first, one), (second, other)]
}

fn statements() -> [SquareStatement; 2] {
    [SquareStatement::new(1, Fr::from(2)), SquareStatement::new(2, Fr::from(3))]
}

/// The weights of two claims, from a transcript that leaves out what is not given.
fn weights(key: &VerifyingKey, inputs: Option<[&[Fr]; 2]>, proofs: Option<[&Proof; 2]>) -> [Fr; 2] {
    let length = |n: u64| n.to_le_bytes();
    let mut transcript = Transcript::new(b"workproof/v1/batch");
    transcript.append_message(b"fact", b"square");
    transcript.append_message(b"key", &key.key_id().to_bytes());
    transcript.append_message(b"claims", &length(2));
    for position in 0..2 {
        transcript.append_message(b"position", &length(u64::try_from(position).unwrap()));
        transcript.append_message(b"inputs", &length(5));
        for input in inputs.into_iter().flat_map(|inputs| inputs[position]) {
            transcript.append_message(b"input", &fr_to_le_bytes(input));
        }
        if let Some(proofs) = proofs {
            transcript.append_message(b"proof", &proofs[position].to_bytes());
        }
    }
    [(); 2].map(|()| {
        let mut weight = [0; 16];
        transcript.challenge_bytes(b"weight", &mut weight);
        Fr::from(u128::from_le_bytes(weight))
    })
}

#[test]
fn two_forged_proofs_do_not_cancel_b9() {
    let key = SquareKey::new(71).verifying;
    let claims = forge(&key, statements(), [Fr::from(1); 2]);
    let attack = || batch(&key, &claims);
    let what = "two proofs of anything, made from the key so that their errors cancel";
    carry_out("B9", what, BatchError::InvalidProof, Twin::Verifier(BatchWeights), attack);
}

#[test]
fn two_statements_do_not_lend_each_other_value_b9() {
    let mut key = SquareKey::new(72);
    let (first, second) = (key.prove(1, 12), key.prove(2, 13));
    let moved = |statement: &SquareStatement, by: Fr| {
        let y = fr_from_decimal(&statement.y).unwrap();
        let scope = if statement.scope == first.0.scope { 1 } else { 2 };
        SquareStatement::new(scope, y + by)
    };
    let claims = [(moved(&first.0, Fr::from(5)), first.1), (moved(&second.0, -Fr::from(5)), second.1)];
    let attack = || batch(&key.verifying, &claims);
    let what = "two sound proofs whose statements are changed by +5 and −5";
    carry_out("B9", what, BatchError::InvalidProof, Twin::Verifier(BatchWeights), attack);
}

#[test]
fn weights_that_do_not_depend_on_the_proofs_are_not_used_b10() {
    let key = SquareKey::new(73).verifying;
    let inputs = statements().map(|statement| statement.public_inputs().as_slice().to_vec());
    let [w1, w2] = weights(&key, Some([&inputs[0], &inputs[1]]), None);
    let claims = forge(&key, statements(), [w1, w2]);
    let attack = || batch(&key, &claims);
    let what = "proofs of anything, made for weights that are known before them";
    carry_out("B10", what, BatchError::InvalidProof, Twin::Verifier(ProofsInTranscript), attack);
}

#[test]
fn weights_that_do_not_depend_on_the_inputs_are_not_used_b10() {
    let mut key = SquareKey::new(74);
    let (first, second) = (key.prove(1, 12), key.prove(2, 13));
    let [w1, w2] = weights(&key.verifying, None, Some([&first.1, &second.1]));
    let y = |claim: &(SquareStatement, Proof)| fr_from_decimal(&claim.0.y).unwrap();
    let claims = [
        (SquareStatement::new(1, y(&first) + w2), first.1),
        (SquareStatement::new(2, y(&second) - w1), second.1),
    ];
    let attack = || batch(&key.verifying, &claims);
    let what = "statements changed after the weights were known";
    carry_out("B10", what, BatchError::InvalidProof, Twin::Verifier(InputsInTranscript), attack);
}
