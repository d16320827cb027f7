//! Public inputs as bytes: 32 for each, below r.

use crate::curve::Fr;
use alloc::vec::Vec;
use workproof_protocol::{DecodeError, fr_from_be_bytes, fr_from_le_bytes, fr_to_be_bytes, fr_to_le_bytes};

/// Each input as 32 bytes big-endian, one after the other (EVM, Solana, Soroban).
#[must_use]
pub fn inputs_to_be_bytes(inputs: &[Fr]) -> Vec<u8> {
    inputs.iter().flat_map(fr_to_be_bytes).collect()
}

/// Each input as 32 bytes little-endian, one after the other (Sui, IOTA, Aptos).
#[must_use]
pub fn inputs_to_le_bytes(inputs: &[Fr]) -> Vec<u8> {
    inputs.iter().flat_map(fr_to_le_bytes).collect()
}

/// Reads inputs of 32 bytes big-endian.
///
/// # Errors
/// [`DecodeError`] for a length that is not a multiple of 32 and for a value that is not below r.
pub fn inputs_from_be_bytes(bytes: &[u8]) -> Result<Vec<Fr>, DecodeError> {
    words(bytes)?.iter().map(fr_from_be_bytes).collect()
}

/// Reads inputs of 32 bytes little-endian.
///
/// # Errors
/// [`DecodeError`] for a length that is not a multiple of 32 and for a value that is not below r.
pub fn inputs_from_le_bytes(bytes: &[u8]) -> Result<Vec<Fr>, DecodeError> {
    words(bytes)?.iter().map(fr_from_le_bytes).collect()
}

fn words(bytes: &[u8]) -> Result<&[[u8; 32]], DecodeError> {
    match bytes.as_chunks::<32>() {
        (words, []) => Ok(words),
        (words, _) => Err(DecodeError::Length { expected: 32 * (words.len() + 1), found: bytes.len() }),
    }
}
