//! gold: "labels match the hidden gold set".
//!
//! A requester commits to labels of some items among many, before anyone answers. A contributor commits
//! to answers. The claim bounds the number of matches, and shows neither the answers nor which items are gold.

mod check_gold;
mod gold_request;
mod gold_statement;
mod gold_witness;
mod label_set;
#[cfg(feature = "serde")]
mod label_set_json;
mod salt;

pub use check_gold::{GoldViolation, check_gold};
pub use gold_request::{GoldClaimant, GoldError, GoldRequest};
pub use gold_statement::{GoldStatement, GoldTerms};
pub use gold_witness::{GoldProver, GoldWitness};
pub use label_set::{AnswerSet, GOLD_CAPACITIES, GoldSet, LabelSetError, gold_count, score};
pub use salt::{SALT_BYTES, Salt};
