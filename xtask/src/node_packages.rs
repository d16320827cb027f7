//! Installs the npm packages that the tests talk to (`npm ci` in `interop/`), and those of other folders.

use std::fs;
use std::path::Path;

use crate::command::{execute, is_installed, output_of, program};
use crate::debian_packages;
use crate::outcome::Outcome;
use crate::repository::root;

/// The oldest Node.js that the packages run on.
const LEAST_NODE: u64 = 20;

/// Holds a copy of the lock file that the installed packages belong to.
const STAMP: &str = "node_modules/.installed-lock";

/// Installs the packages of `interop/`, unless they are there already.
pub(crate) fn run() -> Outcome {
    if let Err(reason) = find_node() {
        return Outcome::Skipped(format!("{reason}; tests against the npm packages are skipped too"));
    }
    match install("interop") {
        Ok(true) => Outcome::passed(),
        Ok(false) => Outcome::Passed("already installed".to_owned()),
        Err(reason) => Outcome::Failed(reason),
    }
}

/// Installs the packages of a folder's lock file, unless they are there already; says whether it had to.
pub(crate) fn install(folder: &str) -> Result<bool, String> {
    let folder = root().join(folder);
    if are_current(&folder) {
        return Ok(false);
    }
    run_npm(&folder)?;
    fs::copy(folder.join("package-lock.json"), folder.join(STAMP)).map_err(|error| error.to_string())?;
    Ok(true)
}

/// Are the packages of the present lock file installed?
pub(crate) fn are_installed() -> bool {
    is_installed("node") && are_current(&root().join("interop"))
}

fn are_current(folder: &Path) -> bool {
    match (fs::read(folder.join("package-lock.json")), fs::read(folder.join(STAMP))) {
        (Ok(lock), Ok(stamp)) => lock == stamp,
        _ => false,
    }
}

fn run_npm(folder: &Path) -> Result<(), String> {
    execute(program("npm").current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Node.js with npm, in a version that is new enough; installed where that is allowed.
pub(crate) fn find_node() -> Result<(), String> {
    if !(is_installed("node") && is_installed("npm")) {
        debian_packages::install(&["nodejs", "npm"])
            .map_err(|reason| format!("Node.js with npm is missing and was not installed ({reason})"))?;
    }
    let version = output_of(program("node").arg("--version"))?;
    let major: Option<u64> =
        version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    match major {
        Some(major) if major >= LEAST_NODE => Ok(()),
        _ => Err(format!("Node.js {LEAST_NODE} or newer is needed, found {}", version.trim())),
    }
}
