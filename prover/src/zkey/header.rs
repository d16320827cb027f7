//! The Groth16 header of a `.zkey`: moduli, counts and the points of the verifying key.

use ark_bn254::{Bn254, Fq, Fr, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ec::pairing::Pairing;
use ark_ff::{BigInt, PrimeField};
use workproof_verifier::{PointError, check_g1, check_g2};

use super::layout::{G1_BYTES, G2_BYTES, HEADER_BYTES, MAX_LOG_DOMAIN};
use super::points::{G1Points, G2Points, encode_g1, encode_g2};
use super::{Section, ZkeyError};

/// The header of a key: its counts, and the points of the verifying key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ZkeyHeader {
    /// Variables with the constant 1.
    pub variables: u32,
    /// Public inputs without the constant 1.
    pub public_inputs: u32,
    /// The domain's size, a power of two.
    pub domain: u32,
    /// alpha in G1.
    pub alpha_g1: G1Affine,
    /// beta in G1.
    pub beta_g1: G1Affine,
    /// beta in G2.
    pub beta_g2: G2Affine,
    /// gamma in G2.
    pub gamma_g2: G2Affine,
    /// delta in G1.
    pub delta_g1: G1Affine,
    /// delta in G2.
    pub delta_g2: G2Affine,
}

impl ZkeyHeader {
    /// Reads and checks the header section.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, ZkeyError> {
        let wrong_length = || ZkeyError::SectionLength {
            section: Section::Header,
            expected: widen(HEADER_BYTES),
            found: widen(bytes.len()),
        };
        let bytes: &[u8; HEADER_BYTES] = bytes.try_into().or(Err(wrong_length()))?;
        let (moduli, rest) = bytes.split_at(72);
        if moduli != moduli_bytes() {
            return Err(ZkeyError::OtherCurve);
        }
        let (counts, rest) = rest.split_at(12);
        let count =
            |index: usize| counts.as_chunks().0.get(index).map_or(0, |word| u32::from_le_bytes(*word));
        let (variables, public_inputs, domain) = (count(0), count(1), count(2));
        if !domain.is_power_of_two() || domain.trailing_zeros() > MAX_LOG_DOMAIN {
            return Err(ZkeyError::Domain { found: domain });
        }
        // each public input and the constant have a row of their own
        if public_inputs >= variables || public_inputs >= domain {
            return Err(ZkeyError::Counts { variables, public_inputs });
        }
        let mut reader = PointReader { rest, index: 0 };
        Ok(Self {
            variables,
            public_inputs,
            domain,
            alpha_g1: reader.g1()?,
            beta_g1: reader.g1()?,
            beta_g2: reader.g2()?,
            gamma_g2: reader.g2()?,
            delta_g1: reader.g1()?,
            delta_g2: reader.g2()?,
        })
    }

    /// Whether beta and delta are the same numbers in both groups. Four pairings.
    pub(super) fn check_pairs(&self) -> Result<(), ZkeyError> {
        for (name, g1, g2) in [("beta", self.beta_g1, self.beta_g2), ("delta", self.delta_g1, self.delta_g2)]
        {
            let (one_g1, one_g2) = (G1Affine::generator(), G2Affine::generator());
            if Bn254::pairing(g1, one_g2) != Bn254::pairing(one_g1, g2) {
                return Err(ZkeyError::Mismatch { name });
            }
        }
        Ok(())
    }

    /// The header of a key before its first contribution, from a first phase's points: gamma and delta are generators, so
    /// that **anyone can forge proofs for such a key**.
    #[must_use]
    pub fn before_contributions(
        [variables, public_inputs, domain]: [u32; 3],
        (alpha_g1, beta_g1): (G1Affine, G1Affine),
        beta_g2: G2Affine,
    ) -> Self {
        let (gamma_g2, delta_g1, delta_g2) =
            (G2Affine::generator(), G1Affine::generator(), G2Affine::generator());
        Self { variables, public_inputs, domain, alpha_g1, beta_g1, beta_g2, gamma_g2, delta_g1, delta_g2 }
    }

    /// The header section's bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = moduli_bytes();
        for count in [self.variables, self.public_inputs, self.domain] {
            out.extend(count.to_le_bytes());
        }
        encode_g1(&mut out, &self.alpha_g1);
        encode_g1(&mut out, &self.beta_g1);
        encode_g2(&mut out, &self.beta_g2);
        encode_g2(&mut out, &self.gamma_g2);
        encode_g1(&mut out, &self.delta_g1);
        encode_g2(&mut out, &self.delta_g2);
        out
    }
}

/// Both moduli with their lengths: 32, q, 32, r.
fn moduli_bytes() -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER_BYTES);
    let mut push = |modulus: BigInt<4>| {
        out.extend(32_u32.to_le_bytes());
        out.extend(modulus.0.iter().flat_map(|limb| limb.to_le_bytes()));
    };
    push(Fq::MODULUS);
    push(Fr::MODULUS);
    out
}

/// Takes checked points off the front; none may be the identity.
struct PointReader<'a> {
    rest: &'a [u8],
    index: usize,
}

impl PointReader<'_> {
    fn refuse(&self, source: PointError) -> ZkeyError {
        ZkeyError::Point { section: Section::Header, index: self.index, source }
    }

    fn g1(&mut self) -> Result<G1Affine, ZkeyError> {
        let points = G1Points::from_trusted_bytes_unchecked(self.rest);
        let (Some(bytes), Some(point)) = (points.as_bytes().first(), points.iter().next()) else {
            return Err(self.refuse(PointError::NotCanonical));
        };
        G1Points::check(bytes).and_then(|()| check_g1(&point)).map_err(|source| self.refuse(source))?;
        self.advance(G1_BYTES);
        Ok(point)
    }

    fn g2(&mut self) -> Result<G2Affine, ZkeyError> {
        let points = G2Points::from_trusted_bytes_unchecked(self.rest);
        let (Some(bytes), Some(point)) = (points.as_bytes().first(), points.iter().next()) else {
            return Err(self.refuse(PointError::NotCanonical));
        };
        G2Points::check(bytes).and_then(|()| check_g2(&point)).map_err(|source| self.refuse(source))?;
        self.advance(G2_BYTES);
        Ok(point)
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        self.index += 1;
    }
}

/// Lengths of slices fit 64 bits on every supported machine.
pub(super) fn widen(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
