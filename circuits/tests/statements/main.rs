//! The statements as a whole: plain check and circuit, side by side.

#![cfg(test)]

extern crate alloc;

mod arkworks_bridge;
mod freedom;
mod gold_clauses;
mod gold_world;
mod pins;
mod places;
mod relay_clauses;
mod relay_world;
mod rows_of_clauses;
mod secrets_are_redacted;
mod shapes;
mod vectors;
