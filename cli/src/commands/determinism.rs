//! `determinism`: what the rows of a circuit determine.

use std::fmt;

use serde::Serialize;
use thiserror::Error;
use workproof_circuits::r1cs::{Domain, FreeInput};
use workproof_determinism::{Given, Report, Status, System};

use crate::args::DeterminismArgs;
use crate::files::{FileError, read_circuit_with_signals, read_witness};
use crate::session::Session;
use crate::verdict::Verdict;

/// The most columns that are named for people.
const NAMED: usize = 12;

/// Why a circuit is not proven to be deterministic.
#[derive(Debug, Error)]
pub(crate) enum DeterminismError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The witness is of another circuit, or of none.
    #[error("the witness does not satisfy row {row} of the circuit (rows count from 0)")]
    Witness {
        /// The row.
        row: usize,
    },
    /// Something is not proven.
    #[error("{unknown} variables are not proven to be determined by the inputs")]
    Unknown {
        /// How many.
        unknown: usize,
    },
}

impl DeterminismError {
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Unknown { .. } => Verdict::Refused,
            Self::File(_) | Self::Witness { .. } => Verdict::BadInput,
        }
    }
}

/// What was found. The names of the fields are part of the program's interface.
#[derive(Serialize)]
struct Findings {
    constraints: usize,
    variables: usize,
    inputs: usize,
    outputs: usize,
    /// Determined by propagation and unique digits.
    proved: usize,
    /// Determined by a lemma.
    by_lemma: usize,
    /// Not determined, and of no consequence.
    inert: usize,
    /// Not proven to be determined.
    unknown: Vec<u32>,
    /// Of the unknown, outputs.
    unknown_outputs: Vec<u32>,
    /// Of the unknown, those that can move around the witness; absent without one.
    free: Option<Vec<u32>>,
}

pub(crate) fn determinism(args: &DeterminismArgs, session: &Session) -> Result<(), DeterminismError> {
    let (shape, signals) = read_circuit_with_signals(&args.r1cs)?;
    let input = |column| FreeInput::new(column, "input", Domain::Any);
    let free: Vec<FreeInput> = signals.inputs(shape.variables).map(input).collect();
    let outputs = (1..=signals.outputs).collect();
    let given = Given { public: Vec::new(), free, outputs };
    let report = Report::of(&System::from_r1cs(&shape), &given);
    let unknown: Vec<u32> = report.columns(Status::Unknown).collect();
    let free = match &args.wtns {
        None => None,
        Some(path) => {
            let witness = read_witness(path, u32::try_from(shape.variables).unwrap_or(u32::MAX))?;
            if let Some(row) = shape.first_unsatisfied_row(&witness) {
                return Err(DeterminismError::Witness { row });
            }
            Some(report.free_columns(&shape, &witness))
        }
    };
    let count = unknown.len();
    session.output.result(&Findings {
        constraints: shape.constraints(),
        variables: shape.variables,
        inputs: given.free.len(),
        outputs: usize::try_from(signals.outputs).unwrap_or(usize::MAX),
        proved: report.count(Status::Proved),
        by_lemma: report.count(Status::ByLemma),
        inert: report.count(Status::Inert),
        unknown_outputs: unknown.iter().copied().filter(|column| *column <= signals.outputs).collect(),
        unknown,
        free,
    });
    if count == 0 { Ok(()) } else { Err(DeterminismError::Unknown { unknown: count }) }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} constraints, {} variables", self.constraints, self.variables)?;
        writeln!(f, "{} inputs are given; {} outputs are to be determined", self.inputs, self.outputs)?;
        writeln!(f, "{} determined by propagation, {} by a lemma", self.proved, self.by_lemma)?;
        if self.inert > 0 {
            writeln!(f, "{} not determined, and of no consequence: nothing depends on them", self.inert)?;
        }
        let list = |columns: &[u32]| {
            let named: Vec<String> = columns.iter().take(NAMED).map(u32::to_string).collect();
            let more = if columns.len() > NAMED { ", \u{2026}" } else { "" };
            format!("{}{more}", named.join(", "))
        };
        match (&self.free, self.unknown.as_slice()) {
            (_, []) => write!(f, "every variable is determined by the inputs"),
            (Some(free), unknown) if !free.is_empty() => write!(
                f,
                "FREE: {} variables can be changed while all inputs stay: columns {}\n{} not proven in all: columns {}",
                free.len(),
                list(free),
                unknown.len(),
                list(unknown)
            ),
            (_, unknown) => write!(
                f,
                "{} NOT PROVEN, {} of them outputs: columns {}",
                unknown.len(),
                self.unknown_outputs.len(),
                list(unknown)
            ),
        }
    }
}
