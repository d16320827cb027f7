//! Writes the assembly of the prover's vector kernels (`prover/src/engine/vector/generated/`), or compares.
//!
//! The arithmetic, its bounds and the reason why every constant cancels are in the documentation of
//! `prover/src/engine/vector/`. Here is only the schedule: which instruction stands where.

mod instructions;
mod montgomery;

use std::fs;

use crate::outcome::Outcome;
use crate::repository::{read, root};
use montgomery::{Operation, montgomery_kernel};

const FOLDER: &str = "prover/src/engine/vector/generated";

/// Writes the kernels, or with `check_only` compares them.
pub(crate) fn run(check_only: bool) -> Outcome {
    let mut faults = Vec::new();
    let kernels = [
        ("multiply.s", Operation::Multiply),
        ("square.s", Operation::Square),
        ("sum_of_products.s", Operation::SumOfProducts),
    ];
    for (name, operation) in kernels {
        let path = root().join(FOLDER).join(name);
        let text = montgomery_kernel(operation);
        let result = if check_only {
            read(&path).and_then(|found| {
                let stale = format!("{FOLDER}/{name} is not what `cargo xtask kernels` writes");
                if found == text { Ok(()) } else { Err(stale) }
            })
        } else {
            fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
        };
        faults.extend(result.err());
    }
    Outcome::from_faults(&faults, format!("{} kernels", kernels.len()))
}
