//! The groups: G1 on the curve, G2 on its twist.

use ark_ec::models::CurveConfig;
use ark_ec::short_weierstrass::{Affine, SWCurveConfig};
use ark_ff::AdditiveGroup;

use super::towers::{Fq2, narrow_fq2};
use crate::{Fq, Fr, narrow};

/// The parameters of `y^2 = x^3 + 3`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct G1Config;
/// The parameters of `y^2 = x^3 + 3 / (9 + u)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct G2Config;

impl CurveConfig for G1Config {
    type BaseField = Fq;
    type ScalarField = Fr;
    const COFACTOR: &'static [u64] = ark_bn254::g1::Config::COFACTOR;
    const COFACTOR_INV: Fr = narrow(ark_bn254::g1::Config::COFACTOR_INV);
}

impl SWCurveConfig for G1Config {
    const COEFF_A: Fq = Fq::ZERO;
    const COEFF_B: Fq = narrow(ark_bn254::g1::Config::COEFF_B);
    const GENERATOR: Affine<Self> = {
        let wide = ark_bn254::g1::Config::GENERATOR;
        Affine::new_unchecked(narrow(wide.x), narrow(wide.y))
    };
    /// (0, 0) is not on the curve and stands for the identity.
    type ZeroFlag = ();

    #[inline(always)]
    fn mul_by_a(_: Fq) -> Fq {
        Fq::ZERO
    }

    /// The curve has prime order.
    fn is_in_correct_subgroup_assuming_on_curve(_: &Affine<Self>) -> bool {
        true
    }
}

impl CurveConfig for G2Config {
    type BaseField = Fq2;
    type ScalarField = Fr;
    const COFACTOR: &'static [u64] = ark_bn254::g2::Config::COFACTOR;
    const COFACTOR_INV: Fr = narrow(ark_bn254::g2::Config::COFACTOR_INV);
}

impl SWCurveConfig for G2Config {
    const COEFF_A: Fq2 = Fq2::ZERO;
    const COEFF_B: Fq2 = narrow_fq2(&ark_bn254::g2::Config::COEFF_B);
    const GENERATOR: Affine<Self> = {
        let wide = ark_bn254::g2::Config::GENERATOR;
        Affine::new_unchecked(narrow_fq2(&wide.x), narrow_fq2(&wide.y))
    };
    /// (0, 0) is not on the twist and stands for the identity.
    type ZeroFlag = ();

    #[inline(always)]
    fn mul_by_a(_: Fq2) -> Fq2 {
        Fq2::ZERO
    }
}
