//! The quotient polynomial by circom's reduction.
//!
//! With a, b the polynomials that take the values of A·z and B·z on the domain, and c the one that takes their
//! products, `a b - c` vanishes on the domain. Its values on the odd coset, times the Lagrange basis of that coset (the
//! key's H points), are the quotient's contribution to the proof. No division and no C matrix is needed.

use ark_bn254::Fr;
use ark_ff::BigInt;
use rayon::prelude::*;

use super::groth16::Job;
use super::tasks::try_collect;
use super::{Backend, EngineError, Pages};
use crate::progress::Phase;
use crate::zkey::{Coefficient, CoefficientMatrix, Zkey};

/// Rows per task of the matrix products.
const ROWS: usize = 1 << 10;

/// The scalars of the H points: the values of `a b - c` on the odd coset, as canonical integers.
pub(super) fn quotient_scalars(
    backend: &dyn Backend,
    key: Zkey<'_>,
    assignment: &[BigInt<4>],
    job: &Job<'_>,
) -> Result<Pages<BigInt<4>>, EngineError> {
    job.reporter.report(Phase::Quotient, 0, 2);
    let size = usize::try_from(key.header().domain).or(Err(EngineError::MalformedKey))?;
    let (mut a, mut b) = (Pages::zeroed(size)?, Pages::zeroed(size)?);
    evaluate_matrices(key, assignment, (&mut a, &mut b), job)?;
    job.reporter.report(Phase::Quotient, 1, 2);
    let scalars = backend.quotient(a, b, job.cancel)?;
    job.reporter.report(Phase::Quotient, 2, 2);
    Ok(scalars)
}

/// A·z and B·z, row by row, in parallel: the entries are sorted by row, so each task finds its own.
fn evaluate_matrices(
    key: Zkey<'_>,
    assignment: &[BigInt<4>],
    (a, b): (&mut [Fr], &mut [Fr]),
    job: &Job<'_>,
) -> Result<(), EngineError> {
    let entries = key.coefficients();
    let tasks = a.par_chunks_mut(ROWS).zip(b.par_chunks_mut(ROWS)).enumerate();
    try_collect(tasks, |(task, (a, b))| {
        job.cancel.check()?;
        let first = u32::try_from(task * ROWS).or(Err(EngineError::MalformedKey))?;
        let rows = u32::try_from(a.len()).or(Err(EngineError::MalformedKey))?;
        let value = |entry: Coefficient| {
            let signal = assignment.get(usize::try_from(entry.signal).ok()?)?;
            Some(entry.times(*signal))
        };
        for entry in entries.rows(first, first + rows).iter() {
            let entry = entry.ok_or(EngineError::MalformedKey)?;
            let row = entry.constraint.checked_sub(first).and_then(|row| usize::try_from(row).ok());
            let target = match entry.matrix {
                CoefficientMatrix::A => &mut *a,
                CoefficientMatrix::B => &mut *b,
            };
            let sum = row.and_then(|row| target.get_mut(row)).ok_or(EngineError::MalformedKey)?;
            *sum += value(entry).ok_or(EngineError::MalformedKey)?;
        }
        Ok(())
    })
    .map(|_: Vec<()>| ())
}
