//! The command as others use it: whole flows, every refusal with its exit code, and other people's files.

mod bad_claims;
mod bad_files;
mod bad_vouchers;
mod gold_flow;
mod interop;
mod output_forms;
mod program;
mod relay_flow;
mod relay_world;
mod secrets;
