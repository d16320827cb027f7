//! The files that the command reads and writes, one module for each.
//!
//! Every file is read up to a limit only, and JSON with an unknown, missing or repeated key is refused. Every file is
//! written beside its place and then renamed, so that nobody ever sees half of one.

mod attester_key_file;
mod attesters_file;
mod error;
mod identity_file;

mod labels_file;
mod opening_file;
mod read;
mod registry_file;
mod task_file;
mod voucher_file;
mod write;

pub(crate) use attester_key_file::{read_attester_key, write_attester_key};
pub(crate) use attesters_file::{read_attesters, read_attesters_or_new, write_attesters};
pub(crate) use error::FileError;
pub(crate) use identity_file::{read_identity, write_identity};
pub(crate) use labels_file::read_labels;
pub(crate) use opening_file::{read_answers, read_gold, write_answers, write_gold};
pub(crate) use read::{Kind, read_bytes};
pub(crate) use registry_file::{read_registry, read_registry_or_new, write_registry};
pub(crate) use task_file::{read_payment, read_policy, read_scope_fields};
pub(crate) use voucher_file::{read_voucher, read_vouchers};
pub(crate) use write::{Existing, require_free, write_public, write_public_json};
