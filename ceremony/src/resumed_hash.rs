//! BLAKE2b from a saved state (RFC 7693).
//!
//! A first phase's file keeps, for each contribution, the state of the hash over its response before the public key was
//! hashed. No crate takes up such a state, so the function is written out here; a test compares it with the `blake2`
//! crate.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// Bytes of a saved state: a block, the chaining value, the length hashed, the bytes in the block, and a word without
/// meaning.
pub(crate) const STATE_BYTES: usize = 128 + 8 * 8 + 3 * 8;

const INITIAL: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

const ORDER: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// A BLAKE2b-512 on its way. Wiped when dropped, since a contribution's secret goes through it.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct ResumedHash {
    block: [u8; 128],
    chain: [u64; 8],
    /// Bytes hashed, without those in the block.
    length: u64,
    filled: usize,
}

impl ResumedHash {
    /// Takes up a saved state; `None` where its numbers make no sense.
    pub(crate) fn resume(state: &[u8; STATE_BYTES]) -> Option<Self> {
        let (block, words) = state.split_first_chunk::<128>()?;
        let mut words = words.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word));
        let mut chain = [0; 8];
        chain.iter_mut().zip(words.by_ref()).for_each(|(target, word)| *target = word);
        let length = words.next()?;
        let filled = usize::try_from(words.next()?).ok().filter(|filled| *filled <= 128)?;
        Some(Self { block: *block, chain, length, filled })
    }

    /// A fresh state, without key.
    pub(crate) fn new() -> Self {
        let mut chain = INITIAL;
        let [first, ..] = &mut chain;
        *first ^= 0x0101_0000 ^ 64;
        Self { block: [0; 128], chain, length: 0, filled: 0 }
    }

    /// The state, to be taken up later.
    #[cfg(any(test, feature = "insecure-testing"))]
    pub(crate) fn save(&self) -> [u8; STATE_BYTES] {
        let mut state = Vec::with_capacity(STATE_BYTES);
        state.extend(self.block);
        let filled = u64::try_from(self.filled).unwrap_or_default();
        state
            .extend(self.chain.iter().chain([&self.length, &filled, &0]).flat_map(|word| word.to_le_bytes()));
        state.try_into().unwrap_or([0; STATE_BYTES])
    }

    /// Hashes more bytes.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.filled == 128 {
                self.compress(0);
            }
            if let Some(place) = self.block.get_mut(self.filled) {
                *place = *byte;
            }
            self.filled += 1;
        }
    }

    /// The digest.
    pub(crate) fn finish(mut self) -> [u8; 64] {
        self.block.iter_mut().skip(self.filled).for_each(|byte| *byte = 0);
        self.compress(u64::MAX);
        let mut digest = [0; 64];
        for (bytes, word) in digest.as_chunks_mut::<8>().0.iter_mut().zip(self.chain) {
            *bytes = word.to_le_bytes();
        }
        digest
    }

    #[expect(clippy::indexing_slicing, reason = "constant places in arrays of sixteen")]
    fn compress(&mut self, last: u64) {
        self.length = self.length.wrapping_add(u64::try_from(self.filled).unwrap_or_default());
        self.filled = 0;
        let mut message = [0; 16];
        for (word, bytes) in message.iter_mut().zip(self.block.as_chunks::<8>().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        let mut v = [0; 16];
        v[..8].copy_from_slice(&self.chain);
        v[8..].copy_from_slice(&INITIAL);
        v[12] ^= self.length;
        v[14] ^= last;
        for round in 0..12 {
            let order = ORDER[round % 10];
            for (index, [a, b, c, d]) in [
                [0, 4, 8, 12],
                [1, 5, 9, 13],
                [2, 6, 10, 14],
                [3, 7, 11, 15],
                [0, 5, 10, 15],
                [1, 6, 11, 12],
                [2, 7, 8, 13],
                [3, 4, 9, 14],
            ]
            .into_iter()
            .enumerate()
            {
                let (x, y) = (message[order[2 * index]], message[order[2 * index + 1]]);
                v[a] = v[a].wrapping_add(v[b]).wrapping_add(x);
                v[d] = (v[d] ^ v[a]).rotate_right(32);
                v[c] = v[c].wrapping_add(v[d]);
                v[b] = (v[b] ^ v[c]).rotate_right(24);
                v[a] = v[a].wrapping_add(v[b]).wrapping_add(y);
                v[d] = (v[d] ^ v[a]).rotate_right(16);
                v[c] = v[c].wrapping_add(v[d]);
                v[b] = (v[b] ^ v[c]).rotate_right(63);
            }
        }
        for (index, word) in self.chain.iter_mut().enumerate() {
            *word ^= v[index] ^ v[index + 8];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use blake2::{Blake2b512, Digest};

    #[test]
    fn agrees_with_the_crate_and_goes_on_from_a_saved_state() {
        let text: Vec<u8> = (0..1000_u32).map(|index| index.to_le_bytes()[0] ^ 0x5a).collect();
        for length in [0, 1, 127, 128, 129, 255, 256, 257, 1000] {
            let expected: [u8; 64] = Blake2b512::digest(&text[..length]).into();
            for split in [0, length / 3, length] {
                let mut hash = ResumedHash::new();
                hash.update(&text[..split]);
                let mut hash = ResumedHash::resume(&hash.save()).unwrap();
                hash.update(&text[split..length]);
                assert_eq!(hash.finish(), expected, "{length} {split}");
            }
        }
        let mut state = ResumedHash::new().save();
        state[STATE_BYTES - 16] = 129;
        assert!(ResumedHash::resume(&state).is_none());
    }
}
