//! Reading files, up to a limit.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::error::FileError;

/// The most bytes of an ordinary file.
pub(super) const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// The most bytes of a file that holds one small thing: a key, a voucher, a scope.
pub(super) const MAX_SMALL_FILE_BYTES: u64 = 64 * 1024;

/// What a file is, for messages, and the most bytes that it may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub(crate) what: &'static str,
    pub(crate) limit: u64,
}

/// Reads a whole file that has at most as many bytes as its kind allows. The bytes are wiped when dropped.
pub(crate) fn read_bytes(path: &Path, kind: Kind) -> Result<Zeroizing<Vec<u8>>, FileError> {
    let file = File::open(path).map_err(FileError::read(path))?;
    let length = file.metadata().map_err(FileError::read(path))?.len();
    let too_large = || FileError::TooLarge { path: path.to_path_buf(), what: kind.what, limit: kind.limit };
    if length > kind.limit {
        return Err(too_large());
    }
    // One byte of room more, so that a file read to its end does not move and leave an unwiped copy.
    let capacity = usize::try_from(length).unwrap_or_default().saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(capacity));
    // A pipe has no length, and a file may grow while it is read.
    let taken = file.take(kind.limit + 1).read_to_end(&mut bytes).map_err(FileError::read(path))?;
    if u64::try_from(taken).is_ok_and(|taken| taken <= kind.limit) { Ok(bytes) } else { Err(too_large()) }
}

/// Reads a JSON file of a fixed shape.
pub(crate) fn read_json<T: DeserializeOwned>(path: &Path, kind: Kind) -> Result<T, FileError> {
    json_from_bytes(path, kind, &read_bytes(path, kind)?)
}

/// Reads a text file. The text is wiped when dropped.
pub(super) fn read_text(path: &Path, kind: Kind) -> Result<Zeroizing<String>, FileError> {
    let bytes = read_bytes(path, kind)?;
    let text =
        str::from_utf8(&bytes).or(Err(FileError::Text { path: path.to_path_buf(), what: kind.what }))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Reads JSON of a fixed shape from the bytes of a file.
pub(super) fn json_from_bytes<T: DeserializeOwned>(
    path: &Path,
    kind: Kind,
    bytes: &[u8],
) -> Result<T, FileError> {
    let what = kind.what;
    serde_json::from_slice(bytes).map_err(|source| FileError::Json { path: path.to_path_buf(), what, source })
}
