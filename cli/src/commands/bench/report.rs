//! The figures, as a table and for programs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::NOISE_LIMIT;
use super::machine::Machine;
use super::samples::Samples;
use crate::table::{Table, grouped};

const MEBIBYTE: u64 = 1024 * 1024;

/// The table of a key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TableFigures {
    pub(crate) levels: usize,
    pub(crate) file_bytes: u64,
    /// What it takes in memory.
    pub(crate) memory_bytes: u64,
}

impl fmt::Display for TableFigures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, held) = (memory(self.file_bytes), memory(self.memory_bytes));
        write!(formatter, "proven with a table of {} levels: {file} as a file, {held} in memory", self.levels)
    }
}

/// What was measured of one circuit. The names of the fields are part of the program's interface.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct CircuitFigures {
    pub(crate) circuit: String,
    pub(crate) variables: u32,
    pub(crate) domain: u32,
    pub(crate) key_bytes: u64,
    /// Seconds to open the key, checked before.
    pub(crate) key_opened: f64,
    /// The key's table, where it was proven with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) table: Option<TableFigures>,
    /// Filling the witness. It is a part of `proof` too.
    pub(crate) witness: Samples,
    /// A whole claim: plain check, witness, proof and its verification.
    pub(crate) proof: Samples,
    /// Processor seconds of that, of all threads.
    pub(crate) proof_cpu: Option<Samples>,
    /// Checking the claim.
    pub(crate) verification: Samples,
    /// Bytes, with the touched pages of the key.
    pub(crate) peak_memory: Option<u64>,
}

impl fmt::Display for CircuitFigures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}: a claim in {}", self.circuit, duration(self.proof.median))
    }
}

/// The figures of one circuit, with what follows from them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CircuitReport {
    #[serde(flatten)]
    pub(crate) figures: CircuitFigures,
    /// By the median.
    pub(crate) proofs_per_hour: f64,
    pub(crate) proofs_per_hour_and_core: f64,
}

/// All that `bench` says.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BenchReport {
    pub(crate) machine: Machine,
    /// By which part the median of a repeated small piece of work was above its least time.
    pub(crate) calibration_spread: f64,
    pub(crate) warnings: Vec<String>,
    pub(crate) circuits: Vec<CircuitReport>,
}

impl BenchReport {
    /// Puts the figures together.
    pub(super) fn new(machine: Machine, calibration_spread: f64, figures: Vec<CircuitFigures>) -> Self {
        let warnings = warnings(&machine, calibration_spread, &figures);
        let cores = u32::try_from(machine.threads.min(machine.cores)).map_or(1.0, f64::from).max(1.0);
        let circuits = figures.into_iter().map(|figures| {
            let per_hour = if figures.proof.median > 0.0 { 3600.0 / figures.proof.median } else { 0.0 };
            CircuitReport {
                figures,
                proofs_per_hour: rounded(per_hour),
                proofs_per_hour_and_core: rounded(per_hour / cores),
            }
        });
        Self {
            machine,
            calibration_spread: rounded(calibration_spread),
            warnings,
            circuits: circuits.collect(),
        }
    }
}

impl BenchReport {
    /// What each circuit was proven with.
    pub(super) fn table_lines(&self) -> impl Iterator<Item = String> {
        let figures = self.circuits.iter().map(|row| &row.figures);
        figures.filter_map(|one| one.table.as_ref().map(|table| format!("{} was {table}", one.circuit)))
    }
}

fn warnings(machine: &Machine, calibration_spread: f64, figures: &[CircuitFigures]) -> Vec<String> {
    let mut warnings = Vec::new();
    if calibration_spread > NOISE_LIMIT {
        warnings.push(format!(
            "the machine is noisy: the median of the same small work is {} above its least time; the least times are the \
             best guess of what a quiet machine does",
            percent(calibration_spread)
        ));
    }
    if machine.threads > machine.cores {
        warnings.push(format!("{} threads share {} cores", machine.threads, machine.cores));
    }
    for one in figures.iter().filter(|one| one.proof.spread() > NOISE_LIMIT) {
        let (name, spread) = (&one.circuit, percent(one.proof.spread()));
        warnings.push(format!("{name}: the runs differ, the median is {spread} above the least time"));
    }
    warnings
}

impl fmt::Display for BenchReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}\n", machine_line(&self.machine))?;
        let head =
            ["circuit", "domain", "witness", "claim", "least", "check", "memory", "claims/hour", "per core"];
        let mut table = Table::new(head);
        for row in &self.circuits {
            let figures = &row.figures;
            table.row([
                figures.circuit.clone(),
                format!("2^{}", figures.domain.checked_ilog2().unwrap_or_default()),
                duration(figures.witness.median),
                duration(figures.proof.median),
                duration(figures.proof.least),
                duration(figures.verification.median),
                figures.peak_memory.map_or_else(|| "not known".to_owned(), memory),
                format!("{:.0}", row.proofs_per_hour),
                format!("{:.0}", row.proofs_per_hour_and_core),
            ]);
        }
        write!(formatter, "{table}")?;
        writeln!(
            formatter,
            "\nMedians. A claim is checked, its witness filled, proven, and the proof verified."
        )?;
        self.table_lines().try_for_each(|line| writeln!(formatter, "{line}."))
    }
}

/// The machine in one line.
pub(super) fn machine_line(machine: &Machine) -> String {
    let processor = machine.processor.as_deref().unwrap_or("unknown processor");
    let threads =
        if machine.threads == 1 { "1 thread".to_owned() } else { format!("{} threads", machine.threads) };
    format!(
        "workproof {} on {processor}, {}, {} cores, {threads}",
        machine.workproof, machine.system, machine.cores
    )
}

/// A time with a fitting unit.
pub(super) fn duration(seconds: f64) -> String {
    if seconds < 0.1 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

/// A size in mebibytes.
pub(super) fn memory(bytes: u64) -> String {
    format!("{} MiB", grouped(bytes / MEBIBYTE))
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// Three digits behind the point.
fn rounded(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}
