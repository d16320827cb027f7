//! `ceremony new`.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use workproof_ceremony::{CeremonyOptions, create_initial_key};
use workproof_protocol::json::bytes_to_hexadecimal;

use super::circuit_file::CircuitFile;
use super::{CeremonyError, existing, open_ptau};
use crate::args::CeremonyNew;
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::table::grouped;

#[derive(Serialize)]
struct NewReport {
    key: PathBuf,
    constraints: usize,
    variables: usize,
    public_inputs: usize,
    circuit_hash: String,
}

impl fmt::Display for NewReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (constraints, variables) = (grouped(self.constraints), grouped(self.variables));
        writeln!(formatter, "{}: {constraints} constraints, {variables} variables", self.key.display())?;
        writeln!(formatter, "circuit hash  {}", self.circuit_hash)?;
        writeln!(formatter, "Nobody has contributed yet, so anyone can forge proofs for this key.")
    }
}

/// Begins a key.
pub(super) fn new_key(args: &CeremonyNew, session: &Session) -> Result<(), CeremonyError> {
    let circuit = CircuitFile::open(&args.source)?;
    let view = circuit.view()?;
    let phase1 = open_ptau(&args.ptau)?;
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show_stage(progress);
    let mut options = CeremonyOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let made = create_initial_key(view, &phase1, (&args.out, existing(args.force)), &options);
    let hash = made.map_err(|source| CeremonyError::New { path: args.out.clone(), source })?;
    drop(display);
    session.output.result(&NewReport {
        key: args.out.clone(),
        constraints: view.constraints(),
        variables: view.variables(),
        public_inputs: view.public_inputs(),
        circuit_hash: bytes_to_hexadecimal(&hash),
    });
    Ok(())
}
