//! Mutants of a circuit: each has one row changed, and something must notice.
//!
//! A mutant is *killed*
//! 1. by an honest assignment that it refuses, as every test that proves a valid statement would notice;
//! 2. by the checker, which no longer proves that everything is determined and every free input kept to its domain;
//! 3. by an attack, an assignment that the circuit refuses and the mutant accepts: see [`attack`](crate::attack).
//!
//! What is left is a *survivor*: the row may be redundant, or nothing here can show what it is for.

use crate::attack::Solver;
use crate::form::Form;
use crate::report::{Given, Report};
use crate::system::{Row, System, index};
use alloc::collections::BTreeSet;
use ark_bn254::Fr;
use ark_ff::Field;

/// What is done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Mutation {
    /// The row is left out. For the row of a boolean this is to replace it by `0 = 0`.
    Drop,
    /// One term of A, B or C is left out.
    ZeroCoefficient(Side),
    /// 1 is added to A, B or C.
    AddOne(Side),
    /// In all three forms one variable takes the place of another.
    Alias,
}

/// One of the three forms of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::exhaustive_enums, reason = "a row has three forms")]
pub enum Side {
    /// The left factor.
    A,
    /// The right factor.
    B,
    /// The product.
    C,
}

/// All kinds of mutation.
pub const ALL: [Mutation; 8] = [
    Mutation::Drop,
    Mutation::ZeroCoefficient(Side::A),
    Mutation::ZeroCoefficient(Side::B),
    Mutation::ZeroCoefficient(Side::C),
    Mutation::AddOne(Side::A),
    Mutation::AddOne(Side::B),
    Mutation::AddOne(Side::C),
    Mutation::Alias,
];

/// How a mutant ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fate {
    /// An honest assignment is refused.
    KilledByHonest,
    /// Something is not determined any more, or not kept to its domain.
    KilledByChecker,
    /// It accepts what the circuit refuses.
    KilledByAttack,
    /// Nothing noticed.
    Survived,
}

/// A system with what is needed to judge its mutants.
#[derive(Debug)]
pub struct Laboratory<'a> {
    system: &'a System,
    given: &'a Given,
    honest: &'a [Vec<Fr>],
    solver: Solver<'a>,
}

impl<'a> Laboratory<'a> {
    /// For a system that the checker finds clean, with satisfying assignments.
    #[must_use]
    pub fn new(system: &'a System, given: &'a Given, honest: &'a [Vec<Fr>]) -> Self {
        Self { system, given, honest, solver: Solver::new(system, given) }
    }

    /// What becomes of a mutant; `None` where the mutation changes nothing, so that there is no mutant.
    #[must_use]
    pub fn fate(&self, number: u32, mutation: Mutation) -> Option<Fate> {
        let row = self.system.row(number)?;
        let mutant = mutate(row, number, mutation)?;
        if self.honest.iter().any(|assignment| !mutant.holds(assignment)) {
            return Some(Fate::KilledByHonest);
        }
        if mutation == Mutation::Drop && self.is_needed_nearby(row, number) {
            return Some(Fate::KilledByChecker);
        }
        let changed = self.system.with_row(index(number), mutant);
        if !Report::of(&changed, self.given).is_clean() {
            return Some(Fate::KilledByChecker);
        }
        let solver = Solver::new(&changed, self.given);
        let accepted = |honest: &Vec<Fr>| solver.satisfy_without(row, honest).is_some();
        Some(if self.honest.iter().take(2).any(accepted) { Fate::KilledByAttack } else { Fate::Survived })
    }

    /// Whether some variable of the row is not determined without it even if all other variables were: a small system
    /// that is looked at instead of the whole one. Nothing is concluded where everything is.
    fn is_needed_nearby(&self, row: &Row, number: u32) -> bool {
        let own: BTreeSet<u32> = row.variables().collect();
        let rows: BTreeSet<u32> = own.iter().flat_map(|c| self.system.touching(*c)).copied().collect();
        if rows.len() > 200 {
            return false;
        }
        let rows: Vec<Row> =
            rows.into_iter().filter(|r| *r != number).filter_map(|r| self.system.row(r).cloned()).collect();
        self.solver.are_undetermined(rows, &own)
    }
}

/// The changed row; `None` where it is the same.
#[must_use]
pub fn mutate(row: &Row, number: u32, mutation: Mutation) -> Option<Row> {
    let mut mutant = row.clone();
    match mutation {
        Mutation::Drop => mutant = Row::default(),
        Mutation::ZeroCoefficient(side) => {
            let form = side_of(&mut mutant, side);
            // a different term from row to row
            let chosen = index(number) % form.terms().len().max(1);
            let rest = form.terms().iter().enumerate().filter(|(place, _)| *place != chosen);
            *form = Form::new(rest.map(|(_, term)| *term));
        }
        Mutation::AddOne(side) => {
            let form = side_of(&mut mutant, side);
            *form = form.add_constant(Fr::ONE);
        }
        Mutation::Alias => {
            let mut columns: Vec<u32> = row.variables().collect();
            columns.sort_unstable();
            columns.dedup();
            let (from, to) = match columns.as_slice() {
                [] => return None,
                [only] => (*only, only.checked_sub(1)?),
                [first, .., last] => (*last, *first),
            };
            for side in [Side::A, Side::B, Side::C] {
                let form = side_of(&mut mutant, side);
                let renamed = form.terms().iter().map(|(c, k)| (if *c == from { to } else { *c }, *k));
                *form = Form::new(renamed);
            }
        }
    }
    (mutant != *row).then_some(mutant)
}

const fn side_of(row: &mut Row, side: Side) -> &mut Form {
    match side {
        Side::A => &mut row.a,
        Side::B => &mut row.b,
        Side::C => &mut row.c,
    }
}
