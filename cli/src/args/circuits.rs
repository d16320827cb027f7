//! The circuits.

use clap::Args;

/// With --json: an array of name, constraints, nonzeros, variables, domain, capacity, public_inputs and digest.
#[derive(Debug, Args)]
pub(crate) struct CircuitsArgs {}
