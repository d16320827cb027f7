#![doc = include_str!("../README.md")]
#![cfg_attr(not(test), no_std)]

mod curve;
mod field;
mod limbs;
mod modulus;
mod product;
mod sum;

pub use curve::{
    Bn254, Config, Fq2, Fq2Config, Fq6, Fq6Config, Fq12, Fq12Config, G1Affine, G1Config, G1Projective,
    G2Affine, G2Config, G2Projective,
};
pub use field::{Narrow, NarrowLimbs, narrow};

/// BN254's base field, in which coordinates are.
pub type Fq = Narrow<ark_bn254::FqConfig>;
/// BN254's scalar field, in which statements are.
pub type Fr = Narrow<ark_bn254::FrConfig>;
