#![doc = include_str!("../README.md")]
#![cfg_attr(not(test), no_std)]

extern crate alloc;

mod circuit_id;
mod claim;
mod claim_json;
mod json_error;
pub mod keys;
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
