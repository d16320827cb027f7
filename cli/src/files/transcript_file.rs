//! The transcript of a ceremony.

use std::path::Path;

use workproof_ceremony::{CeremonyTranscript, MOST_TRANSCRIPT_BYTES};

use super::error::FileError;
use super::read::{Kind, read_json};

const TRANSCRIPT: Kind = Kind { what: "a ceremony's transcript", limit: 16 * 1024 * 1024 };

const _: () = assert!(MOST_TRANSCRIPT_BYTES == 16 * 1024 * 1024);

/// Reads a transcript.
pub(crate) fn read_transcript(path: &Path) -> Result<CeremonyTranscript, FileError> {
    read_json(path, TRANSCRIPT)
}
