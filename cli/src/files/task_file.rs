//! What parties agree on before any work: the fields of a scope and of a payment. Public.

use std::path::Path;

use workproof_protocol::word::Word;
use workproof_protocol::{Payment, ScopeFields, policy_word};

use super::error::FileError;
use super::read::{Kind, MAX_FILE_BYTES, MAX_SMALL_FILE_BYTES, read_bytes, read_json};

/// Reads the fields of a scope, as `workproof scope --out` writes them.
pub(crate) fn read_scope_fields(path: &Path) -> Result<ScopeFields, FileError> {
    read_json(path, Kind { what: "the fields of a scope", limit: MAX_SMALL_FILE_BYTES })
}

/// Reads a payment, as `workproof message --out` writes it.
pub(crate) fn read_payment(path: &Path) -> Result<Payment, FileError> {
    read_json(path, Kind { what: "a payment", limit: MAX_SMALL_FILE_BYTES })
}

/// Reads the text of a policy and gives its word.
pub(crate) fn read_policy(path: &Path) -> Result<Word, FileError> {
    Ok(policy_word(&read_bytes(path, Kind { what: "a policy", limit: MAX_FILE_BYTES })?))
}
