//! Writing files: beside their place first, then renamed.

use std::fs::{File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tempfile::{Builder, NamedTempFile};
use zeroize::Zeroizing;

use super::error::FileError;

/// Room for the JSON of any key, so that it does not move while it grows and leave a copy behind.
const SECRET_ROOM: usize = 4 * 1024;

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Leave it and refuse.
    Keep,
    /// Put the new one in its place.
    Replace,
}

impl Existing {
    /// The choice behind a `--force` flag.
    pub(crate) const fn from_force(force: bool) -> Self {
        if force { Self::Replace } else { Self::Keep }
    }
}

/// Refuses a place that is taken, before the work for it is done.
pub(crate) fn require_free(path: &Path, existing: Existing) -> Result<(), FileError> {
    if existing == Existing::Keep && path.exists() {
        return Err(FileError::Exists { path: path.to_path_buf() });
    }
    Ok(())
}

/// Who may read a new file.
#[derive(Clone, Copy)]
enum Readers {
    /// Whoever the umask allows.
    Everybody,
    /// The owner alone.
    Owner,
}

/// Writes a file that anybody may read.
pub(crate) fn write_public(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), FileError> {
    write(path, bytes, existing, Readers::Everybody)
}

/// Writes a JSON file that anybody may read.
pub(crate) fn write_public_json(
    path: &Path,
    content: &impl Serialize,
    existing: Existing,
) -> Result<(), FileError> {
    let mut bytes = Vec::new();
    write_json(path, content, &mut bytes)?;
    write(path, &bytes, existing, Readers::Everybody)
}

/// Writes a file that anybody may read and that is too large to be kept in memory first.
pub(crate) fn write_public_with(
    path: &Path,
    existing: Existing,
    fill: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>,
) -> Result<(), FileError> {
    let mut file = create_beside(path, Readers::Everybody).map_err(FileError::write(path))?;
    let mut out = BufWriter::new(file.as_file_mut());
    fill(&mut out).and_then(|()| out.flush()).map_err(FileError::write(path))?;
    drop(out);
    place(file, path, existing)
}

/// Writes a file that only its owner may read.
pub(crate) fn write_secret(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), FileError> {
    write(path, bytes, existing, Readers::Owner)
}

/// Writes a JSON file that only its owner may read.
pub(crate) fn write_secret_json(
    path: &Path,
    content: &impl Serialize,
    existing: Existing,
) -> Result<(), FileError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(SECRET_ROOM));
    write_json(path, content, &mut bytes)?;
    write_secret(path, &bytes, existing)
}

fn write_json(path: &Path, content: &impl Serialize, bytes: &mut Vec<u8>) -> Result<(), FileError> {
    serde_json::to_writer_pretty(&mut *bytes, content)
        .map_err(|source| FileError::Serialize { path: path.to_path_buf(), source })?;
    bytes.push(b'\n');
    Ok(())
}

fn write(path: &Path, bytes: &[u8], existing: Existing, readers: Readers) -> Result<(), FileError> {
    let mut file = create_beside(path, readers).map_err(FileError::write(path))?;
    file.write_all(bytes).map_err(FileError::write(path))?;
    place(file, path, existing)
}

/// Puts a finished file in its place.
fn place(file: NamedTempFile, path: &Path, existing: Existing) -> Result<(), FileError> {
    file.as_file().sync_all().map_err(FileError::write(path))?;
    let placed = match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    };
    placed.map(drop).map_err(|error| FileError::write(path)(error.error))
}

fn create_beside(path: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let directory = match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".workproof-").suffix(".tmp");
    if let Some(permissions) = permissions(readers) {
        builder.permissions(permissions);
    }
    builder.tempfile_in(directory)
}

/// The mode of a new file, before the umask.
#[cfg(unix)]
fn permissions(readers: Readers) -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(match readers {
        Readers::Everybody => 0o666,
        Readers::Owner => 0o600,
    }))
}

/// Elsewhere a new file inherits the access rules of its directory.
#[cfg(not(unix))]
fn permissions(_readers: Readers) -> Option<Permissions> {
    None
}
