//! Runs snarkjs.
//!
//! Needs Node.js and snarkjs in `interop/node_modules` (or in the folder that `WORKPROOF_NODE_MODULES` names); without
//! them a test says so and stands aside.

use std::path::{Path, PathBuf};
use std::process::Command;

/// snarkjs in a folder.
pub(crate) struct Snarkjs {
    modules: PathBuf,
}

impl Snarkjs {
    /// snarkjs, or `None` (said aloud) where it is missing. Where `WORKPROOF_NODE_PACKAGES` is set it must be there.
    pub(crate) fn find() -> Option<Self> {
        let interop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
        let modules = std::env::var_os("WORKPROOF_NODE_MODULES")
            .map_or_else(|| interop.join("node_modules"), PathBuf::from);
        let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
        let found = node && modules.join("snarkjs").exists();
        let announced = std::env::var_os("WORKPROOF_NODE_PACKAGES").is_some();
        assert!(found || !announced, "snarkjs is announced but not installed in {}", modules.display());
        if !found {
            eprintln!("SKIPPED: Node.js or snarkjs is missing (run `npm ci` in interop/)");
        }
        found.then_some(Self { modules })
    }

    /// Takes steps in a folder (see `tests/snarkjs/steps.mjs`), and returns what each gave.
    pub(crate) fn run(&self, folder: &Path, steps: &[&str]) -> Vec<serde_json::Value> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snarkjs/steps.mjs");
        let output =
            Command::new("node").arg(script).arg(&self.modules).arg(folder).args(steps).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{steps:?}: {}", String::from_utf8_lossy(&output.stderr));
        let results: Vec<serde_json::Value> = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        for (step, result) in steps.iter().zip(&results) {
            let threw = result.as_str().is_some_and(|text| text.starts_with("threw: "));
            assert!(!threw, "{step}: {result}");
        }
        results
    }
}
