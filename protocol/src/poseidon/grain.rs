//! The Grain LFSR of the Poseidon reference: where the constants come from.
//!
//! An 80-bit register, seeded with the parameters of the permutation, gives the bits; every number
//! of the hash follows from them, so none had to be chosen.

use ark_ff::{BigInt, PrimeField};

use crate::field::Fr;

const REGISTER_BITS: u32 = 80;
const FIELD_BITS: u32 = 254;
const WARM_UP: usize = 160;

/// The register: bit 0 is the oldest.
#[derive(Debug)]
pub(super) struct Grain {
    register: u128,
}

impl Grain {
    /// Seeds for a prime field of 254 bits and the S-box x^5, then discards the first 160 bits.
    pub(super) fn new(width: u128, full_rounds: u128, partial_rounds: u128) -> Self {
        // Most significant bit first: field 1 (2 bits), S-box 0 (4), n (12), t (12), RF (10), RP (10), 30 ones.
        let fields: [(u128, u32); 7] = [
            (1, 2),
            (0, 4),
            (u128::from(FIELD_BITS), 12),
            (width, 12),
            (full_rounds, 10),
            (partial_rounds, 10),
            ((1 << 30) - 1, 30),
        ];
        let seed = fields.iter().fold(0, |seed, (value, bits)| (seed << bits) | value);
        // The first bit of the seed is the oldest one of the register.
        let mut grain = Self { register: seed.reverse_bits() >> (u128::BITS - REGISTER_BITS) };
        for _ in 0..WARM_UP {
            grain.step();
        }
        grain
    }

    fn step(&mut self) -> bool {
        let tap = |position: u32| self.register >> position;
        let bit = (tap(62) ^ tap(51) ^ tap(38) ^ tap(23) ^ tap(13) ^ tap(0)) & 1;
        self.register = (self.register >> 1) | (bit << (REGISTER_BITS - 1));
        bit == 1
    }

    /// The next bit that is let out: of each pair, the second when the first is one.
    fn bit(&mut self) -> bool {
        loop {
            let keep = self.step();
            let bit = self.step();
            if keep {
                return bit;
            }
        }
    }

    /// The next integer of 254 bits, most significant bit first.
    fn integer(&mut self) -> BigInt<4> {
        let mut limbs = [0_u64; 4];
        for _ in 0..FIELD_BITS {
            let mut carry = u64::from(self.bit());
            for limb in &mut limbs {
                let next = *limb >> 63;
                *limb = (*limb << 1) | carry;
                carry = next;
            }
        }
        BigInt::new(limbs)
    }

    /// The next field element: integers of r or more are skipped.
    pub(super) fn element(&mut self) -> Fr {
        loop {
            if let Some(element) = Fr::from_bigint(self.integer()) {
                return element;
            }
        }
    }

    /// The next field element: integers of r or more are reduced. Only the MDS matrix is drawn so.
    pub(super) fn element_reduced(&mut self) -> Fr {
        let limbs = self.integer().0;
        let base = Fr::from(1_u128 << 64);
        limbs.iter().rev().fold(Fr::from(0_u64), |sum, limb| sum * base + Fr::from(*limb))
    }
}
