//! Programs from crates.io that some steps need, each in one fixed version, below `target/tools`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{cargo, execute, program};
use crate::repository::root;

/// A program, the crate that brings it, and what to build of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
    options: &'static [&'static str],
}

/// Builds the book. Nothing is served, watched or searched, so those parts are not built.
pub(crate) const MDBOOK: Tool =
    Tool { name: "mdbook", version: "0.5.2", options: &["--no-default-features"] };

/// Checks licences, sources, duplicates and advisories.
pub(crate) const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", options: &[] };

impl Tool {
    /// The program, installed first if need be; or why it cannot be had.
    pub(crate) fn command(self) -> Result<Command, String> {
        let folder = root().join("target/tools").join(format!("{}-{}", self.name, self.version));
        let path = self.path_in(&folder);
        if !path.exists() {
            self.install(&folder)?;
        }
        Ok(program(&path.display().to_string()))
    }

    fn path_in(self, folder: &Path) -> PathBuf {
        folder.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX))
    }

    fn install(self, folder: &Path) -> Result<(), String> {
        let mut command = cargo();
        // they run for seconds and would take minutes to optimise
        command.args(["install", "--quiet", "--locked", "--debug", self.name, "--version", self.version]);
        command.args(self.options).arg("--root").arg(folder.strip_prefix(root()).unwrap_or(folder));
        // the lint flags of a caller are for this project's code
        command.env_remove("RUSTFLAGS");
        execute(&mut command)
            .map_err(|reason| format!("{} {} cannot be had: {reason}", self.name, self.version))
    }
}
