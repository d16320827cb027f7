//! Builds the two modules and makes them small.

use std::env;
use std::fs;
use std::path::PathBuf;

use super::toolchain::{TARGET, Toolchain};
use crate::command::{execute, program};
use crate::repository::root;

/// A crate and the file that becomes of it.
const MODULES: &[(&str, &str)] =
    &[("workproof-wasm-verify", "verify"), ("workproof-wasm-protocol", "protocol")];

/// Where everything for this target is built: another compiler may be at work than for the rest.
const TARGET_FOLDER: &str = "target/wasm";

/// Builds both into `wasm/dist`.
pub(crate) fn build(toolchain: &Toolchain) -> Result<(), String> {
    fs::create_dir_all(root().join("wasm/dist")).map_err(|error| error.to_string())?;
    for (name, output) in MODULES {
        compile(toolchain, name)?;
        shrink(name, output)?;
    }
    Ok(())
}

fn compile(toolchain: &Toolchain, name: &str) -> Result<(), String> {
    let mut command = toolchain.cargo();
    command.args([
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "wasm",
        "--target",
        TARGET,
        "--package",
        name,
    ]);
    command.args(toolchain.options());
    command.env("CARGO_TARGET_DIR", root().join(TARGET_FOLDER));
    // the flags of a caller are for programs of this machine
    command.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", remapped_paths());
    execute(&mut command)
}

/// Panics name source files. What is published does not name the folders of the machine that built it.
pub(crate) fn remapped_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let folders = [Some(root()), home].into_iter().flatten();
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    flags.collect::<Vec<_>>().join(" ")
}

fn shrink(name: &str, output: &str) -> Result<(), String> {
    let built = format!("{TARGET_FOLDER}/{TARGET}/wasm/{}.wasm", name.replace('-', "_"));
    let output = format!("wasm/dist/{output}.wasm");
    execute(program("node").args(["wasm/tools/shrink.mjs", &built, &output]))
}
