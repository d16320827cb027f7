//! The check of many proofs under one key at once.
//!
//! With weights `w_i` nobody could foresee, all of `e(A_i, B_i) = e(alpha, beta) e(X_i, gamma) e(C_i, delta)` hold
//! (except with probability 2^-128) when
//!
//! ```text
//! prod e(w_i A_i, B_i) = e(sum w_i alpha, beta) e(sum w_i X_i, gamma) e(sum w_i C_i, delta)
//! ```
//!
//! holds: n + 3 Miller loops and one final exponentiation. The weights come from a transcript over everything that
//! is checked, so no one can choose proofs to fit them, and no generator of random numbers is needed.

use alloc::vec::Vec;
use ark_ec::CurveGroup;
use ark_ec::scalar_mul::double_and_add_affine;
use ark_ff::{Field, PrimeField};
use merlin::Transcript;
use thiserror::Error;
use workproof_protocol::{PublicInputs, Statement, fr_to_le_bytes};

use crate::circuit_id::KeyId;
use crate::curve::{Fr, G1Affine, G1Projective};
use crate::keys::{
    Lines, PreparedPairing, PreparedVerifyingKey, PublicInputSum, miller_loops, pairings_cancel,
};
use crate::mutants::{Twin, is_broken};
use crate::proof::Proof;
use crate::verify::{VerifyError, check_count, check_fact};

/// Why a batch is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BatchError {
    /// There is nothing to check, which is more often a mistake than a wish.
    #[error("the batch is empty")]
    Empty,
    /// One statement does not belong to the key.
    #[error("claim {position} of the batch does not belong to the key: {source}")]
    Claim {
        /// Position in the batch, from 0.
        position: usize,
        /// What does not fit.
        source: VerifyError,
    },
    /// At least one proof fails. Check them one by one to find which.
    #[error("at least one proof of the batch does not prove its statement")]
    InvalidProof,
}

/// Checks many proofs of statements of one fact under one key. All of them hold, or an error says that they do not.
///
/// # Errors
/// [`BatchError::Empty`], [`BatchError::Claim`] or [`BatchError::InvalidProof`].
pub fn verify_batch<'a, S: Statement + 'a>(
    key: &PreparedVerifyingKey,
    claims: impl IntoIterator<Item = (&'a S, &'a Proof)>,
) -> Result<(), BatchError> {
    check_fact(key, S::FACT).map_err(|source| BatchError::Claim { position: 0, source })?;
    let item = |(statement, proof): (&S, &Proof)| Item { inputs: statement.public_inputs(), proof: *proof };
    check_items(key, S::FACT, &claims.into_iter().map(item).collect::<Vec<_>>())
}

/// The check of what all facts have in common.
fn check_items(key: &PreparedVerifyingKey, fact: &str, items: &[Item]) -> Result<(), BatchError> {
    for (position, item) in items.iter().enumerate() {
        check_count(key.pairing(), item.inputs.as_slice())
            .map_err(|source| BatchError::Claim { position, source })?;
    }
    if items.is_empty() {
        return Err(BatchError::Empty);
    }
    let weights = batch_weights(fact, key.key_id(), items);
    if combination_holds(key.pairing(), items, &weights) { Ok(()) } else { Err(BatchError::InvalidProof) }
}

/// One claim as the transcript and the equation take it.
#[derive(Clone)]
struct Item {
    inputs: PublicInputs,
    proof: Proof,
}

/// 128-bit weights from a transcript over the fact, the key, and every statement and proof with its position.
fn batch_weights(fact: &str, key: KeyId, items: &[Item]) -> Vec<u128> {
    let mut transcript = Transcript::new(b"workproof/v1/batch");
    transcript.append_message(b"fact", fact.as_bytes());
    transcript.append_message(b"key", &key.to_bytes());
    transcript.append_message(b"claims", &length(items.len()));
    for (position, item) in items.iter().enumerate() {
        transcript.append_message(b"position", &length(position));
        transcript.append_message(b"inputs", &length(item.inputs.as_slice().len()));
        for input in item.inputs.as_slice().iter().filter(|_| !is_broken(Twin::InputsInTranscript)) {
            transcript.append_message(b"input", &fr_to_le_bytes(input));
        }
        if !is_broken(Twin::ProofsInTranscript) {
            transcript.append_message(b"proof", &item.proof.to_bytes());
        }
    }
    items
        .iter()
        .map(|_| {
            let mut weight = [0; 16];
            transcript.challenge_bytes(b"weight", &mut weight);
            if is_broken(Twin::BatchWeights) { 1 } else { u128::from_le_bytes(weight) }
        })
        .collect()
}

fn length(value: usize) -> [u8; 8] {
    u64::try_from(value).unwrap_or(u64::MAX).to_le_bytes()
}

/// Whether the weighted product of all equations holds.
fn combination_holds(pairing: &PreparedPairing, items: &[Item], weights: &[u128]) -> bool {
    let scalars: Vec<Fr> = weights.iter().map(|weight| Fr::from(*weight)).collect();

    let weighted_a: Vec<G1Projective> =
        items.iter().zip(&scalars).map(|(item, weight)| multiple(item.proof.a(), weight)).collect();
    let points_c: Vec<G1Affine> =
        core::iter::once(G1Affine::identity()).chain(items.iter().map(|item| *item.proof.c())).collect();
    let sum_c = PublicInputSum::new(&points_c).evaluate(&scalars);

    // sum w_i X_i = W IC_0 + sum_j y_j IC_j with W = sum w_i and y_j = sum_i w_i x_ij
    let total: Fr = scalars.iter().sum();
    let inputs: Vec<Fr> = (0..pairing.public_inputs())
        .map(|column| {
            let entry = |item: &Item| item.inputs.as_slice().get(column).copied().unwrap_or_default();
            items.iter().zip(&scalars).map(|(item, weight)| entry(item) * weight).sum()
        })
        .collect();
    // the sum has IC_0 once already
    let sum_inputs =
        pairing.input_sum(&inputs) + multiple(pairing.input_constant(), &(total - Fr::ONE)).into_affine();
    let sum_alpha = -multiple(&pairing.alpha, &total);

    let mut g1 = weighted_a;
    g1.extend([sum_inputs, sum_c, sum_alpha]);
    let g1 = G1Projective::normalize_batch(&g1);
    let mut g2: Vec<Lines> = items.iter().map(|item| Lines::from(*item.proof.b())).collect();
    g2.extend([pairing.minus_gamma.clone(), pairing.minus_delta.clone(), Lines::from(pairing.beta)]);
    pairings_cancel(miller_loops(g1, g2))
}

/// A multiple by plain doubling and adding: for weights of 128 bits the curve's endomorphism gains nothing, and it would
/// bring a library for integers of any size into a page.
fn multiple(point: &G1Affine, scalar: &Fr) -> G1Projective {
    double_and_add_affine(point, scalar.into_bigint())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curve::{G2Affine, G2Projective};
    use ark_ec::PrimeGroup;

    fn item(seed: u64) -> Item {
        let g1 = |k: u64| (G1Projective::generator() * Fr::from(k)).into_affine();
        let b: G2Affine = (G2Projective::generator() * Fr::from(seed + 1)).into_affine();
        let proof = Proof::new(g1(seed + 2), b, g1(seed + 3)).unwrap();
        Item { inputs: PublicInputs::new([Fr::from(seed), Fr::from(seed + 9)]), proof }
    }

    /// B10: whatever changes in what is checked, every weight changes.
    #[test]
    fn b10_every_item_of_the_transcript_moves_every_weight() {
        let items = [item(1), item(20), item(300)];
        let base = batch_weights("relay", KeyId::new([7; 32]), &items);
        assert_eq!(base, batch_weights("relay", KeyId::new([7; 32]), &items), "the weights are a function");
        let mut variants = alloc::vec![
            batch_weights("gold", KeyId::new([7; 32]), &items),
            batch_weights("relay", KeyId::new([8; 32]), &items),
        ];
        let mut swapped = items.clone();
        swapped.swap(0, 2);
        variants.push(batch_weights("relay", KeyId::new([7; 32]), &swapped));
        let mut swapped_proofs = items.clone();
        swapped_proofs[0].proof = items[1].proof;
        swapped_proofs[1].proof = items[0].proof;
        variants.push(batch_weights("relay", KeyId::new([7; 32]), &swapped_proofs));
        for position in 0..items.len() {
            for input in 0..2 {
                let mut changed = items.clone();
                let mut inputs = [Fr::from(0); 2];
                inputs.copy_from_slice(changed[position].inputs.as_slice());
                inputs[input] += Fr::from(1);
                changed[position].inputs = PublicInputs::new(inputs);
                variants.push(batch_weights("relay", KeyId::new([7; 32]), &changed));
            }
            let (a, b, c) =
                (*items[position].proof.a(), *items[position].proof.b(), *items[position].proof.c());
            for proof in [Proof::new(-a, b, c), Proof::new(a, -b, c), Proof::new(a, b, -c)] {
                let mut changed = items.clone();
                changed[position].proof = proof.unwrap();
                variants.push(batch_weights("relay", KeyId::new([7; 32]), &changed));
            }
        }
        for variant in variants {
            assert!(variant.iter().zip(&base).all(|(left, right)| left != right));
        }
        let fewer = batch_weights("relay", KeyId::new([7; 32]), &items[..2]);
        assert_ne!(fewer[0], base[0]);
    }
}
