//! Linear forms over the columns of a constraint system.

use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, One, Zero};
use core::cmp::Ordering;
use core::ops::{Add, Neg, Sub};
use zeroize::Zeroize;

/// A linear form `Σ kᵢ·zᵢ`.
///
/// While a shape is recorded it carries the terms and no value; while an assignment is filled it carries the value
/// and no terms. Column 0 is the constant 1.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Linear {
    value: Fr,
    /// Sorted by column, no zero coefficient, each column once.
    terms: Vec<(u32, Fr)>,
}

impl Linear {
    pub(super) const fn from_parts(value: Fr, terms: Vec<(u32, Fr)>) -> Self {
        Self { value, terms }
    }

    /// The form that is zero everywhere.
    #[must_use]
    pub fn zero() -> Self {
        Self::default()
    }

    /// The value of the form under the assignment being filled; meaningless (zero) while a shape is recorded.
    ///
    /// Only hints read it: see [`ConstraintSystem::hint`](super::ConstraintSystem::hint).
    #[must_use]
    pub const fn value(&self) -> Fr {
        self.value
    }

    /// The terms `(column, coefficient)`, sorted by column; empty while an assignment is filled.
    #[must_use]
    pub fn terms(&self) -> &[(u32, Fr)] {
        &self.terms
    }

    /// The form times a constant.
    #[must_use]
    pub fn times(&self, factor: Fr) -> Self {
        if factor.is_zero() {
            return Self::zero();
        }
        let terms = self.terms.iter().map(|(column, k)| (*column, *k * factor)).collect();
        Self { value: self.value * factor, terms }
    }

    /// Twice the form.
    #[must_use]
    pub fn doubled(&self) -> Self {
        let terms = self.terms.iter().map(|(column, k)| (*column, k.double())).collect();
        Self { value: self.value.double(), terms }
    }

    /// `Σ factor·form` over many forms; one sort instead of many merges.
    #[must_use]
    #[expect(single_use_lifetimes, reason = "an elided lifetime is not allowed inside impl Trait")]
    pub fn sum<'a>(parts: impl IntoIterator<Item = (Fr, &'a Self)>) -> Self {
        let mut value = Fr::ZERO;
        let mut all: Vec<(u32, Fr)> = Vec::new();
        for (factor, form) in parts {
            value += form.value * factor;
            all.extend(form.terms.iter().map(|(column, k)| (*column, *k * factor)));
        }
        all.sort_by_key(|(column, _)| *column);
        let mut terms: Vec<(u32, Fr)> = Vec::with_capacity(all.len());
        for (column, k) in all {
            match terms.last_mut() {
                Some(last) if last.0 == column => last.1 += k,
                _ => terms.push((column, k)),
            }
        }
        terms.retain(|(_, k)| !k.is_zero());
        Self { value, terms }
    }

    fn combine(&self, other: &Self, factor: Fr) -> Self {
        let mut terms = Vec::with_capacity(self.terms.len() + other.terms.len());
        let (mut left, mut right) = (self.terms.iter().peekable(), other.terms.iter().peekable());
        loop {
            let order = match (left.peek(), right.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(l), Some(r)) => l.0.cmp(&r.0),
            };
            match order {
                Ordering::Less => terms.extend(left.next()),
                Ordering::Greater => terms.extend(right.next().map(|(column, k)| (*column, *k * factor))),
                Ordering::Equal => {
                    if let (Some(l), Some(r)) = (left.next(), right.next()) {
                        let k = l.1 + r.1 * factor;
                        if !k.is_zero() {
                            terms.push((l.0, k));
                        }
                    }
                }
            }
        }
        Self { value: self.value + other.value * factor, terms }
    }
}

/// A value may be part of a secret witness, and forms lie in vectors: it is wiped.
impl Drop for Linear {
    fn drop(&mut self) {
        self.value.zeroize();
    }
}

/// A constant: the form `k · 1`.
impl From<Fr> for Linear {
    fn from(value: Fr) -> Self {
        let terms = if value.is_zero() { Vec::new() } else { vec![(0, value)] };
        Self { value, terms }
    }
}

impl From<u64> for Linear {
    fn from(value: u64) -> Self {
        Self::from(Fr::from(value))
    }
}

impl core::fmt::Debug for Linear {
    /// Prints the terms only: a value may be part of a secret witness.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Linear").field("terms", &self.terms).finish_non_exhaustive()
    }
}

macro_rules! operators {
    ($($left:ty, $right:ty);*) => {$(
        impl Add<$right> for $left {
            type Output = Linear;
            fn add(self, other: $right) -> Linear { self.combine(&other, Fr::one()) }
        }
        impl Sub<$right> for $left {
            type Output = Linear;
            fn sub(self, other: $right) -> Linear { self.combine(&other, -Fr::ONE) }
        }
    )*};
}
operators!(Linear, Linear; Linear, &Linear; &Linear, Linear; &Linear, &Linear);

impl Neg for &Linear {
    type Output = Linear;
    fn neg(self) -> Linear {
        self.times(-Fr::ONE)
    }
}

impl Neg for Linear {
    type Output = Self;
    fn neg(self) -> Self {
        self.times(-Fr::ONE)
    }
}
