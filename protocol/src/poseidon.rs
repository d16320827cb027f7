//! Poseidon as circomlib computes it: `H_k` for k = 1 to 16 inputs, x^5, width t = k + 1.
//!
//! The state is `(0, inputs...)`, the output is the first word after the permutation. This is the
//! hash of circomlibjs, poseidon-lite, poseidon-solidity and Solana's syscall; it is neither
//! Poseidon2 nor the default of arkworks. Different k are different permutations, so `H_1(a)` and
//! `H_2(a, 0)` have nothing in common.
//!
//! Reference: Grassi, Khovratovich, Rechberger, Roy, Schofnegger, "Poseidon: A New Hash Function for
//! Zero-Knowledge Proof Systems", USENIX Security 2021.

mod grain;
mod parameters;
mod schedule;

use ark_ff::{Field, Zero};
use zeroize::Zeroize;

pub use parameters::{FULL_ROUNDS, MAX_ARITY, PARTIAL_ROUNDS, PoseidonParameters, parameters, parameters_of};

use crate::field::Fr;
use schedule::Schedule;

const MAX_WIDTH: usize = MAX_ARITY + 1;

/// Hashes `N` field elements. `N` from 1 to 16 is checked when the program is compiled.
///
/// ```
/// use workproof_protocol::{Fr, fr_to_decimal, poseidon};
///
/// let digest = poseidon::hash([Fr::from(1_u64), Fr::from(2_u64)]);
/// assert_eq!(
///     fr_to_decimal(&digest),
///     "7853200120776062878684798364095072458815029376092732009249414926327459813530",
/// );
/// ```
#[must_use]
pub fn hash<const N: usize>(inputs: [Fr; N]) -> Fr {
    let mut words = [Fr::zero(); MAX_WIDTH];
    let (state, _) = words.split_at_mut(N + 1);
    for (word, input) in state.iter_mut().skip(1).zip(inputs) {
        *word = input;
    }
    Schedule::of(parameters_of::<N>()).permute(state);
    let digest = state.first().copied().unwrap_or_default();
    // An input may be a secret; what the permutation left of it is wiped.
    words.zeroize();
    digest
}

/// The permutation by its definition, in place: 4 full rounds, the partial rounds, 4 full rounds. [`hash`] runs an
/// equal one with cheaper partial rounds.
///
/// Each round adds its constants, raises words to the fifth power (all of them, or the first in a
/// partial round) and multiplies by the MDS matrix. The state must have exactly the width of
/// the parameters; with any other length the result means nothing.
pub fn permute(state: &mut [Fr], parameters: &PoseidonParameters) {
    let half = parameters.full_rounds / 2;
    let partial = half..half + parameters.partial_rounds;
    let mut mixed = [Fr::zero(); MAX_WIDTH];
    for (round, constants) in parameters.round_constants.chunks_exact(parameters.width).enumerate() {
        for (word, constant) in state.iter_mut().zip(constants) {
            *word += constant;
        }
        let powered = if partial.contains(&round) { 1 } else { parameters.width };
        for word in state.iter_mut().take(powered) {
            *word = power_of_five(*word);
        }
        for (word, row) in mixed.iter_mut().zip(&parameters.mds) {
            *word = inner_product(row, state);
        }
        for (word, new) in state.iter_mut().zip(&mixed).take(parameters.width) {
            *word = *new;
        }
    }
    mixed.zeroize();
}

fn power_of_five(word: Fr) -> Fr {
    let square = word.square();
    square.square() * word
}

fn inner_product(row: &[Fr], state: &[Fr]) -> Fr {
    row.iter().zip(state).map(|(coefficient, word)| *coefficient * word).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::fr_from_decimal;

    #[test]
    fn agrees_with_circomlib_on_one_and_two_inputs() {
        let one = hash([Fr::from(1_u64)]);
        let expected = "18586133768512220936620570745912940619677854269274689475585506675881198879027";
        assert_eq!(one, fr_from_decimal(expected).unwrap());
        let two = hash([Fr::from(1_u64), Fr::from(2_u64)]);
        let expected = "7853200120776062878684798364095072458815029376092732009249414926327459813530";
        assert_eq!(two, fr_from_decimal(expected).unwrap());
    }

    #[test]
    fn padding_with_zeros_changes_the_digest_a14() {
        let a = Fr::from(7_u64);
        let zero = Fr::zero();
        let digests =
            [hash([a]), hash([a, zero]), hash([zero, a]), hash([a, zero, zero]), hash([a, zero, zero, zero])];
        for (position, digest) in digests.iter().enumerate() {
            assert!(!digests[position + 1..].contains(digest));
        }
    }
}
