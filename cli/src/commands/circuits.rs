//! `circuits`: the sizes of all circuits, counted from the circuits themselves, and their files.

mod export;

use std::fmt;

use serde::Serialize;
use thiserror::Error;
use workproof_circuits::r1cs::SynthesisError;
use workproof_prover::sample_claims::SampleClaimError;

use crate::args::{CircuitsArgs, CircuitsCommand};
use crate::circuit_choice::{AnyCircuit, UnknownCircuit};
use crate::files::FileError;
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::table::{Table, grouped};

/// Why a command about circuits failed.
#[derive(Debug, Error)]
pub(crate) enum CircuitsError {
    /// There is no such circuit.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// The circuit could not be built.
    #[error("the circuit {name} could not be built")]
    Synthesis {
        /// The circuit.
        name: String,
        #[source]
        source: SynthesisError,
    },
    /// There is no sample claim.
    #[error("there is no sample claim for {name}")]
    Sample {
        /// The circuit.
        name: String,
        #[source]
        source: SampleClaimError,
    },
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
}

/// One circuit. The names of the fields are part of the program's interface.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CircuitRow {
    pub(crate) name: String,
    pub(crate) constraints: usize,
    /// Entries of A, B and C that are not zero.
    pub(crate) nonzeros: usize,
    pub(crate) variables: usize,
    pub(crate) domain: u64,
    pub(crate) capacity: usize,
    pub(crate) public_inputs: usize,
    pub(crate) digest: String,
}

#[derive(Serialize)]
#[serde(transparent)]
struct CircuitsReport(Vec<CircuitRow>);

impl fmt::Display for CircuitsReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["name", "capacity", "constraints", "nonzeros", "variables", "domain", "inputs", "digest"];
        let mut table = Table::new(head);
        for row in &self.0 {
            table.row([
                row.name.clone(),
                grouped(row.capacity),
                grouped(row.constraints),
                grouped(row.nonzeros),
                grouped(row.variables),
                format!("2^{}", row.domain.ilog2()),
                row.public_inputs.to_string(),
                row.digest.chars().take(18).chain(['…']).collect(),
            ]);
        }
        table.fmt(formatter)
    }
}

/// Runs `circuits`.
pub(crate) fn circuits(args: &CircuitsArgs, session: &Session) -> Result<(), CircuitsError> {
    match &args.command {
        None => list(session),
        Some(CircuitsCommand::Export(args)) => export::export(args, session),
    }
}

fn list(session: &Session) -> Result<(), CircuitsError> {
    let display = ProgressDisplay::new(session.output);
    let mut rows = Vec::new();
    for circuit in AnyCircuit::all() {
        display.say(&circuit.name());
        rows.push(count(&circuit)?);
    }
    drop(display);
    session.output.result(&CircuitsReport(rows));
    Ok(())
}

/// Records the shape of a circuit and counts.
pub(crate) fn count(circuit: &AnyCircuit) -> Result<CircuitRow, CircuitsError> {
    let name = circuit.name();
    let shape = circuit.r1cs().map_err(|source| CircuitsError::Synthesis { name: name.clone(), source })?;
    Ok(CircuitRow {
        name,
        constraints: shape.constraints(),
        nonzeros: shape.nonzeros().iter().sum(),
        variables: shape.variables,
        domain: 1_u64.checked_shl(shape.log_domain()).unwrap_or_default(),
        capacity: circuit.capacity(),
        public_inputs: shape.public_inputs,
        digest: workproof_protocol::json::bytes_to_hexadecimal(&shape.digest()),
    })
}
