#![doc = include_str!("../README.md")]

extern crate alloc;

pub mod arkworks;
pub mod circuit;
pub mod contributor;
pub mod gadgets;
pub mod gold;
mod pinned;
pub mod r1cs;
pub mod relay;

pub use circuit::Circuit;
pub use gold::GoldCircuit;
pub use pinned::pinned_digest;
pub use relay::RelayCircuit;
