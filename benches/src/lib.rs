#![doc = include_str!("../README.md")]

extern crate alloc;

#[cfg(feature = "arkworks")]
pub mod arkworks;
mod circomlib_circuit;
mod process_usage;
mod prove_on_request;
mod subject;

pub use circomlib_circuit::CircomlibError;
pub use process_usage::ProcessUsage;
pub use prove_on_request::{PROVE, ProofAnswer, ReadyAnswer, RequestError, prove_on_request};
pub use subject::{Subject, SubjectError};
