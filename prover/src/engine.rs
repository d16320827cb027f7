//! The Groth16 engine: from a key and the values of all variables to three points.

mod arithmetic;
mod backend;
mod cpu_backend;
mod domains;
mod groth16;
mod inverse;
mod key_places;
mod msm;
mod quotient;
mod sparse_sums;
mod transform;
#[cfg(target_arch = "x86_64")]
mod vector;
#[cfg(target_arch = "x86_64")]
mod vector_transform;

pub use backend::{Backend, EngineError, LoadedKey, ProofScalars, ProofSums};
pub use cpu_backend::CpuBackend;
pub(crate) use groth16::{Blinders, Job, prove_groth16};
pub use sparse_sums::{Push, SparseRows};
pub(crate) use transform::powers;
