//! The building blocks of the circuits. Each file's documentation gives the relation it enforces, the number of rows,
//! what its caller must have enforced already, and what it leaves open.

pub mod attester_path;
pub mod eddsa;
pub mod fixed_base;
pub mod lean_imt_path;
pub mod montgomery;
pub mod poseidon;
pub mod range;
pub mod secret_scalar;
pub mod sponge;
pub mod three_points;
