//! Attacks of the catalogue against the circuits: for each an assignment of all variables that breaks the rows of one check
//! and no other, so that the circuit refuses it and its twin, the same rows without that check, accepts it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends at the first surprise"
)]

extern crate alloc;

mod attack;
mod gold;
#[path = "../../../circuits/tests/statements/gold_world.rs"]
mod gold_world;
mod paths;
mod relay;
#[path = "../../../circuits/tests/statements/relay_world.rs"]
mod relay_world;
mod signature;
