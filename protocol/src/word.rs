//! The 32-byte words that scopes and messages are made of, as `abi.encode` would write them.

use crate::hash_to_field::keccak256;

/// One word of a preimage.
pub type Word = [u8; 32];

/// A word for a name, by hashing it: networks, tasks and epochs that have no number of their own.
#[must_use]
pub fn word_of_name(name: &str) -> Word {
    keccak256(name.as_bytes())
}

/// A big-endian word for an integer, as `abi.encode(uint256(value))`.
#[must_use]
pub fn word_of_integer(value: u64) -> Word {
    let mut word = [0; 32];
    for (target, source) in word.iter_mut().rev().zip(value.to_le_bytes()) {
        *target = source;
    }
    word
}

/// A word for an address of 20 bytes, as `abi.encode(address)`: zeros first.
#[must_use]
pub fn word_of_address(address: &[u8; 20]) -> Word {
    let mut word = [0; 32];
    for (target, source) in word.iter_mut().skip(12).zip(address) {
        *target = *source;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_and_addresses_are_right_aligned() {
        assert_eq!(word_of_integer(0x0102)[..30], [0; 30]);
        assert_eq!(word_of_integer(0x0102)[30..], [1, 2]);
        let word = word_of_address(&[0xaa; 20]);
        assert_eq!((&word[..12], &word[12..]), (&[0; 12][..], &[0xaa; 20][..]));
    }
}
