//! Writes `circuits/pins.json` (sizes and digests of every circuit), or compares.

use crate::command::{cargo, execute};
use crate::outcome::Outcome;

/// Writes the pins, or with `check_only` compares them.
pub(crate) fn run(check_only: bool) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--locked", "--release", "--package", "workproof-circuits", "--example", "pins"]);
    if check_only {
        command.args(["--", "--check"]);
    }
    execute(&mut command).into()
}
