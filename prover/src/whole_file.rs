//! Files that are there whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Lets `write` fill a temporary file beside `path`, and renames it to `path` once that went well. Otherwise `path` holds what
/// it held before, and the temporary file is removed.
///
/// # Errors
/// That of `write`; `failed` of the error where the file cannot be renamed.
pub(crate) fn replace_file<T, E>(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<T, E>,
    failed: impl FnOnce(io::Error) -> E,
) -> Result<T, E> {
    let partial = partial_path(path);
    let written = write(&partial).and_then(|result| {
        fs::rename(&partial, path).map_err(failed)?;
        Ok(result)
    });
    if written.is_err() {
        // the error that matters is the first one; a partial file that cannot be removed does no harm
        drop(fs::remove_file(&partial));
    }
    written
}

fn partial_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}
