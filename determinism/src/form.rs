//! Linear forms over the columns of a circuit, as values: comparable, so that lemmas can be matched by equality.

use ark_bn254::Fr;
use ark_ff::{Field, Zero};

/// A linear form `Σ kᵢ·zᵢ`, sorted by column, without zero coefficients. Column 0 is the constant 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form(Vec<(u32, Fr)>);

impl Form {
    /// The form with these terms; columns may repeat and come in any order.
    #[must_use]
    pub fn new(terms: impl IntoIterator<Item = (u32, Fr)>) -> Self {
        let mut all: Vec<(u32, Fr)> = terms.into_iter().collect();
        all.sort_by_key(|(column, _)| *column);
        let mut merged: Vec<(u32, Fr)> = Vec::with_capacity(all.len());
        for (column, k) in all {
            match merged.last_mut() {
                Some(last) if last.0 == column => last.1 += k,
                _ => merged.push((column, k)),
            }
        }
        merged.retain(|(_, k)| !k.is_zero());
        Self(merged)
    }

    /// A constant.
    #[must_use]
    pub fn constant(value: Fr) -> Self {
        Self::new([(0, value)])
    }

    /// One variable.
    #[must_use]
    pub fn variable(column: u32) -> Self {
        Self(vec![(column, Fr::ONE)])
    }

    /// All terms, the constant first if there is one.
    #[must_use]
    pub fn terms(&self) -> &[(u32, Fr)] {
        &self.0
    }

    /// The terms of variables: all but the constant.
    pub fn variable_terms(&self) -> impl Iterator<Item = (u32, Fr)> + '_ {
        self.0.iter().copied().filter(|(column, _)| *column != 0)
    }

    /// The columns of the variables.
    pub fn variables(&self) -> impl Iterator<Item = u32> + '_ {
        self.variable_terms().map(|(column, _)| column)
    }

    /// Whether the form is zero everywhere.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// The constant part.
    #[must_use]
    pub fn constant_part(&self) -> Fr {
        self.0.first().filter(|(column, _)| *column == 0).map(|(_, k)| *k).unwrap_or_default()
    }

    /// The value of a form without variables.
    #[must_use]
    pub fn as_constant(&self) -> Option<Fr> {
        self.variables().next().is_none().then(|| self.constant_part())
    }

    /// The variable of a form that is a multiple of just one variable, without a constant.
    #[must_use]
    pub fn as_variable(&self) -> Option<u32> {
        match self.0.as_slice() {
            [(column, _)] if *column != 0 => Some(*column),
            _ => None,
        }
    }

    /// The coefficient of a column.
    #[must_use]
    pub fn coefficient(&self, column: u32) -> Fr {
        let index = self.0.binary_search_by_key(&column, |(c, _)| *c).ok();
        index.and_then(|i| self.0.get(i)).map(|(_, k)| *k).unwrap_or_default()
    }

    /// The form times a constant.
    #[must_use]
    pub fn times(&self, factor: Fr) -> Self {
        if factor.is_zero() {
            return Self::default();
        }
        Self(self.0.iter().map(|(column, k)| (*column, *k * factor)).collect())
    }

    /// `self + factor·other`.
    #[must_use]
    pub fn plus(&self, factor: Fr, other: &Self) -> Self {
        Self::new(self.0.iter().copied().chain(other.0.iter().map(|(column, k)| (*column, *k * factor))))
    }

    /// `self + other`.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        self.plus(Fr::ONE, other)
    }

    /// `self − other`.
    #[must_use]
    pub fn sub(&self, other: &Self) -> Self {
        self.plus(-Fr::ONE, other)
    }

    /// `self + value`.
    #[must_use]
    pub fn add_constant(&self, value: Fr) -> Self {
        self.add(&Self::constant(value))
    }

    /// Scaled so that the last coefficient is 1: forms that are multiples of one another become equal. The factor that
    /// was divided out comes with it.
    #[must_use]
    pub fn monic(&self) -> (Self, Fr) {
        let lead = self.0.last().map_or(Fr::ONE, |(_, k)| *k);
        (self.times(lead.inverse().unwrap_or_default()), lead)
    }

    /// The value where the columns have these values; unknown columns count as zero.
    #[must_use]
    pub fn evaluate(&self, value: impl Fn(u32) -> Fr) -> Fr {
        self.0.iter().map(|(column, k)| if *column == 0 { *k } else { *k * value(*column) }).sum()
    }
}
