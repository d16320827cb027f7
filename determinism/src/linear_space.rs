//! Linear equations with known right sides, kept in reduced echelon form, and the variables that they determine.
//!
//! An equation says that a form has a known value. Which variables are determined does not depend on the values, and where
//! nobody gave any they are all zero; where somebody did, the values of determined variables come out. In *reduced* echelon form a variable is determined by the equations together if and only if its own
//! row has no other variable.

use crate::form::Form;
use crate::system::index;
use alloc::collections::{BTreeMap, BTreeSet};
use ark_bn254::Fr;
use ark_ff::{Field, Zero};

/// A form without known variables and pivots, and its value.
#[derive(Clone, Debug, Default)]
struct Equation {
    terms: BTreeMap<u32, Fr>,
    value: Fr,
}

/// What is known, and what is known about what is not.
#[derive(Clone, Debug)]
pub(crate) struct LinearSpace {
    known: Vec<Option<Fr>>,
    /// For a pivot the rest of its row: `pivot + Σ rest = value`.
    rests: Vec<Option<Equation>>,
    /// For a variable that is no pivot, the pivots whose rows it occurs in.
    occurs: Vec<BTreeSet<u32>>,
}

/// What came of an equation: variables that have become known, and equations that are still to be taken note of.
#[derive(Default)]
struct Outcome {
    learned: Vec<u32>,
    pending: Vec<Equation>,
}

impl LinearSpace {
    pub(crate) fn new(variables: usize) -> Self {
        let mut known = vec![None; variables];
        if let Some(constant) = known.first_mut() {
            *constant = Some(Fr::ONE);
        }
        Self { known, rests: vec![None; variables], occurs: vec![BTreeSet::new(); variables] }
    }

    pub(crate) fn is_known(&self, column: u32) -> bool {
        self.value_of(column).is_some()
    }

    /// The value of a known variable.
    pub(crate) fn value_of(&self, column: u32) -> Option<Fr> {
        self.known.get(index(column)).copied().flatten()
    }

    /// The value of a form of known variables.
    pub(crate) fn evaluate(&self, form: &Form) -> Fr {
        form.evaluate(|column| self.value_of(column).unwrap_or_default())
    }

    /// Takes note of the value of a form; returns the variables that have become known by it. A value that contradicts
    /// others is ignored.
    pub(crate) fn learn(&mut self, form: &Form, value: Fr) -> Vec<u32> {
        let mut outcome = Outcome::default();
        outcome.pending.push(Equation { terms: form.terms().iter().copied().collect(), value });
        while let Some(equation) = outcome.pending.pop() {
            let Equation { mut terms, value } = self.reduce(&equation);
            let Some((pivot, lead)) = terms.pop_last() else { continue };
            let inverse = lead.inverse().unwrap_or_default();
            if terms.is_empty() {
                self.mark(pivot, value * inverse, &mut outcome);
                continue;
            }
            terms.values_mut().for_each(|k| *k *= inverse);
            self.eliminate(pivot, &Equation { terms, value: value * inverse }, &mut outcome);
        }
        outcome.learned
    }

    /// Puts a new row in, and takes its pivot out of all others.
    fn eliminate(&mut self, pivot: u32, rest: &Equation, outcome: &mut Outcome) {
        let rows = core::mem::take(self.occurs_mut(pivot));
        for column in rest.terms.keys() {
            self.occurs_mut(*column).insert(pivot);
        }
        if let Some(slot) = self.rests.get_mut(index(pivot)) {
            *slot = Some(rest.clone());
        }
        for row in rows {
            let Some(mut equation) = self.rests.get_mut(index(row)).and_then(Option::take) else { continue };
            let factor = equation.terms.remove(&pivot).unwrap_or_default();
            equation.value -= factor * rest.value;
            for (column, k) in &rest.terms {
                let entry = equation.terms.entry(*column).or_default();
                *entry -= factor * k;
                if entry.is_zero() {
                    equation.terms.remove(column);
                    self.occurs_mut(*column).remove(&row);
                } else {
                    self.occurs_mut(*column).insert(row);
                }
            }
            if equation.terms.is_empty() {
                self.mark(row, equation.value, outcome);
            } else if let Some(slot) = self.rests.get_mut(index(row)) {
                *slot = Some(equation);
            }
        }
    }

    /// A variable is known: it leaves all rows.
    fn mark(&mut self, column: u32, value: Fr, outcome: &mut Outcome) {
        let mut stack = vec![(column, value)];
        while let Some((column, value)) = stack.pop() {
            match self.known.get_mut(index(column)) {
                Some(known) if known.is_none() => *known = Some(value),
                _ => continue,
            }
            outcome.learned.push(column);
            if let Some(rest) = self.rests.get_mut(index(column)).and_then(Option::take) {
                for other in rest.terms.keys() {
                    self.occurs_mut(*other).remove(&column);
                }
                outcome.pending.push(Equation { value: rest.value - value, ..rest });
            }
            for row in core::mem::take(self.occurs_mut(column)) {
                let Some(slot) = self.rests.get_mut(index(row)) else { continue };
                let Some(rest) = slot else { continue };
                let k = rest.terms.remove(&column).unwrap_or_default();
                rest.value -= k * value;
                if rest.terms.is_empty() {
                    stack.push((row, rest.value));
                    *slot = None;
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

    /// The equation without known variables and without pivots.
    fn reduce(&self, equation: &Equation) -> Equation {
        let mut result = Equation { terms: BTreeMap::new(), value: equation.value };
        for (column, k) in &equation.terms {
            if let Some(value) = self.value_of(*column) {
                result.value -= *k * value;
                continue;
            }
            match self.rests.get(index(*column)).and_then(Option::as_ref) {
                None => *result.terms.entry(*column).or_default() += k,
                Some(rest) => {
                    result.value -= *k * rest.value;
                    for (other, m) in &rest.terms {
                        *result.terms.entry(*other).or_default() -= *k * m;
                    }
                }
            }
        }
        result.terms.retain(|_, k| !k.is_zero());
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::AdditiveGroup;

    fn form(terms: &[(u32, i64)]) -> Form {
        Form::new(terms.iter().map(|(column, k)| (*column, Fr::from(*k))))
    }

    #[test]
    fn equations_together_determine_what_none_does_alone() {
        let values = [1, 7, 11, 13, 17].map(Fr::from);
        let mut space = LinearSpace::new(5);
        let mut learn = |terms: &[(u32, i64)]| {
            let form = form(terms);
            let value = form.evaluate(|column| values[index(column)]);
            space.learn(&form, value)
        };
        assert!(learn(&[(1, 1), (2, 1), (3, 1)]).is_empty());
        assert!(learn(&[(1, 1), (2, -1), (0, 9)]).is_empty());
        let mut learned = learn(&[(3, 5)]);
        learned.sort_unstable();
        assert_eq!(learned, [1, 2, 3]);
        assert!(!space.is_known(4));
        for column in 0..4 {
            assert_eq!(space.value_of(column), Some(values[index(column)]));
        }
    }

    #[test]
    fn an_equation_that_follows_from_others_says_nothing() {
        let mut space = LinearSpace::new(4);
        space.learn(&form(&[(1, 1), (2, 1)]), Fr::ZERO);
        space.learn(&form(&[(2, 1), (3, 1)]), Fr::ZERO);
        assert!(space.learn(&form(&[(1, 1), (2, 2), (3, 1)]), Fr::ZERO).is_empty());
        assert!((1..4).all(|column| !space.is_known(column)));
        assert_eq!(space.learn(&form(&[(1, 1), (3, 1)]), Fr::ZERO).len(), 3);
    }
}
