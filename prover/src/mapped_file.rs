//! A file in memory, without reading it first.

use std::fs::File;
use std::io;
use std::path::Path;

use memmap2::Mmap;

/// A read-only mapping of a whole file. The file must not be changed in place while it is mapped: replace it by renaming.
#[derive(Debug)]
pub struct MappedFile {
    mapping: Mmap,
}

impl MappedFile {
    /// Maps a file. The file must not be changed in place while it is mapped; this crate's own writers always write
    /// another file and rename it.
    ///
    /// # Errors
    /// Where the file cannot be opened or mapped.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        #[expect(
            unsafe_code,
            reason = "mapping is sound while nobody changes the file in place. Key files are replaced by renaming, \
                      the mapping is private and read-only, its bytes are only ever read as integers (every bit \
                      pattern is one), and whatever they turn into is range-checked before use, so that a broken \
                      promise gives a wrong proof, which the final verification refuses"
        )]
        // SAFETY: see the reason above; the documented condition on the file is the caller's.
        let mapping = unsafe { Mmap::map(&file)? };
        Ok(Self { mapping })
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.mapping
    }
}
