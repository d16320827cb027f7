//! Single bits.

use super::Maker;
use crate::case::{Class, ProofNumbers};

/// Claims whose compressed proofs lose a bit: one under each key.
const COMPRESSED: [(usize, usize); 4] = [(0, 0), (1, 0), (2, 7), (3, 1)];
/// Claims whose uncompressed proofs do.
const UNCOMPRESSED: [(usize, usize); 2] = [(0, 11), (3, 2)];

impl Maker<'_> {
    /// Every bit of some proofs.
    pub(super) fn flipped_bits(&mut self) {
        for (key, index) in COMPRESSED {
            let proven = self.proven(key, index);
            let bytes = proven.proof.to_bytes();
            for bit in 0..8 * bytes.len() {
                let mut flipped = bytes;
                flipped[bit / 8] ^= 1 << (bit % 8);
                let name = format!("claim {index}, bit {bit}");
                self.push(Class::CompressedBit, name, key, &proven.inputs, ProofNumbers::Compressed(flipped));
            }
        }
        for (key, index) in UNCOMPRESSED {
            let proven = self.proven(key, index);
            for bit in 0..8 * 256 {
                let mut flipped = proven.words();
                flipped[bit / 256][bit / 8 % 32] ^= 1 << (bit % 8);
                let name = format!("claim {index}, bit {bit}");
                self.push_words(Class::UncompressedBit, name, key, &proven.inputs, flipped);
            }
        }
    }
}
