//! The linear algebra that makes Poseidon's rows sparse.
//!
//! Write `x` for inputs of S-boxes (after the round constant is added), `y` for outputs, `M` for the MDS matrix, `c` for
//! round constants. The variables of the circuit are all the `x`, and, in the last round, `y_1 … y_{t-1}` and the output.
//! Each `y` has to be written as an affine form of variables:
//!
//! * between full rounds `x⁺ = M y + c⁺`, so `y = M⁻¹ (x⁺ − c⁺)`;
//! * in round 0, `y_0` is a constant. So the inputs of round 1 obey one linear equation, and the last of them is a form
//!   of the others: the *dependent input*;
//! * in partial rounds only element 0 passes an S-box. Let `σ_1 … σ_{t-1}` be the other elements of the state before the
//!   first partial round. Then, round by round, `y = (x⁺ − c⁺_0 − Σ_{j≥1} M_{0j} s_j) / M_{00}` and
//!   `s⁺_i = M_{i0} y + Σ_{j≥1} M_{ij} s_j + c⁺_i`: everything is affine in the `x` and the `σ`. After the last partial
//!   round the state consists of inputs of full S-boxes, which are variables: `t − 1` equations that give the `σ`;
//! * in the last round `y_0 = (out − Σ_{j≥1} M_{0j} y_j) / M_{00}`.
//!
//! The divisions are by fixed numbers of the parameter set; a zero would show as a failed test of every arity.

use super::SBox;
use crate::r1cs::Linear;
use ark_bn254::Fr;
use ark_ff::{AdditiveGroup, Field, Zero};
use std::sync::OnceLock;
use workproof_protocol::poseidon::{self, PoseidonParameters};

/// Affine forms over the inputs of the partial rounds and of the first full round after them, the constant last.
type Form = Vec<Fr>;

/// What is fixed for one arity.
#[derive(Debug)]
pub struct Plan {
    parameters: &'static PoseidonParameters,
    inverse_mds: Vec<Vec<Fr>>,
    /// State elements 1 … t−1 before the first partial round.
    sigma: Vec<Form>,
    /// Outputs of the S-boxes of the partial rounds.
    partial_outputs: Vec<Form>,
}

impl Plan {
    /// The plan for `N` inputs, made once.
    #[must_use]
    pub fn of<const N: usize>() -> &'static Self {
        const { assert!(N >= 1 && N <= 16, "circomlib has Poseidon for 1 to 16 inputs") };
        static PLANS: [OnceLock<Plan>; 17] = [const { OnceLock::new() }; 17];
        #[expect(clippy::indexing_slicing, reason = "N is at most 16, checked at compile time")]
        PLANS[N].get_or_init(|| Self::new(poseidon::parameters_of::<N>()))
    }

    fn new(parameters: &'static PoseidonParameters) -> Self {
        let inverse_mds = invert(&parameters.mds);
        let (sigma, partial_outputs) = solve_partial_rounds(parameters);
        Self { parameters, inverse_mds, sigma, partial_outputs }
    }

    pub(super) const fn parameters(&self) -> &'static PoseidonParameters {
        self.parameters
    }

    /// The width `t`.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.parameters.width
    }

    /// The number of S-boxes with rows: all but the first one of round 0.
    #[must_use]
    pub const fn s_boxes(&self) -> usize {
        self.width() * self.parameters.full_rounds + self.parameters.partial_rounds - 1
    }

    /// The constants of a round.
    pub(super) fn round(&self, round: usize) -> impl Iterator<Item = Fr> + '_ {
        let constants = &self.parameters.round_constants;
        constants.iter().skip(round * self.width()).take(self.width()).copied()
    }

    /// The last input of round 1, from the others.
    pub(super) fn dependent_input(&self, others: &[&Linear]) -> Linear {
        let capacity = self.round(0).next().unwrap_or_default();
        let first_output = capacity * capacity.square().square();
        let Some((last, row)) = self.inverse_mds.first().and_then(|row| row.split_last()) else {
            return Linear::zero();
        };
        let scale = last.inverse().unwrap_or_default();
        let shift = dot(self.inverse_mds.first().into_iter().flatten().copied(), self.round(1));
        let sum = Linear::sum(row.iter().map(|k| -*k * scale).zip(others.iter().copied()));
        sum + Linear::from((first_output + shift) * scale)
    }

    /// The outputs of all S-boxes as forms, in the order of `boxes`.
    pub(super) fn outputs(&self, boxes: &[SBox], last: &[Linear], output: &Linear) -> Vec<Linear> {
        let (t, half) = (self.width(), self.parameters.full_rounds / 2);
        let inputs: Vec<&Linear> = boxes.iter().map(|s_box| &s_box.input).collect();
        // Rounds 0 to half − 1; the first box of round 0 is missing, so round r starts at r·t − 1.
        let partial_start = half * t - 1;
        let second_start = partial_start + self.parameters.partial_rounds;
        let basis: Vec<&Linear> =
            inputs.iter().skip(partial_start).take(self.partial_rounds() + t).copied().collect();
        let mut result = Vec::with_capacity(boxes.len());
        for round in 0..half - 1 {
            let next: Vec<&Linear> = inputs.iter().skip((round + 1) * t - 1).take(t).copied().collect();
            result.extend(self.unmix(round + 1, &next).into_iter().skip(usize::from(round == 0)));
        }
        let sigma: Vec<Linear> = self.sigma.iter().map(|form| apply(form, &basis)).collect();
        let entering: Vec<&Linear> = basis.iter().take(1).copied().chain(&sigma).collect();
        result.extend(self.unmix(half, &entering));
        result.extend(self.partial_outputs.iter().map(|form| apply(form, &basis)));
        for round in 0..half - 1 {
            let next: Vec<&Linear> =
                inputs.iter().skip(second_start + (round + 1) * t).take(t).copied().collect();
            result.extend(self.unmix(half + self.partial_rounds() + round + 1, &next));
        }
        result.push(self.first_of_last(last, output));
        result.extend(last.iter().cloned());
        result
    }

    const fn partial_rounds(&self) -> usize {
        self.parameters.partial_rounds
    }

    /// `M⁻¹ (next − c)` where `c` are the constants of the round that `next` enters.
    fn unmix(&self, round: usize, next: &[&Linear]) -> Vec<Linear> {
        let shifted: Vec<Linear> =
            next.iter().zip(self.round(round)).map(|(x, c)| *x - Linear::from(c)).collect();
        let row = |row: &Vec<Fr>| Linear::sum(row.iter().copied().zip(&shifted));
        self.inverse_mds.iter().map(row).collect()
    }

    /// `y_0` of the last round from the output and the other `y`.
    fn first_of_last(&self, last: &[Linear], output: &Linear) -> Linear {
        let Some((first, rest)) = self.parameters.mds.first().and_then(|row| row.split_first()) else {
            return Linear::zero();
        };
        let scale = first.inverse().unwrap_or_default();
        Linear::sum(core::iter::once((scale, output)).chain(rest.iter().map(|m| -*m * scale).zip(last)))
    }
}

/// The forms of the `σ` and of the outputs of the partial rounds. Coordinates: `RP + t` inputs, `t − 1` times `σ`
/// (eliminated at the end), the constant.
fn solve_partial_rounds(parameters: &PoseidonParameters) -> (Vec<Form>, Vec<Form>) {
    let (t, rounds) = (parameters.width, parameters.partial_rounds);
    let (inputs, dimension) = (rounds + t, rounds + t + t);
    let unit = |index: usize| -> Form { (0..dimension).map(|i| Fr::from(u64::from(i == index))).collect() };
    let mut state: Vec<Form> = (0..t - 1).map(|j| unit(inputs + j)).collect();
    let mut outputs = Vec::with_capacity(rounds);
    let first_constant = parameters.full_rounds / 2 + 1;
    for round in 0..rounds {
        let constants = parameters.round_constants.chunks(t).nth(first_constant + round).unwrap_or_default();
        let mut rows = parameters.mds.iter().zip(constants);
        let Some((top, constant)) = rows.next() else { break };
        let Some((pivot, top)) = top.split_first() else { break };
        let mut output = unit(round + 1);
        add_constant(&mut output, -*constant);
        top.iter().zip(&state).for_each(|(m, s)| add_scaled(&mut output, s, -*m));
        let scale = pivot.inverse().unwrap_or_default();
        output.iter_mut().for_each(|k| *k *= scale);
        state = rows
            .map(|(row, constant)| {
                let mut next = vec![Fr::ZERO; dimension];
                add_constant(&mut next, *constant);
                row.iter()
                    .zip(core::iter::once(&output).chain(&state))
                    .for_each(|(m, s)| add_scaled(&mut next, s, *m));
                next
            })
            .collect();
        outputs.push(output);
    }
    // state_j = x'_j for j = 1 … t−1, where x' are the inputs of the next full round.
    let equations: Vec<Form> = state
        .into_iter()
        .enumerate()
        .map(|(j, mut form)| {
            add_scaled(&mut form, &unit(rounds + 1 + j), -Fr::ONE);
            form
        })
        .collect();
    let sigma = eliminate(equations, inputs, t - 1);
    let outputs = outputs.iter().map(|form| substitute(form, inputs, &sigma)).collect();
    (sigma, outputs)
}

fn add_scaled(target: &mut Form, other: &Form, factor: Fr) {
    target.iter_mut().zip(other).for_each(|(t, o)| *t += *o * factor);
}

fn add_constant(target: &mut Form, constant: Fr) {
    if let Some(last) = target.last_mut() {
        *last += constant;
    }
}

/// Solves `equations = 0` for the unknowns at coordinates `start .. start + count`; returns forms without them.
fn eliminate(equations: Vec<Form>, start: usize, count: usize) -> Vec<Form> {
    let matrix: Vec<Vec<Fr>> =
        equations.iter().map(|form| form.iter().skip(start).take(count).copied().collect()).collect();
    let known: Vec<Form> = equations.iter().map(|form| without(form, start, count)).collect();
    let combine = |row: Vec<Fr>| {
        let mut result = vec![Fr::ZERO; known.first().map_or(0, Vec::len)];
        row.iter().zip(&known).for_each(|(k, form)| add_scaled(&mut result, form, -*k));
        result
    };
    invert(&matrix).into_iter().map(combine).collect()
}

fn without(form: &Form, start: usize, count: usize) -> Form {
    form.iter().take(start).chain(form.iter().skip(start + count)).copied().collect()
}

fn substitute(form: &Form, start: usize, sigma: &[Form]) -> Form {
    let mut result = without(form, start, sigma.len());
    form.iter().skip(start).zip(sigma).for_each(|(k, s)| add_scaled(&mut result, s, *k));
    result
}

fn apply(form: &Form, basis: &[&Linear]) -> Linear {
    let one = Linear::from(Fr::ONE);
    Linear::sum(form.iter().copied().zip(basis.iter().copied().chain(core::iter::once(&one))))
}

fn dot(left: impl Iterator<Item = Fr>, right: impl Iterator<Item = Fr>) -> Fr {
    left.zip(right).map(|(l, r)| l * r).sum()
}

/// The inverse of a square matrix, by Gauss and Jordan.
#[expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "fixed square matrices of the parameter set, made once and \
    covered by a test of every arity"
)]
fn invert(matrix: &[Vec<Fr>]) -> Vec<Vec<Fr>> {
    let n = matrix.len();
    let mut rows: Vec<Vec<Fr>> = matrix
        .iter()
        .enumerate()
        .map(|(i, row)| row.iter().copied().chain((0..n).map(|j| Fr::from(u64::from(i == j)))).collect())
        .collect();
    for column in 0..n {
        let pivot = (column..n).find(|r| !rows[*r][column].is_zero()).expect("the matrix is invertible");
        rows.swap(column, pivot);
        let scale = rows[column][column].inverse().expect("the pivot is not zero");
        rows[column].iter_mut().for_each(|k| *k *= scale);
        let pivot_row = rows[column].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            if index != column {
                let factor = row[column];
                row.iter_mut().zip(&pivot_row).for_each(|(k, p)| *k -= factor * p);
            }
        }
    }
    rows.into_iter().map(|row| row[n..].to_vec()).collect()
}
