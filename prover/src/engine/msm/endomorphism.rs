//! The curve's endomorphism: scalars in two halves.
//!
//! `(x, y) -> (beta x, y)` with beta a cube root of one in Fq multiplies by lambda, a cube root of one in Fr. The roots here go
//! together in G1; in G2 lambda goes with beta^2. With a short basis of the lattice of all (a, b) with `a + lambda b = 0`,
//! every scalar is `k_0 + lambda k_1` with halves of 127 bits (Gallant, Lambert and Vanstone, CRYPTO 2001, section 4): a sum
//! over n points is one over 2n points and half as many windows, with half as many buckets in all.
//!
//! The basis is (B, C) and (A, -B), of determinant -r. With `c_1 = round(k B / r)` and `c_2 = round(k C / r)`,
//! `(k_0, k_1) = (k, 0) - c_1 (B, C) - c_2 (A, -B)`. The quotients are taken by products with `floor(2^256 B / r)` and
//! `floor(2^256 C / r)`: as `k < 0.19 2^256`, they are off by less than 0.69. So
//! `|k_0| < 0.69 (A + B) < 1.21 2^126`, and the same holds for `k_1`.

use ark_bn254::{Fq, G1Affine, G2Affine, g1};
use ark_ec::scalar_mul::glv::GLVConfig;
use ark_ff::{AdditiveGroup, BigInt, Field};

const A: u128 = 0x6f4d_8248_eeb8_59fc_8211_bbeb_7d4f_1128;
const B: u128 = 0x89d3_2568_94d2_13e3;
const C: u128 = 0x6f4d_8248_eeb8_59fd_0be4_e154_1221_250b;
/// `floor(2^256 B / r)`.
const B_OVER_R: [u64; 3] = [0xd91d_232e_c7e0_b3d7, 2, 0];
/// `floor(2^256 C / r)`.
const C_OVER_R: [u64; 3] = [0x5398_fd03_00ff_6565, 0x4cce_f014_a773_d2d2, 2];

/// A half as the two limbs of a two's complement integer.
pub(super) type Half = [u64; 2];

/// `k_0` and `k_1` of a scalar below r.
pub(super) fn split(scalar: &BigInt<4>) -> [Half; 2] {
    let BigInt([low, high, third, fourth]) = *scalar;
    if third | fourth == 0 && high < 1 << 61 {
        // both quotients would be 0: most values of a witness are small
        return [[low, high], [0, 0]];
    }
    let (first, second) = (rounded_product(scalar, B_OVER_R), rounded_product(scalar, C_OVER_R));
    let k = u128::from(high) << 64 | u128::from(low);
    // halves fit 128 bits with a sign, so what is beyond does not matter
    let zeroth = k.wrapping_sub(first.wrapping_mul(B)).wrapping_sub(second.wrapping_mul(A));
    let other = second.wrapping_mul(B).wrapping_sub(first.wrapping_mul(C));
    [limbs(zeroth), limbs(other)]
}

/// `round(scalar factor / 2^256)`.
#[inline]
fn rounded_product(BigInt(scalar): &BigInt<4>, factor: [u64; 3]) -> u128 {
    let mut product = [0_u64; 7];
    // a half, so that cutting off rounds
    if let Some(limb) = product.get_mut(3) {
        *limb = 1 << 63;
    }
    for (shift, right) in factor.into_iter().enumerate() {
        let mut carry = 0;
        let mut places = product.iter_mut().skip(shift);
        for (left, place) in scalar.iter().zip(&mut places) {
            let [low, high] =
                limbs(u128::from(*left) * u128::from(right) + u128::from(*place) + u128::from(carry));
            *place = low;
            carry = high;
        }
        for place in places {
            let (sum, overflow) = place.overflowing_add(carry);
            (*place, carry) = (sum, u64::from(overflow));
        }
    }
    let [_, _, _, _, low, high, _] = product;
    u128::from(high) << 64 | u128::from(low)
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "cutting limbs out")]
const fn limbs(value: u128) -> Half {
    [value as u64, (value >> 64) as u64]
}

/// The cube root of one that takes a point's x to that of lambda times the point, in G1.
pub(in crate::engine) const BETA: Fq = match g1::Config::ENDO_COEFFS {
    [beta] => *beta,
    _ => Fq::ZERO,
};

/// The same in G2.
pub(in crate::engine) fn beta_in_g2() -> Fq {
    BETA.square()
}

/// `lambda point`.
pub(in crate::engine) fn image_g1(point: &G1Affine) -> G1Affine {
    let mut image = *point;
    image.x *= BETA;
    image
}

/// `lambda point`.
pub(in crate::engine) fn image_g2(point: &G2Affine) -> G2Affine {
    let mut image = *point;
    image.x.mul_assign_by_fp(&beta_in_g2());
    image
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_bn254::{Fr, G1Projective, G2Projective};
    use ark_ec::CurveGroup;
    use ark_ff::{PrimeField, UniformRand};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    fn integer(half: Half) -> i128 {
        let [low, high] = half;
        (u128::from(high) << 64 | u128::from(low)).cast_signed()
    }

    #[test]
    fn halves_make_the_scalar_and_are_short() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let powers = (0..254).map(|bit| Fr::from(2).pow([bit]));
        let edges = powers.flat_map(|power| [power, -power, power - Fr::from(1)]);
        let lattice = [A, B, C].map(Fr::from);
        let random = (0..20_000).map(|_| Fr::rand(&mut rng));
        // where a quotient is about to turn
        let turns = [B, C].into_iter().flat_map(|side| {
            let step = Fr::from(side).inverse().unwrap();
            (0..1_000_u64).map(move |index| step * Fr::from(2 * index + 1) / Fr::from(2))
        });
        let mut longest = 0;
        for scalar in edges.chain(lattice).chain(random).chain(turns.collect::<Vec<_>>()) {
            let [low, high] = split(&scalar.into_bigint()).map(integer);
            assert_eq!(Fr::from(low) + g1::Config::LAMBDA * Fr::from(high), scalar);
            longest = longest.max(low.unsigned_abs()).max(high.unsigned_abs());
        }
        assert!(longest < 155 << 119, "{longest:x}");
        assert_eq!(split(&(-Fr::from(5)).into_bigint()).map(integer), [-5, 0]);
        assert_eq!(split(&Fr::from(u64::MAX).into_bigint()).map(integer), [i128::from(u64::MAX), 0]);
    }

    #[test]
    fn images_are_multiples() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let (in_g1, in_g2) = (G1Projective::rand(&mut rng), G2Projective::rand(&mut rng));
        let lambda = g1::Config::LAMBDA;
        assert_eq!(image_g1(&in_g1.into_affine()), (in_g1 * lambda).into_affine());
        assert_eq!(image_g2(&in_g2.into_affine()), (in_g2 * lambda).into_affine());
    }
}
