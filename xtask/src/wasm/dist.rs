//! Puts the package together in `wasm/dist`, as it is published.

use std::fs;
use std::path::Path;

use crate::command::{execute, program};
use crate::repository::root;

/// Files from elsewhere that belong into the package.
const OTHERS: &[&str] = &["wasm/README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Puts scripts, types and licences beside the modules, and checks the sizes.
pub(crate) fn assemble() -> Result<(), String> {
    let (source, dist) = (root().join("wasm/package"), root().join("wasm/dist"));
    let entries = fs::read_dir(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| !is_script(path)) {
        copy_into(&dist, &path)?;
    }
    execute(program("node").args(["wasm/tools/scripts.mjs", "wasm/package", "wasm/dist"]))?;
    for other in OTHERS {
        copy_into(&dist, &root().join(other))?;
    }
    execute(program("node").args(["wasm/tools/sizes.mjs", "wasm/dist"]))
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "js")
}

fn copy_into(folder: &Path, file: &Path) -> Result<(), String> {
    let name = file.file_name().ok_or("a file without a name")?;
    fs::copy(file, folder.join(name)).map(drop).map_err(|error| format!("{}: {error}", file.display()))
}
