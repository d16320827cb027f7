//! Full checks of a point: on the curve, in the subgroup of prime order, not the identity.
//!
//! G1 has prime order, so being on the curve is enough there. On the twist `E'(Fq2)`, of order `r * (2q - r)`, let
//! psi be the untwist-Frobenius-twist map and `u` the curve's parameter. A point `P` is in G2 exactly when
//!
//! ```text
//! [u + 1]P + psi([u]P) + psi^2([u]P) = psi^3([2u]P)
//! ```
//!
//! (El Housni, Guillevic, Piellard, eprint 2022/352). This costs one multiplication by a 63-bit number instead of
//! one by `r`. It is sound because psi satisfies `z^2 - t z + q = 0`, and the norm of `(u + 1) + u z + u z^2 - 2 u z^3`
//! shares exactly the factor `r` with the group's order; a test computes both.

use ark_ec::bn::BnConfig;
use ark_ec::{AffineRepr, PrimeGroup};
use ark_ff::AdditiveGroup;

use super::PointError;
use crate::curve::{Config, Fq2, G1Affine, G2Affine, G2Projective};
use crate::mutants::{Twin, is_broken};

/// Checks that a G1 point is on the curve and not the identity.
///
/// # Errors
/// [`PointError::Identity`] or [`PointError::NotOnCurve`].
pub fn check_g1(point: &G1Affine) -> Result<(), PointError> {
    if point.is_zero() && !is_broken(Twin::PointNotIdentity) {
        return Err(PointError::Identity);
    }
    if !point.is_on_curve() && !is_broken(Twin::PointOnCurve) {
        return Err(PointError::NotOnCurve);
    }
    Ok(())
}

/// Checks that a G2 point is on the twist, in the subgroup of prime order and not the identity.
///
/// # Errors
/// [`PointError::Identity`], [`PointError::NotOnCurve`] or [`PointError::NotInSubgroup`].
pub fn check_g2(point: &G2Affine) -> Result<(), PointError> {
    if point.is_zero() && !is_broken(Twin::PointNotIdentity) {
        return Err(PointError::Identity);
    }
    if !point.is_on_curve() && !is_broken(Twin::PointOnCurve) {
        return Err(PointError::NotOnCurve);
    }
    if !is_in_g2_subgroup(point) && !is_broken(Twin::PointInSubgroup) {
        return Err(PointError::NotInSubgroup);
    }
    Ok(())
}

/// Whether a point that is on the twist lies in the subgroup of prime order.
#[must_use]
pub fn is_in_g2_subgroup(point: &G2Affine) -> bool {
    let point = point.into_group();
    let u_point = point.mul_bigint(Config::X);
    let once = psi(&u_point);
    let twice = psi(&once);
    let thrice = psi(&twice);
    u_point + point + once + twice == thrice.double()
}

/// The untwist-Frobenius-twist endomorphism in Jacobian coordinates: every coordinate goes to its conjugate, and
/// the affine factors apply to X and Y because conjugation maps `X / Z^2` to its conjugate.
fn psi(point: &G2Projective) -> G2Projective {
    let conjugate = |value: Fq2| -> Fq2 {
        let mut value = value;
        value.conjugate_in_place();
        value
    };
    G2Projective::new_unchecked(
        conjugate(point.x) * Config::TWIST_MUL_BY_Q_X,
        conjugate(point.y) * Config::TWIST_MUL_BY_Q_Y,
        conjugate(point.z),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::{Fq, Fr};
    use ark_ff::{BigInteger, PrimeField, UniformRand};
    use num_bigint::{BigInt, Sign};
    use rand_core::SeedableRng;

    fn integer(limbs: &[u64]) -> BigInt {
        let bytes: Vec<u8> = limbs.iter().flat_map(|limb| limb.to_le_bytes()).collect();
        BigInt::from_bytes_le(Sign::Plus, &bytes)
    }

    fn greatest_common_divisor(a: BigInt, b: BigInt) -> BigInt {
        let (mut a, mut b) = (a, b);
        while b != BigInt::from(0) {
            (a, b) = (b.clone(), a % b);
        }
        if a < BigInt::from(0) { -a } else { a }
    }

    #[test]
    fn the_subgroup_relation_kills_exactly_the_prime_order_part() {
        let u = integer(Config::X);
        let q = integer(&Fq::MODULUS.0);
        let r = integer(&Fr::MODULUS.0);
        let t = &q + 1 - &r;
        let order = &r * (BigInt::from(2) * &q - &r);
        // (u + 1) + u z + u z^2 - 2 u z^3, reduced by z^2 = t z - q to a + b z
        let (mut a, mut b) = (&u + 1, u.clone());
        let (mut second, third) = (u.clone(), BigInt::from(-2) * &u);
        second += &third * &t;
        b -= &third * &q;
        b += &second * &t;
        a -= &second * &q;
        let norm = &a * &a + &a * &b * &t + &b * &b * &q;
        assert_eq!(greatest_common_divisor(norm, order), r);
    }

    #[test]
    fn agrees_with_multiplication_by_the_order() {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(1);
        let mut outside = 0;
        while outside < 8 {
            let Some(point) = G2Affine::get_point_from_x_unchecked(Fq2::rand(&mut rng), true) else {
                continue;
            };
            assert!(!point.into_group().mul_bigint(Fr::MODULUS).is_zero_point());
            assert!(!is_in_g2_subgroup(&point));
            assert_eq!(check_g2(&point), Err(PointError::NotInSubgroup));
            let inside = point.mul_by_cofactor();
            assert!(is_in_g2_subgroup(&inside));
            assert_eq!(check_g2(&inside), Ok(()));
            outside += 1;
        }
    }

    #[test]
    fn refuses_points_of_every_small_order_of_the_twist() {
        // the prime factors of the cofactor 2q - r that a test can reach
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(2);
        let order = {
            let r = num_bigint::BigUint::from_bytes_be(&Fr::MODULUS.to_bytes_be());
            let q = num_bigint::BigUint::from_bytes_be(&Fq::MODULUS.to_bytes_be());
            (num_bigint::BigUint::from(2_u8) * q - &r) * r
        };
        for factor in [10_069_u64, 5_864_401, 1_875_725_156_269] {
            let exponent = (&order / factor).to_u64_digits();
            let point = loop {
                let Some(point) = G2Affine::get_point_from_x_unchecked(Fq2::rand(&mut rng), false) else {
                    continue;
                };
                let small = point.into_group().mul_bigint(&exponent);
                if !small.is_zero_point() {
                    break G2Affine::from(small);
                }
            };
            assert!(point.is_on_curve());
            assert!(!is_in_g2_subgroup(&point), "order {factor}");
        }
    }

    trait IsZeroPoint {
        fn is_zero_point(&self) -> bool;
    }
    impl IsZeroPoint for G2Projective {
        fn is_zero_point(&self) -> bool {
            self.z == Fq2::ZERO
        }
    }
}
