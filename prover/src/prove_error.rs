//! Why no proof was made.

use core::error::Error as StdError;

use thiserror::Error;
use workproof_circuits::r1cs::SynthesisError;
use workproof_verifier::{CircuitDigest, CircuitName, CircuitNameError};

use crate::cancel_token::Cancelled;
use crate::engine::EngineError;

/// Why a prover was not made: circuit and key do not belong together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProverError {
    /// The circuit's name is not one.
    #[error("the circuit's name is malformed")]
    Name(#[source] CircuitNameError),
    /// The circuit's name does not begin with the fact of its statement.
    #[error("the circuit {circuit} proves the fact `{fact}`, so its name must be `{fact}-<capacity>`")]
    NameOfOtherFact {
        /// The circuit's name.
        circuit: CircuitName,
        /// The fact of the circuit's statement.
        fact: &'static str,
    },
    /// The key was opened as a foreign key, which belongs to no circuit known by name.
    #[error("a foreign key has no circuit; prove with an AssignmentProver")]
    Foreign,
    /// The key belongs to another circuit.
    #[error("the key is for the circuit {key}, not for {circuit}")]
    OtherCircuit {
        /// The circuit.
        circuit: CircuitName,
        /// The key's circuit.
        key: CircuitName,
    },
    /// The key belongs to another version of the circuit.
    #[error("the key is for another version of {circuit}: its digest is {key}, the circuit's is {digest}")]
    OtherDigest {
        /// The circuit.
        circuit: CircuitName,
        /// The circuit's digest.
        digest: CircuitDigest,
        /// The digest in the key.
        key: CircuitDigest,
    },
    /// The circuit could not be built.
    #[error("the circuit could not be built")]
    Synthesis(#[source] SynthesisError),
}

/// Why no proof was made. `V` is the circuit's own error: which clause does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProveError<V: StdError + 'static> {
    /// The witness does not prove the statement; the source names the clause.
    #[error("the claim does not hold: {0}")]
    Violation(#[source] V),
    /// The plain check passed and a row of the circuit does not hold, which is a bug of the circuit.
    #[error("the circuit refuses what the plain check accepts: {0}")]
    Synthesis(#[source] SynthesisError),
    /// The values of the variables do not have the key's number.
    #[error("the key has {expected} variables, {found} values were given")]
    AssignmentLength {
        /// Variables of the key.
        expected: usize,
        /// Values given.
        found: usize,
    },
    /// The first value is the constant 1, and is not 1 here.
    #[error("the first value of an assignment is the constant 1")]
    ConstantNotOne,
    /// The proof may need more memory than the options allow, or than the system gives to this process.
    #[error(
        "the proof may need {needed} bytes of memory besides the key, more than there is; use fewer threads or a smaller circuit"
    )]
    NotEnoughMemory {
        /// Bytes that the proof may need: [`Prover::estimated_memory`](crate::Prover::estimated_memory).
        needed: u64,
    },
    /// The engine failed.
    #[error("the engine failed: {0}")]
    Engine(#[source] EngineError),
    /// The proof that came out does not verify: the values do not satisfy the circuit, or the key is damaged.
    #[error(
        "the finished proof does not verify: the values do not satisfy the circuit, or the key is damaged"
    )]
    ProofRefused,
    /// A thread of the pool panicked, most likely in the progress callback.
    #[error("a thread panicked while proving")]
    Panicked,
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl<V: StdError + 'static> From<EngineError> for ProveError<V> {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Cancelled => Self::Cancelled,
            other => Self::Engine(other),
        }
    }
}

impl<V: StdError + 'static> From<Cancelled> for ProveError<V> {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
