//! The circuit's polynomials at the secret point.

use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, FftField, Field, batch_inversion};
use rayon::prelude::*;
use workproof_circuits::r1cs::{Matrix, R1cs};

use crate::engine::powers;

/// Elements per task.
const TASK: usize = 1 << 12;

/// For each variable the values at the secret point of the polynomials that interpolate its column of A, B and C.
pub(super) struct KeyPolynomials {
    pub(super) u: Vec<Fr>,
    pub(super) v: Vec<Fr>,
    pub(super) w: Vec<Fr>,
    /// The Lagrange basis of the odd coset (inside the domain of twice the size) at the secret point.
    pub(super) odd_lagrange: Vec<Fr>,
}

impl KeyPolynomials {
    /// Evaluates everything at `tau`; `None` if the domain is too large for the field or tau is one of its points.
    pub(super) fn at(tau: Fr, r1cs: &R1cs, size: usize) -> Option<Self> {
        let doubled = u64::try_from(size).ok()?.checked_mul(2)?;
        let root = Fr::get_root_of_unity(doubled)?;
        let roots = powers(root, size.checked_mul(2)?);
        // over 2n points: L_k(tau) = (tau^2n - 1) / 2n * w^k / (tau - w^k), of which the odd k are picked;
        // the n points of the domain are the even k, with n in place of 2n
        let lagrange = |first: usize, count: u64| -> Option<Vec<Fr>> {
            let vanishing = tau.pow([count]) - Fr::ONE;
            let factor = vanishing * Fr::from(count).inverse()?;
            let picked: Vec<Fr> = roots.iter().skip(first).step_by(2).copied().collect();
            Some(scaled_inverses(tau, factor, &picked))
        };
        let even = lagrange(0, doubled / 2)?;
        let odd_lagrange = lagrange(1, doubled)?;
        if tau.pow([doubled]) == Fr::ONE {
            return None;
        }
        let rows = r1cs.constraints();
        let ((mut u, v), w) = rayon::join(
            || {
                rayon::join(
                    || columns(&r1cs.a, r1cs.variables, &even),
                    || columns(&r1cs.b, r1cs.variables, &even),
                )
            },
            || columns(&r1cs.c, r1cs.variables, &even),
        );
        // the constant and each public input have a row `x * 0 = 0` of their own, so that no two columns coincide
        let own_rows = even.get(rows..)?.iter().take(r1cs.public_inputs + 1);
        u.iter_mut().zip(own_rows).for_each(|(u, value)| *u += value);
        Some(Self { u, v, w, odd_lagrange })
    }
}

/// `factor * w / (tau - w)` for each root w.
fn scaled_inverses(tau: Fr, factor: Fr, roots: &[Fr]) -> Vec<Fr> {
    let mut values: Vec<Fr> = roots.par_iter().map(|root| tau - root).collect();
    values.par_chunks_mut(TASK).zip(roots.par_chunks(TASK)).for_each(|(values, roots)| {
        batch_inversion(values);
        values.iter_mut().zip(roots).for_each(|(value, root)| *value *= factor * root);
    });
    values
}

/// `sum over rows of entry * lagrange[row]`, for each column.
fn columns(matrix: &Matrix, variables: usize, lagrange: &[Fr]) -> Vec<Fr> {
    let mut sums = vec![Fr::ZERO; variables];
    for (row, value) in lagrange.iter().enumerate().take(matrix.rows()) {
        for (column, entry) in matrix.row(row) {
            let sum = usize::try_from(column).ok().and_then(|column| sums.get_mut(column));
            if let Some(sum) = sum {
                *sum += entry * value;
            }
        }
    }
    sums
}
