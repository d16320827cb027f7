//! Measures our prover beside others, on one key and witness (`benches/`).

use std::process::ExitCode;

use crate::command::{cargo, output_of, program};
use crate::node_packages;
use crate::repository::root;

const PACKAGE: &str = "workproof-benches";

/// Builds the programs and runs them. Standard output holds the figures alone, so that `--json` is a document.
pub(crate) fn run(options: &[String]) -> ExitCode {
    match measure(options) {
        Ok(figures) => {
            print!("{figures}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("peers: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: &[String]) -> Result<String, String> {
    if !node_packages::are_installed() {
        eprintln!(
            "snarkjs and circomlib's circuits are left out unless installed: cargo xtask node-packages"
        );
    }
    // one after the other: built together, the peer's features would change what our prover is measured as
    for choice in [&["--no-default-features", "--bin", "ours"][..], &["--bin", "peers"]] {
        output_of(cargo().args(["build", "--locked", "--release", "--package", PACKAGE]).args(choice))?;
    }
    let peers = root().join("target/release").join(format!("peers{}", std::env::consts::EXE_SUFFIX));
    output_of(program(&peers.to_string_lossy()).args(options))
}
