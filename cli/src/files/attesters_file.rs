//! The registry of attesters: `{ "version": 1, "attesters": [{ "public_key", "cap" } or null, ...] }`.
//!
//! `null` is a place whose attester was removed. A bare list of attesters is read as well.

use std::path::Path;

use workproof_protocol::{Attester, AttesterTree};

use super::error::FileError;
use super::read::{Kind, MAX_FILE_BYTES, json_from_bytes, read_bytes};
use super::write::{Existing, write_public_json};

const KIND: Kind = Kind { what: "a registry of attesters", limit: MAX_FILE_BYTES };

/// Reads a registry.
pub(crate) fn read_attesters(path: &Path) -> Result<AttesterTree, FileError> {
    let bytes = read_bytes(path, KIND)?;
    if !bytes.trim_ascii_start().starts_with(b"[") {
        return json_from_bytes(path, KIND, &bytes);
    }
    let attesters: Vec<Attester> = json_from_bytes(path, KIND, &bytes)?;
    AttesterTree::from_attesters(attesters)
        .map_err(|source| FileError::Attesters { path: path.to_path_buf(), source })
}

/// Reads a registry, or begins one where no file is.
pub(crate) fn read_attesters_or_new(path: &Path) -> Result<AttesterTree, FileError> {
    if path.exists() { read_attesters(path) } else { Ok(AttesterTree::new()) }
}

/// Writes a registry over its older form.
pub(crate) fn write_attesters(path: &Path, tree: &AttesterTree) -> Result<(), FileError> {
    write_public_json(path, tree, Existing::Replace)
}
