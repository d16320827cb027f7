//! The command as others use it: whole flows, every refusal with its exit code, and other people's files.

#![expect(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests, outside of the functions that are marked as tests"
)]

mod bad_claims;
mod bad_files;
mod bad_vouchers;
mod bench;
mod ceremony;
mod foreign_circuits;
mod gold_flow;
mod interop;
#[cfg(unix)]
mod interrupt;
mod output_forms;
mod program;
mod relay_flow;
mod relay_world;
mod secrets;
