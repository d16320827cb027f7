//! What opens a commitment: labels and salt, `{ "version", "kind", "salt", "labels" }`. Secret.

use std::path::Path;

use workproof_protocol::{AnswerSet, GoldSet};

use super::error::FileError;
use super::read::{Kind, MAX_SMALL_FILE_BYTES, read_text};
use super::write::{Existing, write_secret};

const GOLD: Kind = Kind { what: "an opened gold set", limit: MAX_SMALL_FILE_BYTES };
const ANSWERS: Kind = Kind { what: "an opened set of answers", limit: MAX_SMALL_FILE_BYTES };

/// Reads a gold set with its salt.
pub(crate) fn read_gold(path: &Path) -> Result<GoldSet, FileError> {
    GoldSet::from_json(&read_text(path, GOLD)?).map_err(FileError::labels(path))
}

/// Reads answers with their salt.
pub(crate) fn read_answers(path: &Path) -> Result<AnswerSet, FileError> {
    AnswerSet::from_json(&read_text(path, ANSWERS)?).map_err(FileError::labels(path))
}

/// Writes a gold set with its salt, for its owner's eyes alone.
pub(crate) fn write_gold(path: &Path, gold: &GoldSet, existing: Existing) -> Result<(), FileError> {
    write_secret(path, gold.expose_json().as_bytes(), existing)
}

/// Writes answers with their salt, for their owner's eyes alone.
pub(crate) fn write_answers(path: &Path, answers: &AnswerSet, existing: Existing) -> Result<(), FileError> {
    write_secret(path, answers.expose_json().as_bytes(), existing)
}
