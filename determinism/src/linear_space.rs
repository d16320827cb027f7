//! Linear equations with known right sides, kept in reduced echelon form, and the variables that they determine.
//!
//! An equation says that a form has a known value; what the value is does not matter here, so known variables and constants
//! are left out of it. In *reduced* echelon form a variable is determined by the equations together if and only if its own
//! row has no other variable.

use crate::form::Form;
use crate::system::index;
use alloc::collections::{BTreeMap, BTreeSet};
use ark_bn254::Fr;
use ark_ff::{Field, Zero};

/// What is known, and what is known about what is not.
#[derive(Clone, Debug)]
pub(crate) struct LinearSpace {
    known: Vec<bool>,
    /// For a pivot the rest of its row: `pivot + Σ rest` is known.
    rests: Vec<Option<BTreeMap<u32, Fr>>>,
    /// For a variable that is no pivot, the pivots whose rows it occurs in.
    occurs: Vec<BTreeSet<u32>>,
}

impl LinearSpace {
    pub(crate) fn new(variables: usize) -> Self {
        let mut known = vec![false; variables];
        if let Some(constant) = known.first_mut() {
            *constant = true;
        }
        Self { known, rests: vec![None; variables], occurs: vec![BTreeSet::new(); variables] }
    }

    pub(crate) fn is_known(&self, column: u32) -> bool {
        self.known.get(index(column)).copied().unwrap_or(true)
    }

    /// Whether the value of a form is known, although its variables may not be.
    pub(crate) fn is_form_known(&self, form: &Form) -> bool {
        form.variables().all(|column| self.is_known(column)) || self.reduce(form.variable_terms()).is_empty()
    }

    /// Takes note that the value of a form is known; returns the variables that have become known by it.
    pub(crate) fn learn(&mut self, form: &Form) -> Vec<u32> {
        let mut learned = Vec::new();
        let mut pending: Vec<BTreeMap<u32, Fr>> = vec![form.variable_terms().collect()];
        while let Some(equation) = pending.pop() {
            let mut terms = self.reduce(equation.into_iter());
            let Some((pivot, lead)) = terms.pop_last() else { continue };
            if terms.is_empty() {
                self.mark(pivot, &mut learned, &mut pending);
                continue;
            }
            let inverse = lead.inverse().unwrap_or_default();
            terms.values_mut().for_each(|k| *k *= inverse);
            self.eliminate(pivot, &terms, &mut learned, &mut pending);
        }
        learned
    }

    /// Puts a new row in, and takes its pivot out of all others.
    fn eliminate(
        &mut self,
        pivot: u32,
        rest: &BTreeMap<u32, Fr>,
        learned: &mut Vec<u32>,
        pending: &mut Vec<BTreeMap<u32, Fr>>,
    ) {
        let rows = core::mem::take(self.occurs_mut(pivot));
        for column in rest.keys() {
            self.occurs_mut(*column).insert(pivot);
        }
        if let Some(slot) = self.rests.get_mut(index(pivot)) {
            *slot = Some(rest.clone());
        }
        for row in rows {
            let Some(mut terms) = self.rests.get_mut(index(row)).and_then(Option::take) else { continue };
            let factor = terms.remove(&pivot).unwrap_or_default();
            for (column, k) in rest {
                let entry = terms.entry(*column).or_default();
                *entry -= factor * k;
                if entry.is_zero() {
                    terms.remove(column);
                    self.occurs_mut(*column).remove(&row);
                } else {
                    self.occurs_mut(*column).insert(row);
                }
            }
            if terms.is_empty() {
                self.mark(row, learned, pending);
            } else if let Some(slot) = self.rests.get_mut(index(row)) {
                *slot = Some(terms);
            }
        }
    }

    /// A variable is known: it leaves all rows.
    fn mark(&mut self, column: u32, learned: &mut Vec<u32>, pending: &mut Vec<BTreeMap<u32, Fr>>) {
        let mut stack = vec![column];
        while let Some(column) = stack.pop() {
            match self.known.get_mut(index(column)) {
                Some(known) if !*known => *known = true,
                _ => continue,
            }
            learned.push(column);
            if let Some(rest) = self.rests.get_mut(index(column)).and_then(Option::take) {
                for other in rest.keys() {
                    self.occurs_mut(*other).remove(&column);
                }
                pending.push(rest);
            }
            for row in core::mem::take(self.occurs_mut(column)) {
                let Some(slot) = self.rests.get_mut(index(row)) else { continue };
                let Some(rest) = slot else { continue };
                rest.remove(&column);
                if rest.is_empty() {
                    *slot = None;
                    stack.push(row);
                }
            }
        }
    }

    fn occurs_mut(&mut self, column: u32) -> &mut BTreeSet<u32> {
        let place = index(column);
        if place >= self.occurs.len() {
            self.occurs.resize(place + 1, BTreeSet::new());
        }
        #[expect(clippy::indexing_slicing, reason = "made long enough just above")]
        &mut self.occurs[place]
    }

    /// The form without known variables and without pivots.
    fn reduce(&self, terms: impl Iterator<Item = (u32, Fr)>) -> BTreeMap<u32, Fr> {
        let mut result: BTreeMap<u32, Fr> = BTreeMap::new();
        for (column, k) in terms {
            if self.is_known(column) {
                continue;
            }
            match self.rests.get(index(column)).and_then(Option::as_ref) {
                None => *result.entry(column).or_default() += k,
                Some(rest) => {
                    for (other, m) in rest {
                        *result.entry(*other).or_default() -= k * m;
                    }
                }
            }
        }
        result.retain(|_, k| !k.is_zero());
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(terms: &[(u32, i64)]) -> Form {
        Form::new(terms.iter().map(|(column, k)| (*column, Fr::from(*k))))
    }

    #[test]
    fn equations_together_determine_what_none_does_alone() {
        let mut space = LinearSpace::new(5);
        assert!(space.learn(&form(&[(1, 1), (2, 1), (3, 1)])).is_empty());
        assert!(space.learn(&form(&[(1, 1), (2, -1), (0, 9)])).is_empty());
        assert!(space.is_form_known(&form(&[(1, 2), (3, 1)])));
        assert!(!space.is_form_known(&form(&[(1, 1), (3, 1)])));
        let mut learned = space.learn(&form(&[(3, 5)]));
        learned.sort_unstable();
        assert_eq!(learned, [1, 2, 3]);
        assert!(!space.is_known(4));
    }

    /// A fact that is the sum of others takes nothing and gives nothing.
    #[test]
    fn an_equation_that_follows_from_others_says_nothing() {
        let mut space = LinearSpace::new(4);
        space.learn(&form(&[(1, 1), (2, 1)]));
        space.learn(&form(&[(2, 1), (3, 1)]));
        assert!(space.learn(&form(&[(1, 1), (2, 2), (3, 1)])).is_empty());
        assert!(!space.is_known(1) && !space.is_known(2) && !space.is_known(3));
        assert_eq!(space.learn(&form(&[(1, 1), (3, 1)])).len(), 3);
    }
}
