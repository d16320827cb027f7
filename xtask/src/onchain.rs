//! The contracts, and the chains' own software that runs them: a workspace of its own in `onchain/`, since what it depends on is
//! ten times what the crates depend on.

use std::process::{Command, ExitCode};

use crate::command::{cargo, execute, execute_watched, program};
use crate::node_packages;
use crate::outcome::Outcome;
use crate::repository::root;
use crate::test_counts::TestCounts;

/// The circuits whose development keys the tests' verifiers are made for.
const CIRCUITS: &[&str] = &["relay-10", "gold-256"];

/// What to do about files that are made, not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    /// Compare what is there with what would be made.
    Compare,
    /// Make them again.
    Write,
}

type Step = (&'static str, fn(Files) -> Outcome);

const STEPS: &[Step] = &[
    ("contracts", contracts),
    ("fixtures", fixtures),
    ("evm", |_| evm(&mut TestCounts::default())),
    ("solana", |_| solana()),
    ("settlement", |_| settlement()),
    ("costs", |_| costs()),
];

/// Runs all steps, or the named ones.
pub(crate) fn run(options: &[String]) -> ExitCode {
    let (flags, names): (Vec<&String>, Vec<&String>) = options.iter().partition(|one| one.starts_with("--"));
    let known = |name: &&&String| STEPS.iter().any(|(step, _)| *step == name.as_str());
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let steps: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        eprintln!("onchain has no step {unknown:?}; the steps are: {}", steps.join(", "));
        return ExitCode::from(2);
    }
    if let Some(unknown) = flags.iter().find(|flag| flag.as_str() != "--write") {
        eprintln!("onchain has no option {unknown}");
        return ExitCode::from(2);
    }
    let files = if flags.is_empty() { Files::Compare } else { Files::Write };
    let mut code = ExitCode::SUCCESS;
    for (name, step) in
        STEPS.iter().filter(|(step, _)| names.is_empty() || names.iter().any(|name| name.as_str() == *step))
    {
        println!("\n=== {name}");
        let outcome = step(files);
        println!("=== {name}: {outcome}");
        if matches!(outcome, Outcome::Failed(_)) {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// The verifiers are what `workproof export evm` writes for the development keys, and the bytecode is what the sources compile
/// to.
pub(crate) fn contracts(files: Files) -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    let result = CIRCUITS.iter().try_for_each(|circuit| export(circuit, files)).and_then(|()| {
        let mut compile = program("node");
        compile.arg("contracts/compile.mjs");
        if files == Files::Compare {
            compile.arg("--check");
        }
        execute(&mut compile)
    });
    result.into()
}

/// Writes a verifier, beside the committed one to compare.
fn export(circuit: &str, files: Files) -> Result<(), String> {
    let keys = root().join("target/onchain/keys");
    let workproof = || {
        let mut command = cargo();
        command.args(["run", "--quiet", "--locked", "--profile", "test", "--package", "workproof-cli", "--"]);
        command.arg("--keys-dir").arg(&keys);
        command
    };
    execute(workproof().args(["keys", "make", circuit]))?;
    let out = if files == Files::Write { "contracts/generated" } else { "target/onchain/generated" };
    let key = keys.join(format!("{circuit}.development.vkey"));
    let mut command = workproof();
    command.args(["export", "evm", "--development-key", "--force", "--out", out, "--key"]).arg(key);
    execute(&mut command)?;
    // its README is for whoever exports a key of their own
    std::fs::remove_file(root().join(out).join("README.md")).map_err(|error| error.to_string())?;
    if files == Files::Write {
        return Ok(());
    }
    for entry in std::fs::read_dir(root().join(out)).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let committed = root().join("contracts/generated").join(path.file_name().unwrap_or_default());
        if std::fs::read(&path).ok() != std::fs::read(&committed).ok() {
            return Err(format!(
                "{} is not what the exporter writes; run cargo xtask onchain contracts fixtures --write",
                committed.strip_prefix(root()).unwrap_or(&committed).display()
            ));
        }
    }
    Ok(())
}

/// The claims of the tests are what is proven.
fn fixtures(files: Files) -> Outcome {
    let mut command = onchain_cargo();
    command.args(["run", "--locked", "--package", "onchain-fixtures", "--"]);
    if files == Files::Compare {
        command.arg("--check");
    }
    execute(&mut command).into()
}

/// The contracts as deployed, attacked, in revm.
pub(crate) fn evm(counts: &mut TestCounts) -> Outcome {
    let mut command = onchain_cargo();
    command.args(["test", "--locked", "--package", "onchain-evm"]);
    match execute_watched(&mut command, |line| counts.add_line(line)) {
        Ok(()) => Outcome::passed(),
        Err(reason) => Outcome::Failed(reason),
    }
}

/// The exported program in Solana's virtual machine, and the exported constants with the crate they are for.
fn solana() -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    let program_file = root().join("target/onchain/verifier.so");
    let mut assemble = onchain_cargo();
    assemble.args(["run", "--locked", "--package", "onchain-solana", "--", "solana/generated/verifier.s"]);
    let result = execute(assemble.arg(&program_file))
        .and_then(|()| execute(program("node").arg("onchain/solana/run.mjs").arg(&program_file)))
        .and_then(|()| execute(onchain_cargo().args(["test", "--locked", "--package", "onchain-solana"])));
    result.into()
}

/// The example, on a node.
fn settlement() -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    execute(onchain_cargo().args(["run", "--locked", "--package", "workproof-example-settlement"])).into()
}

/// The table of costs, beside the peers.
fn costs() -> Outcome {
    // the peer's template is compiled where its package is; without it the table says so
    if let Outcome::Failed(reason) = node_packages::install_in("contracts") {
        return Outcome::Failed(reason);
    }
    if let Err(reason) = execute(program("node").arg("contracts/peer_snarkjs.mjs")) {
        eprintln!("the peer is left out: {reason}");
    }
    execute(onchain_cargo().args(["run", "--locked", "--package", "onchain-evm", "--bin", "costs"])).into()
}

fn onchain_cargo() -> Command {
    let mut command = cargo();
    command.current_dir(root().join("onchain"));
    command
}
