//! The note beside a key file that says its long checks were made.
//!
//! Checking every point of a large key takes seconds, so the result is remembered in `<file>.checked`: the file's
//! length, its time of modification and its BLAKE2b-512. A later opening compares length and time, not the digest (that
//! would mean reading the whole file). Who can replace the key behind the note's back can replace the note as well;
//! a damaged key gives proofs that do not verify, and those are never handed out.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The length and time of modification of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CheckedMarker {
    length: u64,
    modified_ns: u128,
}

const HEAD: &str = "workproof key checks, version 1";

impl CheckedMarker {
    /// What the file looks like now, if the file system says so.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self { length: metadata.len(), modified_ns: modified.as_nanos() })
    }

    /// Whether the note beside the file says that this very file was checked; then its recorded digest.
    pub(crate) fn recorded(path: &Path) -> Option<[u8; 64]> {
        let now = Self::of(path)?;
        let text = fs::read_to_string(marker_path(path)).ok().filter(|text| text.len() < 1024)?;
        let digits = text.strip_prefix(&now.text_without_digest())?.strip_suffix('\n')?;
        let mut digest = [0; 64];
        hex::decode_to_slice(digits, &mut digest).ok()?;
        Some(digest)
    }

    /// Notes that the file was checked. A note that cannot be written costs the next opening its time and nothing
    /// else, so that is no error.
    pub(crate) fn record(path: &Path, digest: [u8; 64]) {
        let Some(now) = Self::of(path) else { return };
        let text = format!("{}{}\n", now.text_without_digest(), hex::encode(digest));
        drop(fs::write(marker_path(path), text));
    }

    fn text_without_digest(self) -> String {
        format!("{HEAD}\nbytes {}\nmodified {}\nblake2b ", self.length, self.modified_ns)
    }
}

fn marker_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".checked");
    path.with_file_name(name)
}
