//! What `workproof export` writes for the tests' development keys: committed, so that what the chains run can be read, and
//! compared with what the exporter writes today.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Files;
use crate::command::{cargo, execute};
use crate::repository::root;

/// A target of `export`, the circuit whose key is exported, and the folder where it is committed.
const EXPORTS: &[(&str, &str, &str)] = &[
    ("evm", "relay-10", "contracts/generated"),
    ("evm", "gold-256", "contracts/generated"),
    ("solana", "relay-10", "onchain/solana/generated"),
    ("soroban", "relay-10", "onchain/soroban/generated"),
    ("sui", "relay-10", "onchain/move-chains/generated/sui"),
    ("aptos", "relay-10", "onchain/move-chains/generated/aptos"),
    ("cosmwasm", "relay-10", "onchain/cosmwasm/generated"),
];

/// Writes all of them, beside the committed ones to compare.
pub(super) fn run(files: Files) -> Result<(), String> {
    for circuit in ["relay-10", "gold-256"] {
        execute(workproof().args(["keys", "make", circuit]))?;
    }
    for (target, circuit, committed) in EXPORTS {
        let committed = Path::new(committed);
        let out = match files {
            Files::Write => committed.to_path_buf(),
            // of its own: what another circuit left there would be compared as well
            Files::Compare => Path::new("target/onchain/generated").join(target).join(circuit),
        };
        export(target, circuit, &out)?;
        if files == Files::Compare {
            compare(&out, committed)?;
        }
    }
    Ok(())
}

/// Exports a key without its README, which is for whoever exports a key of their own.
pub(super) fn export(target: &str, circuit: &str, out: &Path) -> Result<(), String> {
    let key = keys_folder().join(format!("{circuit}.development.vkey"));
    let mut command = workproof();
    command.args(["export", target, "--development-key", "--force", "--out"]).arg(out);
    execute(command.arg("--key").arg(key))?;
    fs::remove_file(root().join(out).join("README.md")).map_err(|error| error.to_string())
}

fn keys_folder() -> PathBuf {
    root().join("target/onchain/keys")
}

fn workproof() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "--profile", "test", "--package", "workproof-cli", "--"]);
    command.arg("--keys-dir").arg(keys_folder());
    command
}

/// Every file that was written is committed as it is.
fn compare(written: &Path, committed: &Path) -> Result<(), String> {
    for entry in fs::read_dir(root().join(written)).map_err(|error| error.to_string())? {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        let (written, committed) = (written.join(&name), committed.join(&name));
        if root().join(&written).is_dir() {
            compare(&written, &committed)?;
        } else if fs::read(root().join(&written)).ok() != fs::read(root().join(&committed)).ok() {
            return Err(format!(
                "{} is not what the exporter writes; run cargo xtask onchain contracts fixtures --write",
                committed.display()
            ));
        }
    }
    Ok(())
}
