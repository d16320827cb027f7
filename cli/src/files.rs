//! The files that the command reads and writes, one module for each.
//!
//! Every file is read up to a limit only, and JSON with an unknown, missing or repeated key is refused. Every file is
//! written beside its place and then renamed, so that nobody ever sees half of one.

mod attester_key_file;
mod attesters_file;
mod circom_files;
mod error;
mod identity_file;
mod labels_file;
mod opening_file;
mod read;
mod registry_file;
mod snarkjs_files;
mod task_file;
mod transcript_file;
mod voucher_file;
mod write;

pub(crate) use attester_key_file::{read_attester_key, write_attester_key};
pub(crate) use attesters_file::{read_attesters, read_attesters_or_new, write_attesters};
pub(crate) use circom_files::{
    read_circuit, read_circuit_with_signals, read_witness, write_circuit, write_sample_witness,
    write_secret_witness,
};
pub(crate) use error::FileError;
pub(crate) use identity_file::{read_identity, write_identity};
pub(crate) use labels_file::read_labels;
pub(crate) use opening_file::{read_answers, read_gold, write_answers, write_gold};
pub(crate) use read::{Kind, read_bytes};
pub(crate) use registry_file::{read_registry, read_registry_or_new, write_registry};
pub(crate) use snarkjs_files::{
    read_public_values, read_snarkjs_key, read_snarkjs_proof, write_public_values, write_snarkjs_proof,
};
pub(crate) use task_file::{read_payment, read_policy, read_scope_fields};
pub(crate) use transcript_file::read_transcript;
pub(crate) use voucher_file::{read_voucher, read_vouchers};
pub(crate) use write::{Existing, require_free, write_public, write_public_json};
