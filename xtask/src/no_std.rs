//! Builds `protocol` and `verifier` into a program that has no standard library. Were `std` linked by any crate of
//! their tree, its panic handler and ours would clash.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, execute};
use crate::outcome::Outcome;
use crate::repository::root;

const SOURCE: &str = "\
#![no_std]
extern crate alloc;
use workproof_protocol as _;
use workproof_verifier as _;
struct NoMemory;
unsafe impl core::alloc::GlobalAlloc for NoMemory {
    unsafe fn alloc(&self, _: core::alloc::Layout) -> *mut u8 { core::ptr::null_mut() }
    unsafe fn dealloc(&self, _: *mut u8, _: core::alloc::Layout) {}
}
#[global_allocator]
static MEMORY: NoMemory = NoMemory;
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
";

/// Checks a bare library that depends on both crates without their features, then with each that has no need of `std`.
pub(crate) fn run() -> Outcome {
    let features: [&[&str]; 3] = [&[], &["serde"], &["narrow-limbs"]];
    let outcome = prepare()
        .and_then(|manifest| features.into_iter().try_for_each(|features| check(&manifest, features)));
    outcome.into()
}

fn check(manifest: &Path, features: &[&str]) -> Result<(), String> {
    execute(
        cargo()
            .args(["check", "--quiet", "--manifest-path"])
            .arg(manifest)
            .arg("--features")
            .arg(features.join(","))
            .env("CARGO_TARGET_DIR", folder().join("target")),
    )
}

/// Outside the workspace, so that no other crate's features join in.
fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    root().join(target).join("no-std-check")
}

fn prepare() -> Result<PathBuf, String> {
    let manifest = folder().join("Cargo.toml");
    let write = |path: PathBuf, text: &str| fs::write(path, text).map_err(|error| error.to_string());
    fs::create_dir_all(folder().join("src")).map_err(|error| error.to_string())?;
    write(manifest.clone(), &manifest_text(&root()))?;
    write(folder().join("src/lib.rs"), SOURCE)?;
    fs::copy(root().join("Cargo.lock"), folder().join("Cargo.lock")).map_err(|error| error.to_string())?;
    Ok(manifest)
}

fn manifest_text(root: &Path) -> String {
    format!(
        "\
[package]
name = \"no-std-check\"
version = \"0.0.0\"
edition = \"2024\"
[lib]
crate-type = [\"staticlib\"]
[features]
serde = [\"workproof-protocol/serde\", \"workproof-verifier/serde\"]
narrow-limbs = [\"workproof-verifier/narrow-limbs\"]
[dependencies]
workproof-protocol = {{ path = {protocol:?}, default-features = false }}
workproof-verifier = {{ path = {verifier:?}, default-features = false }}
[profile.dev]
panic = \"abort\"
[workspace]
",
        protocol = root.join("protocol"),
        verifier = root.join("verifier"),
    )
}
