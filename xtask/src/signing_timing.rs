//! Does the time of signing depend on secrets? A chore of its own: it wants a quiet machine.

use crate::command::{cargo, execute};
use crate::outcome::Outcome;

/// Signatures for each comparison, unless another number is given.
const SIGNATURES: &str = "100000";

/// Measures, and prints a table for the book.
pub(crate) fn run(options: &[String]) -> Outcome {
    let number = options.first().map_or(SIGNATURES, String::as_str);
    let example = ["--package", "workproof-protocol", "--example", "signing_timing", "--", number];
    execute(cargo().args(["run", "--locked", "--profile", "test"]).args(example)).into()
}
