//! cargo-deny: licences, sources, duplicate crates, advisories: of the crates by `deny.toml`, of what runs the chains by
//! `onchain/deny.toml`.

use std::process::Stdio;

use crate::cargo_tools::CARGO_DENY;
use crate::command::execute;
use crate::onchain::WORKSPACES;
use crate::outcome::Outcome;

/// What needs no network.
const OFFLINE: &[&str] = &["bans", "licenses", "sources"];

/// Runs cargo-deny; skipped where it cannot be had.
pub(crate) fn run() -> Outcome {
    if let Err(reason) = CARGO_DENY.command() {
        return Outcome::Skipped(reason);
    }
    if let Err(reason) = check(OFFLINE) {
        return Outcome::Failed(reason);
    }
    if !has_advisory_database() {
        return Outcome::Passed("advisories NOT checked: their database cannot be fetched here".to_owned());
    }
    check(&["advisories"]).into()
}

/// Checks the crates, then each workspace of the chains.
fn check(what: &[&str]) -> Result<(), String> {
    let mut crates = CARGO_DENY.command()?;
    execute(crates.args(["--all-features", "check"]).args(what))?;
    WORKSPACES.iter().try_for_each(|folder| {
        let mut command = CARGO_DENY.command()?;
        command.args(["--locked", "--manifest-path"]).arg(format!("{folder}/Cargo.toml"));
        execute(command.args(["--config", "onchain/deny.toml", "check"]).args(what))
    })
}

/// Fetches the advisory database; false where the network does not reach it.
fn has_advisory_database() -> bool {
    CARGO_DENY.command().is_ok_and(|mut command| {
        command.args(["fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    })
}
