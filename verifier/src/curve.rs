//! The curve's types, as this crate's interface has them.
//!
//! They are `ark_bn254`'s; with the feature `narrow-limbs` they are those of `workproof-narrow-limbs`, which has the same names,
//! constants and results, and products for machines that multiply 32 bits at once. Everything here that touches a point takes it
//! from this module.

#[cfg(not(feature = "narrow-limbs"))]
pub use ark_bn254::{Bn254, Config, Fq, Fq2, Fq12, Fr, G1Affine, G1Projective, G2Affine, G2Projective};
#[cfg(feature = "narrow-limbs")]
pub use workproof_narrow_limbs::{
    Bn254, Config, Fq, Fq2, Fq12, Fr, G1Affine, G1Projective, G2Affine, G2Projective,
};
