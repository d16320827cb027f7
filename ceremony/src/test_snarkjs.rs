//! snarkjs for the unit tests; the integration tests have their own way to it, which says more.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What the steps of `tests/snarkjs/steps.mjs` give; `None` where Node.js or snarkjs is missing.
pub(crate) fn run_snarkjs(steps: &[String]) -> Option<Vec<serde_json::Value>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let modules = std::env::var_os("WORKPROOF_NODE_MODULES")
        .map_or_else(|| folder.join("../interop/node_modules"), PathBuf::from);
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    let found = node && modules.join("snarkjs").exists();
    assert!(found || std::env::var_os("WORKPROOF_NODE_PACKAGES").is_none(), "snarkjs is not installed");
    if !found {
        return None;
    }
    let script = folder.join("tests/snarkjs/steps.mjs");
    let output = Command::new("node").arg(script).arg(&modules).arg(".").args(steps).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    Some(serde_json::from_str(text.lines().last().unwrap()).unwrap())
}
