//! The compressed form of points: 32 bytes for G1, 64 bytes for G2.
//!
//! x little-endian (for G2 `c0` then `c1`), and in the highest bit of the last byte whether y is the larger of the
//! two roots. This is arkworks' compressed form (and Sui's and Aptos'), read strictly: x below q, no other flag bit,
//! no identity, so every accepted string re-encodes to itself.

use super::coordinate::{fq_from_le_bytes, fq_to_le_bytes};
use super::{PointError, check_g1, check_g2};
use crate::curve::{Fq, Fq2, G1Affine, G2Affine};

/// Bytes of a compressed G1 point.
pub(crate) const G1_BYTES: usize = 32;
/// Bytes of a compressed G2 point.
pub(crate) const G2_BYTES: usize = 64;

const LARGER_ROOT: u8 = 0x80;

/// Takes the flag off the last byte of a compressed point.
fn take_flag(last: &mut u8) -> bool {
    let larger = *last & LARGER_ROOT != 0;
    *last &= !LARGER_ROOT;
    larger
}

/// Reads a compressed G1 point with every check.
pub(crate) fn decode_g1(bytes: &[u8; G1_BYTES]) -> Result<G1Affine, PointError> {
    let mut x = *bytes;
    let [.., last] = &mut x;
    // the identity's flag is bit 6; with it set, the remaining value could not be below q anyway
    if *last == 0x40 && x.iter().take(G1_BYTES - 1).all(|byte| *byte == 0) {
        return Err(PointError::Identity);
    }
    let [.., last] = &mut x;
    let larger = take_flag(last);
    let x = fq_from_le_bytes(&x)?;
    let point = G1Affine::get_point_from_x_unchecked(x, larger).ok_or(PointError::NotOnCurve)?;
    check_g1(&point)?;
    Ok(point)
}

/// Reads a compressed G2 point with every check.
pub(crate) fn decode_g2(bytes: &[u8; G2_BYTES]) -> Result<G2Affine, PointError> {
    let (low, high) = split_halves(bytes);
    let (low, mut high) = (low, high);
    let [.., last] = &mut high;
    if *last == 0x40 && low.iter().all(|byte| *byte == 0) && high.iter().take(31).all(|byte| *byte == 0) {
        return Err(PointError::Identity);
    }
    let [.., last] = &mut high;
    let larger = take_flag(last);
    let x = Fq2::new(fq_from_le_bytes(&low)?, fq_from_le_bytes(&high)?);
    let point = G2Affine::get_point_from_x_unchecked(x, larger).ok_or(PointError::NotOnCurve)?;
    check_g2(&point)?;
    Ok(point)
}

/// Writes a G1 point that is not the identity.
pub(crate) fn encode_g1(point: &G1Affine) -> [u8; G1_BYTES] {
    let mut bytes = fq_to_le_bytes(&point.x);
    let [.., last] = &mut bytes;
    *last |= if point.y > -point.y { LARGER_ROOT } else { 0 };
    bytes
}

/// Writes a G2 point that is not the identity.
pub(crate) fn encode_g2(point: &G2Affine) -> [u8; G2_BYTES] {
    let low = fq_to_le_bytes(&point.x.c0);
    let mut high: [u8; 32] = fq_to_le_bytes(&point.x.c1);
    let [.., last] = &mut high;
    *last |= if point.y > -point.y { LARGER_ROOT } else { 0 };
    let mut bytes = [0; G2_BYTES];
    let (first, second) = bytes.split_at_mut(32);
    first.copy_from_slice(&low);
    second.copy_from_slice(&high);
    bytes
}

fn split_halves(bytes: &[u8; G2_BYTES]) -> ([u8; 32], [u8; 32]) {
    let (mut low, mut high) = ([0; 32], [0; 32]);
    let (first, second) = bytes.split_at(32);
    low.copy_from_slice(first);
    high.copy_from_slice(second);
    (low, high)
}

const _: () = assert!(size_of::<Fq>() == 32, "coordinates are 32 bytes");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::{Fr, G1Projective, G2Projective};
    use ark_ec::{CurveGroup, PrimeGroup};
    use ark_ff::{PrimeField, UniformRand};
    use ark_serialize::CanonicalSerialize;
    use rand_core::SeedableRng;

    #[test]
    fn is_the_compressed_form_of_arkworks() {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(7);
        for _ in 0..50 {
            let scalar = Fr::rand(&mut rng);
            let g1 = (G1Projective::generator() * scalar).into_affine();
            let g2 = (G2Projective::generator() * scalar).into_affine();
            let (mut expected_g1, mut expected_g2) = (Vec::new(), Vec::new());
            g1.serialize_compressed(&mut expected_g1).unwrap();
            g2.serialize_compressed(&mut expected_g2).unwrap();
            assert_eq!(encode_g1(&g1).to_vec(), expected_g1);
            assert_eq!(encode_g2(&g2).to_vec(), expected_g2);
            assert_eq!(decode_g1(&encode_g1(&g1)), Ok(g1));
            assert_eq!(decode_g2(&encode_g2(&g2)), Ok(g2));
        }
    }

    #[test]
    fn refuses_the_identity_and_coordinates_above_the_order() {
        let mut identity = [0; 32];
        identity[31] = 0x40;
        assert_eq!(decode_g1(&identity), Err(PointError::Identity));
        let mut identity = [0; 64];
        identity[63] = 0x40;
        assert_eq!(decode_g2(&identity), Err(PointError::Identity));
        // x = 1 has a point (1, 2); x = 1 + q is the same field element
        let mut above = [0_u8; 32];
        let mut carry = 1_u64;
        for (chunk, limb) in above.chunks_mut(8).zip(Fq::MODULUS.0) {
            let (sum, overflow) = limb.overflowing_add(carry);
            carry = u64::from(overflow);
            chunk.copy_from_slice(&sum.to_le_bytes());
        }
        assert_eq!(decode_g1(&above), Err(PointError::NotCanonical));
        let mut one = [0; 32];
        one[0] = 1;
        assert!(decode_g1(&one).is_ok());
        for flags in [0x40, 0xc0] {
            let mut flagged = one;
            flagged[31] |= flags;
            assert_eq!(decode_g1(&flagged), Err(PointError::NotCanonical));
        }
    }

    #[test]
    fn whatever_is_accepted_encodes_to_itself() {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(9);
        let mut accepted = 0;
        for _ in 0..400 {
            let mut bytes = [0; 32];
            rand_core::RngCore::fill_bytes(&mut rng, &mut bytes);
            bytes[31] &= 0xbf;
            if let Ok(point) = decode_g1(&bytes) {
                assert_eq!(encode_g1(&point), bytes);
                accepted += 1;
            }
        }
        assert!(accepted > 20);
    }
}
