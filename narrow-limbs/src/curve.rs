//! The curve BN254 over the narrow fields. Every constant is that of `ark_bn254`, converted at compile time.

mod groups;
mod towers;

use ark_ec::bn::{self, Bn, BnConfig, TwistType};

use crate::Fq;
pub use groups::{G1Config, G2Config};
use towers::narrow_fq2;
pub use towers::{Fq2, Fq2Config, Fq6, Fq6Config, Fq12, Fq12Config};

/// The parameters of the pairing.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Config;

/// The pairing.
pub type Bn254 = Bn<Config>;
/// A point of G1.
pub type G1Affine = bn::G1Affine<Config>;
/// A point of G1 in Jacobian coordinates.
pub type G1Projective = bn::G1Projective<Config>;
/// A point of the twist.
pub type G2Affine = bn::G2Affine<Config>;
/// A point of the twist in Jacobian coordinates.
pub type G2Projective = bn::G2Projective<Config>;

impl BnConfig for Config {
    const X: &'static [u64] = ark_bn254::Config::X;
    const X_IS_NEGATIVE: bool = ark_bn254::Config::X_IS_NEGATIVE;
    const ATE_LOOP_COUNT: &'static [i8] = ark_bn254::Config::ATE_LOOP_COUNT;
    const TWIST_TYPE: TwistType = ark_bn254::Config::TWIST_TYPE;
    const TWIST_MUL_BY_Q_X: Fq2 = narrow_fq2(&ark_bn254::Config::TWIST_MUL_BY_Q_X);
    const TWIST_MUL_BY_Q_Y: Fq2 = narrow_fq2(&ark_bn254::Config::TWIST_MUL_BY_Q_Y);
    type Fp = Fq;
    type Fp2Config = Fq2Config;
    type Fp6Config = Fq6Config;
    type Fp12Config = Fq12Config;
    type G1Config = G1Config;
    type G2Config = G2Config;
}

#[cfg(test)]
mod tests;
