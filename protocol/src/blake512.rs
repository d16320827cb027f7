//! BLAKE-512, the finalist of the SHA-3 competition (not BLAKE2).
//!
//! zk-kit and Semaphore derive the secret scalar of an identity with it, so it is needed to share
//! their keys. It hashes short private keys only: one call, no streaming.
//!
//! Reference: Aumasson, Henzen, Meier, Phan, "SHA-3 proposal BLAKE", version 1.3.
#![expect(
    clippy::indexing_slicing,
    reason = "all indices are constants or entries of the permutation table, below 16"
)]

use alloc::vec::Vec;

use zeroize::Zeroize;

const BLOCK_BYTES: usize = 128;
const ROUNDS: usize = 16;

/// The first 64 fractional bits of the square roots of the first eight primes (as in SHA-512).
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

/// The first 1,024 fractional bits of pi.
const PI: [u64; 16] = [
    0x243f_6a88_85a3_08d3,
    0x1319_8a2e_0370_7344,
    0xa409_3822_299f_31d0,
    0x082e_fa98_ec4e_6c89,
    0x4528_21e6_38d0_1377,
    0xbe54_66cf_34e9_0c6c,
    0xc0ac_29b7_c97c_50dd,
    0x3f84_d5b5_b547_0917,
    0x9216_d5d9_8979_fb1b,
    0xd131_0ba6_98df_b5ac,
    0x2ffd_72db_d01a_dfb7,
    0xb8e1_afed_6a26_7e96,
    0xba7c_9045_f12c_7f99,
    0x24a1_9947_b391_6cf7,
    0x0801_f2e2_858e_fc16,
    0x6369_20d8_7157_4e69,
];

/// The order in which each round takes the words of the message; round r uses row r mod 10.
const SIGMA: [[usize; 16]; 10] = [
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

/// Columns, then diagonals.
const QUARTERS: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

/// BLAKE-512 of the bytes, without salt. The working copies are wiped, since the input is often a key.
#[must_use]
pub fn blake512(message: &[u8]) -> [u8; 64] {
    let mut padded = pad(message);
    let mut chain = INITIAL;
    let mut counted: u128 = 0;
    let bits = u128::try_from(message.len()).unwrap_or_default() * 8;
    for block in padded.chunks_exact(BLOCK_BYTES) {
        // The counter holds the message bits hashed so far; it is zero for a block of padding alone.
        let before = counted;
        counted = bits.min(counted + 1024);
        let counter = if counted == before { 0 } else { counted };
        compress(&mut chain, block, counter);
    }
    padded.zeroize();
    let mut digest = [0; 64];
    for (target, word) in digest.chunks_exact_mut(8).zip(chain) {
        target.copy_from_slice(&word.to_be_bytes());
    }
    chain.zeroize();
    digest
}

/// A one bit, zeros, a one bit, then the length in bits as 128 big-endian bits.
fn pad(message: &[u8]) -> Vec<u8> {
    let length = (message.len() + 17).next_multiple_of(BLOCK_BYTES);
    let mut padded = Vec::with_capacity(length);
    padded.extend_from_slice(message);
    padded.push(0x80);
    padded.resize(length - 16, 0);
    // With one byte of padding both marks fall into the same byte.
    padded[length - 17] |= 0x01;
    let bits = u128::try_from(message.len()).unwrap_or_default() * 8;
    padded.extend_from_slice(&bits.to_be_bytes());
    padded
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the counter is split into its two halves"
)]
fn compress(chain: &mut [u64; 8], block: &[u8], counter: u128) {
    let mut words = [0_u64; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(8)) {
        *word = bytes.iter().fold(0, |value, byte| (value << 8) | u64::from(*byte));
    }
    let mut state = [0_u64; 16];
    state[..8].copy_from_slice(chain);
    state[8..].copy_from_slice(&PI[..8]);
    let (low, high) = (counter as u64, (counter >> 64) as u64);
    state[12] ^= low;
    state[13] ^= low;
    state[14] ^= high;
    state[15] ^= high;
    for round in 0..ROUNDS {
        let order = &SIGMA[round % SIGMA.len()];
        for (quarter, [a, b, c, d]) in QUARTERS.into_iter().enumerate() {
            let (first, second) = (order[2 * quarter], order[2 * quarter + 1]);
            state[a] = state[a].wrapping_add(state[b]).wrapping_add(words[first] ^ PI[second]);
            state[d] = (state[d] ^ state[a]).rotate_right(32);
            state[c] = state[c].wrapping_add(state[d]);
            state[b] = (state[b] ^ state[c]).rotate_right(25);
            state[a] = state[a].wrapping_add(state[b]).wrapping_add(words[second] ^ PI[first]);
            state[d] = (state[d] ^ state[a]).rotate_right(16);
            state[c] = state[c].wrapping_add(state[d]);
            state[b] = (state[b] ^ state[c]).rotate_right(11);
        }
    }
    for (position, word) in chain.iter_mut().enumerate() {
        *word ^= state[position] ^ state[position + 8];
    }
    words.zeroize();
    state.zeroize();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| alloc::format!("{byte:02x}")).collect()
    }

    // The two examples of the specification.
    #[test]
    fn agrees_with_the_specification_on_one_and_two_blocks() {
        assert_eq!(
            hex(&blake512(&[0])),
            "97961587f6d970faba6d2478045de6d1fabd09b61ae50932054d52bc29d31be4\
             ff9102b9f69e2bbdb83be13d4b9c06091e5fa0b48bd081b634058be0ec49beb3"
        );
        assert_eq!(
            hex(&blake512(&[0; 144])),
            "313717d608e9cf758dcb1eb0f0c3cf9fc150b2d500fb33f51c52afc99d358a2f\
             1374b8a38bba7974e7f6ef79cab16f22ce1e649d6e01ad9589c213045d545dde"
        );
    }

    #[test]
    fn every_length_around_a_block_gives_another_digest() {
        let digests: alloc::collections::BTreeSet<_> =
            (0..300).map(|length| blake512(&vec![0xa5; length])).collect();
        assert_eq!(digests.len(), 300);
    }
}
