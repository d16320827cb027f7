//! Attacks of the catalogue against plain Rust: each is refused with its error, and succeeds where the one check that
//! stands against it is taken out.

#![cfg(feature = "mutants")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends at the first surprise"
)]

mod attack;
mod batches;
mod claims;
mod encodings;
#[path = "../../../protocol/tests/protocol/fixtures.rs"]
#[expect(dead_code, reason = "the protocol's tests use all of it")]
mod fixtures;
mod gold_sets;
mod keys;
mod proofs;
mod registries;
mod scopes;
mod signatures;
#[path = "../verifier/square_fact.rs"]
mod square_fact;
mod vouchers;
