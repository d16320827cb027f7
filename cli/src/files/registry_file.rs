//! The registry of contributors, as zk-kit's LeanIMT exports it: all levels, leaves first.

use std::path::Path;

use workproof_protocol::LeanImt;

use super::error::FileError;
use super::read::{Kind, read_text};
use super::write::{Existing, write_public};

/// 2^21 nodes of at most 77 digits, two quotes and a comma each.
const KIND: Kind =
    Kind { what: "a registry of contributors (zk-kit's export of a LeanIMT)", limit: 2 * 1024 * 1024 * 80 };

/// Reads a registry; every node is hashed again.
pub(crate) fn read_registry(path: &Path) -> Result<LeanImt, FileError> {
    let text = read_text(path, KIND)?;
    LeanImt::import(text.trim_end())
        .map_err(|source| FileError::Registry { path: path.to_path_buf(), source })
}

/// Reads a registry, or begins one where no file is.
pub(crate) fn read_registry_or_new(path: &Path) -> Result<LeanImt, FileError> {
    if path.exists() { read_registry(path) } else { Ok(LeanImt::new()) }
}

/// Writes a registry over its older form.
pub(crate) fn write_registry(path: &Path, registry: &LeanImt) -> Result<(), FileError> {
    write_public(path, registry.export().as_bytes(), Existing::Replace)
}
