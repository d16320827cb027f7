//! `bench`: what this machine can do.
//!
//! Each circuit is measured in a process of its own, so that the peak of memory is its own and no circuit warms the
//! caches of the next. Keys are made in yet another process: making one takes more memory than proving.

mod calibration;
mod machine;
mod measure;
mod page;
mod process_usage;
mod report;
mod samples;

use std::env;
use std::io;
use std::num::NonZeroUsize;
use std::process::{Command, ExitStatus, Stdio};

use thiserror::Error;
use workproof_circuits::r1cs::SynthesisError;
use workproof_protocol::{GoldViolation, RelayViolation};
use workproof_prover::sample_claims::SampleClaimError;
use workproof_prover::{EngineError, ProveError, ProverError, TableError};

use self::calibration::{NOISE_LIMIT, calibrate};
use self::machine::Machine;
use self::measure::measure_here;
use self::report::{BenchReport, CircuitFigures};
use super::key_table::find_or_make_table;
use super::proving::{DEVELOPMENT_WARNING, KeyFailure, development_key};
use crate::args::BenchArgs;
use crate::circuit_choice::{AnyCircuit, UnknownCircuit};
use crate::files::{Existing, FileError, require_free, write_public};
use crate::progress::ProgressDisplay;
use crate::session::{NoDataDirectory, Session};
use crate::verdict::Verdict;

/// What is measured where no circuit is named: seconds each, and within the memory of a small machine.
const DEFAULT_CIRCUITS: [&str; 4] = ["relay-10", "relay-46", "gold-256", "gold-1024"];

/// Why nothing was measured.
#[derive(Debug, Error)]
pub(crate) enum BenchError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is no such circuit.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyFailure),
    /// There is no sample claim.
    #[error("there is no sample claim")]
    Sample(#[from] SampleClaimError),
    /// The witness could not be filled.
    #[error("the witness could not be filled")]
    Synthesis(#[from] SynthesisError),
    /// There is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The table was not read into memory.
    #[error("the table was not read")]
    Engine(#[from] EngineError),
    /// Circuit and key do not belong together.
    #[error(transparent)]
    Prover(#[from] ProverError),
    /// The relay sample was not proven.
    #[error("the sample claim was not proven")]
    RelayProof(#[from] ProveError<RelayViolation>),
    /// The gold sample was not proven.
    #[error("the sample claim was not proven")]
    GoldProof(#[from] ProveError<GoldViolation>),
    /// The sample's claim does not verify.
    #[error("the sample's claim does not verify")]
    Verification,
    /// The threads could not be started.
    #[error("the threads could not be started")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// This program could not be started again.
    #[error("the process that measures {circuit} could not be started")]
    Start {
        /// The circuit.
        circuit: String,
        #[source]
        source: io::Error,
    },
    /// The process that measures ended early.
    #[error("the process that measures {circuit} failed ({status}); its own message stands above")]
    Ended {
        /// The circuit.
        circuit: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// The process that measures said something else than figures.
    #[error("the process that measures {circuit} gave no figures")]
    Figures {
        /// The circuit.
        circuit: String,
        #[source]
        source: serde_json::Error,
    },
    /// Ctrl-C.
    #[error("cancelled")]
    Cancelled,
}

impl From<NoDataDirectory> for BenchError {
    fn from(error: NoDataDirectory) -> Self {
        Self::Key(error.into())
    }
}

impl BenchError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Key(failure) => failure.verdict(),
            Self::Cancelled
            | Self::Table(TableError::Cancelled)
            | Self::Engine(EngineError::Cancelled)
            | Self::RelayProof(ProveError::Cancelled)
            | Self::GoldProof(ProveError::Cancelled) => Verdict::Interrupted,
            Self::RelayProof(_) | Self::GoldProof(_) | Self::Verification => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

/// Runs `bench`.
pub(crate) fn bench(args: &BenchArgs, session: &Session) -> Result<(), BenchError> {
    session.cancel_on_interrupt();
    let existing = Existing::from_force(args.force);
    args.html.as_deref().map_or(Ok(()), |path| require_free(path, existing))?;
    let circuits = chosen(args)?;
    let threads = args.threads.map(NonZeroUsize::get).unwrap_or_default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    if args.in_this_process {
        return pool.install(|| circuits.iter().try_for_each(|circuit| measure_here(circuit, args, session)));
    }
    session.output.warn(DEVELOPMENT_WARNING);
    for circuit in &circuits {
        pool.install(|| make_key(circuit, args, session))?;
    }
    let display = ProgressDisplay::new(session.output);
    let mut spread = 0.0_f64;
    let mut figures = Vec::new();
    for circuit in &circuits {
        display.say(&format!("{}: measuring", circuit.name()));
        spread = spread.max(calibrate(&pool).spread());
        figures.push(measure_elsewhere(circuit, args, session)?);
    }
    drop(display);
    let report = BenchReport::new(Machine::of(pool.current_num_threads()), spread, figures);
    for warning in &report.warnings {
        session.output.warn(warning);
    }
    if let Some(path) = &args.html {
        write_public(path, page::page(&report).as_bytes(), existing)?;
    }
    session.output.result(&report);
    Ok(())
}

fn chosen(args: &BenchArgs) -> Result<Vec<AnyCircuit>, UnknownCircuit> {
    if args.circuits.is_empty() {
        return DEFAULT_CIRCUITS.into_iter().map(AnyCircuit::by_name).collect();
    }
    args.circuits.iter().map(|name| AnyCircuit::by_name(name)).collect()
}

/// Makes a key, and its table where one is wanted, unless they are there.
fn make_key(circuit: &AnyCircuit, args: &BenchArgs, session: &Session) -> Result<(), BenchError> {
    let key = match circuit {
        AnyCircuit::Relay(circuit) => development_key(circuit, session)?,
        AnyCircuit::Gold(circuit) => development_key(circuit, session)?,
    };
    if let Some(levels) = args.table {
        find_or_make_table(&key, levels, session)?;
    }
    Ok(())
}

/// Measures one circuit in a process of its own.
fn measure_elsewhere(
    circuit: &AnyCircuit,
    args: &BenchArgs,
    session: &Session,
) -> Result<CircuitFigures, BenchError> {
    let name = circuit.name();
    let start = |source| BenchError::Start { circuit: circuit.name(), source };
    let mut command = Command::new(env::current_exe().map_err(start)?);
    command.args(["bench", &name, "--in-this-process", "--json", "--runs", &args.runs.to_string()]);
    if let Some(threads) = args.threads {
        command.args(["--threads", &threads.to_string()]);
    }
    if let Some(levels) = args.table {
        command.args(["--table", &levels.count().to_string()]);
    }
    command.arg("--keys-dir").arg(session.key_store()?.directory());
    let output = command.stderr(Stdio::inherit()).output().map_err(start)?;
    if session.cancel.is_cancelled() {
        return Err(BenchError::Cancelled);
    }
    if !output.status.success() {
        return Err(BenchError::Ended { circuit: name, status: output.status });
    }
    serde_json::from_slice(&output.stdout).map_err(|source| BenchError::Figures { circuit: name, source })
}
