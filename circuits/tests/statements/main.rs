//! The statements as a whole: plain check and circuit, side by side.

#![cfg(test)]

extern crate alloc;

mod arkworks_bridge;
mod freedom;
mod gold_clauses;
mod gold_world;
mod pins;
mod relay_clauses;
mod relay_world;
mod rows_of_clauses;
mod shapes;
mod vectors;
