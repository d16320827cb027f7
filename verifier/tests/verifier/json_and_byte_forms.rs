//! Bytes and JSON of keys, proofs and claims: one form each, everything else refused (C1 to C4).

use crate::square_fact::{SquareKey, SquareStatement, circuit_id};
use proptest::prelude::*;
use workproof_verifier::curve::Fr;
use workproof_verifier::{
    CircuitName, Claim, ClaimError, ClaimHeader, ClaimJsonError, ForeignVerifyingKey, KeyError, KeyId,
    MAX_CLAIM_BYTES, Proof, ProofError, VerifyError, VerifyingKey, VerifyingKeyPoints,
};

#[test]
fn key_bytes_round_trip_and_have_one_form() {
    let key = SquareKey::new(1).verifying;
    let bytes = key.to_bytes();
    let read = VerifyingKey::from_bytes(&bytes).unwrap();
    assert_eq!(read, key);
    assert_eq!((read.key_id(), read.public_inputs()), (key.key_id(), 5));
    assert_eq!(read.to_bytes(), bytes);
    for end in 0..bytes.len() {
        assert!(VerifyingKey::from_bytes(&bytes[..end]).is_err(), "{end}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(matches!(VerifyingKey::from_bytes(&longer), Err(KeyError::Length { .. })));
    let mut version = bytes.clone();
    version[0] = 2;
    assert_eq!(VerifyingKey::from_bytes(&version), Err(KeyError::Version { found: 2 }));
    let mut name = bytes.clone();
    name[2] = b'S';
    assert!(matches!(VerifyingKey::from_bytes(&name), Err(KeyError::Name(_))));
    let inputs = 2 + "square-1".len() + 32;
    let mut count = bytes.clone();
    count[inputs] = 255;
    assert!(matches!(VerifyingKey::from_bytes(&count), Err(KeyError::Dangerous { .. })));
    count[inputs] = 4;
    assert!(matches!(VerifyingKey::from_bytes(&count), Err(KeyError::Length { .. })));
}

/// C3: a flipped bit is refused, or gives another key with another id whose bytes are the flipped ones.
#[test]
fn c3_no_two_byte_strings_are_one_key() {
    let key = SquareKey::new(2).verifying;
    let bytes = key.to_bytes();
    for bit in (0..8 * bytes.len()).step_by(5) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        if let Ok(other) = VerifyingKey::from_bytes(&flipped) {
            assert_eq!(other.to_bytes(), flipped);
            assert_ne!(other.key_id(), key.key_id());
        }
    }
}

#[test]
fn snarkjs_keys_round_trip_and_are_read_strictly() {
    let key = SquareKey::new(3).verifying;
    let json = key.to_snarkjs_json();
    let id = || circuit_id("square-1");
    let read = |json: &str| VerifyingKey::from_snarkjs_json(id(), json.as_bytes());
    assert_eq!(read(&json).as_ref(), Ok(&key));
    let with_derived = json.replacen('{', r#"{"vk_alphabeta_12": [[["1"]]],"#, 1);
    assert_eq!(read(&with_derived).as_ref(), Ok(&key), "the derived member is passed over");
    let table = [
        json.replace("groth16", "plonk"),
        json.replace("bn128", "bls12381"),
        json.replace("\"nPublic\": 5", "\"nPublic\": 6"),
        json.replace("\"nPublic\": 5", "\"nPublic\": -1"),
        json.replace("\"nPublic\": 5", "\"nPublic\": 18446744073709551615"),
        json.replacen('{', r#"{"extra": 1,"#, 1),
        json.replacen('{', r#"{"curve": "bn128","#, 1),
        json.replace("vk_beta_2", "vk_beta_3"),
        json[..json.len() - 2].to_owned(),
        format!("{json}{json}"),
        String::new(),
        "[".repeat(100_000),
    ];
    for (index, text) in table.iter().enumerate() {
        assert!(read(text).is_err(), "{index}");
    }
    let first = json.split('"').find(|part| part.len() > 70).unwrap().to_owned();
    for spelling in [
        format!("0{first}"),
        format!("+{first}"),
        format!("0x{first}"),
        format!(" {first}"),
        first.clone() + "0",
    ] {
        assert!(
            matches!(read(&json.replacen(&first, &spelling, 1)), Err(KeyError::Point { .. })),
            "{spelling}"
        );
    }
}

#[test]
fn snarkjs_proofs_round_trip_and_are_read_strictly() {
    let (_, proof) = SquareKey::new(4).prove(1, 2);
    let json = proof.to_snarkjs_json();
    let read = |json: &str| Proof::from_snarkjs_json(json.as_bytes());
    assert_eq!(read(&json), Ok(proof));
    for bad in [
        json.replace("groth16", "fflonk"),
        json.replace("bn128", "bn254"),
        json.replacen('{', r#"{"protocol": "groth16","#, 1),
        json.replacen('{', r#"{"more": [],"#, 1),
        json.replacen("\"1\"", "\"2\"", 1),
        json.replacen("\"1\"", "\"0\"", 1),
        json.replacen("\"1\"", "1", 1),
        json.replacen("pi_a", "pi_d", 1),
        " ".repeat(1 << 20),
    ] {
        assert!(read(&bad).is_err());
    }
    assert!(matches!(read("{"), Err(ProofError::Json(error)) if error.line() == 1));
}

/// rapidsnark writes no curve, and proves with keys of ours.
#[test]
fn a_proof_by_rapidsnark_is_read_and_holds() {
    let file = include_str!("../../../test-vectors/rapidsnark.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let key = VerifyingKeyPoints::from_snarkjs_json(file["verifying_key"].to_string().as_bytes()).unwrap();
    let key = ForeignVerifyingKey::insecure_unlinted(key).unwrap().prepare();
    let proof = Proof::from_snarkjs_json(file["proof"].to_string().as_bytes()).unwrap();
    let inputs = file["public"].as_array().unwrap().iter();
    let mut inputs: Vec<Fr> = inputs.map(|input| input.as_str().unwrap().parse().unwrap()).collect();
    assert_eq!(key.verify(&inputs, &proof), Ok(()));
    inputs[3] += Fr::from(1);
    assert_eq!(key.verify(&inputs, &proof), Err(VerifyError::InvalidProof));
}

fn claim() -> (SquareKey, Claim<SquareStatement>) {
    let mut key = SquareKey::new(5);
    let (statement, proof) = key.prove(1, 2);
    let name = CircuitName::new("square-1").unwrap();
    let claim = Claim::new(name, key.verifying.key_id(), statement, proof);
    (key, claim)
}

#[test]
fn claims_travel_as_json() {
    let (key, claim) = claim();
    let json = claim.to_json().unwrap();
    let header = ClaimHeader::peek(json.as_bytes()).unwrap();
    assert_eq!((header.fact(), header.circuit().as_str()), ("square", "square-1"));
    assert_eq!(header.key_id(), key.verifying.key_id());
    let read = Claim::<SquareStatement>::from_json(json.as_bytes()).unwrap();
    assert_eq!(read, claim);
    assert_eq!(read.verify(&key.verifying.prepare()), Ok(()));

    let other = SquareKey::new(6).verifying;
    assert!(matches!(read.verify(&other.prepare()), Err(ClaimError::OtherKey { .. })));
    let renamed = VerifyingKey::new(circuit_id("square-2"), key.verifying.points().clone()).unwrap();
    assert!(matches!(read.verify(&renamed.prepare()), Err(ClaimError::OtherCircuit { .. })));
}

/// C4.
#[test]
fn c4_claims_in_any_other_form_are_refused() {
    let (_, claim) = claim();
    let json = claim.to_json().unwrap();
    let read = |json: &str| Claim::<SquareStatement>::from_json(json.as_bytes());
    let proof = claim.proof().to_hex();
    let key_id = claim.key_id().to_string();
    let long = " ".repeat(MAX_CLAIM_BYTES + 1);
    assert_eq!(read(&long), Err(ClaimJsonError::TooLong { found: MAX_CLAIM_BYTES + 1 }));
    assert_eq!(
        read(&json.replace("\"version\": 1", "\"version\": 2")),
        Err(ClaimJsonError::Version { found: 2 })
    );
    assert!(matches!(
        read(&json.replace("\"square\"", "\"relay\"").replace("square-1", "relay-1")),
        Err(ClaimJsonError::OtherFact { .. })
    ));
    assert!(matches!(
        read(&json.replace("square-1", "relay-1")),
        Err(ClaimJsonError::CircuitOfOtherFact { .. })
    ));
    assert!(matches!(read(&json.replace("square-1", "square")), Err(ClaimJsonError::Circuit(_))));
    for id in [key_id.to_uppercase(), key_id[2..].to_owned(), key_id[..64].to_owned(), format!("{key_id}00")]
    {
        assert_eq!(read(&json.replace(&key_id, &id)), Err(ClaimJsonError::KeyId), "{id}");
    }
    for text in
        [proof.to_uppercase(), proof[2..].to_owned(), format!("{proof}00"), proof.replace("0x", "0x0x")]
    {
        assert_eq!(read(&json.replace(&proof, &text)), Err(ClaimJsonError::Proof(ProofError::Hex)));
    }
    for bad in [
        json.replacen('{', r#"{"version": 1,"#, 1),
        json.replacen('{', r#"{"extra": 1,"#, 1),
        json.replace("\"amount\": 4", "\"amount\": 4, \"amount\": 4"),
        json.replace("\"amount\": 4", "\"amount\": 4, \"extra\": 4"),
        json.replace("\"amount\": 4", "\"amount\": 1e99"),
        json.replace("\"scope\": \"1\"", "\"scope\": \"01\""),
        json.replace("\"scope\": \"1\"", "\"scope\": \"0x1\""),
        // r + 1 is the same field element as 1
        json.replace(
            "\"scope\": \"1\"",
            "\"scope\": \"21888242871839275222246405745257275088548364400416034343698204186575808495618\"",
        ),
        json.replacen("\"proof\"", "\"prove\"", 1),
        json[..json.len() / 2].to_owned(),
        format!("{json}x"),
    ] {
        assert!(matches!(read(&bad), Err(ClaimJsonError::Json(_))), "{bad}");
    }
    assert_eq!(KeyId::new([0; 32]).to_string().len(), 66);
}

proptest! {
    /// C2 and C3: whatever bytes come, no panic, and whatever is accepted encodes to itself.
    #[test]
    fn c2_any_bytes_are_refused_or_canonical(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Proof::from_bytes(&bytes).map_or(true, |proof| proof.to_bytes()[..] == bytes[..]));
        prop_assert!(VerifyingKey::from_bytes(&bytes).map_or(true, |key| key.to_bytes() == bytes));
        prop_assert!(Proof::from_snarkjs_json(&bytes).is_err());
        prop_assert!(ClaimHeader::peek(&bytes).is_err());
    }
}
