//! Labels before they are committed: a JSON list of integers, one an item; 0 means "not gold" or "no answer".

use std::path::Path;

use zeroize::Zeroizing;

use super::error::FileError;
use super::read::{Kind, MAX_FILE_BYTES, read_json};

const KIND: Kind = Kind { what: "a list of labels, such as [3, 0, 7]", limit: MAX_FILE_BYTES };

/// Reads labels, and names the first that does not fit a byte.
pub(crate) fn read_labels(path: &Path) -> Result<Zeroizing<Vec<u8>>, FileError> {
    let labels: Zeroizing<Vec<i64>> = Zeroizing::new(read_json(path, KIND)?);
    let mut bytes = Zeroizing::new(Vec::with_capacity(labels.len()));
    for (item, label) in labels.iter().copied().enumerate() {
        bytes.push(u8::try_from(label).or(Err(FileError::Label {
            path: path.to_path_buf(),
            item,
            label,
        }))?);
    }
    Ok(bytes)
}
