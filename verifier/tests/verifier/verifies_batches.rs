//! The batch check accepts what the single check accepts, and nothing else.

use crate::square_fact::{OneTooFew, OtherFact, SquareKey, SquareStatement};
use ark_ec::CurveGroup;
use workproof_verifier::curve::Fr;
use workproof_verifier::{BatchError, Proof, VerifyError, verify_batch};

fn pairs(claims: &[(SquareStatement, Proof)]) -> impl Iterator<Item = (&SquareStatement, &Proof)> {
    claims.iter().map(|(statement, proof)| (statement, proof))
}

#[test]
fn accepts_sound_batches_of_every_small_size() {
    let mut key = SquareKey::new(1);
    let claims: Vec<_> = (0..9).map(|i| key.prove(i, i + 2)).collect();
    let prepared = key.verifying.prepare();
    for size in 1..=claims.len() {
        assert_eq!(verify_batch(&prepared, pairs(&claims[..size])), Ok(()), "{size}");
    }
    assert_eq!(verify_batch(&prepared, pairs(&[])), Err(BatchError::Empty));
    let twice = [claims[0].clone(), claims[0].clone()];
    assert_eq!(verify_batch(&prepared, pairs(&twice)), Ok(()), "freshness is the nullifier's matter");
}

/// B9: one bad claim at each position.
#[test]
fn b9_one_bad_claim_anywhere_spoils_the_batch() {
    let mut key = SquareKey::new(2);
    let claims: Vec<_> = (0..6).map(|i| key.prove(i, i + 2)).collect();
    let prepared = key.verifying.prepare();
    for position in 0..claims.len() {
        let mut bad = claims.clone();
        bad[position].0 = SquareStatement::new(1000, Fr::from(49));
        assert_eq!(verify_batch(&prepared, pairs(&bad)), Err(BatchError::InvalidProof), "{position}");
        let mut bad = claims.clone();
        let (a, b, c) = (*bad[position].1.a(), *bad[position].1.b(), *bad[position].1.c());
        bad[position].1 = Proof::new(a, b, -c).unwrap();
        assert_eq!(verify_batch(&prepared, pairs(&bad)), Err(BatchError::InvalidProof), "{position}");
    }
}

/// B9: forgeries that pass where all weights are equal.
#[test]
fn b9_errors_that_cancel_without_weights_are_refused() {
    let mut key = SquareKey::new(3);
    let claims: Vec<_> = (0..4).map(|i| key.prove(i, i + 2)).collect();
    let prepared = key.verifying.prepare();
    let parts = |proof: &Proof| (*proof.a(), *proof.b(), *proof.c());
    for (left, right) in [(0, 1), (1, 3), (0, 3)] {
        let (a, b, c) = parts(&claims[left].1);
        let (d, e, f) = parts(&claims[right].1);
        // C swapped between two proofs: the sum of all C stays
        let mut swapped = claims.clone();
        swapped[left].1 = Proof::new(a, b, f).unwrap();
        swapped[right].1 = Proof::new(d, e, c).unwrap();
        assert_eq!(verify_batch(&prepared, pairs(&swapped)), Err(BatchError::InvalidProof));
        // C shifted up in one and down in another
        let shift = key.verifying.points().alpha_g1;
        let mut shifted = claims.clone();
        shifted[left].1 = Proof::new(a, b, (c + shift).into_affine()).unwrap();
        shifted[right].1 = Proof::new(d, e, (f + -shift).into_affine()).unwrap();
        assert_eq!(verify_batch(&prepared, pairs(&shifted)), Err(BatchError::InvalidProof));
        // statements swapped
        let mut swapped = claims.clone();
        swapped[left].0 = claims[right].0.clone();
        swapped[right].0 = claims[left].0.clone();
        assert_eq!(verify_batch(&prepared, pairs(&swapped)), Err(BatchError::InvalidProof));
    }
}

#[test]
fn b2_statements_that_do_not_fit_the_key_are_named() {
    let mut key = SquareKey::new(4);
    let claims: Vec<_> = (0..2).map(|i| key.prove(i, i + 2)).collect();
    let prepared = key.verifying.prepare();
    let short: Vec<_> =
        claims.iter().map(|(statement, proof)| (OneTooFew(statement.clone()), *proof)).collect();
    let refused = verify_batch(&prepared, short.iter().map(|(statement, proof)| (statement, proof)));
    let source = VerifyError::InputCount { expected: 5, found: 4 };
    assert_eq!(refused, Err(BatchError::Claim { position: 0, source }));
    let other: Vec<_> =
        claims.iter().map(|(statement, proof)| (OtherFact(statement.clone()), *proof)).collect();
    let refused = verify_batch(&prepared, other.iter().map(|(statement, proof)| (statement, proof)));
    assert!(matches!(refused, Err(BatchError::Claim { source: VerifyError::OtherFact { .. }, .. })));
    let wrong_key = SquareKey::new(5).verifying.prepare();
    assert_eq!(verify_batch(&wrong_key, pairs(&claims)), Err(BatchError::InvalidProof));
}
