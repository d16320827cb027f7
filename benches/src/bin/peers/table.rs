//! The figures, for people and for programs.

use alloc::collections::BTreeMap;
use core::fmt;

use serde::Serialize;

use crate::prover_process::Peer;

/// Times of repeated runs, in seconds.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Times {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) runs: Vec<f64>,
}

impl Times {
    pub(crate) fn new(runs: Vec<f64>) -> Self {
        let mut sorted = runs.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let (before, middle) = (sorted.len().saturating_sub(1) / 2, sorted.len() / 2);
        Self { median: f64::midpoint(at(before), at(middle)), least: at(0), runs }
    }
}

/// One prover on one circuit. The names of the fields are what `--json` prints.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) circuit: String,
    pub(crate) prover: &'static str,
    pub(crate) version: String,
    pub(crate) load_seconds: f64,
    pub(crate) cpu_seconds: Times,
    pub(crate) wall_seconds: Times,
    pub(crate) peak_memory: u64,
    pub(crate) proofs_verified: usize,
}

/// By circuit and peer, the peer's seconds over ours.
type Ratios = BTreeMap<String, BTreeMap<&'static str, f64>>;

/// All figures.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Table {
    rows: Vec<Row>,
    /// Medians of processor seconds.
    ratios: Ratios,
    /// Medians of wall time.
    wall_ratios: Ratios,
}

impl Table {
    /// Whether nothing was measured.
    pub(crate) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds the rows of a circuit, ours among them.
    pub(crate) fn add(&mut self, circuit: &str, rows: Vec<Row>) {
        if let Some(ours) = rows.iter().find(|row| row.prover == Peer::Ours.name()) {
            for peer in rows.iter().filter(|row| row.prover != ours.prover) {
                for (ratios, theirs, ours) in [
                    (&mut self.ratios, &peer.cpu_seconds, &ours.cpu_seconds),
                    (&mut self.wall_ratios, &peer.wall_seconds, &ours.wall_seconds),
                ] {
                    ratios.entry(circuit.to_owned()).or_default().insert(peer.prover, ratio(theirs, ours));
                }
            }
        }
        self.rows.extend(rows);
    }
}

fn ratio(theirs: &Times, ours: &Times) -> f64 {
    if ours.median > 0.0 { (theirs.median / ours.median * 100.0).round() / 100.0 } else { 0.0 }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| circuit | prover | CPU s | least | wall s | least | CPU ratio | memory |")?;
        writeln!(f, "|---|---|---:|---:|---:|---:|---:|---:|")?;
        for row in &self.rows {
            let ratio = self.ratios.get(&row.circuit).and_then(|ratios| ratios.get(row.prover));
            let ratio = ratio.map_or_else(|| "1".to_owned(), |ratio| format!("{ratio:.2}"));
            let (cpu, wall) = (&row.cpu_seconds, &row.wall_seconds);
            write!(
                f,
                "| {} | {} {} | {:.3} | {:.3} ",
                row.circuit, row.prover, row.version, cpu.median, cpu.least
            )?;
            writeln!(
                f,
                "| {:.3} | {:.3} | {ratio} | {} MiB |",
                wall.median,
                wall.least,
                row.peak_memory >> 20
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(prover: &'static str, seconds: &[f64]) -> Row {
        Row {
            circuit: "relay-10".to_owned(),
            prover,
            version: "1".to_owned(),
            load_seconds: 0.0,
            cpu_seconds: Times::new(seconds.to_vec()),
            wall_seconds: Times::new(seconds.to_vec()),
            peak_memory: 1 << 20,
            proofs_verified: 4,
        }
    }

    #[test]
    fn ratios_are_medians_of_the_peer_over_ours() {
        let mut table = Table::default();
        table.add("relay-10", vec![row("workproof", &[1.0, 2.0, 9.0]), row("snarkjs", &[31.0, 30.0, 90.0])]);
        let json = serde_json::to_value(&table).unwrap();
        assert_eq!(json["ratios"], serde_json::json!({ "relay-10": { "snarkjs": 15.5 } }));
        assert_eq!(json["rows"].as_array().unwrap().len(), 2);
        assert!(table.to_string().contains("| 15.50 | 1 MiB |"));
        assert_eq!(Times::new(vec![2.0, 1.0]).median.to_bits(), 1.5_f64.to_bits());
    }
}
