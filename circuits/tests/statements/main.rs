//! The statements as a whole: plain check and circuit, side by side.

#![cfg(test)]

extern crate alloc;

mod arkworks_bridge;
mod gold_clauses;
mod gold_world;
mod pins;
mod relay_clauses;
mod relay_world;
mod shapes;
mod vectors;
