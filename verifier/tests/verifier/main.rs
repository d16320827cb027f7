//! The verifier's tests in one program.

#![cfg(feature = "serde")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends at the first surprise"
)]

extern crate alloc;

mod both_readers_agree;
mod chain_vectors;
mod damaged_forms;
mod json_and_byte_forms;
mod rejection_matrix;
mod square_fact;
mod stored_forms_verify;
mod verifies_batches;
