//! The check of one proof.

use alloc::string::String;
use thiserror::Error;
use workproof_protocol::Statement;

use crate::curve::Fr;
use crate::keys::{PreparedPairing, PreparedVerifyingKey};
use crate::mutants::{Twin, is_broken};
use crate::proof::Proof;

/// Why a claim is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// The key belongs to a circuit of another fact.
    #[error("the statement is of the fact `{statement}`, and the key is for `{key}`")]
    OtherFact {
        /// The statement's fact.
        statement: &'static str,
        /// The fact of the key's circuit.
        key: String,
    },
    /// The number of public inputs is not the key's.
    #[error("the key takes {expected} public inputs, the statement has {found}")]
    InputCount {
        /// Public inputs of the key.
        expected: usize,
        /// Public inputs given.
        found: usize,
    },
    /// The proof does not prove the statement under this key. Why not is deliberately not said.
    #[error("the proof does not prove this statement")]
    InvalidProof,
}

/// Checks a proof of a statement.
///
/// # Security
/// Acceptance says that somebody knew a witness. It does not say that the statement is fresh: the caller checks that
/// the scope is theirs and that the nullifier was not seen before.
///
/// # Errors
/// [`VerifyError::OtherFact`] or [`VerifyError::InputCount`] when key and statement do not belong together,
/// [`VerifyError::InvalidProof`] when the proof fails.
pub fn verify<S: Statement>(
    key: &PreparedVerifyingKey,
    statement: &S,
    proof: &Proof,
) -> Result<(), VerifyError> {
    check_fact(key, S::FACT)?;
    verify_inputs(key.pairing(), statement.public_inputs().as_slice(), proof)
}

/// Whether the key is for a circuit of the statement's fact.
pub(crate) fn check_fact(key: &PreparedVerifyingKey, statement: &'static str) -> Result<(), VerifyError> {
    let fact = key.circuit().name().fact();
    if fact == statement || is_broken(Twin::FactOfKey) {
        Ok(())
    } else {
        Err(VerifyError::OtherFact { statement, key: String::from(fact) })
    }
}

/// Checks the number of inputs, then the pairing equation.
pub(crate) fn verify_inputs(
    pairing: &PreparedPairing,
    inputs: &[Fr],
    proof: &Proof,
) -> Result<(), VerifyError> {
    check_count(pairing, inputs)?;
    let sum = pairing.input_sum(inputs);
    if pairing.holds(*proof.a(), *proof.b(), *proof.c(), sum) {
        Ok(())
    } else {
        Err(VerifyError::InvalidProof)
    }
}

pub(crate) fn check_count(pairing: &PreparedPairing, inputs: &[Fr]) -> Result<(), VerifyError> {
    if inputs.len() == pairing.public_inputs() || is_broken(Twin::InputCount) {
        Ok(())
    } else {
        Err(VerifyError::InputCount { expected: pairing.public_inputs(), found: inputs.len() })
    }
}
