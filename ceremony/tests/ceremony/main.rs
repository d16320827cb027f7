//! Whole ceremonies, with snarkjs in turn and by ourselves, and everything that must be refused.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests, outside of the functions that are marked as tests"
)]

extern crate alloc;

#[path = "../../../prover/tests/support/power_circuit.rs"]
mod power_circuit;

mod refuses_damaged_keys;
mod refuses_damaged_ptau;
mod snarkjs;
mod works_with_snarkjs;
mod workshop;
