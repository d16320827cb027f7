//! The code of every error that a check can end in.
//!
//! Errors are taken whole, so that the code which lets go of them is here once and not at every call.

use workproof_verifier::{
    BatchError, ClaimError, ClaimJsonError, KeyError, KeyFinding, ProofError, VerifyError,
};
use workproof_wasm_call::Refusal;

/// A text that is not a claim.
pub(crate) fn claim_json(error: ClaimJsonError) -> Refusal {
    let code = match &error {
        ClaimJsonError::TooLong { .. } => "too-large",
        ClaimJsonError::Version { .. } => "unknown-version",
        ClaimJsonError::Proof(_) => "malformed-proof",
        ClaimJsonError::OtherFact { .. } => "other-circuit",
        _ => "malformed-claim",
    };
    Refusal::of(code, &error)
}

/// A claim that does not hold under the key at hand.
pub(crate) fn claim(error: ClaimError) -> Refusal {
    match error {
        ClaimError::OtherCircuit { .. } => Refusal::of("other-circuit", &error),
        ClaimError::OtherKey { .. } => Refusal::of("other-key", &error),
        ClaimError::Verify(error) => verify(error),
        _ => Refusal::of("invalid-proof", &error),
    }
}

/// A check that failed.
pub(crate) fn verify(error: VerifyError) -> Refusal {
    let code = match &error {
        VerifyError::OtherFact { .. } => "other-circuit",
        VerifyError::InputCount { .. } => "input-count",
        _ => "invalid-proof",
    };
    Refusal::of(code, &error)
}

/// A batch that failed.
pub(crate) fn batch(error: BatchError) -> Refusal {
    let code = match &error {
        BatchError::Empty => "empty-batch",
        BatchError::Claim { .. } => "other-circuit",
        _ => "invalid-batch",
    };
    Refusal::of(code, &error)
}

/// A proof that is none.
pub(crate) fn proof(error: ProofError) -> Refusal {
    let code = match &error {
        ProofError::OtherSystem => "other-system",
        _ => "malformed-proof",
    };
    Refusal::of(code, &error)
}

/// A key that is refused.
pub(crate) fn key(error: KeyError) -> Refusal {
    let code = match &error {
        KeyError::Version { .. } => "unknown-version",
        KeyError::Dangerous { finding } => finding_code(finding),
        KeyError::Development => "development-key",
        KeyError::NotDevelopment => "not-development-key",
        KeyError::OtherSystem => "other-system",
        _ => "malformed-key",
    };
    Refusal::of(code, &error)
}

/// What the key lint found. A wrong number of inputs is a key of something else, not a danger.
const fn finding_code(finding: &KeyFinding) -> &'static str {
    match finding {
        KeyFinding::TooManyInputs { .. } => "input-count",
        _ => "dangerous-key",
    }
}
