//! Hash to field of bytes: keccak-256 with its top byte cleared, 248 bits read as a big-endian integer.
//!
//! On a chain this is one opcode and one mask. The result is uniform in 248 bits, far below r, so it
//! needs no reduction and has no bias.

use alloc::vec::Vec;

use sha3::{Digest, Keccak256};

use crate::field::Fr;
use ark_ff::PrimeField;

/// keccak-256 of the bytes (the hash of Ethereum, not SHA-3).
#[must_use]
pub fn keccak256(bytes: &[u8]) -> [u8; 32] {
    Keccak256::digest(bytes).into()
}

/// Hashes bytes to a field element below 2^248.
#[must_use]
pub fn hash_to_field(bytes: &[u8]) -> Fr {
    let [_, rest @ ..] = keccak256(bytes);
    Fr::from_be_bytes_mod_order(&rest)
}

/// Hashes 32-byte words to a field element: what `keccak256(abi.encode(...))` with its top byte cleared gives on a chain.
pub(crate) fn hash_words_to_field<const N: usize>(words: [[u8; 32]; N]) -> Fr {
    let bytes: Vec<u8> = words.concat();
    hash_to_field(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::fr_to_be_bytes;

    #[test]
    fn is_keccak_with_the_top_byte_cleared() {
        // keccak-256 of nothing: c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470
        let digest = keccak256(b"");
        assert_eq!(digest[..4], [0xc5, 0xd2, 0x46, 0x01]);
        let bytes = fr_to_be_bytes(&hash_to_field(b""));
        assert_eq!(bytes[0], 0);
        assert_eq!(bytes[1..], digest[1..]);
    }

    #[test]
    fn words_are_concatenated_without_a_length() {
        assert_eq!(hash_words_to_field([[1; 32], [2; 32]]), hash_to_field(&[[1; 32], [2; 32]].concat()));
    }
}
