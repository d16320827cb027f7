//! The contracts as deployed, used and attacked. Ids at the ends of names are those of the threat model in the book.
#![allow(missing_docs)]

mod chain_vectors;
mod claims_are_paid;
mod gas_budgets;
mod gold_tasks;
mod registries;
mod settlement_attacks;
mod stage;
mod tokens;
mod verifier_attacks;
