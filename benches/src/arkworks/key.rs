//! An arkworks key made of ours.

use ark_bn254::{Bn254, Fr};
use ark_ff::UniformRand;
use ark_groth16::{Groth16, PreparedVerifyingKey, ProvingKey, VerifyingKey, prepare_verifying_key};
use ark_relations::gr1cs::{Matrix, SynthesisError};
use rand_core::{CryptoRng, RngCore};
use thiserror::Error;
use workproof_prover::zkey::{CoefficientMatrix, Zkey};
use workproof_verifier::{Proof, ProofError};

use super::CircomReduction;

/// Why ark-groth16 made no proof.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ArkworksProofError {
    /// It refuses its input.
    #[error("ark-groth16 refuses its input")]
    Synthesis(#[from] SynthesisError),
    /// Its proof is malformed.
    #[error("the proof of ark-groth16 is malformed")]
    Proof(#[from] ProofError),
}

/// A proving key with its matrices, in arkworks' structures.
#[derive(Clone, Debug)]
pub struct ArkworksKey {
    proving: ProvingKey<Bn254>,
    prepared: PreparedVerifyingKey<Bn254>,
    matrices: [Matrix<Fr>; 2],
    /// Public inputs and the constant.
    inputs: usize,
    constraints: usize,
}

impl ArkworksKey {
    /// Copies a key that was opened, and so checked.
    #[must_use]
    pub fn new(zkey: Zkey<'_>) -> Self {
        let header = zkey.header();
        let points = zkey.verifying_key_points();
        let vk = VerifyingKey {
            alpha_g1: points.alpha_g1,
            beta_g2: points.beta_g2,
            gamma_g2: points.gamma_g2,
            delta_g2: points.delta_g2,
            gamma_abc_g1: points.ic,
        };
        let prepared = prepare_verifying_key(&vk);
        let proving = ProvingKey {
            vk,
            beta_g1: header.beta_g1,
            delta_g1: header.delta_g1,
            a_query: zkey.a().iter().collect(),
            b_g1_query: zkey.b1().iter().collect(),
            b_g2_query: zkey.b2().iter().collect(),
            h_query: zkey.h().iter().collect(),
            l_query: zkey.l().iter().collect(),
        };
        let inputs = proving.vk.gamma_abc_g1.len();
        let matrices = matrices(zkey);
        // the file has a row for each input at the end, which the reduction adds by itself
        let rows = matrices.iter().map(Vec::len).max().unwrap_or_default();
        Self { proving, prepared, matrices, inputs, constraints: rows.saturating_sub(inputs) }
    }

    /// Proves with the values of all variables.
    ///
    /// # Errors
    /// [`ArkworksProofError`].
    pub fn prove(
        &self,
        assignment: &[Fr],
        rng: &mut (impl CryptoRng + RngCore),
    ) -> Result<Proof, ArkworksProofError> {
        let (r, s) = (Fr::rand(rng), Fr::rand(rng));
        let proof = Groth16::<Bn254, CircomReduction>::create_proof_with_reduction_and_matrices(
            &self.proving,
            r,
            s,
            &self.matrices,
            self.inputs,
            self.constraints,
            assignment,
        )?;
        Ok(Proof::new(proof.a, proof.b, proof.c)?)
    }

    /// Whether ark-groth16 accepts a proof.
    #[must_use]
    pub fn verifies(&self, inputs: &[Fr], proof: &Proof) -> bool {
        let proof = ark_groth16::Proof { a: *proof.a(), b: *proof.b(), c: *proof.c() };
        Groth16::<Bn254>::verify_proof(&self.prepared, &proof, inputs).unwrap_or(false)
    }
}

/// A and B, row by row.
fn matrices(zkey: Zkey<'_>) -> [Matrix<Fr>; 2] {
    let (mut a, mut b): (Matrix<Fr>, Matrix<Fr>) = (Vec::new(), Vec::new());
    for entry in zkey.coefficients().iter().flatten() {
        let matrix = match entry.matrix {
            CoefficientMatrix::A => &mut a,
            CoefficientMatrix::B => &mut b,
        };
        let (row, column) = (usize::try_from(entry.constraint), usize::try_from(entry.signal));
        let (Ok(row), Ok(column)) = (row, column) else { continue };
        if matrix.len() <= row {
            matrix.resize(row + 1, Vec::new());
        }
        if let Some(terms) = matrix.get_mut(row) {
            terms.push((entry.value(), column));
        }
    }
    let rows = a.len().max(b.len());
    a.resize(rows, Vec::new());
    b.resize(rows, Vec::new());
    [a, b]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rand_core::OsRng;
    use workproof_verifier::ForeignVerifyingKey;

    use super::*;
    use crate::Subject;

    #[test]
    fn arkworks_proves_with_our_key_and_each_accepts_the_others_proof() {
        let keys = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/keys");
        let subject = Subject::by_name("gold-256", &keys).unwrap();
        let key = ArkworksKey::new(subject.key.zkey());
        let proof = key.prove(&subject.assignment, &mut OsRng).unwrap();
        let points = subject.key.zkey().verifying_key_points();
        let ours = ForeignVerifyingKey::insecure_unlinted(points).unwrap().prepare();
        assert_eq!(ours.verify(subject.public_inputs(), &proof), Ok(()));
        assert!(key.verifies(subject.public_inputs(), &proof));
        let mut other = subject.public_inputs().to_vec();
        other.swap(0, 1);
        assert!(!key.verifies(&other, &proof));
    }
}
