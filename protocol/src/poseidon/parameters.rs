//! Round constants and MDS matrix of each arity, computed once when first needed.

use alloc::boxed::Box;
use alloc::vec::Vec;

use ark_ff::batch_inversion;
use once_cell::race::OnceBox;

use super::grain::Grain;
use crate::field::Fr;

/// The largest number of inputs.
pub const MAX_ARITY: usize = 16;

/// Rounds in which every word goes through the S-box.
pub const FULL_ROUNDS: usize = 8;

/// Rounds in which only the first word goes through the S-box, for 1 to 16 inputs.
pub const PARTIAL_ROUNDS: [usize; MAX_ARITY] =
    [56, 57, 56, 60, 60, 63, 64, 63, 60, 66, 60, 65, 70, 60, 64, 68];

static CACHE: [OnceBox<PoseidonParameters>; MAX_ARITY] = [const { OnceBox::new() }; MAX_ARITY];

/// The constants of one permutation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PoseidonParameters {
    /// t: words of the state, one more than the inputs.
    pub width: usize,
    /// Rounds with a full layer of S-boxes, half of them at each end.
    pub full_rounds: usize,
    /// Rounds with one S-box, in the middle.
    pub partial_rounds: usize,
    /// `(full_rounds + partial_rounds) * width` constants, round by round.
    pub round_constants: Vec<Fr>,
    /// The matrix by rows: `new[i] = sum_j mds[i][j] * old[j]`.
    pub mds: Vec<Vec<Fr>>,
}

/// The parameters for a number of inputs, or `None` outside 1 to 16.
#[must_use]
pub fn parameters(arity: usize) -> Option<&'static PoseidonParameters> {
    let position = arity.checked_sub(1)?;
    let partial_rounds = *PARTIAL_ROUNDS.get(position)?;
    Some(CACHE.get(position)?.get_or_init(|| Box::new(generate(arity + 1, partial_rounds))))
}

/// The parameters for `N` inputs; `N` outside 1 to 16 does not compile.
///
/// # Panics
/// Never.
#[must_use]
pub fn parameters_of<const N: usize>() -> &'static PoseidonParameters {
    const {
        assert!(N >= 1 && N <= MAX_ARITY, "Poseidon takes 1 to 16 inputs");
    }
    #[expect(clippy::expect_used, reason = "the assertion above has checked the arity at compile time")]
    parameters(N).expect("the arity is from 1 to 16")
}

#[expect(clippy::as_conversions, reason = "widths and rounds are below 100")]
fn generate(width: usize, partial_rounds: usize) -> PoseidonParameters {
    let mut grain = Grain::new(width as u128, FULL_ROUNDS as u128, partial_rounds as u128);
    let count = (FULL_ROUNDS + partial_rounds) * width;
    let round_constants = (0..count).map(|_| grain.element()).collect();
    PoseidonParameters {
        width,
        full_rounds: FULL_ROUNDS,
        partial_rounds,
        round_constants,
        mds: mds(&mut grain, width),
    }
}

/// Cauchy matrix `1 / (x_i + y_j)`, on the next 2t numbers of the generator.
///
/// The reference draws again on a repeated number or a weak matrix; neither happens for these sixteen widths.
fn mds(grain: &mut Grain, width: usize) -> Vec<Vec<Fr>> {
    let x: Vec<Fr> = (0..width).map(|_| grain.element_reduced()).collect();
    let y: Vec<Fr> = (0..width).map(|_| grain.element_reduced()).collect();
    x.iter()
        .map(|x| {
            let mut row: Vec<Fr> = y.iter().map(|y| *x + y).collect();
            batch_inversion(&mut row);
            row
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::Field;

    #[test]
    fn every_arity_has_constants_of_the_right_shape() {
        for arity in 1..=MAX_ARITY {
            let parameters = parameters(arity).unwrap();
            assert_eq!(parameters.width, arity + 1);
            assert_eq!(parameters.round_constants.len(), (8 + parameters.partial_rounds) * parameters.width);
            assert!(parameters.mds.iter().all(|row| row.len() == parameters.width));
            assert!(parameters.mds.iter().flatten().all(|entry| entry.inverse().is_some()));
        }
        assert!(parameters(0).is_none() && parameters(17).is_none());
    }
}
