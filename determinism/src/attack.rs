//! Assignments that a circuit refuses, and accepts where one of its rows is changed.
//!
//! Where everything follows from what is given, a prover's only freedom is in what is given; so whoever wants to profit from
//! a missing row changes some of that and computes the rest anew. [`Solver::satisfy_without`] does just this, mechanically: it
//! changes given columns near the row, solves for everything else, and where a row fails that a free input of its own can
//! mend, mends it. What it returns satisfies the changed circuit and breaks the row as it was: the row is needed.

use crate::engine::Engine;
use crate::facts::{DigitEquation, Facts};
use crate::form::Form;
use crate::report::Given;
use crate::system::{Row, System, index};
use alloc::collections::{BTreeMap, BTreeSet};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, Zero};
use workproof_circuits::r1cs::Domain;

/// The most rows that are mended on the way to one attack.
const MOST_REPAIRS: usize = 4;

/// The most changes that are tried for one row.
const MOST_TRIES: usize = 10;

/// Solves a system for everything but what is given.
#[derive(Debug)]
pub struct Solver<'a> {
    system: &'a System,
    facts: Facts,
    domains: BTreeMap<u32, Domain>,
}

impl<'a> Solver<'a> {
    /// A solver for a system in which these columns are given.
    #[must_use]
    pub fn new(system: &'a System, given: &Given) -> Self {
        let mut domains: BTreeMap<u32, Domain> =
            given.public.iter().map(|column| (*column, Domain::Any)).collect();
        domains.extend(given.free.iter().map(|free| (free.column, free.domain)));
        Self { system, facts: Facts::derive(system), domains }
    }

    /// The assignment that follows from the given columns of `assignment`. Where it does not satisfy all rows, no assignment
    /// with these values does (if the system is proven to be deterministic).
    #[must_use]
    pub fn solve(&self, assignment: &[Fr]) -> Vec<Fr> {
        let value = |column: u32| assignment.get(index(column)).copied().unwrap_or_default();
        let given = self.domains.keys().map(|column| (*column, value(*column)));
        let outcome = Engine::new(self.system, &self.facts, &self.facts.ranges.equations).run(given);
        let mut values = outcome.values;
        for (proof, column) in outcome.proofs.iter().zip(0..) {
            if proof.is_none() {
                self.fill_inert(column, &mut values);
            }
        }
        values
    }

    /// A hint that nothing else depends on: whatever its one row says, if that says anything.
    fn fill_inert(&self, column: u32, values: &mut [Fr]) {
        let [row] = self.system.touching(column) else { return };
        let Some(row) = self.system.row(*row) else { return };
        if let Some(value) = solve_for(row, column, values)
            && let Some(slot) = values.get_mut(index(column))
        {
            *slot = value;
        }
    }

    /// Whether, with these rows alone, some of the `open` columns is not determined, or not kept to its domain, although all
    /// others are.
    pub(crate) fn are_undetermined(&self, rows: Vec<Row>, open: &BTreeSet<u32>) -> bool {
        let part = System::new(self.system.variables(), rows);
        let equations = DigitEquation::all_of(&part);
        let columns: BTreeSet<u32> = part.rows().iter().flat_map(Row::variables).collect();
        let is_open = |column: &u32| open.contains(column) && !self.domains.contains_key(column);
        let given = columns.into_iter().filter(|column| !is_open(column)).map(|column| (column, Fr::ZERO));
        let proofs = Engine::new(&part, &self.facts, &equations).run(given).proofs;
        let ranges = self.facts.ranges.of_part(&part, open);
        let loses_domain = |column: &u32| match self.domains.get(column) {
            Some(Domain::Boolean) => !ranges.is_boolean(*column),
            Some(Domain::Between(..)) => ranges.of(*column).is_none(),
            _ => false,
        };
        open.iter().filter(|column| is_open(column)).any(|c| proofs.get(index(*c)) == Some(&None))
            || open.iter().any(loses_domain)
    }

    fn first_broken_row(&self, assignment: &[Fr]) -> Option<&Row> {
        self.system.rows().iter().find(|row| !row.holds(assignment))
    }

    /// An assignment that satisfies this system and breaks `row`, which is not in it: made from a satisfying one by a change
    /// of given columns, those that occur in the row first.
    #[must_use]
    pub fn satisfy_without(&self, row: &Row, honest: &[Fr]) -> Option<Vec<Fr>> {
        let mut own: Vec<u32> = row.variables().filter(|column| self.domains.contains_key(column)).collect();
        own.sort_unstable();
        own.dedup();
        let first = row.variables().min()?;
        let can_change = |column: &u32| self.changed(*column, Fr::ZERO).is_some();
        let others = self.domains.keys().copied().filter(|column| !own.contains(column));
        let mut near: Vec<u32> = others.filter(can_change).collect();
        near.sort_by_key(|column| column.abs_diff(first));
        let pairs = own.iter().flat_map(|one| own.iter().map(move |other| (*one, *other)));
        let pairs = pairs.filter(|(one, other)| one < other).map(|(one, other)| vec![one, other]);
        let singles = |columns: &[u32]| columns.iter().map(|column| vec![*column]).collect::<Vec<_>>();
        let tries = singles(&own).into_iter().take(MOST_TRIES).chain(pairs.take(MOST_TRIES));
        let tries = tries.chain(singles(&near).into_iter().take(MOST_TRIES));
        tries.into_iter().find_map(|changed| self.satisfy_after(&changed, row, honest))
    }

    fn satisfy_after(&self, changed: &[u32], row: &Row, honest: &[Fr]) -> Option<Vec<Fr>> {
        let mut values = honest.to_vec();
        for column in changed {
            let slot = values.get_mut(index(*column))?;
            *slot = self.changed(*column, *slot)?;
        }
        let mut held = changed.to_vec();
        for _ in 0..MOST_REPAIRS {
            values = self.solve(&values);
            let Some(other) = self.first_broken_row(&values) else {
                return (!row.holds(&values)).then_some(values);
            };
            let (column, value) = self.repair(other, &values, &held)?;
            held.push(column);
            *values.get_mut(index(column))? = value;
        }
        None
    }

    /// Another value in the domain of a given column.
    fn changed(&self, column: u32, old: Fr) -> Option<Fr> {
        match self.domains.get(&column)? {
            Domain::Any => Some(old + Fr::ONE),
            Domain::Boolean => Some(Fr::ONE - old),
            Domain::Between(..) if old.is_zero() => Some(Fr::ONE),
            Domain::Between(..) => Some(old - Fr::ONE),
            _ => None,
        }
    }

    /// A given column, of any value, and the value by which it makes a row hold.
    fn repair(&self, row: &Row, values: &[Fr], held: &[u32]) -> Option<(u32, Fr)> {
        let any = |column: &u32| self.domains.get(column) == Some(&Domain::Any) && !held.contains(column);
        row.variables().filter(any).find_map(|column| Some((column, solve_for(row, column, values)?)))
    }
}

/// The value of one variable with which a row holds, if the row is linear in it.
fn solve_for(row: &Row, column: u32, values: &[Fr]) -> Option<Fr> {
    let at = |form: &Form, x: Fr| {
        let value = |c: u32| if c == column { x } else { values.get(index(c)).copied().unwrap_or_default() };
        form.evaluate(value)
    };
    let error = |x: Fr| at(&row.a, x) * at(&row.b, x) - at(&row.c, x);
    let (start, slope) = (error(Fr::ZERO), error(Fr::ONE) - error(Fr::ZERO));
    let value = -start * slope.inverse()?;
    error(value).is_zero().then_some(value)
}
