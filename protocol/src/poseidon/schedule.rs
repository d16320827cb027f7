//! The same permutation with cheaper partial rounds: 2t - 1 multiplications by constants instead of t^2.
//!
//! Write the MDS matrix as blocks, `M = [[m, v], [w, X]]` with a single number m. In a partial round
//! only the first word goes through the S-box, so two things can be moved past it:
//!
//! - Constants of the other words. `M (0, k)` is added after the round instead of `(0, k)` before it, and so joins
//!   the constants of the next round. One constant is left in each partial round.
//! - Block matrices `D = diag(1, Y)`. `D M` is `N D'` with the sparse `N = [[m, v X^-1 Y^-1], [Y w, 1]]` and
//!   `D' = diag(1, Y X)`. From the last partial round to the first, D' moves into the round before. In the end
//!   `diag(1, X^partial_rounds)` is left, which joins the matrix of the full round before them.
#![expect(clippy::indexing_slicing, reason = "all matrices and vectors have the width of the permutation")]

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use ark_ff::{Field, One, Zero};
use once_cell::race::OnceBox;
use zeroize::Zeroize;

use super::parameters::{MAX_ARITY, PoseidonParameters};
use super::{MAX_WIDTH, inner_product, power_of_five};
use crate::field::Fr;

type Matrix = Vec<Vec<Fr>>;

static CACHE: [OnceBox<Schedule>; MAX_ARITY] = [const { OnceBox::new() }; MAX_ARITY];

/// A round in which every word goes through the S-box.
#[derive(Debug)]
struct FullRound {
    constants: Vec<Fr>,
    matrix: Matrix,
}

/// A round in which the first word goes through the S-box.
#[derive(Debug)]
struct PartialRound {
    constant: Fr,
    /// First row of the sparse matrix.
    row: Vec<Fr>,
    /// First column of the sparse matrix below the diagonal, which is one.
    column: Vec<Fr>,
}

/// The rounds of one permutation.
#[derive(Debug)]
pub(super) struct Schedule {
    before: Vec<FullRound>,
    partial: Vec<PartialRound>,
    after: Vec<FullRound>,
}

impl Schedule {
    /// The schedule of a permutation, made once for each arity.
    pub(super) fn of(parameters: &'static PoseidonParameters) -> &'static Self {
        CACHE[parameters.width - 2].get_or_init(|| Box::new(Self::new(parameters)))
    }

    fn new(parameters: &PoseidonParameters) -> Self {
        let mds = &parameters.mds;
        let half = parameters.full_rounds / 2;
        let last_partial = half + parameters.partial_rounds;
        let mut constants: Matrix =
            parameters.round_constants.chunks(parameters.width).map(<[Fr]>::to_vec).collect();
        for round in half..last_partial {
            let mut others = core::mem::replace(&mut constants[round], vec![Fr::zero(); parameters.width]);
            constants[round][0] = core::mem::take(&mut others[0]);
            for (constant, row) in constants[round + 1].iter_mut().zip(mds) {
                *constant += inner_product(row, &others);
            }
        }
        let full = |constants: &[Vec<Fr>]| -> Vec<FullRound> {
            constants
                .iter()
                .map(|constants| FullRound { constants: constants.clone(), matrix: mds.clone() })
                .collect()
        };
        let mut before = full(&constants[..half]);
        if let Some(round) = before.last_mut() {
            round.matrix = with_block(&power(&block(mds), parameters.partial_rounds), mds);
        }
        let first_words: Vec<Fr> =
            constants[half..last_partial].iter().map(|constants| constants[0]).collect();
        Self { before, partial: partial_rounds(mds, &first_words), after: full(&constants[last_partial..]) }
    }

    /// Runs the permutation in place on a state of the right width.
    pub(super) fn permute(&self, state: &mut [Fr]) {
        self.before.iter().for_each(|round| round.apply(state));
        self.partial.iter().for_each(|round| round.apply(state));
        self.after.iter().for_each(|round| round.apply(state));
    }
}

impl FullRound {
    fn apply(&self, state: &mut [Fr]) {
        let mut powered = [Fr::zero(); MAX_WIDTH];
        for ((target, word), constant) in powered.iter_mut().zip(&*state).zip(&self.constants) {
            *target = power_of_five(*word + constant);
        }
        for (word, row) in state.iter_mut().zip(&self.matrix) {
            *word = inner_product(row, &powered);
        }
        powered.zeroize();
    }
}

impl PartialRound {
    fn apply(&self, state: &mut [Fr]) {
        let first = power_of_five(state[0] + self.constant);
        state[0] = first;
        state[0] = inner_product(&self.row, state);
        for (word, coefficient) in state[1..].iter_mut().zip(&self.column) {
            *word += first * coefficient;
        }
    }
}

/// The sparse matrices, from the last round to the first: the row is `v X^-n` and the column `X^(n-1) w` n rounds before the end.
fn partial_rounds(mds: &Matrix, constants: &[Fr]) -> Vec<PartialRound> {
    let block = block(mds);
    let inverse = transpose(&inverse(block.clone()));
    let mut row = mds[0][1..].to_vec();
    let mut column: Vec<Fr> = mds[1..].iter().map(|row| row[0]).collect();
    let mut rounds: Vec<PartialRound> = constants
        .iter()
        .rev()
        .map(|constant| {
            row = apply(&inverse, &row);
            let round = PartialRound {
                constant: *constant,
                row: [&mds[0][..1], &row].concat(),
                column: column.clone(),
            };
            column = apply(&block, &column);
            round
        })
        .collect();
    rounds.reverse();
    rounds
}

/// The matrix without its first row and column.
fn block(matrix: &Matrix) -> Matrix {
    matrix[1..].iter().map(|row| row[1..].to_vec()).collect()
}

/// `diag(1, block) * matrix`.
fn with_block(block: &Matrix, matrix: &Matrix) -> Matrix {
    let mut product = vec![matrix[0].clone()];
    product.extend(multiply(block, &matrix[1..]));
    product
}

fn apply(matrix: &Matrix, vector: &[Fr]) -> Vec<Fr> {
    matrix.iter().map(|row| inner_product(row, vector)).collect()
}

fn multiply(left: &[Vec<Fr>], right: &[Vec<Fr>]) -> Matrix {
    let columns = transpose(right);
    left.iter().map(|row| apply(&columns, row)).collect()
}

fn transpose(matrix: &[Vec<Fr>]) -> Matrix {
    (0..matrix[0].len()).map(|column| matrix.iter().map(|row| row[column]).collect()).collect()
}

fn power(matrix: &Matrix, exponent: usize) -> Matrix {
    (1..exponent).fold(matrix.clone(), |product, _| multiply(&product, matrix))
}

/// Gauss and Jordan. Every square part of a Cauchy matrix is invertible, and no pivot is zero for these sixteen.
fn inverse(mut matrix: Matrix) -> Matrix {
    let size = matrix.len();
    for (position, row) in matrix.iter_mut().enumerate() {
        row.extend((0..size).map(|column| if column == position { Fr::one() } else { Fr::zero() }));
    }
    for pivot in 0..size {
        let scale = matrix[pivot][pivot].inverse().unwrap_or_default();
        let scaled: Vec<Fr> = matrix[pivot].iter().map(|entry| *entry * scale).collect();
        for row in &mut matrix {
            let factor = row[pivot];
            for (entry, other) in row.iter_mut().zip(&scaled) {
                *entry -= factor * other;
            }
        }
        matrix[pivot] = scaled;
    }
    matrix.into_iter().map(|row| row[size..].to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{parameters, permute};
    use super::*;

    #[test]
    fn is_the_permutation_of_the_definition_for_every_width() {
        for arity in 1..=MAX_ARITY {
            let parameters = parameters(arity).unwrap();
            for seed in 0..4_u64 {
                let mut expected: Vec<Fr> =
                    (0..=16_u64).take(arity + 1).map(|word| -Fr::from(seed * (word + seed))).collect();
                let mut state = expected.clone();
                permute(&mut expected, parameters);
                Schedule::of(parameters).permute(&mut state);
                assert_eq!(state, expected, "arity {arity}, seed {seed}");
            }
        }
    }
}
