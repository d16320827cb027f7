//! The book, by mdBook.

use crate::cargo_tools::MDBOOK;
use crate::command::execute;
use crate::outcome::Outcome;

/// Builds the book into `target/book`; skipped where mdBook cannot be had.
pub(crate) fn run() -> Outcome {
    match MDBOOK.command() {
        Ok(mut command) => execute(command.args(["build", "book"])).into(),
        Err(reason) => Outcome::Skipped(reason),
    }
}
