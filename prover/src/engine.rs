//! The Groth16 engine: from a key and the values of all variables to three points.

mod arithmetic;
mod backend;
mod cpu_backend;
mod cpu_key;
mod groth16;
mod inverse;
mod joined;
mod kept_domain;
mod key_table;
mod msm;
mod packed_points;
mod pages;
mod places;
mod quotient;
mod section_points;
mod sparse_sums;
mod tasks;
mod transform;
#[cfg(target_arch = "x86_64")]
mod vector;
#[cfg(target_arch = "x86_64")]
mod vector_transform;

use backend::expect_length;
pub use backend::{Backend, EngineError, LoadedKey, ProofScalars, ProofSums};
pub use cpu_backend::CpuBackend;
pub(crate) use cpu_key::{MOST_JOINED, MOST_KEPT};
pub(crate) use groth16::{Blinders, Job, integers, prove_groth16};
pub use key_table::KeyTable;
pub use msm::Levels;
pub(crate) use msm::Parts;
pub use pages::{Pages, Plain};
pub use sparse_sums::{Push, SparseRows};
#[cfg(feature = "task-trace")]
pub use tasks::trace;
pub(crate) use transform::powers;
