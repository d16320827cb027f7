//! What each decoder accepts, for a start: files in `seeds/NAME`, and inputs that once were a mistake, in `regressions/NAME`.

use std::fs;
use std::path::Path;

/// The seeds of a decoder, in the order of their names.
#[must_use]
pub fn seeds(name: &str) -> Vec<Vec<u8>> {
    files("seeds", name)
}

/// Inputs that a decoder once got wrong.
#[must_use]
pub fn regressions(name: &str) -> Vec<Vec<u8>> {
    files("regressions", name)
}

fn files(kind: &str, name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(kind).join(name);
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}
