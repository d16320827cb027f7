//! Development keys: made on the spot from a public seed, in the layout of a real key.
//!
//! The secret numbers behind such a key are hashes of public texts, so anyone can forge proofs for it. That is the
//! point: nobody has to trust anybody to develop. delta is the same for every circuit, and the verifier knows it.

mod development;
mod fixed_base;
mod key_polynomials;

pub use development::{SetupError, SetupOptions, unsafe_development_setup};
