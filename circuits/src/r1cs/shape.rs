//! The shape of a circuit: its three matrices.

use super::{FreeInput, Matrix};
use alloc::collections::BTreeSet;
use ark_bn254::Fr;

/// Rows that belong to one clause: from `first_row` to the next region's first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Region {
    /// The first row of the region.
    pub first_row: usize,
    /// The clause that its rows enforce, such as `clause:relay-cap`.
    pub clause: &'static str,
}

/// The three matrices of a circuit, with the numbers of columns and the clause that every row belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct R1cs {
    /// The number of public inputs, without the constant 1.
    pub public_inputs: usize,
    /// The number of columns: the constant 1, the public inputs and the witness variables.
    pub variables: usize,
    /// The left factors.
    pub a: Matrix,
    /// The right factors.
    pub b: Matrix,
    /// The products.
    pub c: Matrix,
    /// Which rows belong to which clause, in order of rows.
    pub regions: Vec<Region>,
    /// The witness variables that are the prover's choice, in order of columns. Names only: no row depends on them.
    pub free_inputs: Vec<FreeInput>,
}

impl R1cs {
    /// The number of constraints.
    #[must_use]
    pub const fn constraints(&self) -> usize {
        self.a.rows()
    }

    /// The number of entries in A, B and C that are not zero.
    #[must_use]
    pub const fn nonzeros(&self) -> [usize; 3] {
        [self.a.nonzeros(), self.b.nonzeros(), self.c.nonzeros()]
    }

    /// The number of variables that occur in B: only these have points in the B queries of a proving key.
    #[must_use]
    pub fn variables_in_b(&self) -> usize {
        let mut seen = vec![false; self.variables];
        for (column, _) in self.b.iter_rows().flatten() {
            if let Some(slot) = usize::try_from(column).ok().and_then(|c| seen.get_mut(c)) {
                *slot = true;
            }
        }
        seen.into_iter().filter(|x| *x).count()
    }

    /// The columns that a row of their own keeps in {0, 1}: rows `b · (b − 1) = 0`.
    #[must_use]
    pub fn boolean_columns(&self) -> BTreeSet<u32> {
        let bit = |row: usize| {
            let [(column, factor)] = self.a.row(row).collect::<Vec<_>>().try_into().ok()?;
            let right: Vec<_> = self.b.row(row).collect();
            let is_bit =
                right == [(0, -factor), (column, factor)] && column != 0 && self.c.row(row).next().is_none();
            is_bit.then_some(column)
        };
        (0..self.constraints()).filter_map(bit).collect()
    }

    /// log2 of the smallest domain that holds the circuit: one row a constraint, one a public input, one for the
    /// constant (snarkjs' rule).
    #[must_use]
    pub const fn log_domain(&self) -> u32 {
        (self.constraints() + self.public_inputs).ilog2() + 1
    }

    /// The clause that a row belongs to.
    #[must_use]
    pub fn clause_of_row(&self, row: usize) -> Option<&'static str> {
        let after = self.regions.partition_point(|region| region.first_row <= row);
        after.checked_sub(1).and_then(|i| self.regions.get(i)).map(|region| region.clause)
    }

    /// The first row that the assignment does not satisfy.
    #[must_use]
    pub fn first_unsatisfied_row(&self, assignment: &[Fr]) -> Option<usize> {
        (0..self.constraints()).find(|row| !self.is_row_satisfied(*row, assignment))
    }

    /// All rows that the assignment does not satisfy.
    #[must_use]
    pub fn unsatisfied_rows(&self, assignment: &[Fr]) -> Vec<usize> {
        (0..self.constraints()).filter(|row| !self.is_row_satisfied(*row, assignment)).collect()
    }

    /// Whether one row holds.
    #[must_use]
    pub fn is_row_satisfied(&self, row: usize, assignment: &[Fr]) -> bool {
        let left = self.a.evaluate_row(row, assignment) * self.b.evaluate_row(row, assignment);
        left == self.c.evaluate_row(row, assignment)
    }
}
