//! A system's Jacobian at an assignment: a test for variables that nothing holds in place.

use super::R1cs;
use alloc::collections::BTreeMap;
use ark_bn254::Fr;
use ark_ff::{Field, Zero};

/// The rank of `∂(Az ∘ Bz − Cz)/∂z` at an assignment, over the columns from `fixed` on.
///
/// A rank below `variables − fixed` means that some direction leaves every row satisfied to first order: a variable that
/// is not determined by the first `fixed` columns. Full rank says that the assignment is isolated, not that it is the
/// only one.
#[must_use]
pub fn jacobian_rank(shape: &R1cs, assignment: &[Fr], fixed: usize) -> usize {
    eliminate(shape, assignment, |column| usize::try_from(column).is_ok_and(|c| c < fixed)).len()
}

/// The columns that can move without breaking a row, to first order, while the columns for which `is_fixed` says so stay
/// as they are: those that occur in some vector of the Jacobian's kernel.
#[must_use]
pub fn movable_columns(shape: &R1cs, assignment: &[Fr], is_fixed: impl Fn(u32) -> bool) -> Vec<u32> {
    let pivots = eliminate(shape, assignment, &is_fixed);
    // a vector of the kernel from arbitrary values of the free columns: an entry is zero only where it always is
    let mut vector: BTreeMap<u32, Fr> = BTreeMap::new();
    let columns = 0..u32::try_from(shape.variables).unwrap_or(u32::MAX);
    for column in columns.filter(|column| !is_fixed(*column) && !pivots.contains_key(column)) {
        let arbitrary = Fr::from(7919 * u64::from(column) + 13).inverse().unwrap_or_default();
        vector.insert(column, arbitrary);
    }
    for (column, pivot) in pivots.iter().rev() {
        let others = pivot.iter().filter(|(other, _)| other != column);
        let sum: Fr = others.map(|(other, k)| *k * vector.get(other).copied().unwrap_or_default()).sum();
        if !sum.is_zero() {
            vector.insert(*column, -sum);
        }
    }
    vector.into_keys().collect()
}

/// The pivots of the Jacobian, by their columns.
fn eliminate(
    shape: &R1cs,
    assignment: &[Fr],
    is_fixed: impl Fn(u32) -> bool,
) -> BTreeMap<u32, Vec<(u32, Fr)>> {
    let mut pivots: BTreeMap<u32, Vec<(u32, Fr)>> = BTreeMap::new();
    for index in 0..shape.constraints() {
        let (a, b) = (shape.a.evaluate_row(index, assignment), shape.b.evaluate_row(index, assignment));
        let mut row: BTreeMap<u32, Fr> = BTreeMap::new();
        let mut add = |terms: &mut dyn Iterator<Item = (u32, Fr)>, factor: Fr| {
            for (column, k) in terms {
                if !is_fixed(column) {
                    *row.entry(column).or_default() += k * factor;
                }
            }
        };
        add(&mut shape.a.row(index), b);
        add(&mut shape.b.row(index), a);
        add(&mut shape.c.row(index), -Fr::ONE);
        reduce(row, &mut pivots);
    }
    pivots
}

/// Eliminates a row by the pivots so far; what is left becomes a pivot.
fn reduce(mut row: BTreeMap<u32, Fr>, pivots: &mut BTreeMap<u32, Vec<(u32, Fr)>>) {
    row.retain(|_, k| !k.is_zero());
    while let Some((&column, &lead)) = row.first_key_value() {
        let Some(pivot) = pivots.get(&column) else {
            let inverse = lead.inverse().unwrap_or_default();
            pivots.insert(column, row.into_iter().map(|(c, k)| (c, k * inverse)).collect());
            return;
        };
        for (other, k) in pivot {
            *row.entry(*other).or_default() -= lead * k;
        }
        row.retain(|_, k| !k.is_zero());
    }
}
