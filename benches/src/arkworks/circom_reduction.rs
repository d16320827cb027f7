//! circom's reduction of rows to a quotient polynomial, for ark-groth16.
//!
//! With a, b the polynomials through the values of A·z and B·z on the domain and c the one through their products,
//! `a b - c` is evaluated on the odd coset, and that is all: the key's H points are the Lagrange basis there. arkworks'
//! own reduction divides by the vanishing polynomial instead and goes back to coefficients.

use ark_ff::PrimeField;
use ark_groth16::r1cs_to_qap::{LibsnarkReduction, R1CSToQAP, evaluate_constraint};
use ark_poly::EvaluationDomain;
use ark_relations::gr1cs::{ConstraintSystemRef, Matrix, Result, SynthesisError};
use rayon::prelude::*;

/// The reduction that keys of snarkjs are made for.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CircomReduction;

impl R1CSToQAP for CircomReduction {
    /// The same as arkworks' own: the two differ in the quotient only.
    fn instance_map_with_evaluation<F: PrimeField, D: EvaluationDomain<F>>(
        cs: ConstraintSystemRef<F>,
        t: &F,
    ) -> Result<(Vec<F>, Vec<F>, Vec<F>, F, usize, usize)> {
        LibsnarkReduction::instance_map_with_evaluation::<F, D>(cs, t)
    }

    fn witness_map_from_matrices<F: PrimeField, D: EvaluationDomain<F>>(
        matrices: &[Matrix<F>],
        num_inputs: usize,
        num_constraints: usize,
        full_assignment: &[F],
    ) -> Result<Vec<F>> {
        let [rows_a, rows_b, ..] = matrices else { return Err(SynthesisError::AssignmentMissing) };
        let domain = D::new(num_constraints + num_inputs).ok_or(SynthesisError::PolynomialDegreeTooLarge)?;
        let twice = D::new(2 * domain.size()).ok_or(SynthesisError::PolynomialDegreeTooLarge)?;
        let odd = domain.get_coset(twice.group_gen()).ok_or(SynthesisError::PolynomialDegreeTooLarge)?;

        let values = |rows: &Matrix<F>| -> Vec<F> {
            let rows = rows.par_iter().take(num_constraints);
            rows.map(|row| evaluate_constraint(row, full_assignment)).collect()
        };
        let (mut a, mut b) = (values(rows_a), values(rows_b));
        // a row for each public input and the constant, so that none of them can be left out of the proof
        a.extend(full_assignment.iter().take(num_inputs));
        a.resize(domain.size(), F::zero());
        b.resize(domain.size(), F::zero());
        let mut c: Vec<F> = a.par_iter().zip(&b).map(|(a, b)| *a * b).collect();
        for values in [&mut a, &mut b, &mut c] {
            domain.ifft_in_place(values);
            odd.fft_in_place(values);
        }
        a.par_iter_mut().zip(b).zip(c).for_each(|((a, b), c)| {
            *a *= b;
            *a -= c;
        });
        Ok(a)
    }

    /// Keys are made elsewhere.
    fn h_query_scalars<F: PrimeField, D: EvaluationDomain<F>>(
        _max_power: usize,
        _t: F,
        _zt: F,
        _delta_inverse: F,
    ) -> Result<Vec<F>> {
        Err(SynthesisError::AssignmentMissing)
    }
}
