//! cargo-deny: licences, sources, duplicate crates, advisories (rules in `deny.toml`).

use std::process::Stdio;

use crate::cargo_tools::CARGO_DENY;
use crate::command::execute;
use crate::outcome::Outcome;

/// Runs cargo-deny; skipped where it cannot be had.
pub(crate) fn run() -> Outcome {
    let mut check = match CARGO_DENY.command() {
        Ok(command) => command,
        Err(reason) => return Outcome::Skipped(reason),
    };
    check.args(["--all-features", "check", "bans", "licenses", "sources"]);
    if let Err(reason) = execute(&mut check) {
        return Outcome::Failed(reason);
    }
    if !has_advisory_database() {
        return Outcome::Passed("advisories NOT checked: their database cannot be fetched here".to_owned());
    }
    let advisories = CARGO_DENY.command().and_then(|mut command| {
        command.args(["--all-features", "check", "advisories"]);
        execute(&mut command)
    });
    advisories.into()
}

/// Fetches the advisory database; false where the network does not reach it.
fn has_advisory_database() -> bool {
    CARGO_DENY.command().is_ok_and(|mut command| {
        command.args(["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    })
}
