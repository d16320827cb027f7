//! A `.zkey` file as such, whatever its verifying key is worth: what ceremonies work on.

use std::path::Path;

use super::{Zkey, ZkeyError, ZkeyIndex};
use crate::mapped_file::MappedFile;

/// A mapped `.zkey` file whose structure was checked. To prove with a key open a [`ProvingKey`](crate::ProvingKey), which
/// applies the key lint; this type does not.
#[derive(Debug)]
pub struct ZkeyFile {
    file: MappedFile,
    index: ZkeyIndex,
}

impl ZkeyFile {
    /// Opens a file and checks its structure: sections, lengths, counts, and the points of the verifying key.
    ///
    /// # Errors
    /// [`ZkeyError`].
    pub fn open(path: &Path) -> Result<Self, ZkeyError> {
        let file = MappedFile::open(path)?;
        let index = ZkeyIndex::read(file.bytes())?;
        Ok(Self { file, index })
    }

    /// The sections in place.
    #[must_use]
    pub fn zkey(&self) -> Zkey<'_> {
        self.index.with_bytes(self.file.bytes())
    }

    /// The whole file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.file.bytes()
    }
}
