//! Baby Jubjub in the coordinates of EIP-2494, circomlib and zk-kit: `a x^2 + y^2 = 1 + d x^2 y^2`
//! over [`Fr`](crate::Fr) with a = 168700 and d = 168696.
//!
//! arkworks' own `ed_on_bn254` is an isomorphic curve with other coordinates and is not used.
//! The group has order 8 l with l prime (251 bits); `a` is a square and `d` is not, so the addition
//! law has no exceptional cases: it holds for every pair of points on the curve.
//!
//! Multiplication is not constant time: an observer who can time it learns something about a scalar.

mod edwards_point;
pub mod montgomery;
mod public_key;
mod scalar;

pub use edwards_point::{BASE8, COEFFICIENT_A, COEFFICIENT_D, EdwardsPoint, POINT_BYTES};
pub use public_key::PublicKey;
pub use scalar::{
    SCALAR_BYTES, Scalar, scalar_from_decimal, scalar_from_le_bytes, scalar_to_decimal, scalar_to_field,
    scalar_to_le_bytes, wide_integer_to_scalar,
};

#[cfg(feature = "serde")]
pub(crate) use scalar::scalar_text;
