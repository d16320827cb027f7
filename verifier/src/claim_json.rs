//! The JSON form of a claim.

use alloc::string::String;
#[cfg(feature = "serde")]
use alloc::string::ToString;
use thiserror::Error;
use workproof_protocol::Statement;
use workproof_protocol::strict_json::{JsonFault, JsonValue, ReadJson};

use crate::circuit_id::{CircuitName, CircuitNameError, KeyId};
use crate::claim::Claim;
use crate::json_error::JsonError;
use crate::mutants::{Twin, is_broken};
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

/// A claim's JSON with its statement still unread.
struct Envelope<'a> {
    json: &'a [u8],
    header: ClaimHeader,
    statement: JsonValue<'a>,
    proof: JsonValue<'a>,
}

impl<'a> Envelope<'a> {
    fn read(json: &'a [u8]) -> Result<Self, ClaimJsonError> {
        if json.len() > MAX_CLAIM_BYTES {
            return Err(ClaimJsonError::TooLong { found: json.len() });
        }
        let at = fault_in(json);
        let keys = ["version", "fact", "circuit", "key_id", "statement", "proof"];
        let fields = JsonValue::parse(json).and_then(|claim| claim.fields(keys));
        let [version, fact, circuit, key_id, statement, proof] = fields.map_err(at)?;
        let version = version.integer().map_err(at)?;
        if version != 1 {
            return Err(ClaimJsonError::Version { found: version });
        }
        let circuit = CircuitName::new(&circuit.text().map_err(at)?).map_err(ClaimJsonError::Circuit)?;
        let fact = fact.text().map_err(at)?;
        if circuit.fact() != fact && !is_broken(Twin::FactOfCircuit) {
            return Err(ClaimJsonError::CircuitOfOtherFact { circuit, fact: fact.into_owned() });
        }
        let key_id = key_id_from_hex(&key_id.text().map_err(at)?)?;
        Ok(Self { json, header: ClaimHeader { circuit, key_id }, statement, proof })
    }

    /// The claim, once its statement is read.
    fn open<S: Statement>(
        self,
        read: impl FnOnce(JsonValue<'a>) -> Result<S, JsonError>,
    ) -> Result<Claim<S>, ClaimJsonError> {
        self.check_fact(S::FACT)?;
        let statement = read(self.statement).map_err(ClaimJsonError::Json)?;
        let proof = self.proof()?;
        Ok(Claim::new(self.header.circuit, self.header.key_id, statement, proof))
    }

    fn check_fact(&self, expected: &'static str) -> Result<(), ClaimJsonError> {
        let found = self.header.fact();
        if found == expected {
            Ok(())
        } else {
            Err(ClaimJsonError::OtherFact { found: String::from(found), expected })
        }
    }

    fn proof(&self) -> Result<Proof, ClaimJsonError> {
        let proof = self.proof.text().map_err(fault_in(self.json))?;
        Proof::from_hex(&proof).map_err(ClaimJsonError::Proof)
    }
}

fn fault_in(json: &[u8]) -> impl Fn(JsonFault) -> ClaimJsonError + Copy {
    move |fault| ClaimJsonError::Json(JsonError::of(fault, json))
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
        Ok(Envelope::read(json)?.header)
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
    #[cfg(feature = "serde")]
    pub fn from_json(json: &[u8]) -> Result<Self, ClaimJsonError>
    where
        S: serde::de::DeserializeOwned,
    {
        Envelope::read(json)?.open(|statement| {
            let read = serde_json::from_str(statement.as_json());
            read.map_err(|error| JsonError::of_value(&error, statement, json))
        })
    }

    /// Reads a claim without serde, for programs whose size counts. What it accepts is what [`Claim::from_json`] accepts.
    ///
    /// # Errors
    /// [`ClaimJsonError`] names what is malformed.
    pub fn from_strict_json(json: &[u8]) -> Result<Self, ClaimJsonError>
    where
        S: ReadJson,
    {
        let envelope = Envelope::read(json)?;
        envelope.open(|statement| S::read_json(statement).map_err(|fault| JsonError::of(fault, json)))
    }

    /// The claim as JSON.
    ///
    /// # Errors
    /// [`ClaimJsonError::Json`] when the statement's own serialization fails.
    #[cfg(feature = "serde")]
    pub fn to_json(&self) -> Result<String, ClaimJsonError>
    where
        S: serde::Serialize,
    {
        let written = WrittenClaim {
            version: Self::VERSION,
            fact: S::FACT,
            circuit: self.circuit().as_str(),
            key_id: self.key_id().to_string(),
            statement: self.statement(),
            proof: self.proof().to_hex(),
        };
        serde_json::to_string_pretty(&written)
            .map_err(|error| ClaimJsonError::Json(JsonError::of_writing(&error)))
    }
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
struct WrittenClaim<'a, S> {
    version: u64,
    fact: &'a str,
    circuit: &'a str,
    key_id: String,
    statement: &'a S,
    proof: String,
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
