//! The prover's tests in one program.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test ends at the first surprise, and says what it skips"
)]

extern crate alloc;

mod damaged_circom_files;
#[path = "../support/power_circuit.rs"]
mod power_circuit;
mod proves_and_verifies;
mod refuses_damaged_keys;
mod tables;
mod works_with_snarkjs;
