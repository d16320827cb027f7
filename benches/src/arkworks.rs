//! The peer in Rust: ark-groth16 on our keys.
//!
//! A `.zkey` holds the same points as an arkworks key, and the same matrices A and B; what differs is how the quotient
//! is written, see [`CircomReduction`].

mod circom_reduction;
mod key;

pub use circom_reduction::CircomReduction;
pub use key::{ArkworksKey, ArkworksProofError};
