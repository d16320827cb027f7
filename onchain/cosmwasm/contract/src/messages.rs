//! What the contract is told and asked. `workproof export cosmwasm` writes these messages.

use cosmwasm_std::HexBinary;
use serde::{Deserialize, Serialize};

/// The key, as the canonical bytes of a verifying key, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum InstantiateMsg {
    /// A key that the key lint has nothing to say against.
    Key(HexBinary),
    /// A **development key, under which anyone can forge proofs**: for tests only.
    InsecureDevelopmentKey(HexBinary),
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum QueryMsg {
    /// Which key is this? A [`KeyResponse`].
    Key {},
    /// Does this proof hold? A [`VerifyResponse`], or a failure.
    Verify {
        /// The public inputs in their order, 32 bytes big-endian each.
        inputs: Vec<HexBinary>,
        /// The proof's 128 bytes: A, B, C, compressed.
        proof: HexBinary,
    },
}

/// The key of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyResponse {
    /// The circuit's name.
    pub circuit: String,
    /// The digest of the key's canonical bytes.
    pub key_id: String,
    /// Whether anyone can forge proofs under it.
    pub development_key: bool,
}

/// The proof holds. There is no answer that says that it does not: that is a failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyResponse {
    /// The id of the key under which it holds.
    pub key_id: String,
}
