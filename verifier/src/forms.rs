//! The byte forms of keys, proofs and public inputs that chains read.
//!
//! | form | chains | points | public inputs |
//! |---|---|---|---|
//! | [`eip197`] | EVM | big-endian x and y, in G2 the imaginary part first | 32 bytes big-endian |
//! | [`solana`] | Solana | as EIP-197 with A negated; or compressed, big-endian | 32 bytes big-endian |
//! | [`soroban`] | Stellar | as EIP-197; a key's points in G2 negated, but a proof's not | 32 bytes big-endian |
//! | [`arkworks_compressed`] | Sui, IOTA | little-endian x and the sign of y | 32 bytes little-endian |
//! | [`arkworks_uncompressed`] | Aptos | little-endian x and y, with the sign of y | 32 bytes little-endian |
//!
//! Every reader takes what the writer of the same form gives and nothing else: exact length, coordinates below q and
//! inputs below r, points on the curve, in the subgroup and not the identity. What a reader gives back is checked, so
//! a key still has to pass the key lint, by [`VerifyingKey::new`](crate::VerifyingKey::new).
//!
//! CosmWasm and other hosts that run this crate itself take [`Proof::to_bytes`](crate::Proof::to_bytes) and
//! [`VerifyingKey::to_bytes`](crate::VerifyingKey::to_bytes).

pub mod arkworks_compressed;
pub mod arkworks_uncompressed;
pub mod eip197;
mod point_form;
mod public_inputs;
pub mod solana;
pub mod soroban;

pub use public_inputs::{inputs_from_be_bytes, inputs_from_le_bytes, inputs_to_be_bytes, inputs_to_le_bytes};

#[cfg(test)]
mod tests;
