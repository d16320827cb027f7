//! Rank-1 constraint systems: sparse matrices, linear forms, and the builder that circuits are written against.
//!
//! A system holds rows `⟨A_i, z⟩ · ⟨B_i, z⟩ = ⟨C_i, z⟩` over the BN254 scalar field, where
//! `z = (1, public inputs, witness)`. That order of columns is snarkjs' order as well.
//!
//! One circuit description serves two purposes, and they are kept apart on purpose:
//!
//! * [`R1cs`] is the *shape*. It is recorded by a [`ConstraintSystem`] that holds no value at all, so a shape cannot
//!   depend on a witness.
//! * [`Assignment`] is the vector `z`. It is filled by a [`ConstraintSystem`] that keeps no row at all, only values;
//!   every row is checked as it goes by.

mod assignment;
mod constraint_system;
mod digest;
mod evaluate;
mod free_input;
mod jacobian;
mod linear;
mod matrix;
mod shape;

pub use assignment::Assignment;
pub use constraint_system::{ConstraintSystem, SynthesisError};
pub use evaluate::shape_and_values;
pub use free_input::{Domain, FreeInput};
pub use jacobian::{jacobian_rank, movable_columns};
pub use linear::Linear;
pub use matrix::Matrix;
pub use shape::{R1cs, Region};
