//! The page that checks claims: static files in `wasm/dist/page`, to be served from anywhere.

use std::fs;
use std::path::Path;

use crate::outcome::Outcome;
use crate::repository::root;
use crate::wasm;

/// The files of the package that the page runs.
const FROM_PACKAGE: &[&str] = &[
    "error.js",
    "protocol.js",
    "protocol.wasm",
    "remote.js",
    "serve.js",
    "verify-remote.js",
    "verify-worker.js",
    "verify.js",
    "verify.wasm",
];

const OUTPUT: &str = "wasm/dist/page";

/// `cargo xtask page`: builds the package, then the page.
pub(crate) fn run() -> Outcome {
    match wasm::build() {
        Outcome::Passed(_) => build(),
        other => other,
    }
}

/// Puts the page together from a package that is built.
pub(crate) fn build() -> Outcome {
    copy().map_or_else(Outcome::Failed, |()| {
        Outcome::Passed(format!("serve it from anywhere, for example: python3 -m http.server -d {OUTPUT}"))
    })
}

fn copy() -> Result<(), String> {
    let page = root().join(OUTPUT);
    let package = page.join("workproof");
    fs::create_dir_all(&package).map_err(|error| error.to_string())?;
    let demo = root().join("wasm/demo");
    let entries = fs::read_dir(&demo).map_err(|error| format!("{}: {error}", demo.display()))?;
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        copy_into(&page, &path)?;
    }
    let examples = root().join("test-vectors/claims.json");
    fs::copy(examples, page.join("examples.json")).map_err(|error| error.to_string())?;
    for name in FROM_PACKAGE {
        copy_into(&package, &root().join("wasm/dist").join(name))?;
        let map = root().join("wasm/dist").join(format!("{name}.map"));
        if map.exists() {
            copy_into(&package, &map)?;
        }
    }
    Ok(())
}

fn copy_into(folder: &Path, file: &Path) -> Result<(), String> {
    let name = file.file_name().ok_or("a file without a name")?;
    fs::copy(file, folder.join(name)).map(drop).map_err(|error| format!("{}: {error}", file.display()))
}
