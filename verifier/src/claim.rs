//! The envelope in which a statement travels with its proof.

use core::fmt;
use thiserror::Error;
use workproof_protocol::Statement;

use crate::circuit_id::{CircuitName, KeyId};
use crate::keys::PreparedVerifyingKey;
use crate::mutants::{Twin, is_broken};
use crate::proof::Proof;
use crate::verify::{VerifyError, verify};

/// A statement with its proof, and the names of the circuit and the key it was proven with.
///
/// A claim that exists is well formed; whether it holds is for [`Claim::verify`] to say.
#[derive(Clone, PartialEq, Eq)]
pub struct Claim<S> {
    circuit: CircuitName,
    key_id: KeyId,
    statement: S,
    proof: Proof,
}

/// Why a claim is not accepted under a key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ClaimError {
    /// The claim was made with another circuit than the key's.
    #[error("the claim was proven with the circuit {claim}, the key is for {key}")]
    OtherCircuit {
        /// The circuit that the claim names.
        claim: CircuitName,
        /// The circuit of the key.
        key: CircuitName,
    },
    /// The claim was made with another key.
    #[error("the claim was proven with the key {claim}, this key is {key}")]
    OtherKey {
        /// The key that the claim names.
        claim: KeyId,
        /// The key at hand.
        key: KeyId,
    },
    /// The check itself failed.
    #[error(transparent)]
    Verify(#[from] VerifyError),
}

impl<S: Statement> Claim<S> {
    /// The envelope's version.
    pub const VERSION: u64 = 1;

    /// Puts a statement and its proof into an envelope. Nothing is checked here.
    #[must_use]
    pub const fn new(circuit: CircuitName, key_id: KeyId, statement: S, proof: Proof) -> Self {
        Self { circuit, key_id, statement, proof }
    }

    /// Checks that the claim names this key and its circuit, then checks the proof.
    ///
    /// # Errors
    /// [`ClaimError`] says whether another key is needed or the proof fails.
    pub fn verify(&self, key: &PreparedVerifyingKey) -> Result<(), ClaimError> {
        self.check_key(key)?;
        Ok(verify(key, &self.statement, &self.proof)?)
    }

    /// Checks that the claim names this key and its circuit, and not the proof: for a batch.
    ///
    /// # Errors
    /// [`ClaimError::OtherCircuit`] or [`ClaimError::OtherKey`].
    pub fn check_key(&self, key: &PreparedVerifyingKey) -> Result<(), ClaimError> {
        check_names(&self.circuit, self.key_id, key)
    }
}

/// Whatever is claimed, the names are checked alike.
fn check_names(circuit: &CircuitName, key_id: KeyId, key: &PreparedVerifyingKey) -> Result<(), ClaimError> {
    if circuit != key.circuit().name() && !is_broken(Twin::CircuitOfClaim) {
        let key = key.circuit().name().clone();
        return Err(ClaimError::OtherCircuit { claim: circuit.clone(), key });
    }
    if key_id != key.key_id() && !is_broken(Twin::KeyOfClaim) {
        return Err(ClaimError::OtherKey { claim: key_id, key: key.key_id() });
    }
    Ok(())
}

impl<S> Claim<S> {
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

    /// What is claimed.
    #[must_use]
    pub const fn statement(&self) -> &S {
        &self.statement
    }

    /// The proof.
    #[must_use]
    pub const fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl<S: fmt::Debug> fmt::Debug for Claim<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claim")
            .field("circuit", &self.circuit)
            .field("key_id", &self.key_id)
            .field("statement", &self.statement)
            .finish_non_exhaustive()
    }
}
