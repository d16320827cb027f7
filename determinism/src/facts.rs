//! What holds in *every* assignment that satisfies the rows, whatever is known: ranges, small tables, points, and forms that
//! are never zero. Each is derived from rows by a rule that its file states.

mod multiples;
mod points;
mod ranges;
mod tables;

pub(crate) use points::Points;
pub(crate) use ranges::{DigitEquation, Ranges, modulus, signed};
pub(crate) use tables::Tables;

use crate::form::Form;
use crate::system::System;
use alloc::collections::BTreeSet;
use ark_ff::Zero;

/// All facts about a system.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) ranges: Ranges,
    pub(crate) points: Points,
    nonzero: NonZero,
}

/// Forms that are never zero, up to a factor.
#[derive(Clone, Debug, Default)]
pub(crate) struct NonZero(BTreeSet<Form>);

impl NonZero {
    /// Takes note that a form is never zero.
    pub(crate) fn insert(&mut self, form: &Form) {
        self.0.insert(form.monic().0);
    }

    fn contains(&self, form: &Form) -> bool {
        self.0.contains(&form.monic().0)
    }
}

impl Facts {
    /// Derives all facts.
    pub(crate) fn derive(system: &System) -> Self {
        let ranges = Ranges::derive(system);
        let tables = Tables::derive(system, &ranges);
        let mut nonzero = NonZero::default();
        // a product that is a constant other than zero has no factor that is zero
        for row in system.rows() {
            if row.c.as_constant().is_some_and(|k| !k.is_zero()) {
                nonzero.insert(&row.a);
                nonzero.insert(&row.b);
            }
        }
        let points = Points::derive(system, &ranges, &tables, &mut nonzero);
        Self { ranges, points, nonzero }
    }

    /// Whether a form is known never to be zero.
    pub(crate) fn is_nonzero(&self, form: &Form) -> bool {
        form.as_constant().is_some_and(|k| !k.is_zero())
            || self.nonzero.contains(form)
            || self.ranges.excludes_zero(form)
    }
}
