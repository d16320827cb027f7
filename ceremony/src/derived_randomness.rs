//! What snarkjs derives from a seed, bit for bit: scalars, points of G1 and G2, and the key of a beacon.

use ark_bn254::{Fq, Fq2, Fr, G1Affine, G2Affine, g1, g2};
use ark_ec::short_weierstrass::SWCurveConfig;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{BigInt, Field, PrimeField, Zero};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};
use workproof_prover::{CancelToken, Cancelled};

/// Hashes between two looks at the cancellation.
const HASHES: u64 = 1 << 16;

/// snarkjs' generator: ChaCha with twenty rounds, seeded by eight words.
pub(crate) struct DerivedRandomness(ChaCha20Rng);

impl DerivedRandomness {
    /// Seeds it with the first eight big-endian words of a hash.
    pub(crate) fn from_hash(hash: &[u8; 64]) -> Self {
        let (seed, _) = hash.split_first_chunk().unwrap_or((&[0; 32], &[]));
        Self::from_big_endian_words(seed)
    }

    /// Seeds it by a beacon: SHA-256 iterated `2^exponent` times.
    pub(crate) fn from_beacon(value: &[u8], exponent: u8, cancel: &CancelToken) -> Result<Self, Cancelled> {
        let mut hash: [u8; 32] = Sha256::digest(value).into();
        // one is done; 2^63 are refused long before
        let iterations = 1_u64.checked_shl(u32::from(exponent)).unwrap_or(u64::MAX);
        for iteration in 1..iterations {
            if iteration % HASHES == 0 {
                cancel.check()?;
            }
            hash = Sha256::digest(hash).into();
        }
        Ok(Self::from_big_endian_words(&hash))
    }

    fn from_big_endian_words(words: &[u8; 32]) -> Self {
        let mut seed = *words;
        seed.as_chunks_mut::<4>().0.iter_mut().for_each(|word| word.reverse());
        Self(ChaCha20Rng::from_seed(seed))
    }

    /// 64 bits, of which the high half comes first.
    fn double_word(&mut self) -> u64 {
        let high = u64::from(self.0.next_u32());
        high << 32 | u64::from(self.0.next_u32())
    }

    /// 254 bits below a modulus, by trial.
    fn below(&mut self, modulus: BigInt<4>) -> BigInt<4> {
        loop {
            let mut limbs = [0; 4];
            limbs.iter_mut().for_each(|limb| *limb = self.double_word());
            let [.., top] = &mut limbs;
            *top &= u64::MAX >> 2;
            if BigInt(limbs) < modulus {
                return BigInt(limbs);
            }
        }
    }

    /// A scalar. The bits are its Montgomery form.
    pub(crate) fn scalar(&mut self) -> Fr {
        Fr::new_unchecked(self.below(Fr::MODULUS))
    }

    fn coordinate(&mut self) -> Fq {
        Fq::new_unchecked(self.below(Fq::MODULUS))
    }

    fn flag(&mut self) -> bool {
        self.0.next_u32() & 1 == 1
    }

    /// A point of G1.
    pub(crate) fn g1(&mut self) -> G1Affine {
        loop {
            let x = self.coordinate();
            let greatest = self.flag();
            let square = x.square() * x + g1::Config::COEFF_B;
            if let Some(y) = square.sqrt() {
                let y = if is_greatest(y) == greatest { y } else { -y };
                return G1Affine::new_unchecked(x, y);
            }
        }
    }

    /// A point of G2.
    pub(crate) fn g2(&mut self) -> G2Affine {
        loop {
            let x = Fq2::new(self.coordinate(), self.coordinate());
            let greatest = self.flag();
            let square = x.square() * x + g2::Config::COEFF_B;
            if let Some(y) = square.sqrt() {
                let decisive = if y.c1.is_zero() { y.c0 } else { y.c1 };
                let y = if is_greatest(decisive) == greatest { y } else { -y };
                return G2Affine::new_unchecked(x, y).mul_by_cofactor_to_group().into_affine();
            }
        }
    }
}

/// Whether an integer is above half of the modulus.
fn is_greatest(value: Fq) -> bool {
    value.into_bigint() > Fq::MODULUS_MINUS_ONE_DIV_TWO
}

/// The G2 point that a hash stands for.
pub(crate) fn hash_to_g2(hash: &[u8; 64]) -> G2Affine {
    DerivedRandomness::from_hash(hash).g2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_snarkjs::run_snarkjs;
    use workproof_prover::zkey::{encode_g1, encode_g2};

    fn hexadecimal(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn derives_what_snarkjs_derives() {
        let seeds: Vec<[u32; 8]> = (0..24_u32)
            .map(|seed| [0, 1, 2, 3, 4, 5, 6, 7].map(|word| (seed * 8 + word).wrapping_mul(0x9e37_79b9)))
            .collect();
        let steps: Vec<String> = seeds
            .iter()
            .map(|seed| format!("derive,{}", seed.map(|word| word.to_string()).join(",")))
            .collect();
        let Some(theirs) = run_snarkjs(&steps) else { return };
        for (seed, theirs) in seeds.iter().zip(theirs) {
            let mut hash = [0; 64];
            for (bytes, word) in hash.as_chunks_mut::<4>().0.iter_mut().zip(seed) {
                *bytes = word.to_be_bytes();
            }
            let mut randomness = DerivedRandomness::from_hash(&hash);
            let scalar: Vec<u8> =
                randomness.scalar().0.0.iter().flat_map(|limb| limb.to_le_bytes()).collect();
            let (mut g1, mut g2) = (Vec::new(), Vec::new());
            encode_g1(&mut g1, &randomness.g1());
            encode_g2(&mut g2, &randomness.g2());
            assert_eq!(theirs, serde_json::json!([scalar, g1, g2].map(|bytes| hexadecimal(&bytes))));
        }
    }
}
