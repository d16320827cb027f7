//! Claims under the wrong key, and under a wrong name (B12).

use crate::attack::{Twin, carry_out};
use crate::square_fact::{OtherFact, SquareKey};
use workproof_verifier::mutants::Twin::{CircuitOfClaim, FactOfCircuit, FactOfKey, KeyOfClaim};
use workproof_verifier::{
    CircuitName, Claim, ClaimError, ClaimHeader, ClaimJsonError, KeyId, VerifyError, verify,
};

#[test]
fn a_statement_of_another_fact_is_not_proven_by_its_numbers_b12() {
    let mut key = SquareKey::new(61);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    let attack = || verify(&prepared, &OtherFact(statement.clone()), &proof);
    let what = "the public inputs of one fact read as a statement of another";
    let refusal = VerifyError::OtherFact { statement: "other", key: "square".to_owned() };
    carry_out("B12", what, refusal, Twin::Verifier(FactOfKey), attack);
}

#[test]
fn a_claim_that_names_another_circuit_is_refused_b12() {
    let mut key = SquareKey::new(62);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    let (ours, theirs) = (CircuitName::new("square-1").unwrap(), CircuitName::new("square-2").unwrap());
    let claim = Claim::new(theirs.clone(), prepared.key_id(), statement, proof);
    let attack = || claim.verify(&prepared);
    let what = "a claim that says it was proven with a larger circuit";
    let refusal = ClaimError::OtherCircuit { claim: theirs, key: ours };
    carry_out("B12", what, refusal, Twin::Verifier(CircuitOfClaim), attack);
}

#[test]
fn a_claim_that_names_another_key_is_refused_b12() {
    let mut key = SquareKey::new(63);
    let (statement, proof) = key.prove(1, 12);
    let prepared = key.verifying.prepare();
    let other = KeyId::new([7; 32]);
    let claim = Claim::new(CircuitName::new("square-1").unwrap(), other, statement, proof);
    let attack = || claim.verify(&prepared);
    let what = "a claim that says it was proven with the key of a later ceremony";
    let refusal = ClaimError::OtherKey { claim: other, key: prepared.key_id() };
    carry_out("B12", what, refusal, Twin::Verifier(KeyOfClaim), attack);
}

#[test]
fn a_claim_has_one_fact_b12() {
    let json = format!(
        r#"{{"version":1,"fact":"gold","circuit":"relay-10","key_id":"0x{}","statement":{{}},"proof":""}}"#,
        "07".repeat(32)
    );
    let attack = || {
        let header = ClaimHeader::peek(json.as_bytes())?;
        assert_eq!(header.fact(), "relay", "who reads the text believes that it is gold");
        Ok(())
    };
    let what = "a claim of one fact with a circuit of another";
    let refusal = ClaimJsonError::CircuitOfOtherFact {
        circuit: CircuitName::new("relay-10").unwrap(),
        fact: "gold".to_owned(),
    };
    carry_out("B12", what, refusal, Twin::Verifier(FactOfCircuit), attack);
}
