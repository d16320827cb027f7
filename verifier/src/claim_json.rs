//! The JSON form of a claim.

use alloc::string::{String, ToString};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use workproof_protocol::Statement;
use workproof_protocol::json::Object;

use crate::circuit_id::{CircuitName, CircuitNameError, KeyId};
use crate::claim::Claim;
use crate::json_error::JsonError;
use crate::proof::{Proof, ProofError};

/// The most bytes of a claim's JSON that are looked at.
pub const MAX_CLAIM_BYTES: usize = 64 * 1024;

/// Why a JSON text is not a claim.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ClaimJsonError {
    /// The text is longer than any claim.
    #[error("a claim has at most {MAX_CLAIM_BYTES} bytes, this text has {found}")]
    TooLong {
        /// Bytes found.
        found: usize,
    },
    /// The text is malformed, or not of a claim's shape.
    #[error("the claim's JSON is malformed: {0}")]
    Json(#[source] JsonError),
    /// The envelope's version is unknown.
    #[error("claims of version {found} are unknown; this release reads version 1")]
    Version {
        /// The version found.
        found: u64,
    },
    /// The claim is of another fact than asked for.
    #[error("the claim is of the fact `{found}`, expected `{expected}`")]
    OtherFact {
        /// The fact found.
        found: String,
        /// The fact asked for.
        expected: &'static str,
    },
    /// The circuit's name is malformed, or not one of the claim's fact.
    #[error("the claim's circuit name is malformed")]
    Circuit(#[source] CircuitNameError),
    /// The circuit's name does not begin with the claim's fact.
    #[error("the circuit {circuit} does not prove the fact `{fact}`")]
    CircuitOfOtherFact {
        /// The circuit named.
        circuit: CircuitName,
        /// The fact named.
        fact: String,
    },
    /// The key id is not `0x` and 64 lower-case hex digits.
    #[error("a key id is 0x and 64 lower-case hex digits")]
    KeyId,
    /// The proof is malformed.
    #[error("the claim's proof is refused: {0}")]
    Proof(#[source] ProofError),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<S> {
    version: u64,
    fact: String,
    circuit: String,
    key_id: String,
    statement: S,
    proof: String,
}

impl<S> Envelope<S> {
    fn read(json: &[u8]) -> Result<Self, ClaimJsonError>
    where
        S: DeserializeOwned,
    {
        if json.len() > MAX_CLAIM_BYTES {
            return Err(ClaimJsonError::TooLong { found: json.len() });
        }
        let read = serde_json::from_slice(json);
        read.map(|Object(envelope)| envelope).map_err(|error| ClaimJsonError::Json(JsonError::from(error)))
    }

    fn header(&self) -> Result<ClaimHeader, ClaimJsonError> {
        if self.version != 1 {
            return Err(ClaimJsonError::Version { found: self.version });
        }
        let circuit = CircuitName::new(&self.circuit).map_err(ClaimJsonError::Circuit)?;
        if circuit.fact() != self.fact {
            return Err(ClaimJsonError::CircuitOfOtherFact { circuit, fact: self.fact.clone() });
        }
        Ok(ClaimHeader { circuit, key_id: key_id_from_hex(&self.key_id)? })
    }
}

/// What a claim's JSON says about itself before its statement is read: enough to choose the type to read it with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimHeader {
    circuit: CircuitName,
    key_id: KeyId,
}

impl ClaimHeader {
    /// Reads the head of a claim and passes over its statement.
    ///
    /// # Errors
    /// As [`Claim::from_json`], but for the statement and the proof.
    pub fn peek(json: &[u8]) -> Result<Self, ClaimJsonError> {
        Envelope::<IgnoredAny>::read(json)?.header()
    }

    /// The fact that the claim is of.
    #[must_use]
    pub fn fact(&self) -> &str {
        self.circuit.fact()
    }

    /// The circuit that the claim was proven with.
    #[must_use]
    pub const fn circuit(&self) -> &CircuitName {
        &self.circuit
    }

    /// The key that the claim was proven with.
    #[must_use]
    pub const fn key_id(&self) -> KeyId {
        self.key_id
    }
}

impl<S: Statement> Claim<S> {
    /// Reads a claim. Keys that are unknown, missing or given twice are refused.
    ///
    /// # Errors
    /// [`ClaimJsonError`] names what is malformed.
    pub fn from_json(json: &[u8]) -> Result<Self, ClaimJsonError>
    where
        S: DeserializeOwned,
    {
        let header = ClaimHeader::peek(json)?;
        if header.fact() != S::FACT {
            return Err(ClaimJsonError::OtherFact { found: header.fact().to_string(), expected: S::FACT });
        }
        let envelope = Envelope::<S>::read(json)?;
        let proof = Proof::from_hex(&envelope.proof).map_err(ClaimJsonError::Proof)?;
        Ok(Self::new(header.circuit, header.key_id, envelope.statement, proof))
    }

    /// The claim as JSON.
    ///
    /// # Errors
    /// [`ClaimJsonError::Json`] when the statement's own serialization fails.
    pub fn to_json(&self) -> Result<String, ClaimJsonError>
    where
        S: Serialize,
    {
        let envelope = Envelope {
            version: Self::VERSION,
            fact: String::from(S::FACT),
            circuit: self.circuit().to_string(),
            key_id: self.key_id().to_string(),
            statement: self.statement(),
            proof: self.proof().to_hex(),
        };
        serde_json::to_string_pretty(&envelope).map_err(|error| ClaimJsonError::Json(JsonError::from(error)))
    }
}

fn key_id_from_hex(text: &str) -> Result<KeyId, ClaimJsonError> {
    let digits = text.strip_prefix("0x").ok_or(ClaimJsonError::KeyId)?;
    let mut bytes = [0; 32];
    let lower = !digits.bytes().any(|byte| byte.is_ascii_uppercase());
    if !lower || hex::decode_to_slice(digits, &mut bytes).is_err() {
        return Err(ClaimJsonError::KeyId);
    }
    Ok(KeyId::new(bytes))
}
