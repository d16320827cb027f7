//! The npm package `workproof`: builds its modules, puts it together in `wasm/dist`, and tests it.

mod dist;
mod modules;
mod package_tests;
mod toolchain;

use std::process::ExitCode;

use crate::node_packages;
use crate::outcome::Outcome;
use crate::test_counts::TestCounts;
pub(crate) use modules::remapped_paths;
use toolchain::TARGET;
pub(crate) use toolchain::Toolchain;

/// What builds and tests the package, from npm.
const TOOLS: &str = "wasm";

/// `cargo xtask wasm [--test]`
pub(crate) fn run(options: &[String]) -> ExitCode {
    if let Some(unknown) = options.iter().find(|option| *option != "--test") {
        eprintln!("wasm: unknown option {unknown:?}; the only one is --test");
        return ExitCode::from(2);
    }
    let mut counts = TestCounts::default();
    let outcome = if options.is_empty() { build() } else { step(&mut counts) };
    println!("wasm: {outcome}");
    if matches!(outcome, Outcome::Failed(_)) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Builds the package; skipped where no compiler for WebAssembly can be had.
pub(crate) fn build() -> Outcome {
    if let Err(reason) = node_packages::find_node() {
        return Outcome::Skipped(reason);
    }
    let toolchain = match Toolchain::find(TARGET) {
        Ok(toolchain) => toolchain,
        Err(reason) => return Outcome::Skipped(reason),
    };
    let built = node_packages::install(TOOLS)
        .and_then(|_| modules::build(&toolchain))
        .and_then(|()| dist::assemble());
    built.into()
}

/// The step of `cargo xtask test`: builds, then tests in Node.js, in fresh projects and in a browser.
pub(crate) fn step(counts: &mut TestCounts) -> Outcome {
    match build() {
        Outcome::Passed(_) => package_tests::run(counts),
        other => other,
    }
}
