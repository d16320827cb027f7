//! Stored files verify for ever: a key and a proof that snarkjs 0.7.6 made in a ceremony of its own, and the same in
//! this crate's first byte and JSON forms. The fixtures are frozen; nothing makes them again.

use ark_ff::BigInt;
use serde::{Deserialize, Serialize};
use workproof_protocol::{
    CommonInputs, Fr, Message, Nullifier, PublicInputs, Scope, Statement, fr_from_decimal,
};
use workproof_verifier::{
    CircuitDigest, CircuitId, CircuitName, Claim, ForeignVerifyingKey, Proof, VerifyingKey, verify,
};

const KEY: &[u8] = include_bytes!("../fixtures/snarkjs_verification_key.json");
const PROOF: &[u8] = include_bytes!("../fixtures/snarkjs_proof.json");
const PUBLIC: &[u8] = include_bytes!("../fixtures/snarkjs_public.json");
const KEY_BYTES: &str = include_str!("../fixtures/verifying_key_v1.hex");
const CLAIM: &str = include_str!("../fixtures/claim_v1.json");

/// "I know x with x^(2^20) = y."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PowerStatement {
    y: String,
}

impl Statement for PowerStatement {
    const FACT: &'static str = "power";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount", "y"];

    fn common(&self) -> &CommonInputs {
        &COMMON
    }

    fn public_inputs(&self) -> PublicInputs {
        let [scope, nullifier, message, amount] = COMMON.to_fields();
        PublicInputs::new([scope, nullifier, message, amount, fr_from_decimal(&self.y).unwrap()])
    }
}

static COMMON: CommonInputs = CommonInputs {
    scope: Scope::from_field(Fr::new(BigInt!("11"))),
    nullifier: Nullifier::from_field(Fr::new(BigInt!("12"))),
    message: Message::from_field(Fr::new(BigInt!("13"))),
    amount: 14,
};

fn stored_key() -> VerifyingKey {
    let name = CircuitName::new("power-20").unwrap();
    VerifyingKey::from_snarkjs_json(CircuitId::new(name, CircuitDigest::new([7; 32])), KEY).unwrap()
}

#[test]
fn what_snarkjs_made_verifies() {
    let proof = Proof::from_snarkjs_json(PROOF).unwrap();
    let public: Vec<String> = serde_json::from_slice(PUBLIC).unwrap();
    let inputs: Vec<Fr> = public.iter().map(|text| fr_from_decimal(text).unwrap()).collect();
    let foreign = ForeignVerifyingKey::from_snarkjs_json(KEY).unwrap().prepare();
    assert_eq!(foreign.verify(&inputs, &proof), Ok(()));
    let statement = PowerStatement { y: public.last().unwrap().clone() };
    assert_eq!(verify(&stored_key().prepare(), &statement, &proof), Ok(()));
}

#[test]
fn forms_of_version_1_are_read_and_written_as_ever() {
    let key = stored_key();
    let text = KEY_BYTES.trim_end();
    assert_eq!(hex::encode(key.to_bytes()), text);
    assert_eq!(VerifyingKey::from_bytes(&hex::decode(text).unwrap()), Ok(key.clone()));
    let claim = Claim::<PowerStatement>::from_json(CLAIM.as_bytes()).unwrap();
    assert_eq!(claim.verify(&key.prepare()), Ok(()));
    assert_eq!(claim.to_json().unwrap(), CLAIM.trim_end());
    assert_eq!(claim.proof(), &Proof::from_snarkjs_json(PROOF).unwrap());
}
