//! One attack on a circuit and on its twin.

use alloc::collections::BTreeSet;
use core::fmt::Debug;
use core::ops::Range;
use workproof_circuits::r1cs::R1cs;
use workproof_determinism::System;
use workproof_determinism::system::Row;
use workproof_protocol::Fr;

/// The name of the test that this stands in.
macro_rules! here {
    () => {{
        fn marker() {}
        core::any::type_name_of_val(&marker).rsplit("::").nth(1).unwrap()
    }};
}
pub(crate) use here;

/// One row of a circuit that is a check of its own.
pub(crate) struct Check<'a> {
    shape: &'a R1cs,
    rows: Range<usize>,
    name: &'static str,
}

impl<'a> Check<'a> {
    /// Some row of a circuit.
    pub(crate) const fn row(shape: &'a R1cs, row: usize, name: &'static str) -> Self {
        Self { shape, rows: row..row + 1, name }
    }

    /// Two neighbouring rows that are one check, such as one for each coordinate of a point.
    pub(crate) const fn two_rows(shape: &'a R1cs, first: usize, name: &'static str) -> Self {
        Self { shape, rows: first..first + 2, name }
    }

    /// The last row of a clause, or of its `part` where it has one for each place: there a value is compared, or the top bit
    /// of a range kept a bit.
    pub(crate) fn last(shape: &'a R1cs, clause: &str, part: usize, name: &'static str) -> Self {
        Self::row(shape, parts(shape, clause)[part].end - 1, name)
    }

    /// The circuit without the check.
    pub(crate) fn twin(&self) -> System {
        let rows = System::from_r1cs(self.shape).rows().to_vec();
        let without = |(number, row)| if self.rows.contains(&number) { Row::default() } else { row };
        System::new(self.shape.variables, rows.into_iter().enumerate().map(without).collect())
    }
}

/// The rows of each part of a clause, in order.
pub(crate) fn parts(shape: &R1cs, clause: &str) -> Vec<Range<usize>> {
    let starts = shape.regions.iter().map(|region| (region.first_row, region.clause));
    let ends = shape.regions.iter().skip(1).map(|region| region.first_row).chain([shape.constraints()]);
    let all = starts.zip(ends).filter(|((_, name), _)| *name == clause);
    all.map(|((start, _), end)| start..end).collect()
}

/// What an attack is called in the table.
pub(crate) struct Title {
    pub(crate) id: &'static str,
    pub(crate) what: &'static str,
    pub(crate) test: &'static str,
}

/// The circuit refuses these values, by the check alone, and its twin accepts them. Prints the attack for the table in the
/// book.
pub(crate) fn carry_out(title: &Title, check: &Check<'_>, values: &[Fr]) {
    let clauses: BTreeSet<_> = check.rows.clone().filter_map(|row| check.shape.clause_of_row(row)).collect();
    let clauses: Vec<&str> = clauses.into_iter().collect();
    let by = if clauses.is_empty() { "rows of the gadget".to_owned() } else { clauses.join(", ") };
    carry_out_and_name(title, check, values, &by);
}

/// The same for a claim that the plain check refuses as well, with this violation.
pub(crate) fn carry_out_claim<V: Debug>(title: &Title, check: &Check<'_>, values: &[Fr], violation: &V) {
    let variant = format!("{violation:?}");
    let variant = variant.split(['(', ' ', '{']).next().unwrap();
    let error = core::any::type_name::<V>().rsplit("::").next().unwrap();
    carry_out_and_name(title, check, values, &format!("{error}::{variant}"));
}

#[expect(clippy::print_stdout, reason = "the chore that writes the table reads it there")]
fn carry_out_and_name(title: &Title, check: &Check<'_>, values: &[Fr], by: &str) {
    let Title { id, what, test } = title;
    let broken = check.shape.unsatisfied_rows(values);
    assert!(!broken.is_empty(), "{id}: {what}: the circuit accepts it");
    let named: Vec<_> = broken.iter().map(|row| (row, check.shape.clause_of_row(*row))).collect();
    assert!(broken.iter().all(|row| check.rows.contains(row)), "{id}: {what}: {named:?}");
    assert!(check.twin().rows().iter().all(|row| row.holds(values)), "{id}: {what}: the twin refuses it");
    println!("attack\t{id}\t{what}\t{test}\t{by}\t{}", check.name);
}

/// The only variable on the left of a row.
pub(crate) fn left_column(shape: &R1cs, row: usize) -> usize {
    let columns: Vec<u32> = shape.a.row(row).map(|(column, _)| column).filter(|c| *c != 0).collect();
    let [column] = columns[..] else { panic!("row {row} has {columns:?} on the left") };
    usize::try_from(column).unwrap()
}

/// The only variable on the right of the equality sign of a row.
pub(crate) fn product_column(shape: &R1cs, row: usize) -> usize {
    let columns: Vec<u32> = shape.c.row(row).map(|(column, _)| column).filter(|c| *c != 0).collect();
    let [column] = columns[..] else { panic!("row {row} has {columns:?} as its product") };
    usize::try_from(column).unwrap()
}

/// Fills the bits of a range that starts at a row with those of a number; the top bit is a form of the number itself.
pub(crate) fn set_bits(shape: &R1cs, first: usize, width: usize, number: u128, values: &mut [Fr]) {
    for bit in 0..width - 1 {
        values[left_column(shape, first + bit)] = Fr::from(number >> bit & 1);
    }
}
