//! Which variables are determined: propagation from what is known, row by row, to a fixed point.
//!
//! | rule | says |
//! |---|---|
//! | product | both factors known: the product is a linear equation |
//! | linear | a constant factor: the row is a linear equation; equations are solved together |
//! | digits | see [`digits`] |
//! | quotient | `a · q = c` with `a`, `c` known and `a` never zero: `q` is known |
//! | is-zero | `u · x = f` and `(k − f) · x = 0` with `x`, `k` known: `f` is known, being 0 where `x = 0` and `k` elsewhere |

use crate::digits;
use crate::facts::{DigitEquation, Facts};
use crate::form::Form;
use crate::linear_space::LinearSpace;
use crate::system::{System, index};
use alloc::collections::{BTreeMap, BTreeSet};
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, Zero};

/// By what a variable is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Proof {
    /// It was given: a public input, or a declared free input.
    Given,
    /// By rows whose factors are known, and linear equations.
    Propagation,
    /// By unique digits.
    Digits,
    /// By a divisor that is never zero.
    Quotient,
    /// By a pair of rows that test for zero.
    IsZero,
}

/// A step that may teach something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Row(u32),
    Pair(usize),
    Digits(usize),
}

/// Two rows `u · x = f` and `d · x = 0`.
#[derive(Debug)]
struct ZeroTest {
    x: Form,
    f: Form,
    d: Form,
}

/// What is known at the end.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// How each variable is known, if it is.
    pub(crate) proofs: Vec<Option<Proof>>,
    /// The values that follow from the given ones; zero where nothing follows.
    pub(crate) values: Vec<Fr>,
}

/// The state of a propagation.
pub(crate) struct Engine<'a> {
    system: &'a System,
    facts: &'a Facts,
    equations: &'a [DigitEquation],
    space: LinearSpace,
    proofs: Vec<Option<Proof>>,
    /// Unknown variables in A, B and C of each row.
    unknown: Vec<[usize; 3]>,
    tests: Vec<ZeroTest>,
    /// The steps that may teach something new when a variable becomes known.
    followers: Vec<Vec<Step>>,
    /// In order of rows, as the circuit was written: values then follow from arguments, and a row that compares does so
    /// with a value that is there.
    queue: BTreeSet<Step>,
}

impl<'a> Engine<'a> {
    /// An engine over these rows, with facts that hold of them, and the equations in which to look for digits.
    pub(crate) fn new(system: &'a System, facts: &'a Facts, equations: &'a [DigitEquation]) -> Self {
        let unknown = system.rows().iter().map(|row| [&row.a, &row.b, &row.c].map(|f| f.variables().count()));
        let mut engine = Self {
            system,
            facts,
            equations,
            space: LinearSpace::new(system.variables()),
            proofs: vec![None; system.variables()],
            unknown: unknown.collect(),
            tests: zero_tests(system),
            followers: vec![Vec::new(); system.variables()],
            queue: BTreeSet::new(),
        };
        engine.follow();
        engine
    }

    /// Propagates from what is given, with these values, to a fixed point. Which variables become known does not depend on the
    /// values; they may all be zero.
    pub(crate) fn run(mut self, given: impl IntoIterator<Item = (u32, Fr)>) -> Outcome {
        for (column, value) in given {
            self.learn(&Form::variable(column), value, Proof::Given);
        }
        for row in self.system.rows() {
            if let Some(equation) = row.as_linear() {
                self.learn(&equation, Fr::ZERO, Proof::Propagation);
            }
        }
        let rows = 0..u32::try_from(self.system.rows().len()).unwrap_or(u32::MAX);
        self.queue.extend(rows.map(Step::Row));
        self.queue.extend((0..self.equations.len()).map(Step::Digits));
        self.queue.extend((0..self.tests.len()).map(Step::Pair));
        while let Some(step) = self.queue.pop_first() {
            match step {
                Step::Row(row) => self.look_at_row(row),
                Step::Pair(pair) => self.look_at_zero_test(pair),
                Step::Digits(equation) => self.look_at_digits(equation),
            }
        }
        let columns = 0..u32::try_from(self.system.variables()).unwrap_or(u32::MAX);
        let values = columns.map(|column| self.space.value_of(column).unwrap_or_default()).collect();
        Outcome { proofs: self.proofs, values }
    }

    fn follow(&mut self) {
        let mut add = |form: &Form, step: Step| {
            for column in form.variables() {
                if let Some(list) = self.followers.get_mut(index(column)) {
                    list.push(step);
                }
            }
        };
        for (number, equation) in self.equations.iter().enumerate() {
            add(&equation.form, Step::Digits(number));
        }
        for (number, test) in self.tests.iter().enumerate() {
            add(&test.x, Step::Pair(number));
            add(&test.d, Step::Pair(number));
        }
    }

    fn learn(&mut self, form: &Form, value: Fr, proof: Proof) {
        for column in self.space.learn(form, value) {
            if let Some(slot) = self.proofs.get_mut(index(column)) {
                *slot = Some(proof);
            }
            for number in self.system.touching(column) {
                let (Some(row), Some(counts)) =
                    (self.system.row(*number), self.unknown.get_mut(index(*number)))
                else {
                    continue;
                };
                for (form, count) in [&row.a, &row.b, &row.c].into_iter().zip(counts.iter_mut()) {
                    if !form.coefficient(column).is_zero() {
                        *count -= 1;
                    }
                }
                let [a, b, c] = *counts;
                if a + b == 0 || (c == 0 && (a == 0 || b == 0)) {
                    self.queue.insert(Step::Row(*number));
                }
            }
            for step in self.followers.get(index(column)).into_iter().flatten() {
                self.queue.insert(*step);
            }
        }
    }

    fn look_at_row(&mut self, number: u32) {
        let (Some(row), Some(counts)) = (self.system.row(number), self.unknown.get(index(number))) else {
            return;
        };
        let [a, b, c] = [&row.a, &row.b, &row.c].map(|form| self.space.evaluate(form));
        let quotient = |divisor: Fr| c * divisor.inverse().unwrap_or_default();
        match *counts {
            [0, 0, 0] => {}
            [0, 0, _] => self.learn(&row.c, a * b, Proof::Propagation),
            [0, _, 0] if self.facts.is_nonzero(&row.a) => self.learn(&row.b, quotient(a), Proof::Quotient),
            [_, 0, 0] if self.facts.is_nonzero(&row.b) => self.learn(&row.a, quotient(b), Proof::Quotient),
            _ => {}
        }
    }

    fn look_at_zero_test(&mut self, number: usize) {
        let Some(test) = self.tests.get(number) else { return };
        if !test.x.variables().all(|column| self.space.is_known(column)) {
            return;
        }
        // d + μ f is to be known: then f = 0 where x = 0, and f is that over μ elsewhere
        let Some((column, k)) = test.f.variable_terms().find(|(column, _)| !self.space.is_known(*column))
        else {
            return;
        };
        let factor = -test.d.coefficient(column) * k.inverse().unwrap_or_default();
        let rest = test.d.plus(factor, &test.f);
        if !factor.is_zero() && rest.variables().all(|column| self.space.is_known(column)) {
            let form = test.f.clone();
            let elsewhere = self.space.evaluate(&rest) * factor.inverse().unwrap_or_default();
            let value = if self.space.evaluate(&test.x).is_zero() { Fr::ZERO } else { elsewhere };
            self.learn(&form, value, Proof::IsZero);
        }
    }

    fn look_at_digits(&mut self, number: usize) {
        let facts = self.facts;
        let Some(equation) = self.equations.get(number) else { return };
        let mut columns = Vec::new();
        let mut digits = Vec::new();
        for (column, k) in equation.form.variable_terms().filter(|(c, _)| !self.space.is_known(*c)) {
            let Some((low, high)) = facts.ranges.of(column) else { return };
            columns.push(column);
            digits.push((k, high - low));
        }
        if !columns.is_empty() && digits::are_unique(equation, &digits) {
            // what the unknown terms add up to: up to the digit on the right, which has a term of its own
            let known =
                Form::new(equation.form.terms().iter().copied().filter(|(c, _)| !columns.contains(c)));
            let target = -self.space.evaluate(&known);
            let values = digits::solve(facts, equation, &columns, target);
            for (column, value) in columns.into_iter().zip(values) {
                self.learn(&Form::variable(column), value, Proof::Digits);
            }
        }
    }
}

/// All pairs of rows that test the same form for zero.
fn zero_tests(system: &System) -> Vec<ZeroTest> {
    let mut zeros: BTreeMap<Form, Vec<&Form>> = BTreeMap::new();
    for row in system.rows().iter().filter(|row| row.c.is_zero()) {
        for (d, x) in row.orders() {
            if x.variables().next().is_some() {
                zeros.entry(x.monic().0).or_default().push(d);
            }
        }
    }
    let mut tests = Vec::new();
    for row in system.rows().iter().filter(|row| !row.c.is_zero()) {
        for (_, x) in row.orders() {
            for d in zeros.get(&x.monic().0).into_iter().flatten() {
                tests.push(ZeroTest { x: x.clone(), f: row.c.clone(), d: (*d).clone() });
            }
        }
    }
    tests
}

#[cfg(test)]
mod tests;
