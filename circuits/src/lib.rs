#![doc = include_str!("../README.md")]

pub mod arkworks;
pub mod circuit;
pub mod contributor;
pub mod gadgets;
pub mod gold;
pub mod r1cs;
pub mod relay;

pub use circuit::Circuit;
pub use gold::GoldCircuit;
pub use relay::RelayCircuit;
