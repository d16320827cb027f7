//! What is proven of a circuit, and what is not.

use crate::engine::{Engine, Proof};
use crate::facts::Facts;
use crate::form::Form;
use crate::system::{System, index};
use alloc::collections::BTreeMap;
use num_bigint::BigInt;
use workproof_circuits::r1cs::{Domain, FreeInput, R1cs, movable_columns};
use workproof_protocol::Fr;

/// What a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Status {
    /// The constant, or a public input that was given.
    Public,
    /// A declared free input.
    Free,
    /// Determined, by propagation and unique digits.
    Proved,
    /// Determined, by a lemma.
    ByLemma,
    /// Not determined, and of no consequence: it occurs in one row only, and everything else in that row is determined
    /// without it. The inverse of a number that may be zero is such a hint.
    Inert,
    /// Not proven to be determined.
    Unknown,
}

/// What is taken as given.
#[derive(Clone, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "what a checker must be told about columns")]
pub struct Given {
    /// Columns of public inputs that are given. An output is not: it is to be proven.
    pub public: Vec<u32>,
    /// Free inputs, with what the rows should keep them to.
    pub free: Vec<FreeInput>,
    /// Columns that somebody outside looks at, and that are to be proven: these are never of no consequence.
    pub outputs: Vec<u32>,
}

impl Given {
    /// All public inputs but `outputs`, and the declared free inputs.
    #[must_use]
    pub fn of_shape(shape: &R1cs, outputs: &[u32]) -> Self {
        let last = u32::try_from(shape.public_inputs).unwrap_or(u32::MAX);
        let public = (1..=last).filter(|column| !outputs.contains(column)).collect();
        Self { public, free: shape.free_inputs.clone(), outputs: outputs.to_vec() }
    }

    /// The columns of all that is given.
    pub fn columns(&self) -> impl Iterator<Item = u32> + '_ {
        self.public.iter().copied().chain(self.free.iter().map(|free| free.column))
    }
}

/// The verdict on every variable.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The number of rows.
    pub rows: usize,
    /// By column; the constant has column 0.
    pub statuses: Vec<Status>,
    /// Free inputs that the rows do not keep to their domain.
    pub outside_domain: Vec<FreeInput>,
}

impl Report {
    /// Looks at a system.
    #[must_use]
    pub fn of(system: &System, given: &Given) -> Self {
        let facts = Facts::derive(system);
        let columns = given.columns().map(|column| (column, Fr::default()));
        let proofs = Engine::new(system, &facts, &facts.ranges.equations).run(columns).proofs;
        let mut statuses: Vec<Status> = proofs.iter().map(|proof| status_of(*proof)).collect();
        for column in core::iter::once(0).chain(given.public.iter().copied()) {
            set(&mut statuses, column, Status::Public);
        }
        for free in &given.free {
            set(&mut statuses, free.column, Status::Free);
        }
        let inert = |column: u32| {
            if given.outputs.contains(&column) {
                return false;
            }
            let [row] = system.touching(column) else { return false };
            let Some(row) = system.row(*row) else { return false };
            row.variables().all(|other| {
                other == column || proofs.get(index(other)).is_some_and(|proof| proof.is_some()) || other == 0
            })
        };
        let columns = u32::try_from(statuses.len()).unwrap_or(u32::MAX);
        for column in 0..columns {
            if statuses.get(index(column)) == Some(&Status::Unknown) && inert(column) {
                set(&mut statuses, column, Status::Inert);
            }
        }
        let outside = given.free.iter().filter(|free| !is_in_domain(&facts, free));
        Self { rows: system.rows().len(), statuses, outside_domain: outside.copied().collect() }
    }

    /// How many variables have a status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.statuses.iter().filter(|s| **s == status).count()
    }

    /// The columns that have a status.
    pub fn columns(&self, status: Status) -> impl Iterator<Item = u32> + '_ {
        self.statuses.iter().zip(0..).filter(move |(s, _)| **s == status).map(|(_, column)| column)
    }

    /// Whether every variable is determined or of no consequence, and every free input is kept to its domain.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.count(Status::Unknown) == 0 && self.outside_domain.is_empty()
    }

    /// Of the unknown variables those that can move, to first order, around a satisfying assignment while everything that is
    /// known stays: these are *free*, and the circuit is broken. The others may be determined by reasons that no rule
    /// here knows, or may have several values.
    #[must_use]
    pub fn free_columns(&self, shape: &R1cs, assignment: &[Fr]) -> Vec<u32> {
        let is_fixed = |column: u32| self.statuses.get(index(column)) != Some(&Status::Unknown);
        if self.count(Status::Unknown) == 0 {
            Vec::new()
        } else {
            movable_columns(shape, assignment, is_fixed)
        }
    }

    /// The numbers of columns of a status, by the clause of the first row that they occur in.
    #[must_use]
    pub fn by_clause(&self, system: &System, shape: &R1cs, status: Status) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for column in self.columns(status) {
            let row = system.touching(column).first().map_or(usize::MAX, |row| index(*row));
            let clause = shape.clause_of_row(row).unwrap_or("no row").to_owned();
            *counts.entry(clause).or_default() += 1;
        }
        counts
    }
}

fn set(statuses: &mut [Status], column: u32, status: Status) {
    if let Some(slot) = statuses.get_mut(index(column)) {
        *slot = status;
    }
}

const fn status_of(proof: Option<Proof>) -> Status {
    match proof {
        None => Status::Unknown,
        Some(Proof::Given) => Status::Free,
        Some(Proof::Propagation | Proof::Digits) => Status::Proved,
        Some(Proof::Quotient | Proof::IsZero) => Status::ByLemma,
    }
}

/// Whether the rows keep a free input to its domain, by facts that hold in every satisfying assignment.
fn is_in_domain(facts: &Facts, free: &FreeInput) -> bool {
    let variable = |column: u32| Form::variable(column);
    let is_point = |x: u32, y: u32| facts.points.is_point(&variable(x), &variable(y));
    match free.domain {
        Domain::Any => true,
        Domain::Boolean => facts.ranges.is_boolean(free.column),
        Domain::Between(low, high) => facts
            .ranges
            .of(free.column)
            .is_some_and(|bounds| bounds.0 >= BigInt::from(low) && bounds.1 <= BigInt::from(high)),
        Domain::MontgomeryPoint => is_point(free.column, free.column + 1),
        Domain::OrdinateOfPoint => free.column.checked_sub(1).is_some_and(|x| is_point(x, free.column)),
        _ => false,
    }
}
