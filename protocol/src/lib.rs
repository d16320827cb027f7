#![doc = include_str!("../README.md")]
#![cfg_attr(not(any(feature = "std", test)), no_std)]

#[cfg(all(feature = "mutants", not(debug_assertions)))]
compile_error!(
    "the feature `mutants` lets a test take checks out; it is not for builds without debug assertions"
);

extern crate alloc;

pub mod attester_tree;
pub mod babyjubjub;
pub mod blake512;
mod clause;
mod decode_error;
mod domain;
pub mod eddsa;
mod field;
mod field_newtype;
pub mod gold;
mod hash_to_field;
pub mod identity;
#[cfg(feature = "serde")]
pub mod json;
pub mod label_commitment;
pub mod lean_imt;
mod message;
#[cfg(feature = "mutants")]
pub mod mutants;
#[cfg(not(feature = "mutants"))]
#[expect(unreachable_pub, reason = "public with the feature `mutants` only")]
mod mutants;
mod nullifier;
pub mod poseidon;
pub mod relay;
mod scope;
mod statement;
pub mod strict_json;
pub mod voucher;
pub mod word;

pub use attester_tree::{Attester, AttesterPath, AttesterTree, AttesterTreeError};
pub use babyjubjub::{EdwardsPoint, PublicKey, Scalar};
pub use clause::Clause;
pub use decode_error::DecodeError;
pub use domain::{DomainTag, TAG_BYTES};
pub use eddsa::{PrivateKeyError, Signature, SignatureError, SigningKey};
pub use field::{
    FIELD_BYTES, FIELD_DECIMAL_DIGITS, Fr, fr_from_be_bytes, fr_from_decimal, fr_from_le_bytes,
    fr_to_be_bytes, fr_to_decimal, fr_to_le_bytes,
};
pub use gold::{
    AnswerSet, GOLD_CAPACITIES, GoldClaimant, GoldError, GoldProver, GoldRequest, GoldSet, GoldStatement,
    GoldTerms, GoldViolation, GoldWitness, Salt, check_gold,
};
pub use hash_to_field::{hash_to_field, keccak256};
pub use identity::{ContributorId, Identity, IdentitySecret};
pub use lean_imt::{LeanImt, LeanImtError, LeanImtProof, MembershipError, RegistryRoot, RegistryRootError};
pub use message::{Message, Payment};
pub use nullifier::Nullifier;
pub use relay::{
    RELAY_CAPACITIES, RelayError, RelayRequest, RelayStatement, RelayTerms, RelayViolation, RelayVoucher,
    RelayWitness, check_relay,
};
pub use scope::{FACT_NAME_BYTES, Fact, FactNameError, Scope, ScopeFields, policy_word};
pub use statement::{COMMON_INPUT_NAMES, CommonInputs, MAX_PUBLIC_INPUTS, PublicInputs, Statement};
pub use voucher::{VOUCHER_BYTES, VOUCHER_VERSION, Voucher, VoucherError};
