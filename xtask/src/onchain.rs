//! The contracts, and the chains' own software that runs them: workspaces of their own below `onchain/`, since what they depend on is
//! ten times what the crates depend on, and clashes.

mod book_table;
mod exports;
mod other_chains;
mod verdicts;

use std::process::{Command, ExitCode};

use crate::command::{cargo, execute, execute_watched, program};
use crate::node_packages;
use crate::outcome::Outcome;
use crate::repository::root;
use crate::test_counts::TestCounts;
use verdicts::Verdicts;

/// What to do about files that are made, not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    /// Compare what is there with what would be made.
    Compare,
    /// Make them again.
    Write,
}

/// The folders of the workspaces below `onchain/`, each with a lock file of its own.
pub(crate) const WORKSPACES: &[&str] =
    &["onchain", "onchain/soroban", "onchain/move-chains", "onchain/cosmwasm"];

type Step = (&'static str, fn(Files, &mut Verdicts) -> Outcome);

const STEPS: &[Step] = &[
    ("contracts", |files, _| contracts(files)),
    ("fixtures", |files, _| fixtures(files)),
    ("rust", |_, verdicts| rust(verdicts)),
    ("evm", |_, verdicts| evm_with(|line| verdicts.add_line(line))),
    ("solana", |_, verdicts| solana(verdicts)),
    ("soroban", |_, verdicts| other_chains::soroban(verdicts)),
    ("sui", |_, verdicts| other_chains::sui(verdicts)),
    ("aptos", |_, verdicts| other_chains::aptos(verdicts)),
    ("cosmwasm", |_, verdicts| other_chains::cosmwasm(verdicts)),
    ("starknet", |_, verdicts| other_chains::starknet(verdicts)),
    ("verdicts", |files, verdicts| verdicts.report(files)),
    ("settlement", |_, _| settlement()),
    ("costs", |files, _| costs(files)),
    ("lints", |_, _| lints()),
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
    let mut verdicts = Verdicts::default();
    let mut code = ExitCode::SUCCESS;
    for (name, step) in
        STEPS.iter().filter(|(step, _)| names.is_empty() || names.iter().any(|name| name.as_str() == *step))
    {
        println!("\n=== {name}");
        let outcome = step(files, &mut verdicts);
        println!("=== {name}: {outcome}");
        if matches!(outcome, Outcome::Failed(_)) {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// What is committed is what `workproof export` writes for the development keys, and the bytecode is what the sources compile
/// to.
pub(crate) fn contracts(files: Files) -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    let compiled = exports::run(files).and_then(|()| {
        let mut compile = program("node");
        compile.arg("contracts/compile.mjs");
        if files == Files::Compare {
            compile.arg("--check");
        }
        execute(&mut compile)
    });
    compiled.into()
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

/// The crate `workproof-verifier` on the claims that every chain judges.
fn rust(verdicts: &mut Verdicts) -> Outcome {
    let mut command = cargo();
    command.args([
        "test",
        "--locked",
        "--package",
        "workproof-verifier",
        "--test",
        "verifier",
        "chain_vectors",
    ]);
    command.args(["--", "--show-output"]);
    execute_watched(&mut command, |line| verdicts.add_line(line)).into()
}

/// The contracts as deployed, attacked, in revm.
pub(crate) fn evm(counts: &mut TestCounts) -> Outcome {
    evm_with(|line| counts.add_line(line))
}

fn evm_with(each_line: impl FnMut(&str)) -> Outcome {
    let mut command = onchain_cargo();
    command.args(["test", "--locked", "--package", "onchain-evm", "--", "--show-output"]);
    execute_watched(&mut command, each_line).into()
}

/// The exported program in Solana's virtual machine, and the exported constants with the crate they are for.
fn solana(verdicts: &mut Verdicts) -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    let program_file = root().join("target/onchain/verifier.so");
    let mut assemble = onchain_cargo();
    assemble.args(["run", "--locked", "--package", "onchain-solana", "--", "solana/generated/verifier.s"]);
    let mut run = program("node");
    run.arg("onchain/solana/run.mjs").arg(&program_file);
    let mut test = onchain_cargo();
    test.args(["test", "--locked", "--package", "onchain-solana", "--", "--show-output"]);
    let result = execute(assemble.arg(&program_file))
        .and_then(|()| execute_watched(&mut run, |line| verdicts.add_line(line)))
        .and_then(|()| execute_watched(&mut test, |line| verdicts.add_line(line)));
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
fn costs(files: Files) -> Outcome {
    // the peer's template is compiled where its package is; without it the table is not the book's
    let mut peer = node_packages::install_in("contracts");
    if matches!(peer, Outcome::Passed(_)) {
        peer = execute(program("node").arg("contracts/peer_snarkjs.mjs")).into();
    }
    if matches!(peer, Outcome::Failed(_)) {
        return peer;
    }
    let mut table = String::new();
    let mut command = onchain_cargo();
    command.args(["run", "--locked", "--package", "onchain-evm", "--bin", "costs"]);
    let measured = execute_watched(&mut command, |line| {
        if line.starts_with('|') {
            table.push_str(line);
            table.push('\n');
        }
    });
    match (measured, peer) {
        (Err(reason), _) => Outcome::Failed(reason),
        (Ok(()), Outcome::Skipped(reason)) => Outcome::Passed(format!("without snarkjs: {reason}")),
        (Ok(()), _) => book_table::in_the_book("costs", &table, files).into(),
    }
}

/// Clippy over all of these workspaces. It builds their trees, so it is no step of `cargo xtask test`; their format and their
/// licences are.
fn lints() -> Outcome {
    let result = WORKSPACES.iter().try_for_each(|folder| {
        let mut command = cargo();
        command.current_dir(root().join(folder)).args(["clippy", "--workspace", "--all-targets", "--locked"]);
        execute(command.args(["--", "-D", "warnings"]))
    });
    result.into()
}

/// Is every file of these workspaces formatted?
pub(crate) fn format() -> Result<(), String> {
    WORKSPACES.iter().try_for_each(|folder| {
        let mut command = cargo();
        command.current_dir(root().join(folder)).args(["fmt", "--", "--check", "-l"]);
        execute(&mut command)
    })
}

fn onchain_cargo() -> Command {
    let mut command = cargo();
    command.current_dir(root().join("onchain"));
    command
}
