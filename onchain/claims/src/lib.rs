//! The claims of `test-vectors/chains.json`, which every chain's verifier must judge alike, for the tests of all chains.

mod claims;
mod words;

pub use claims::{Claim, claims, word};
pub use words::{Said, compressed_proof, little_endian, uncompressed_points};
