//! Tables of multiples of a key's points: made once, kept in a file beside the key, used by provers that stay.
//!
//! # The file
//! `<key file>.table`, little-endian:
//!
//! | at | bytes | what |
//! |---|---|---|
//! | 0 | 4 | `wptb` |
//! | 4 | 4 | version, 1 |
//! | 8 | 4 | levels: 2, 4 or 8 |
//! | 12 | 4 | 0 |
//! | 16 | 32 | the number of points of sections A, B2, L and H that are not the identity, 8 bytes each |
//! | 48 | 64 | BLAKE2b-512 of the key's file |
//! | 112 | 64 | digest of all other bytes: BLAKE2b-512 of the BLAKE2b-512 of bytes 0 to 112 and of each MiB after byte 176 |
//! | 176 | | levels 1, 2, ... of section A, then of B2, L and H, as points lie in a key |
//!
//! What a table is for is said at [`KeyTable`].

mod error;
mod header;
mod make;
mod multiples;

use std::path::{Path, PathBuf};

use crate::engine::{KeyTable, Levels};
use crate::mapped_file::MappedFile;
use crate::proving_key::ProvingKey;
use crate::zkey::{G1Points, G2Points};

pub use error::TableError;
pub use make::{TableOptions, make_table};
#[cfg(test)]
pub(crate) use multiples::double_points;

use header::{HEADER_BYTES, Header};

/// Bytes of a point of G1 in memory; one of G2 takes two.
const RECORD: u64 = 80;

/// A table that belongs to a key, mapped into memory.
#[derive(Debug)]
pub struct TableFile {
    file: MappedFile,
    header: Header,
}

impl TableFile {
    /// Where the table of a key lies, or would lie: `<key file>.table`.
    #[must_use]
    pub fn path_beside(key: &Path) -> PathBuf {
        let mut name = key.file_name().unwrap_or_default().to_os_string();
        name.push(".table");
        key.with_file_name(name)
    }

    /// Opens the table beside a key and checks that it is whole and that key's. This reads the whole file, on all threads.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn open(key: &ProvingKey) -> Result<Self, TableError> {
        Self::open_at(&Self::path_beside(key.path()), key.file_digest())
    }

    /// Opens a table that lies elsewhere, for a key whose file has this BLAKE2b-512.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn open_at(path: &Path, key_digest: &[u8; 64]) -> Result<Self, TableError> {
        let failed = |source| TableError::Io { path: path.to_path_buf(), source };
        let refused = |reason| TableError::Malformed { path: path.to_path_buf(), reason };
        let file = MappedFile::open(path).map_err(failed)?;
        let header = Header::read(file.bytes()).map_err(refused)?;
        if header.key_digest != *key_digest {
            return Err(TableError::OtherKey { path: path.to_path_buf() });
        }
        header.check_body(file.bytes()).map_err(refused)?;
        Ok(Self { file, header })
    }

    /// The number of levels.
    #[must_use]
    pub const fn levels(&self) -> Levels {
        self.header.levels
    }

    /// The size of the file in bytes.
    #[must_use]
    pub fn file_bytes(&self) -> u64 {
        u64::try_from(self.file.bytes().len()).unwrap_or(u64::MAX)
    }

    /// Bytes of memory that the table takes once a prover has unpacked it, with the key's own points and all images under the
    /// curve's endomorphism.
    #[must_use]
    pub fn memory_bytes(&self) -> u64 {
        let [a, b2, l, h] = self.header.counts;
        let records = a.saturating_add(2 * b2).saturating_add(l).saturating_add(h);
        let parts = u64::try_from(2 * self.header.levels.count()).unwrap_or(u64::MAX);
        RECORD.saturating_mul(parts).saturating_mul(records)
    }

    /// The table's points in place.
    #[must_use]
    pub fn table(&self) -> KeyTable<'_> {
        let body = self.file.bytes().get(HEADER_BYTES..).unwrap_or_default();
        let [a, b2, l, _] = self.header.section_bytes();
        let (a, rest) = body.split_at_checked(a).unwrap_or_default();
        let (b2, rest) = rest.split_at_checked(b2).unwrap_or_default();
        let (l, h) = rest.split_at_checked(l).unwrap_or_default();
        KeyTable {
            levels: self.header.levels,
            a: G1Points::from_trusted_bytes_unchecked(a),
            b2: G2Points::from_trusted_bytes_unchecked(b2),
            l: G1Points::from_trusted_bytes_unchecked(l),
            h: G1Points::from_trusted_bytes_unchecked(h),
        }
    }
}
