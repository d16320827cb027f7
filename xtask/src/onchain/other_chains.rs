//! The chains beside the EVM and Solana, each in the software that the chain itself runs, as far as registries bring it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::exports;
use super::verdicts::Verdicts;
use crate::command::{cargo, execute, execute_watched, program};
use crate::node_packages;
use crate::outcome::Outcome;
use crate::repository::root;
use crate::wasm::{Toolchain, remapped_paths};

/// Soroban's virtual machine takes no extensions of WebAssembly that this target leaves out.
const SOROBAN_TARGET: &str = "wasm32v1-none";
const COSMWASM_TARGET: &str = "wasm32-unknown-unknown";
/// What chains take, in bytes: wasmd's default.
const COSMWASM_LIMIT: u64 = 800 * 1024;

/// The exported contract in the SDK's host: as WebAssembly where a compiler for it can be had, natively otherwise.
pub(super) fn soroban(verdicts: &mut Verdicts) -> Outcome {
    let mut test = test_in("onchain/soroban", &[]);
    let (code, note) = match soroban_contract() {
        Ok(path) => (Some(path), String::new()),
        Err(reason) => (None, format!("natively: {reason}")),
    };
    if let Some(path) = code {
        test.env("WORKPROOF_SOROBAN_WASM", path);
    }
    match execute_watched(&mut test, |line| verdicts.add_line(line)) {
        Ok(()) => Outcome::Passed(note),
        Err(reason) => Outcome::Failed(reason),
    }
}

/// Builds the contract as its user does, with the versions that the tests' lock file has.
fn soroban_contract() -> Result<PathBuf, String> {
    let toolchain = Toolchain::find(SOROBAN_TARGET)?;
    let copy = Path::new("target/onchain/soroban/contract");
    exports::export("soroban", "relay-10", copy)?;
    let copy = root().join(copy);
    let lock = root().join("onchain/soroban/Cargo.lock");
    std::fs::copy(lock, copy.join("Cargo.lock")).map_err(|error| error.to_string())?;
    let mut build = toolchain.cargo();
    build.current_dir(&copy).args(["build", "--quiet", "--release", "--target", SOROBAN_TARGET]);
    build.args(toolchain.options());
    let target = root().join("target/onchain/soroban/wasm");
    build.env("CARGO_TARGET_DIR", &target);
    build.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", remapped_paths());
    execute(&mut build)?;
    let code = target.join(SOROBAN_TARGET).join("release/workproof_relay_10_development_verifier.wasm");
    println!("cost|Soroban|{} bytes of code", size_of(&code)?);
    Ok(code)
}

/// The exported key and claims with `fastcrypto-zkp`, which is what Sui's native functions call; and the bytes for Sui and Aptos
/// against those of other exporters.
pub(super) fn sui(verdicts: &mut Verdicts) -> Outcome {
    watched(test_in("onchain/move-chains", &["--test", "sui", "--test", "other_exporters"]), verdicts)
}

/// The exported points with arkworks, called as Aptos' native functions do.
pub(super) fn aptos(verdicts: &mut Verdicts) -> Outcome {
    watched(test_in("onchain/move-chains", &["--test", "aptos"]), verdicts)
}

/// The contract's entry points; and where a compiler for WebAssembly can be had, the contract in CosmWasm's virtual machine.
pub(super) fn cosmwasm(verdicts: &mut Verdicts) -> Outcome {
    let mut test = test_in("onchain/cosmwasm", &["--workspace"]);
    let (code, note) = match cosmwasm_contract() {
        Ok(path) => (Some(path), String::new()),
        Err(reason) => (None, format!("the entry points alone: {reason}")),
    };
    if let Some(path) = code {
        test.env("WORKPROOF_COSMWASM_WASM", path);
    }
    match execute_watched(&mut test, |line| verdicts.add_line(line)) {
        Ok(()) => Outcome::Passed(note),
        Err(reason) => Outcome::Failed(reason),
    }
}

fn cosmwasm_contract() -> Result<PathBuf, String> {
    let toolchain = Toolchain::that_builds_its_libraries()?;
    let target = root().join("target/onchain/cosmwasm/wasm");
    let mut build = toolchain.cargo();
    build.current_dir(root().join("onchain/cosmwasm"));
    build.args(["rustc", "--quiet", "--release", "--locked", "--lib", "--target", COSMWASM_TARGET]);
    build.args(["--package", "workproof-cosmwasm"]).args(toolchain.options_with_std());
    // what the chain's virtual machine brings is not there when the contract is linked
    build.args(["--", "-Clink-arg=--allow-undefined"]);
    build.env("CARGO_TARGET_DIR", &target);
    // chains refuse what came to WebAssembly after its first version
    let flags = format!("{} -Ctarget-cpu=mvp", remapped_paths());
    build.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", flags);
    execute(&mut build)?;
    let built = target.join(COSMWASM_TARGET).join("release/workproof_cosmwasm.wasm");
    let size = size_of(&built)?;
    if size > COSMWASM_LIMIT {
        return Err(format!(
            "the contract has {size} bytes, more than the {COSMWASM_LIMIT} that chains take"
        ));
    }
    println!("cost|CosmWasm|{size} bytes of code");
    let code = root().join("target/onchain/cosmwasm/workproof_cosmwasm.wasm");
    std::fs::copy(built, &code).map_err(|error| error.to_string())?;
    Ok(code)
}

/// Calldata for garaga's verifier, from what `export snarkjs` writes.
pub(super) fn starknet(verdicts: &mut Verdicts) -> Outcome {
    if let missing @ (Outcome::Skipped(_) | Outcome::Failed(_)) = node_packages::install_in("contracts") {
        return missing;
    }
    let folder = Path::new("target/onchain/generated/snarkjs");
    if let Err(reason) = exports::export("snarkjs", "relay-10", folder) {
        return Outcome::Failed(reason);
    }
    let mut run = program("node");
    run.arg("onchain/starknet/run.mjs").arg(root().join(folder).join("verification_key.json"));
    watched(run, verdicts)
}

fn size_of(path: &Path) -> Result<u64, String> {
    let data = std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(data.len())
}

fn test_in(folder: &str, options: &[&str]) -> Command {
    let mut command = cargo();
    command.current_dir(root().join(folder)).args(["test", "--locked"]).args(options);
    // the verdicts are what the tests print
    command.args(["--", "--show-output"]);
    command
}

fn watched(mut command: Command, verdicts: &mut Verdicts) -> Outcome {
    execute_watched(&mut command, |line| verdicts.add_line(line)).into()
}
