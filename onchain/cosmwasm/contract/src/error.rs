//! Why the contract refuses.

use cosmwasm_std::StdError;
use thiserror::Error;
use workproof_verifier::{KeyError, ProofError, VerifyError};

/// Why the contract refuses.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ContractError {
    /// The key is refused.
    #[error("the key is refused: {0}")]
    Key(KeyError),
    /// The contract holds no key: it was never instantiated.
    #[error("the contract holds no key")]
    NoKey,
    /// An input is not 32 bytes that are below r.
    #[error("an input is refused: {0}")]
    Input(workproof_protocol::DecodeError),
    /// An input has another length.
    #[error("an input has 32 bytes")]
    InputLength,
    /// The proof's bytes are refused.
    #[error("{0}")]
    Proof(ProofError),
    /// The claim is refused.
    #[error("{0}")]
    Refused(VerifyError),
    /// The answer cannot be written.
    #[error(transparent)]
    Answer(#[from] StdError),
}
