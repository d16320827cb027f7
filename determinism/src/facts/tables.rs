//! Variables that are a function of at most three booleans, by trying all values of the booleans.
//!
//! In a row whose every form but one variable of `C` is a function of the same at most three booleans, that variable is one
//! too: the row gives its value for each choice.

use super::Ranges;
use crate::form::Form;
use crate::system::{System, index};
use alloc::collections::BTreeSet;
use ark_bn254::Fr;
use ark_ff::{Field, Zero};

/// The most booleans of a table.
const MOST_BITS: usize = 3;

/// The values of a form for every choice of some booleans; the first is the lowest bit of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    bits: Vec<u32>,
    pub(crate) values: Vec<Fr>,
}

impl Table {
    fn at(&self, bits: &[u32], choice: usize) -> Fr {
        let position = self.bits.iter().enumerate().fold(0, |sum, (own, bit)| {
            let outer = bits.iter().position(|b| b == bit).unwrap_or_default();
            sum | ((choice >> outer & 1) << own)
        });
        self.values.get(position).copied().unwrap_or_default()
    }
}

/// The tables of variables.
#[derive(Debug)]
pub(crate) struct Tables(Vec<Option<Table>>);

impl Tables {
    pub(crate) fn derive(system: &System, ranges: &Ranges) -> Self {
        let boolean = |column: u32| {
            let table = Table { bits: vec![column], values: vec![Fr::ZERO, Fr::ONE] };
            ranges.is_boolean(column).then_some(table)
        };
        let columns = u32::try_from(system.variables()).unwrap_or(u32::MAX);
        let mut tables = Self((0..columns).map(boolean).collect());
        let mut pending: Vec<u32> =
            (0..u32::try_from(system.rows().len()).unwrap_or(u32::MAX)).rev().collect();
        while let Some(number) = pending.pop() {
            let Some(row) = system.row(number) else { continue };
            let mut open = row.variables().filter(|column| tables.of(*column).is_none());
            let (Some(column), None) = (open.next(), open.next()) else { continue };
            let lead = row.c.coefficient(column);
            let Some(inverse) = lead.inverse() else { continue };
            let rest = row.c.plus(-lead, &Form::variable(column));
            let Some(bits) = tables.bits_of(&[&row.a, &row.b, &rest]) else { continue };
            let value = |choice| {
                let at = |form| tables.evaluate(form, &bits, choice);
                (at(&row.a) * at(&row.b) - at(&rest)) * inverse
            };
            let values = (0..1 << bits.len()).map(value).collect();
            if let Some(slot) = tables.0.get_mut(index(column)) {
                *slot = Some(Table { bits, values });
            }
            pending.extend(system.touching(column));
        }
        tables
    }

    fn of(&self, column: u32) -> Option<&Table> {
        self.0.get(index(column)).and_then(Option::as_ref)
    }

    /// The booleans that the variables of all forms depend on, if they are few.
    fn bits_of(&self, forms: &[&Form]) -> Option<Vec<u32>> {
        let mut bits = BTreeSet::new();
        for column in forms.iter().flat_map(|form| form.variables()) {
            bits.extend(self.of(column)?.bits.iter().copied());
            if bits.len() > MOST_BITS {
                return None;
            }
        }
        Some(bits.into_iter().collect())
    }

    fn evaluate(&self, form: &Form, bits: &[u32], choice: usize) -> Fr {
        form.evaluate(|column| self.of(column).map(|table| table.at(bits, choice)).unwrap_or_default())
    }

    /// The pairs of values of two forms, for every choice of the booleans that they depend on.
    pub(crate) fn pairs(&self, x: &Form, y: &Form) -> Option<Vec<(Fr, Fr)>> {
        let bits = self.bits_of(&[x, y])?;
        let pair = |choice| (self.evaluate(x, &bits, choice), self.evaluate(y, &bits, choice));
        Some((0..1 << bits.len()).map(pair).collect())
    }

    /// Pairs of variables, other than booleans, that are functions of the same booleans and stand near one another.
    pub(crate) fn candidates(&self) -> Vec<(u32, u32)> {
        let columns = (0..u32::try_from(self.0.len()).unwrap_or(u32::MAX)).filter(|c| {
            self.of(*c).is_some_and(|table| table.bits != [*c] && !table.values.iter().all(Fr::is_zero))
        });
        let columns: Vec<u32> = columns.collect();
        let near = |pair: &[u32]| match pair {
            [x, y] if self.of(*x)?.bits == self.of(*y)?.bits => Some((*x, *y)),
            _ => None,
        };
        columns.windows(2).filter_map(near).collect()
    }
}

use ark_ff::AdditiveGroup as _;
