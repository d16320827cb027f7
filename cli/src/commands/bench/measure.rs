//! Measures one circuit in this process and prints the figures.

use std::sync::Arc;
use std::time::Instant;

use rand_core::OsRng;
use workproof_circuits::{Circuit, pinned_digest};
use workproof_prover::{
    KeyStoreError, ProveError, ProveOptions, Prover, SetupOptions, TableFile, sample_claims,
};
use workproof_verifier::CircuitDigest;

use super::BenchError;
use super::process_usage::ProcessUsage;
use super::report::{CircuitFigures, TableFigures};
use super::samples::{Samples, seconds};
use crate::args::BenchArgs;
use crate::circuit_choice::AnyCircuit;
use crate::commands::proving::KeyFailure;
use crate::session::Session;

/// A check takes milliseconds, so it is repeated at least so often.
const LEAST_CHECKS: u32 = 20;

/// Measures a circuit here and prints its figures.
pub(super) fn measure_here(
    circuit: &AnyCircuit,
    args: &BenchArgs,
    session: &Session,
) -> Result<(), BenchError> {
    let figures = match circuit {
        AnyCircuit::Relay(circuit) => {
            let (statement, witness) = sample_claims::relay(circuit.capacity())?;
            measure(circuit, &statement, &witness, args, session)?
        }
        AnyCircuit::Gold(circuit) => {
            let (statement, witness) = sample_claims::gold(circuit.capacity())?;
            measure(circuit, &statement, &witness, args, session)?
        }
    };
    session.output.result(&figures);
    Ok(())
}

fn measure<C: Circuit + Clone>(
    circuit: &C,
    statement: &C::Statement,
    witness: &C::Witness,
    args: &BenchArgs,
    session: &Session,
) -> Result<CircuitFigures, BenchError>
where
    C::Statement: Clone + Sync,
    BenchError: From<ProveError<C::Violation>>,
{
    let runs = args.runs.get();
    let mut opening = SetupOptions::default();
    opening.cancel = session.cancel.clone();
    let start = Instant::now();
    let digest = pinned_digest(&circuit.name()).map(CircuitDigest::new);
    let key = session.key_store()?.insecure_development_key(circuit, digest, &opening).map_err(no_key)?;
    let key_opened = seconds(start.elapsed());

    let mut prover = Prover::new(circuit.clone(), Arc::clone(&key))?;
    let mut table = None;
    if args.table.is_some() {
        let file = TableFile::open(&key)?;
        table = Some(TableFigures {
            levels: file.levels().count(),
            file_bytes: file.file_bytes(),
            memory_bytes: file.memory_bytes(),
        });
        prover = prover.with_table(&file, &session.cancel)?;
    }
    let options = ProveOptions::new().with_cancel(session.cancel.clone());
    let prove = || prover.prove(statement, witness, &mut OsRng, &options);
    let claim = prove()?;
    let mut processor = Vec::new();
    let proof = Samples::time(runs, || -> Result<(), BenchError> {
        let before = ProcessUsage::now();
        prove()?;
        processor.extend(ProcessUsage::now().cpu_since(before));
        Ok(())
    })?;
    let peak_memory = ProcessUsage::now().peak_memory;
    let witness = Samples::time(runs, || circuit.assignment(statement, witness).map(drop))?;
    let verifying = key.prepared_verifying_key().ok_or(BenchError::Verification)?;
    let checks = runs.max(LEAST_CHECKS);
    let verification = Samples::time(checks, || claim.verify(verifying)).or(Err(BenchError::Verification))?;

    let header = key.zkey().header();
    Ok(CircuitFigures {
        circuit: circuit.name(),
        variables: header.variables,
        domain: header.domain,
        key_bytes: key.file_bytes(),
        key_opened,
        table,
        witness,
        proof,
        proof_cpu: (!processor.is_empty()).then(|| Samples::new(processor)),
        verification,
        peak_memory,
    })
}

fn no_key(error: KeyStoreError) -> BenchError {
    BenchError::Key(KeyFailure::Store(error))
}
