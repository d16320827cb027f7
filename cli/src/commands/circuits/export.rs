//! `circuits export`: a circuit in circom's form, and the witness of a sample claim.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

use super::CircuitsError;
use crate::args::CircuitsExport;
use crate::circuit_choice::AnyCircuit;
use crate::files::{Existing, require_free, write_circuit, write_sample_witness};
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::table::grouped;

#[derive(Serialize)]
struct ExportReport {
    circuit: String,
    constraints: usize,
    variables: usize,
    public_inputs: usize,
    r1cs: PathBuf,
    sample_wtns: Option<PathBuf>,
}

impl fmt::Display for ExportReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (constraints, variables) = (grouped(self.constraints), grouped(self.variables));
        writeln!(formatter, "{}: {constraints} constraints, {variables} variables", self.circuit)?;
        writeln!(formatter, "circuit  {}", self.r1cs.display())?;
        if let Some(witness) = &self.sample_wtns {
            writeln!(
                formatter,
                "witness  {} (of a sample claim; its secrets are public)",
                witness.display()
            )?;
        }
        Ok(())
    }
}

/// Runs `circuits export`.
pub(super) fn export(args: &CircuitsExport, session: &Session) -> Result<(), CircuitsError> {
    let circuit = AnyCircuit::by_name(&args.circuit)?;
    let existing = Existing::from_force(args.force);
    require_free(&args.r1cs, existing)?;
    args.sample_wtns.as_deref().map_or(Ok(()), |path| require_free(path, existing))?;
    let display = ProgressDisplay::new(session.output);
    display.say(&circuit.name());
    let failed = |source| CircuitsError::Synthesis { name: circuit.name(), source };
    let shape = circuit.r1cs().map_err(failed)?;
    write_circuit(&args.r1cs, &shape, existing)?;
    if let Some(path) = &args.sample_wtns {
        let sample = circuit.sample_assignment();
        let sample = sample.map_err(|source| CircuitsError::Sample { name: circuit.name(), source })?;
        write_sample_witness(path, &sample.map_err(failed)?, existing)?;
    }
    drop(display);
    session.output.result(&ExportReport {
        circuit: circuit.name(),
        constraints: shape.constraints(),
        variables: shape.variables,
        public_inputs: shape.public_inputs,
        r1cs: args.r1cs.clone(),
        sample_wtns: args.sample_wtns.clone(),
    });
    Ok(())
}
