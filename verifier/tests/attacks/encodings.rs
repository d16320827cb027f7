//! Second spellings: of a nullifier, a number, a point, a proof, a statement (B1, B4, C1, C3, C4).

use crate::attack::{Twin, carry_out};
use crate::fixtures::Network;
use crate::square_fact::SquareKey;
use ark_ff::PrimeField;
use num_bigint::BigUint;
use workproof_protocol::mutants::Twin::{BelowOrder, DecimalSpelledOnce, RepeatedKey, SignOfZero};
use workproof_protocol::strict_json::{JsonFaultKind, JsonValue, ReadJson};
use workproof_protocol::{DecodeError, EdwardsPoint, Fr, Nullifier, RelayStatement, fr_from_be_bytes};
use workproof_verifier::curve::Fq;
use workproof_verifier::forms::{eip197, inputs_from_be_bytes, inputs_to_be_bytes};
use workproof_verifier::mutants::Twin::CoordinateBelowOrder;
use workproof_verifier::{PointError, Proof, ProofError, ProofPoint};

/// 32 big-endian bytes plus an integer.
fn plus(bytes: &[u8], more: impl Into<BigUint>) -> [u8; 32] {
    let sum = (BigUint::from_bytes_be(bytes) + more.into()).to_bytes_be();
    let mut word = [0; 32];
    word[32 - sum.len()..].copy_from_slice(&sum);
    word
}

#[test]
fn a_nullifier_and_its_alias_are_not_paid_twice_b1() {
    let nullifier = Network::new().claim().0.common.nullifier.to_field();
    let bytes = inputs_to_be_bytes(&[nullifier]);
    for factor in 1..5u8 {
        let alias = plus(&bytes, BigUint::from(Fr::MODULUS) * factor);
        let attack = || {
            assert_ne!(bytes, alias, "a store of bytes does not know it");
            assert_eq!(fr_from_be_bytes(&alias)?, nullifier);
            Ok(())
        };
        let what = "nullifier + k·r in bytes, which a store of bytes takes for another";
        carry_out("B1", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
    }
}

#[test]
fn a_list_of_inputs_has_one_spelling_b1() {
    let inputs: Vec<Fr> = (1..8u64).map(Fr::from).collect();
    let mut bytes = inputs_to_be_bytes(&inputs);
    let alias = plus(&bytes[96..128], Fr::MODULUS);
    bytes[96..128].copy_from_slice(&alias);
    let attack = || {
        assert_eq!(inputs_from_be_bytes(&bytes)?, inputs);
        Ok(())
    };
    let what = "amount + r among the inputs of a contract";
    carry_out("B1", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
}

#[test]
fn a_decimal_of_the_order_and_above_is_no_nullifier_b1() {
    let nullifier = Network::new().claim().0.common.nullifier;
    let alias = (BigUint::from(nullifier.to_field()) + BigUint::from(Fr::MODULUS)).to_string();
    let attack = || {
        assert_eq!(alias.parse::<Nullifier>()?, nullifier);
        Ok(())
    };
    let what = "nullifier + r in decimal";
    carry_out("B1", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
}

#[test]
fn a_decimal_with_a_leading_zero_is_no_nullifier_c4() {
    let nullifier = Nullifier::from_field(Fr::from(4711u64));
    let attack = || {
        assert_eq!("004711".parse::<Nullifier>()?, nullifier);
        Ok(())
    };
    let what = "zeros before the decimal of a nullifier";
    carry_out("C4", what, DecodeError::NotDecimal, Twin::Protocol(DecimalSpelledOnce), attack);
}

#[test]
fn an_amount_that_stands_twice_is_not_read_c4() {
    let statement = Network::new().claim().0;
    let json = serde_json::to_string(&statement).unwrap();
    let twice = json.replacen("\"amount\"", "\"amount\":\"9\",\"amount\"", 1);
    let attack = || {
        let read = JsonValue::parse(twice.as_bytes()).and_then(RelayStatement::read_json);
        assert_eq!(read.map_err(|fault| fault.kind)?, statement, "another reader takes the first, 9");
        Ok(())
    };
    let what = "a statement with two amounts, of which two readers take different ones";
    carry_out("C4", what, JsonFaultKind::RepeatedKey, Twin::Protocol(RepeatedKey), attack);
}

#[test]
fn zero_has_no_sign_in_a_packed_point_c3() {
    let mut packed = EdwardsPoint::IDENTITY.to_bytes();
    packed[31] |= 0x80;
    let attack = || {
        assert_eq!(EdwardsPoint::from_bytes(&packed)?, EdwardsPoint::IDENTITY);
        Ok(())
    };
    let what = "(−0, 1), a second packed form of a point";
    carry_out("C3", what, DecodeError::SignOfZero, Twin::Protocol(SignOfZero), attack);
}

#[test]
fn a_packed_point_above_the_order_is_refused_c3() {
    let mut packed = EdwardsPoint::IDENTITY.to_bytes();
    let mut alias = plus(
        &{
            packed.reverse();
            packed
        },
        Fr::MODULUS,
    );
    alias.reverse();
    let attack = || {
        assert_eq!(EdwardsPoint::from_bytes(&alias)?, EdwardsPoint::IDENTITY);
        Ok(())
    };
    let what = "y + r in a packed point";
    carry_out("C3", what, DecodeError::NotCanonical, Twin::Protocol(BelowOrder), attack);
}

fn proof() -> Proof {
    SquareKey::new(21).prove(1, 12).1
}

#[test]
fn call_data_has_no_aliases_of_coordinates_b4() {
    let proof = proof();
    let bytes = eip197::proof_to_bytes(&proof);
    let names = [ProofPoint::A, ProofPoint::A, ProofPoint::B, ProofPoint::B, ProofPoint::B, ProofPoint::B];
    for (word, name) in names.into_iter().chain([ProofPoint::C; 2]).enumerate() {
        let mut alias = bytes;
        let range = 32 * word..32 * word + 32;
        alias[range.clone()].copy_from_slice(&plus(&bytes[range], Fq::MODULUS));
        let attack = || {
            assert_eq!(eip197::proof_from_bytes(&alias)?, proof);
            Ok(())
        };
        let what = "coordinate + q in call data, for each of the eight";
        let refusal = ProofError::Point { name, source: PointError::NotCanonical };
        carry_out("B4", what, refusal, Twin::Verifier(CoordinateBelowOrder), attack);
    }
}

#[test]
fn a_compressed_proof_has_no_alias_c3() {
    let proof = proof();
    let mut alias = proof.to_bytes();
    let flag = alias[31] & 0x80;
    alias[31] &= 0x7f;
    let x: Vec<u8> = alias[..32].iter().rev().copied().collect();
    let mut x = plus(&x, Fq::MODULUS);
    x.reverse();
    alias[..32].copy_from_slice(&x);
    alias[31] |= flag;
    let attack = || {
        assert_eq!(Proof::from_bytes(&alias)?, proof);
        Ok(())
    };
    let what = "x + q in the 128 bytes of a proof";
    let refusal = ProofError::Point { name: ProofPoint::A, source: PointError::NotCanonical };
    carry_out("C3", what, refusal, Twin::Verifier(CoordinateBelowOrder), attack);
}
