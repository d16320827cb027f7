//! Columns of a circuit times points: the sums that a key is made of.

use core::ops::Range;

use workproof_prover::{CpuBackend, EngineError};

use super::columns::{ColumnMatrix, Columns};
use crate::progress::{CeremonyOptions, Stage};

/// Columns times points.
pub(crate) struct Composer<'a> {
    pub(crate) backend: &'a CpuBackend,
    pub(crate) columns: &'a Columns,
    pub(crate) options: &'a CeremonyOptions<'a>,
}

/// Columns between two reports. At the end of a wave threads wait for the last.
const WAVE: usize = 1 << 17;

impl Composer<'_> {
    /// `A` times the first points, `B` times the second and `C` times the third, in one sum for each of some columns.
    pub(crate) fn mixed(
        &self,
        range: Range<usize>,
        [beta, alpha, tau]: [&[[u8; 64]]; 3],
    ) -> Result<Vec<[u8; 64]>, EngineError> {
        let columns = self.columns;
        let sides = [(&columns.a, beta), (&columns.b, alpha), (&columns.c, tau)];
        self.in_waves(range, |wave| {
            self.backend.sparse_sums_g1(
                wave.len(),
                &|row, push| {
                    for (matrix, points) in sides {
                        for (place, value) in columns.column(matrix, wave.start + row) {
                            points.get(place).into_iter().for_each(|point| push((point, value)));
                        }
                    }
                },
                &self.options.cancel,
            )
        })
    }

    /// One matrix times points of G1.
    pub(super) fn one(
        &self,
        matrix: &ColumnMatrix,
        points: &[[u8; 64]],
    ) -> Result<Vec<[u8; 64]>, EngineError> {
        self.in_waves(0..matrix.columns(), |wave| {
            self.backend.sparse_sums_g1(
                wave.len(),
                &|row, push| {
                    for (place, value) in self.columns.column(matrix, wave.start + row) {
                        points.get(place).into_iter().for_each(|point| push((point, value)));
                    }
                },
                &self.options.cancel,
            )
        })
    }

    /// One matrix times points of G2.
    pub(super) fn one_g2(
        &self,
        matrix: &ColumnMatrix,
        points: &[[u8; 128]],
    ) -> Result<Vec<[u8; 128]>, EngineError> {
        self.in_waves(0..matrix.columns(), |wave| {
            self.backend.sparse_sums_g2(
                wave.len(),
                &|row, push| {
                    for (place, value) in self.columns.column(matrix, wave.start + row) {
                        points.get(place).into_iter().for_each(|point| push((point, value)));
                    }
                },
                &self.options.cancel,
            )
        })
    }

    fn in_waves<const BYTES: usize>(
        &self,
        range: Range<usize>,
        sums: impl Fn(Range<usize>) -> Result<Vec<[u8; BYTES]>, EngineError>,
    ) -> Result<Vec<[u8; BYTES]>, EngineError> {
        let mut all = Vec::with_capacity(range.len());
        let mut start = range.start;
        while start < range.end {
            let end = range.end.min(start + WAVE);
            all.extend(sums(start..end)?);
            self.options.report(Stage::Columns, end - range.start, range.len());
            start = end;
        }
        Ok(all)
    }
}
