//! The figures.

use core::fmt;

use serde::Serialize;

use crate::programs::Usage;

/// One step of one circuit's ceremony.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) circuit: String,
    pub(crate) step: &'static str,
    /// The size of the key's file.
    pub(crate) key_bytes: u64,
    pub(crate) ours: Usage,
    pub(crate) snarkjs: Usage,
}

/// All steps.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "| circuit | step | workproof | snarkjs | times faster | memory | snarkjs' | key |"
        )?;
        writeln!(formatter, "|---|---|---|---|---|---|---|---|")?;
        let mebibytes = |bytes: u64| format!("{} MiB", bytes >> 20);
        for row in &self.rows {
            writeln!(
                formatter,
                "| {} | {} | {:.2} s | {:.1} s | {:.1} | {} | {} | {} |",
                row.circuit,
                row.step,
                row.ours.seconds,
                row.snarkjs.seconds,
                row.snarkjs.seconds / row.ours.seconds,
                mebibytes(row.ours.peak_memory),
                mebibytes(row.snarkjs.peak_memory),
                mebibytes(row.key_bytes),
            )?;
        }
        Ok(())
    }
}
