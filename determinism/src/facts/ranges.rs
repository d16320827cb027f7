//! Integers: variables that the rows keep between two bounds.
//!
//! * **Two values.** `X · (κX + c) = εX` for a form `X` and constants `κ ≠ 0`, `c ≠ ε` says `X = 0` or `X = (ε − c)/κ`; so the form
//!   `X κ/(ε − c)` is 0 or 1.
//! * **Bounds.** In an equation `Σ kᵢ vᵢ + k = d`, where `d` is 0 or a form's 0-or-1, and all variables but one have bounds, the
//!   last one has bounds too, if the coefficients are small enough for the bounds not to wrap around the field.

use crate::form::Form;
use crate::system::{Row, System, index};
use alloc::collections::BTreeSet;
use ark_bn254::Fr;
use ark_ff::{Field, PrimeField, Zero};
use num_bigint::{BigInt, BigUint, Sign};

/// The most numbers, other than booleans, of an equation from which bounds are refined.
const FEW: usize = 3;

/// `low ≤ v ≤ high` as integers; a negative number stands for its residue.
pub(crate) type Bounds = (BigInt, BigInt);

/// `form = digit` where the digit is 0, or 0 or 1: what bounds and unique digits are read from.
#[derive(Clone, Debug)]
pub(crate) struct DigitEquation {
    pub(crate) form: Form,
    /// Whether the right side may be 1.
    pub(crate) has_digit: bool,
}

impl DigitEquation {
    /// All such equations among the rows.
    pub(crate) fn all_of(system: &System) -> Vec<Self> {
        let of_row = |row: &Row| match row.as_linear() {
            Some(form) => Some(Self { form, has_digit: false }),
            None => two_valued(&row.a, &row.b, &row.c).map(|form| Self { form, has_digit: true }),
        };
        system.rows().iter().filter_map(of_row).collect()
    }
}

/// The bounds of variables.
#[derive(Debug)]
pub(crate) struct Ranges {
    bounds: Vec<Option<Bounds>>,
    pub(crate) equations: Vec<DigitEquation>,
}

impl Ranges {
    pub(crate) fn derive(system: &System) -> Self {
        let mut ranges = Self { bounds: vec![None; system.variables()], equations: Vec::new() };
        ranges.read(system);
        ranges
    }

    /// Takes bounds from all rows of a system.
    fn read(&mut self, system: &System) {
        for equation in DigitEquation::all_of(system) {
            match equation.form.as_variable() {
                Some(column) if equation.has_digit && equation.form.coefficient(column) == Fr::ONE => {
                    self.narrow(column, (BigInt::ZERO, BigInt::from(1u8)));
                }
                _ => self.equations.push(equation),
            }
        }
        self.propagate();
        self.refine();
    }

    /// The bounds that some of the rows give to `open` columns, where all others have those that they have here.
    pub(crate) fn of_part(&self, part: &System, open: &BTreeSet<u32>) -> Self {
        let mut ranges = Self { bounds: vec![None; self.bounds.len()], equations: Vec::new() };
        for column in part.rows().iter().flat_map(Row::variables).filter(|column| !open.contains(column)) {
            if let Some(slot) = ranges.bounds.get_mut(index(column)) {
                *slot = self.of(column).cloned();
            }
        }
        ranges.read(part);
        ranges
    }

    /// The bounds of a variable.
    pub(crate) fn of(&self, column: u32) -> Option<&Bounds> {
        self.bounds.get(index(column)).and_then(Option::as_ref)
    }

    /// Whether a variable is 0 or 1.
    pub(crate) fn is_boolean(&self, column: u32) -> bool {
        self.of(column).is_some_and(|(low, high)| *low >= BigInt::ZERO && *high <= BigInt::from(1u8))
    }

    /// Whether the bounds of its variables keep a form from being zero.
    pub(crate) fn excludes_zero(&self, form: &Form) -> bool {
        let terms: Option<Vec<_>> = form.variable_terms().map(|(c, k)| Some((k, self.of(c)?))).collect();
        let Some(sum) = terms.and_then(|terms| interval(&terms, form.constant_part())) else { return false };
        (sum.0 > BigInt::ZERO || sum.1 < BigInt::ZERO)
            && &sum.1 - &sum.0 < modulus()
            && sum.0 > -modulus()
            && sum.1 < modulus()
    }

    fn narrow(&mut self, column: u32, bounds: Bounds) -> bool {
        let Some(slot) = self.bounds.get_mut(index(column)) else { return false };
        if slot.is_none() {
            *slot = Some(bounds);
            return true;
        }
        false
    }

    /// Bounds from bounds, until nothing new comes: each variable gets bounds once.
    fn propagate(&mut self) {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); self.bounds.len()];
        let mut missing: Vec<usize> = Vec::with_capacity(self.equations.len());
        for (number, equation) in self.equations.iter().enumerate() {
            let mut unbounded = 0;
            for column in equation.form.variables().filter(|column| self.of(*column).is_none()) {
                unbounded += 1;
                if let Some(list) = users.get_mut(index(column)) {
                    list.push(number);
                }
            }
            missing.push(unbounded);
        }
        let mut ready: Vec<usize> = (0..missing.len()).filter(|i| missing.get(*i) == Some(&1)).collect();
        while let Some(number) = ready.pop() {
            let Some((column, bounds)) = self.equations.get(number).and_then(|e| self.last_bounds(e)) else {
                continue;
            };
            if !self.narrow(column, bounds) {
                continue;
            }
            for user in users.get(index(column)).into_iter().flatten() {
                if let Some(count) = missing.get_mut(*user) {
                    *count -= 1;
                    if *count == 1 {
                        ready.push(*user);
                    }
                }
            }
        }
    }

    /// Narrower bounds, where a second equation has them: once for each equation of few numbers.
    fn refine(&mut self) {
        for number in 0..self.equations.len() {
            let numbers: Vec<(u32, Fr)> = self
                .equations
                .get(number)
                .into_iter()
                .flat_map(|equation| equation.form.variable_terms())
                .filter(|(column, _)| !self.is_boolean(*column))
                .collect();
            if numbers.len() > FEW {
                continue;
            }
            for (column, lead) in numbers {
                let Some(new) = self.equations.get(number).and_then(|e| self.bounds_from(e, column, lead))
                else {
                    continue;
                };
                if let Some(Some(old)) = self.bounds.get_mut(index(column)) {
                    // bounds from two equations hold together only where both are of the same integer
                    if new.0 >= old.0 && new.1 <= old.1 {
                        *old = new;
                    }
                }
            }
        }
    }

    /// The bounds of the only variable of an equation that has none yet.
    fn last_bounds(&self, equation: &DigitEquation) -> Option<(u32, Bounds)> {
        let mut open = equation.form.variable_terms().filter(|(column, _)| self.of(*column).is_none());
        let ((column, lead), None) = (open.next()?, open.next()) else { return None };
        Some((column, self.bounds_from(equation, column, lead)?))
    }

    /// The bounds of one variable from those of all others.
    fn bounds_from(&self, equation: &DigitEquation, column: u32, lead: Fr) -> Option<Bounds> {
        let scale = -lead.inverse()?;
        let digit: Bounds = (BigInt::ZERO, BigInt::from(1u8));
        let mut terms: Vec<(Fr, &Bounds)> = Vec::new();
        for (other, k) in equation.form.variable_terms().filter(|(other, _)| *other != column) {
            terms.push((k * scale, self.of(other)?));
        }
        if equation.has_digit {
            terms.push((-scale, &digit));
        }
        let bounds = interval(&terms, equation.form.constant_part() * scale)?;
        (&bounds.1 - &bounds.0 < modulus()).then_some(bounds)
    }
}

/// The bounds of `Σ kᵢ vᵢ + constant`, the coefficients taken as the integers of least absolute value.
fn interval(terms: &[(Fr, &Bounds)], constant: Fr) -> Option<Bounds> {
    let start = signed(constant);
    let (mut low, mut high) = (start.clone(), start);
    for (k, (from, to)) in terms {
        let k = signed(*k);
        let (one, other) = (&k * from, &k * to);
        if k.sign() == Sign::Minus {
            low += other;
            high += one;
        } else {
            low += one;
            high += other;
        }
    }
    Some((low, high))
}

/// The form that is 0 or 1 by the row `a · b = c`.
fn two_valued(a: &Form, b: &Form, c: &Form) -> Option<Form> {
    let lead = a.terms().last().filter(|(column, _)| *column != 0)?;
    let kappa = b.coefficient(lead.0) * lead.1.inverse()?;
    let offset = b.plus(-kappa, a).as_constant()?;
    let epsilon = c.coefficient(lead.0) * lead.1.inverse()?;
    if kappa.is_zero() || !c.plus(-epsilon, a).is_zero() {
        return None;
    }
    let other = (epsilon - offset).inverse()?;
    let form = a.times(kappa * other);
    // 1 − v says the same of v
    let complement = Form::constant(Fr::ONE).sub(&form);
    Some(if complement.as_variable().is_some() { complement } else { form })
}

/// The field's order.
pub(crate) fn modulus() -> BigInt {
    BigInt::from(BigUint::from(Fr::MODULUS))
}

/// The integer of least absolute value with this residue.
pub(crate) fn signed(value: Fr) -> BigInt {
    let (plain, negated) = (value.into_bigint(), (-value).into_bigint());
    if negated < plain { -BigInt::from(BigUint::from(negated)) } else { BigInt::from(BigUint::from(plain)) }
}

#[cfg(test)]
mod tests;
