#![doc = include_str!("../README.md")]
#![cfg_attr(not(test), no_std)]

#[cfg(all(feature = "mutants", not(debug_assertions)))]
compile_error!(
    "the feature `mutants` lets a test take checks out; it is not for builds without debug assertions"
);

extern crate alloc;
#[cfg(feature = "mutants")]
extern crate std;

mod circuit_id;
mod claim;
mod claim_json;
pub mod curve;
pub mod forms;
mod json_error;
pub mod keys;
#[cfg(feature = "mutants")]
pub mod mutants;
#[cfg(not(feature = "mutants"))]
#[expect(unreachable_pub, reason = "public with the feature `mutants` only")]
mod mutants;
mod points;
mod proof;
mod snarkjs_points;
mod snarkjs_proof;
mod verify;
mod verify_batch;

pub use circuit_id::{CircuitDigest, CircuitId, CircuitName, CircuitNameError, KeyId};
pub use claim::{Claim, ClaimError};
pub use claim_json::{ClaimHeader, ClaimJsonError, MAX_CLAIM_BYTES};
pub use json_error::JsonError;
#[doc(inline)]
pub use keys::{
    DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, KeyFinding, KeyOrigin, PreparedForeignKey,
    PreparedVerifyingKey, VerifyingKey, VerifyingKeyPoints,
};
pub use points::{PointError, check_g1, check_g2, is_in_g2_subgroup};
pub use proof::{Proof, ProofError, ProofPoint};
pub use snarkjs_proof::MAX_SNARKJS_PROOF_BYTES;
pub use verify::{VerifyError, verify};
pub use verify_batch::{BatchError, verify_batch};
