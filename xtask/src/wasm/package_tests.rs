//! Tests of the package as users have it: in Node.js, installed into fresh projects, and in a browser.

use std::path::Path;

use crate::command::{execute_watched, program};
use crate::debian_packages;
use crate::node_packages;
use crate::outcome::Outcome;
use crate::page;
use crate::repository::files_below;
use crate::test_counts::TestCounts;

/// Where Debian's browser is; another can be named by the variable.
const CHROMIUM: &str = "/usr/bin/chromium";
const CHROMIUM_VARIABLE: &str = "WORKPROOF_CHROMIUM";

/// Runs all of them; those in a browser stand aside where there is none, and the outcome says so.
pub(crate) fn run(counts: &mut TestCounts) -> Outcome {
    let browser = find_browser();
    if let Outcome::Failed(reason) = page::build() {
        return Outcome::Failed(reason);
    }
    let mut folders = vec!["wasm/tests/node", "wasm/tests/projects"];
    if browser.is_ok() {
        folders.push("wasm/tests/browser");
    }
    let before = *counts;
    let result = run_folders(&folders, browser.as_deref().unwrap_or_default(), counts);
    let passed = counts.passed - before.passed;
    match (result, browser) {
        (Err(reason), _) => Outcome::Failed(reason),
        (Ok(()), _) if passed == 0 => Outcome::Failed("no test ran".to_owned()),
        (Ok(()), Ok(_)) => Outcome::Passed(format!("{passed} passed, in Node.js and in Chromium")),
        (Ok(()), Err(reason)) => Outcome::Passed(format!("{passed} passed; none in a browser: {reason}")),
    }
}

fn run_folders(folders: &[&str], browser: &str, counts: &mut TestCounts) -> Result<(), String> {
    let files = folders.iter().flat_map(|folder| files_below(folder, "mjs"));
    let files = files.filter(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let mut command = program("node");
    command.args(["--expose-gc", "--test", "--test-concurrency=1", "--test-reporter=tap"]).args(files);
    command.env(CHROMIUM_VARIABLE, browser);
    if node_packages::are_installed() {
        command.env("WORKPROOF_NODE_PACKAGES", "1");
    }
    execute_watched(&mut command, |line| counts.add_line(line))
}

/// The browser's path, or why there is none.
fn find_browser() -> Result<String, String> {
    if let Ok(path) = std::env::var(CHROMIUM_VARIABLE) {
        return Ok(path);
    }
    if !Path::new(CHROMIUM).exists() {
        debian_packages::install(&["chromium"]).map_err(|reason| {
            format!("no Chromium at {CHROMIUM} ({reason}); name one by {CHROMIUM_VARIABLE}")
        })?;
    }
    Ok(CHROMIUM.to_owned())
}
