//! The curve beside `ark_bn254`: every constant, and what comes of them.

use ark_ec::pairing::Pairing;
use ark_ec::short_weierstrass::SWCurveConfig;
use ark_ec::{AffineRepr, CurveConfig, CurveGroup, PrimeGroup};
use ark_ff::{AdditiveGroup, CyclotomicMultSubgroup, Field, Fp2Config, Fp6Config, Fp12Config, UniformRand};
use ark_std::rand::{SeedableRng, rngs::StdRng};

use super::*;
use crate::{Fr, narrow};

/// The coefficients over the base field, which both have in the same order.
fn bits<F: Field>(value: &F) -> Vec<String> {
    value.to_base_prime_field_elements().map(|value| value.to_string()).collect()
}

fn narrow_fq12(wide: &ark_bn254::Fq12) -> Fq12 {
    Fq12::from_base_prime_field_elems(wide.to_base_prime_field_elements().map(narrow)).unwrap()
}

fn narrow_g1(wide: &ark_bn254::G1Affine) -> G1Affine {
    G1Affine::new_unchecked(narrow(wide.x), narrow(wide.y))
}

fn narrow_g2(wide: &ark_bn254::G2Affine) -> G2Affine {
    G2Affine::new_unchecked(narrow_fq2(&wide.x), narrow_fq2(&wide.y))
}

fn same_table<N: Field, W: Field>(narrow: &[N], wide: &[W]) {
    assert!(!wide.is_empty());
    assert_eq!(narrow.iter().map(bits).collect::<Vec<_>>(), wide.iter().map(bits).collect::<Vec<_>>());
}

#[test]
fn every_constant_is_that_of_ark_bn254() {
    use ark_bn254::{Fq2Config as WideFq2, Fq6Config as WideFq6, Fq12Config as WideFq12, g1, g2};
    same_table(&[Fq2Config::NONRESIDUE], &[WideFq2::NONRESIDUE]);
    same_table(Fq2Config::FROBENIUS_COEFF_FP2_C1, WideFq2::FROBENIUS_COEFF_FP2_C1);
    same_table(&[Fq6Config::NONRESIDUE], &[WideFq6::NONRESIDUE]);
    same_table(Fq6Config::FROBENIUS_COEFF_FP6_C1, WideFq6::FROBENIUS_COEFF_FP6_C1);
    same_table(Fq6Config::FROBENIUS_COEFF_FP6_C2, WideFq6::FROBENIUS_COEFF_FP6_C2);
    same_table(&[Fq12Config::NONRESIDUE], &[WideFq12::NONRESIDUE]);
    same_table(Fq12Config::FROBENIUS_COEFF_FP12_C1, WideFq12::FROBENIUS_COEFF_FP12_C1);
    same_table(&[Config::TWIST_MUL_BY_Q_X], &[ark_bn254::Config::TWIST_MUL_BY_Q_X]);
    same_table(&[Config::TWIST_MUL_BY_Q_Y], &[ark_bn254::Config::TWIST_MUL_BY_Q_Y]);
    assert_eq!(
        (Config::X, Config::ATE_LOOP_COUNT),
        (ark_bn254::Config::X, ark_bn254::Config::ATE_LOOP_COUNT)
    );
    assert_eq!(Config::X_IS_NEGATIVE, ark_bn254::Config::X_IS_NEGATIVE);
    assert!(matches!((Config::TWIST_TYPE, ark_bn254::Config::TWIST_TYPE), (TwistType::D, TwistType::D)));
    same_table(&[G1Config::COEFF_A, G1Config::COEFF_B], &[g1::Config::COEFF_A, g1::Config::COEFF_B]);
    same_table(&[G2Config::COEFF_A, G2Config::COEFF_B], &[g2::Config::COEFF_A, g2::Config::COEFF_B]);
    same_table(
        &[G1Config::COFACTOR_INV, G2Config::COFACTOR_INV],
        &[g1::Config::COFACTOR_INV, g2::Config::COFACTOR_INV],
    );
    assert_eq!((G1Config::COFACTOR, G2Config::COFACTOR), (g1::Config::COFACTOR, g2::Config::COFACTOR));
    assert_eq!(G1Config::GENERATOR, narrow_g1(&g1::Config::GENERATOR));
    assert_eq!(G2Config::GENERATOR, narrow_g2(&g2::Config::GENERATOR));
    assert!(G1Affine::generator().is_on_curve() && G2Affine::generator().is_on_curve());
}

#[test]
fn towers_are_those_of_ark_bn254() {
    let mut rng = StdRng::seed_from_u64(5);
    for _ in 0..50 {
        let (a, b) = (ark_bn254::Fq12::rand(&mut rng), ark_bn254::Fq12::rand(&mut rng));
        let (na, nb) = (narrow_fq12(&a), narrow_fq12(&b));
        assert_eq!(bits(&na), bits(&a));
        assert_eq!(bits(&(na * nb)), bits(&(a * b)));
        assert_eq!(bits(&na.square()), bits(&a.square()));
        assert_eq!(bits(&na.inverse().unwrap()), bits(&a.inverse().unwrap()));
        for power in 1..4 {
            assert_eq!(bits(&na.frobenius_map(power)), bits(&a.frobenius_map(power)));
        }
        let (x, nx) = (a.c0.c0, na.c0.c0);
        assert_eq!(nx.sqrt().map(|root| bits(&root)), x.sqrt().map(|root| bits(&root)));
        assert_eq!(
            bits(&Fq6Config::mul_fp2_by_nonresidue(nx)),
            bits(&(x * ark_bn254::Fq6Config::NONRESIDUE))
        );
        assert_eq!(bits(&Fq2Config::NONRESIDUE), bits(&-ark_bn254::Fq::ONE));
        assert_eq!(nx < nb.c0.c0, x < b.c0.c0, "in the same order");
    }
}

#[test]
fn points_and_pairings_are_those_of_ark_bn254() {
    let mut rng = StdRng::seed_from_u64(6);
    for _ in 0..5 {
        let scalar = ark_bn254::Fr::rand(&mut rng);
        let same_scalar: Fr = narrow(scalar);
        let (a, b) =
            (ark_bn254::G1Projective::generator() * scalar, ark_bn254::G2Projective::generator() * scalar);
        let (a, b) = (a.into_affine(), b.into_affine());
        let na = (G1Projective::generator() * same_scalar).into_affine();
        let nb = (G2Projective::generator() * same_scalar).into_affine();
        assert_eq!((na, nb), (narrow_g1(&a), narrow_g2(&b)));
        assert!(
            na.is_in_correct_subgroup_assuming_on_curve() && nb.is_in_correct_subgroup_assuming_on_curve()
        );
        assert_eq!((na + na, nb + nb), (na.into_group().double(), nb.into_group().double()));
        let (value, same) = (ark_bn254::Bn254::pairing(a, b).0, Bn254::pairing(na, nb).0);
        assert_eq!(bits(&same), bits(&value));
        assert_eq!(bits(&same.cyclotomic_exp(Config::X)), bits(&value.cyclotomic_exp(Config::X)));
    }
}

#[test]
fn a_point_of_the_twist_outside_the_subgroup_is_seen() {
    let mut rng = StdRng::seed_from_u64(7);
    let outside = core::iter::repeat_with(|| Fq2::rand(&mut rng))
        .find_map(|x| G2Affine::get_point_from_x_unchecked(x, true))
        .unwrap();
    assert!(outside.is_on_curve() && !outside.is_in_correct_subgroup_assuming_on_curve());
    assert!(outside.mul_by_cofactor().is_in_correct_subgroup_assuming_on_curve());
}
