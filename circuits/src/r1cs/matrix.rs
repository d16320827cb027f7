//! One sparse matrix of a constraint system.

use super::Linear;
use ark_bn254::Fr;

/// A sparse matrix in compressed rows: `columns` and `coefficients` run in step, `row_ends[i]` is where row `i` ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    row_ends: Vec<usize>,
    columns: Vec<u32>,
    coefficients: Vec<Fr>,
}

impl Matrix {
    /// Appends a row.
    pub fn push(&mut self, form: &Linear) {
        self.push_terms(form.terms().iter().copied());
    }

    /// Appends a row given by its terms `(column, coefficient)`, sorted by column.
    pub fn push_terms(&mut self, terms: impl IntoIterator<Item = (u32, Fr)>) {
        for (column, coefficient) in terms {
            self.columns.push(column);
            self.coefficients.push(coefficient);
        }
        self.row_ends.push(self.columns.len());
    }

    /// The number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.row_ends.len()
    }

    /// The number of entries that are not zero.
    #[must_use]
    pub const fn nonzeros(&self) -> usize {
        self.columns.len()
    }

    /// The terms `(column, coefficient)` of one row; empty when there is no such row.
    pub fn row(&self, index: usize) -> impl Iterator<Item = (u32, Fr)> + '_ {
        let start = index.checked_sub(1).and_then(|i| self.row_ends.get(i)).copied().unwrap_or(0);
        let end = self.row_ends.get(index).copied().unwrap_or(start);
        let columns = self.columns.get(start..end).unwrap_or_default();
        let coefficients = self.coefficients.get(start..end).unwrap_or_default();
        columns.iter().copied().zip(coefficients.iter().copied())
    }

    /// All rows in order.
    pub fn iter_rows(&self) -> impl Iterator<Item = impl Iterator<Item = (u32, Fr)> + '_> + '_ {
        (0..self.rows()).map(|index| self.row(index))
    }

    /// `⟨row, assignment⟩`; a column outside the assignment counts as zero.
    #[must_use]
    pub fn evaluate_row(&self, index: usize, assignment: &[Fr]) -> Fr {
        let value = |column: u32| usize::try_from(column).ok().and_then(|c| assignment.get(c)).copied();
        self.row(index).map(|(column, k)| k * value(column).unwrap_or_default()).sum()
    }
}
