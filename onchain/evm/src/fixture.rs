//! The claims that were proven for the [world](crate::world), in `onchain/fixtures/claims.json`.

use alloy_primitives::U256;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use workproof_protocol::{GoldStatement, RelayStatement, Statement};
use workproof_verifier::forms::eip197;
use workproof_verifier::{Claim, DevelopmentVerifyingKey, Proof};

/// Everything that was proven.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixture {
    /// The verifying keys, in hexadecimal of their canonical bytes.
    pub keys: Keys,
    /// A claim of each contributor.
    pub relay: Vec<Value>,
    /// A contributor's claim that passes.
    pub gold_by_contributor: Value,
    /// A grader's claim that passes.
    pub gold_accepted: Value,
    /// A grader's claim that a submission fails.
    pub gold_rejected: Value,
}

/// The development keys of the two circuits.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// Of relay-10.
    pub relay: String,
    /// Of gold-256.
    pub gold: String,
}

impl Fixture {
    /// The committed fixture.
    ///
    /// # Panics
    /// Where the file is malformed.
    pub fn load() -> Self {
        serde_json::from_str(include_str!("../../fixtures/claims.json")).expect(
            "onchain/fixtures/claims.json is malformed; write it again with `cargo xtask onchain fixtures`",
        )
    }

    /// The claims of relay.
    pub fn relay_claims(&self) -> Vec<Claim<RelayStatement>> {
        self.relay.iter().map(relay_claim).collect()
    }

    /// The key of relay-10.
    ///
    /// # Panics
    /// Where it is malformed.
    pub fn relay_key(&self) -> DevelopmentVerifyingKey {
        key(&self.keys.relay)
    }

    /// The key of gold-256.
    ///
    /// # Panics
    /// Where it is malformed.
    pub fn gold_key(&self) -> DevelopmentVerifyingKey {
        key(&self.keys.gold)
    }
}

fn key(text: &str) -> DevelopmentVerifyingKey {
    let bytes = alloy_primitives::hex::decode(text).expect("hexadecimal");
    DevelopmentVerifyingKey::insecure_from_bytes(&bytes).expect("a development key")
}

fn relay_claim(document: &Value) -> Claim<RelayStatement> {
    Claim::from_json(document.to_string().as_bytes()).expect("a relay claim")
}

/// Reads a gold claim.
///
/// # Panics
/// Where it is none.
pub fn gold_claim(document: &Value) -> Claim<GoldStatement> {
    Claim::from_json(document.to_string().as_bytes()).expect("a gold claim")
}

/// A proof as the words of EIP-197.
pub fn proof_words(proof: &Proof) -> [U256; 8] {
    let bytes = eip197::proof_to_bytes(proof);
    core::array::from_fn(|index| U256::from_be_slice(&bytes[32 * index..32 * (index + 1)]))
}

/// The public inputs of a statement as words.
pub fn input_words(statement: &impl Statement) -> Vec<U256> {
    statement.public_inputs().as_slice().iter().map(crate::world::word_of).collect()
}
