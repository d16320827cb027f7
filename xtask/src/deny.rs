//! cargo-deny: licences, sources, duplicate crates, advisories (rules in `deny.toml`).

use std::env;
use std::process::Stdio;

use crate::command::{cargo, execute};
use crate::outcome::Outcome;

/// Runs cargo-deny where it is installed; `CARGO_DENY_INSTALL=1` installs it first.
pub(crate) fn run() -> Outcome {
    let install = env::var("CARGO_DENY_INSTALL").is_ok_and(|value| value == "1");
    if install && !is_present() {
        let installed = execute(cargo().args(["install", "cargo-deny", "--locked"]));
        if let Err(reason) = installed {
            return Outcome::Failed(reason);
        }
    }
    if !is_present() {
        return Outcome::Skipped(
            "cargo-deny is missing; install it with: cargo install cargo-deny --locked".to_owned(),
        );
    }
    if let Err(reason) =
        execute(cargo().args(["deny", "--all-features", "check", "bans", "licenses", "sources"]))
    {
        return Outcome::Failed(reason);
    }
    if !has_advisory_database() {
        return Outcome::Passed("advisories NOT checked: their database cannot be fetched here".to_owned());
    }
    execute(cargo().args(["deny", "--all-features", "check", "advisories"])).into()
}

fn is_present() -> bool {
    cargo()
        .args(["deny", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Fetches the advisory database; false where the network does not reach it.
fn has_advisory_database() -> bool {
    cargo().args(["deny", "fetch", "db"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
