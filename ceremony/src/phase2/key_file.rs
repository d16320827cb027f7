//! Writes a `.zkey`: beside its place first, then renamed.

use std::fs::Permissions;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;
use workproof_prover::zkey::Section;

use crate::sections::widen;

/// Sections of a key, without workproof's own.
const SECTIONS: u32 = 10;

/// Why a key was not written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum KeyFileError {
    /// The file is there already.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file could not be written. Nothing is left behind.
    #[error("{} could not be written", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What failed.
        #[source]
        source: io::Error,
    },
}

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there are these two")]
pub enum ExistingFile {
    /// Leave it and refuse.
    Keep,
    /// Put the new one in its place.
    Replace,
}

/// A key on its way.
pub(crate) struct KeyFileWriter {
    out: BufWriter<NamedTempFile>,
    path: PathBuf,
    existing: ExistingFile,
}

impl KeyFileWriter {
    /// Writes the container's head.
    pub(crate) fn begin(path: &Path, existing: ExistingFile) -> Result<Self, KeyFileError> {
        if existing == ExistingFile::Keep && path.exists() {
            return Err(KeyFileError::Exists { path: path.to_path_buf() });
        }
        let file =
            create_beside(path).map_err(|source| KeyFileError::Io { path: path.to_path_buf(), source })?;
        let mut writer =
            Self { out: BufWriter::with_capacity(1 << 20, file), path: path.to_path_buf(), existing };
        writer.write(b"zkey")?;
        writer.write(&1_u32.to_le_bytes())?;
        writer.write(&SECTIONS.to_le_bytes())?;
        Ok(writer)
    }

    /// Writes the head of the next section.
    pub(crate) fn section(&mut self, section: Section, length: u64) -> Result<(), KeyFileError> {
        self.write(&section.number().to_le_bytes())?;
        self.write(&length.to_le_bytes())
    }

    /// Writes bytes of the section begun last.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), KeyFileError> {
        self.out.write_all(bytes).map_err(|source| KeyFileError::Io { path: self.path.clone(), source })
    }

    /// Writes a whole section.
    pub(crate) fn whole_section(&mut self, section: Section, bytes: &[u8]) -> Result<(), KeyFileError> {
        self.section(section, widen(bytes.len()))?;
        self.write(bytes)
    }

    /// Puts the finished file in its place.
    pub(crate) fn finish(self) -> Result<(), KeyFileError> {
        let path = self.path;
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => KeyFileError::Exists { path: path.clone() },
            _ => KeyFileError::Io { path: path.clone(), source },
        };
        let file = self.out.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        let placed = match self.existing {
            ExistingFile::Keep => file.persist_noclobber(&path),
            ExistingFile::Replace => file.persist(&path),
        };
        placed.map(drop).map_err(|error| failed(error.error))
    }
}

fn create_beside(path: &Path) -> io::Result<NamedTempFile> {
    let directory = match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".workproof-").suffix(".tmp");
    if let Some(permissions) = everybody_may_read() {
        builder.permissions(permissions);
    }
    builder.tempfile_in(directory)
}

/// The mode of a new file, before the umask.
#[cfg(unix)]
fn everybody_may_read() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn everybody_may_read() -> Option<Permissions> {
    None
}
