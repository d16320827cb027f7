//! Writes `test-vectors/` with other people's packages, or compares.

use crate::command::{execute, program};
use crate::node_packages;
use crate::outcome::Outcome;

/// Writes the vectors, or with `check_only` compares them with what the packages give.
pub(crate) fn run(check_only: bool) -> Outcome {
    if let Outcome::Skipped(reason) | Outcome::Failed(reason) = node_packages::run() {
        return Outcome::Skipped(reason);
    }
    let mut command = program("node");
    command.arg("interop/vectors.mjs");
    if check_only {
        command.arg("--check");
    }
    execute(&mut command).into()
}
