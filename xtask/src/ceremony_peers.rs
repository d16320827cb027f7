//! Measures ceremonies beside snarkjs, on the same files (`benches/`).

use std::process::ExitCode;

use crate::command::{cargo, output_of, program};
use crate::node_packages;
use crate::repository::root;

/// Builds the programs and runs them. Standard output holds the figures alone, so that `--json` is a document.
pub(crate) fn run(options: &[String]) -> ExitCode {
    match measure(options) {
        Ok(figures) => {
            print!("{figures}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("ceremony-peers: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: &[String]) -> Result<String, String> {
    if !node_packages::are_installed() {
        return Err("snarkjs is missing: cargo xtask node-packages".to_owned());
    }
    let build = || {
        let mut command = cargo();
        command.args(["build", "--locked", "--release", "--no-default-features"]);
        command
    };
    output_of(build().args(["--package", "workproof-cli"]))?;
    output_of(build().args(["--package", "workproof-benches", "--bin", "ceremony-peers"]))?;
    let peers = root().join("target/release").join(format!("ceremony-peers{}", std::env::consts::EXE_SUFFIX));
    output_of(program(&peers.to_string_lossy()).args(options))
}
