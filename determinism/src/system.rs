//! The rows to look at, indexed by the variables that occur in them.

use crate::form::Form;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field};
use workproof_circuits::r1cs::R1cs;

/// One row `a · b = c`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a row has three forms")]
pub struct Row {
    /// The left factor.
    pub a: Form,
    /// The right factor.
    pub b: Form,
    /// The product.
    pub c: Form,
}

impl Row {
    /// The two factors in both orders.
    #[must_use]
    pub const fn orders(&self) -> [(&Form, &Form); 2] {
        [(&self.a, &self.b), (&self.b, &self.a)]
    }

    /// Every variable that occurs, once for each form in which it does.
    pub fn variables(&self) -> impl Iterator<Item = u32> + '_ {
        self.a.variables().chain(self.b.variables()).chain(self.c.variables())
    }

    /// The row as an equation `form = 0`, where one factor is a constant.
    #[must_use]
    pub fn as_linear(&self) -> Option<Form> {
        let (factor, other) = match (self.a.as_constant(), self.b.as_constant()) {
            (Some(k), _) => (k, &self.b),
            (None, Some(k)) => (k, &self.a),
            (None, None) => return None,
        };
        Some(self.c.plus(-factor, other))
    }

    /// Whether the row holds.
    #[must_use]
    pub fn holds(&self, assignment: &[Fr]) -> bool {
        let value = |column: u32| {
            usize::try_from(column).ok().and_then(|c| assignment.get(c)).copied().unwrap_or_default()
        };
        self.a.evaluate(value) * self.b.evaluate(value) == self.c.evaluate(value)
    }
}

/// All rows of a circuit.
#[derive(Clone, Debug, Default)]
pub struct System {
    variables: usize,
    rows: Vec<Row>,
    touching: Vec<Vec<u32>>,
}

impl System {
    /// The rows over so many columns, the constant included.
    #[must_use]
    pub fn new(variables: usize, rows: Vec<Row>) -> Self {
        let highest = rows.iter().flat_map(Row::variables).max().map_or(0, index);
        let variables = variables.max(highest + 1);
        let mut touching = vec![Vec::new(); variables];
        for (row, number) in rows.iter().zip(0..) {
            for column in row.variables() {
                if let Some(list) = touching.get_mut(index(column))
                    && list.last() != Some(&number)
                {
                    list.push(number);
                }
            }
        }
        Self { variables, rows, touching }
    }

    /// The rows of a shape.
    #[must_use]
    pub fn from_r1cs(shape: &R1cs) -> Self {
        let rows = (0..shape.constraints())
            .map(|row| Row {
                a: Form::new(shape.a.row(row)),
                b: Form::new(shape.b.row(row)),
                c: Form::new(shape.c.row(row)),
            })
            .collect();
        Self::new(shape.variables, rows)
    }

    /// The same system with one row replaced.
    #[must_use]
    pub fn with_row(&self, number: usize, row: Row) -> Self {
        let mut rows = self.rows.clone();
        if let Some(old) = rows.get_mut(number) {
            *old = row;
        }
        Self::new(self.variables, rows)
    }

    /// The number of columns, the constant included.
    #[must_use]
    pub const fn variables(&self) -> usize {
        self.variables
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One row, if there is such a row.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows.get(index(number))
    }

    /// The numbers of the rows in which a variable occurs.
    #[must_use]
    pub fn touching(&self, column: u32) -> &[u32] {
        self.touching.get(index(column)).map_or(&[], Vec::as_slice)
    }

    /// The rows in which any variable of a form occurs; a row may come more than once.
    pub fn rows_touching<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = &'a Row> + 'a {
        form.variables().flat_map(|column| self.touching(column)).filter_map(|row| self.row(*row))
    }

    /// All forms `S` for which a row says `form² = S`.
    #[must_use]
    pub fn squares_of(&self, form: &Form) -> Vec<Form> {
        let (monic, factor) = form.monic();
        let first = form.variables().next();
        let rows =
            first.map_or(&[][..], |first| self.touching(first)).iter().filter_map(|row| self.row(*row));
        let square = |row: &Row| {
            let ((left, k), (right, m)) = (row.a.monic(), row.b.monic());
            let scale = factor * factor * (k * m).inverse().unwrap_or(Fr::ZERO);
            (left == monic && right == monic).then(|| row.c.times(scale))
        };
        rows.filter(|row| !row.c.is_zero()).filter_map(square).collect()
    }
}

/// A column as an index.
pub(crate) const fn index(column: u32) -> usize {
    #[expect(clippy::as_conversions, reason = "no platform of ours has an usize below 32 bits")]
    let index = column as usize;
    index
}
