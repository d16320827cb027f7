//! Everything that a change must pass, step by step, with a table at the end.
//!
//! All steps share one target folder. Tests, doc tests and examples are built once, in the test profile (optimised,
//! with debug assertions); nothing here builds the release profile.

use core::time::Duration;
use std::env;
use std::process::ExitCode;
use std::time::Instant;

use crate::command::{cargo, execute, execute_watched};
use crate::onchain::Files;
use crate::outcome::Outcome;
use crate::test_counts::TestCounts;
use crate::{
    book, clauses, deny, directions, examples, kernels, no_std, node_packages, onchain, soundness, vectors,
    verdicts, wasm,
};

/// Tells the tests that the npm packages are there, so that one that cannot use them fails instead of standing aside.
const PACKAGES_PRESENT: &str = "WORKPROOF_NODE_PACKAGES";

type Step = (&'static str, fn(&mut TestCounts) -> Outcome);

/// The quick steps first.
const STEPS: &[Step] = &[
    ("format", |_| format()),
    ("directions", |_| directions::run()),
    ("clauses", |_| clauses::run()),
    ("kernels", |_| kernels::run(true)),
    ("node-packages", |_| node_packages::run()),
    ("vectors", |_| vectors::run(true)),
    ("clippy", |_| clippy()),
    ("tests", tests),
    ("narrow-limbs", narrow_limbs),
    ("soundness", |_| soundness::run(soundness::Mode::Check)),
    ("examples", |_| examples::run()),
    ("no-std", |_| no_std::run()),
    ("contracts", |_| onchain::contracts(Files::Compare)),
    ("evm", onchain::evm),
    ("wasm", wasm::step),
    ("verdicts", |_| verdicts::check()),
    ("docs", |_| docs()),
    ("book", |_| book::run()),
    ("deny", |_| deny::run()),
];

struct Finished {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

/// Names of the steps, in their order.
pub(crate) fn step_names() -> Vec<&'static str> {
    STEPS.iter().map(|(name, _)| *name).collect()
}

/// Runs all steps, or the named ones, and goes on after a failure so that one run shows everything.
pub(crate) fn run(names: &[String]) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| !step_names().contains(&name.as_str())) {
        eprintln!("no step is called {unknown:?}; the steps are: {}", step_names().join(", "));
        return ExitCode::from(2);
    }
    let mut counts = TestCounts::default();
    let mut finished = Vec::new();
    for (name, step) in STEPS {
        if !names.is_empty() && !names.iter().any(|wanted| wanted == name) {
            continue;
        }
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = step(&mut counts);
        println!("=== {name}: {outcome}");
        finished.push(Finished { name, outcome, time: start.elapsed() });
    }
    report(&finished, counts)
}

fn report(finished: &[Finished], counts: TestCounts) -> ExitCode {
    println!("\n{:<15} {:<8} {:>7}  note", "step", "result", "seconds");
    for Finished { name, outcome, time } in finished {
        let first_line = outcome.detail().lines().next().unwrap_or_default();
        println!("{name:<15} {:<8} {:>7}  {first_line}", outcome.word(), time.as_secs());
    }
    let count = |word| finished.iter().map(|step| u64::from(step.outcome.word() == word)).sum::<u64>();
    let (passed, failed, skipped) = (count("passed"), count("FAILED"), count("SKIPPED"));
    println!("\nsteps: {passed} passed, {failed} failed, {skipped} skipped");
    println!("tests: {} passed, {} failed, {} ignored", counts.passed, counts.failed, counts.ignored);
    println!(
        "{} passed, {} failed, {} skipped",
        counts.passed + passed,
        counts.failed + failed,
        counts.ignored + skipped
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn format() -> Outcome {
    let checked = execute(cargo().args(["fmt", "--all", "--", "--check", "-l"]));
    checked.and_then(|()| onchain::format()).into()
}

fn clippy() -> Outcome {
    let lint = |selection: &[&str]| {
        let options = ["--all-targets", "--locked", "--", "-D", "warnings"];
        execute(cargo().arg("clippy").args(selection).args(options))
    };
    let twins = ["--package", "workproof-verifier", "--features", "mutants"];
    lint(&["--workspace"]).and_then(|()| lint(&twins)).and_then(|()| lint(NARROW_LIMBS)).into()
}

/// `protocol` and `verifier` as the npm package has them. The workspace's other crates do not build with this feature.
const NARROW_LIMBS: &[&str] = &[
    "--package",
    "workproof-protocol",
    "--package",
    "workproof-verifier",
    "--features",
    "workproof-verifier/narrow-limbs,workproof-verifier/mutants",
];

fn tests(counts: &mut TestCounts) -> Outcome {
    run_tests(&["--workspace"], counts)
}

fn narrow_limbs(counts: &mut TestCounts) -> Outcome {
    run_tests(NARROW_LIMBS, counts)
}

fn run_tests(selection: &[&str], counts: &mut TestCounts) -> Outcome {
    let (passed, failed, ignored) = (counts.passed, counts.failed, counts.ignored);
    let mut command = cargo();
    command.arg("test").args(selection).args(["--locked", "--no-fail-fast"]);
    if node_packages::are_installed() {
        command.env(PACKAGES_PRESENT, "1");
    }
    let result = execute_watched(&mut command, |line| counts.add_line(line));
    match result {
        Ok(()) if counts.passed == passed => Outcome::Failed("no test ran".to_owned()),
        Ok(()) => Outcome::Passed(format!(
            "{} passed, {} ignored",
            counts.passed - passed,
            counts.ignored - ignored
        )),
        Err(reason) => Outcome::Failed(format!("{} failed ({reason})", counts.failed - failed)),
    }
}

fn docs() -> Outcome {
    let flags = env::var("RUSTDOCFLAGS").unwrap_or_default();
    let mut command = cargo();
    command.args(["doc", "--workspace", "--no-deps", "--locked", "--document-private-items"]);
    execute(command.env("RUSTDOCFLAGS", format!("{flags} -D warnings"))).into()
}
