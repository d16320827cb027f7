//! A voucher, as an attester hands it over. Public, but nobody's business: it says who worked how much.

use std::path::{Path, PathBuf};

use workproof_protocol::Voucher;

use super::error::FileError;
use super::read::{Kind, MAX_SMALL_FILE_BYTES, read_json};

const KIND: Kind = Kind { what: "a voucher", limit: MAX_SMALL_FILE_BYTES };

/// Reads a voucher; its signature is not checked here.
pub(crate) fn read_voucher(path: &Path) -> Result<Voucher, FileError> {
    read_json(path, KIND)
}

/// Reads the vouchers of several files; a directory stands for the `.json` files in it, in the order of their names.
pub(crate) fn read_vouchers(paths: &[PathBuf]) -> Result<Vec<(PathBuf, Voucher)>, FileError> {
    let mut vouchers = Vec::new();
    for path in paths {
        if path.is_dir() {
            for file in json_files_in(path)? {
                vouchers.push((file.clone(), read_voucher(&file)?));
            }
        } else {
            vouchers.push((path.clone(), read_voucher(path)?));
        }
    }
    Ok(vouchers)
}

fn json_files_in(directory: &Path) -> Result<Vec<PathBuf>, FileError> {
    let entries = directory.read_dir().map_err(FileError::read(directory))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(FileError::read(directory))?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
