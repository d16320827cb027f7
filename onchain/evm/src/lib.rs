//! The contracts, bound to Rust by their ABI; a chain in memory that runs them; and the world that the tests of all chains
//! share: one deployment, three tasks, a few dozen claims that were proven once and are kept as fixtures.

pub mod chain;
pub mod contracts;
pub mod costs;
pub mod fixture;
pub mod world;
