//! Points as they lie in the file: affine, little-endian Montgomery limbs, the identity all zero.

use ark_bn254::{Fq, Fq2, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ff::{BigInt, PrimeField};
use workproof_verifier::{PointError, check_g1, check_g2};

use super::layout::{G1_BYTES, G2_BYTES};

/// G1 points in place. Cutting and copying it is free; no byte is moved.
#[derive(Clone, Copy, Debug)]
pub struct G1Points<'a>(&'a [[u8; G1_BYTES]]);

/// G2 points in place.
#[derive(Clone, Copy, Debug)]
pub struct G2Points<'a>(&'a [[u8; G2_BYTES]]);

macro_rules! points {
    ($name:ident, $bytes:ident, $affine:ty, $read:ident, $check:ident) => {
        impl<'a> $name<'a> {
            /// Takes as many whole points as there are, without looking at them. What does not lie on the curve gives
            /// wrong sums, nothing worse.
            #[must_use]
            pub const fn from_trusted_bytes_unchecked(bytes: &'a [u8]) -> Self {
                Self(bytes.as_chunks().0)
            }

            /// The number of points.
            #[must_use]
            pub const fn len(self) -> usize {
                self.0.len()
            }

            /// Whether there is none.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0.is_empty()
            }

            /// The bytes of each point: coordinates as 32 bytes of little-endian Montgomery limbs (for G2, `x.c0`,
            /// `x.c1`, `y.c0`, `y.c1`), all zero for the identity. The alignment is that of bytes.
            #[must_use]
            pub const fn as_bytes(self) -> &'a [[u8; $bytes]] {
                self.0
            }

            /// The points from `start` on, at most `length` of them.
            #[must_use]
            pub fn slice(self, start: usize, length: usize) -> Self {
                let rest = self.0.get(start..).unwrap_or_default();
                Self(rest.get(..length).unwrap_or(rest))
            }

            /// One point from its bytes, which are not looked at.
            pub fn decode(bytes: &[u8; $bytes]) -> $affine {
                $read(bytes)
            }

            /// Every point. The key's checks have established that they are points.
            pub fn iter(self) -> impl ExactSizeIterator<Item = $affine> + 'a {
                self.0.iter().map($read)
            }

            /// Whether all coordinates of one point are below the modulus.
            #[must_use]
            pub fn is_canonical(bytes: &[u8; $bytes]) -> bool {
                bytes.as_chunks::<32>().0.iter().all(|limbs| limbs_of(limbs) < Fq::MODULUS)
            }

            /// Checks one point in full; the identity is allowed.
            ///
            /// # Errors
            /// [`PointError`].
            pub fn check(bytes: &[u8; $bytes]) -> Result<(), PointError> {
                if bytes.iter().all(|byte| *byte == 0) {
                    return Ok(());
                }
                if !Self::is_canonical(bytes) {
                    return Err(PointError::NotCanonical);
                }
                $check(&$read(bytes))
            }
        }
    };
}

points!(G1Points, G1_BYTES, G1Affine, read_g1, check_g1);
points!(G2Points, G2_BYTES, G2Affine, read_g2, check_g2);

fn limbs_of(bytes: &[u8; 32]) -> BigInt<4> {
    let mut limbs = [0; 4];
    for (limb, chunk) in limbs.iter_mut().zip(bytes.as_chunks::<8>().0) {
        *limb = u64::from_le_bytes(*chunk);
    }
    BigInt(limbs)
}

/// A base field element from its Montgomery limbs.
fn read_fq(bytes: &[u8; 32]) -> Fq {
    Fq::new_unchecked(limbs_of(bytes))
}

fn read_g1(bytes: &[u8; G1_BYTES]) -> G1Affine {
    match bytes.as_chunks().0 {
        // (0, 0) is how this curve's library marks the identity, so it needs no case of its own
        [x, y] => G1Affine::new_unchecked(read_fq(x), read_fq(y)),
        _ => G1Affine::zero(),
    }
}

fn read_g2(bytes: &[u8; G2_BYTES]) -> G2Affine {
    match bytes.as_chunks().0 {
        [x0, x1, y0, y1] => {
            G2Affine::new_unchecked(Fq2::new(read_fq(x0), read_fq(x1)), Fq2::new(read_fq(y0), read_fq(y1)))
        }
        _ => G2Affine::zero(),
    }
}

fn write_limbs(out: &mut Vec<u8>, limbs: &BigInt<4>) {
    out.extend(limbs.0.iter().flat_map(|limb| limb.to_le_bytes()));
}

/// Appends a G1 point in the file's form.
pub fn encode_g1(out: &mut Vec<u8>, point: &G1Affine) {
    // the identity's coordinates are zero, as the file wants them
    for value in [&point.x, &point.y] {
        write_limbs(out, &value.0);
    }
}

/// Appends a G2 point in the file's form.
pub fn encode_g2(out: &mut Vec<u8>, point: &G2Affine) {
    for value in [&point.x.c0, &point.x.c1, &point.y.c0, &point.y.c1] {
        write_limbs(out, &value.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_bn254::{Fr, G1Projective, G2Projective};
    use ark_ec::{CurveGroup, PrimeGroup};

    #[test]
    fn points_round_trip_in_place() {
        let g1 = (G1Projective::generator() * Fr::from(77)).into_affine();
        let g2 = (G2Projective::generator() * Fr::from(78)).into_affine();
        let mut bytes = Vec::new();
        for point in [g1, G1Affine::zero(), -g1] {
            encode_g1(&mut bytes, &point);
        }
        assert_eq!(bytes.len(), 3 * G1_BYTES);
        let points = G1Points::from_trusted_bytes_unchecked(&bytes);
        assert_eq!(points.iter().collect::<Vec<_>>(), vec![g1, G1Affine::zero(), -g1]);
        assert_eq!(points.slice(2, 9).iter().collect::<Vec<_>>(), vec![-g1]);
        assert!(points.slice(4, 1).is_empty());
        assert!(points.as_bytes().iter().all(|point| G1Points::check(point) == Ok(())));
        let mut bytes = Vec::new();
        encode_g2(&mut bytes, &g2);
        let points = G2Points::from_trusted_bytes_unchecked(&bytes);
        assert_eq!(points.iter().next(), Some(g2));
        assert_eq!(G2Points::check(&points.as_bytes()[0]), Ok(()));
    }

    #[test]
    fn limbs_at_or_above_the_order_are_refused() {
        let mut bytes = Vec::new();
        encode_g1(&mut bytes, &G1Affine::generator());
        let mut above: [u8; G1_BYTES] = bytes.clone().try_into().unwrap();
        let x = limbs_of(bytes[..32].try_into().unwrap());
        let mut sum = x;
        ark_ff::BigInteger::add_with_carry(&mut sum, &Fq::MODULUS);
        above[..32].copy_from_slice(&sum.0.iter().flat_map(|limb| limb.to_le_bytes()).collect::<Vec<_>>());
        assert_eq!(G1Points::check(&above), Err(PointError::NotCanonical));
        let mut off: [u8; G1_BYTES] = bytes.try_into().unwrap();
        off[0] ^= 1;
        assert_eq!(G1Points::check(&off), Err(PointError::NotOnCurve));
    }
}
