//! What every check under one key needs, computed once.

use alloc::vec;
use alloc::vec::Vec;
use ark_ec::bn::G2Prepared;
use ark_ec::pairing::{MillerLoopOutput, Pairing};
use ark_ff::Zero;

use super::public_input_sum::PublicInputSum;
use super::{PreparedForeignKey, VerifyingKeyPoints};
use crate::circuit_id::{CircuitId, KeyId};
use crate::curve::{Bn254, Config, Fq12, Fr, G1Affine, G1Projective, G2Affine};

/// The lines of a fixed G2 point.
pub(crate) type Lines = G2Prepared<Config>;

/// The pairing data of a key, whatever circuit it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct PreparedPairing {
    pub(crate) alpha: G1Affine,
    pub(crate) beta: G2Affine,
    /// The Miller loop of e(-alpha, beta). It needs no final exponentiation of its own: each check has one for everything.
    minus_alpha_beta: Fq12,
    pub(crate) minus_gamma: Lines,
    pub(crate) minus_delta: Lines,
    inputs: PublicInputSum,
}

impl PreparedPairing {
    pub(crate) fn new(points: &VerifyingKeyPoints) -> Self {
        Self {
            alpha: points.alpha_g1,
            beta: points.beta_g2,
            minus_alpha_beta: miller_loops(vec![-points.alpha_g1], vec![points.beta_g2.into()]),
            minus_gamma: (-points.gamma_g2).into(),
            minus_delta: (-points.delta_g2).into(),
            inputs: PublicInputSum::new(&points.ic),
        }
    }

    /// The number of public inputs.
    pub(crate) const fn public_inputs(&self) -> usize {
        self.inputs.len()
    }

    /// `IC_0 + sum x_i IC_i`.
    pub(crate) fn input_sum(&self, inputs: &[Fr]) -> G1Projective {
        self.inputs.evaluate(inputs)
    }

    /// `IC_0`.
    pub(crate) const fn input_constant(&self) -> &G1Affine {
        self.inputs.constant()
    }

    /// Whether `e(A, B) = e(alpha, beta) e(inputs, gamma) e(C, delta)`.
    pub(crate) fn holds(&self, a: G1Affine, b: G2Affine, c: G1Affine, inputs: G1Projective) -> bool {
        let lines = vec![Lines::from(b), self.minus_gamma.clone(), self.minus_delta.clone()];
        pairings_cancel(miller_loops(vec![a, inputs.into(), c], lines) * self.minus_alpha_beta)
    }
}

/// The product of the pairings before the final exponentiation. One function for every number of them: each further instance
/// would be two kilobytes of a page's verifier.
pub(crate) fn miller_loops(g1: Vec<G1Affine>, g2: Vec<Lines>) -> Fq12 {
    Bn254::multi_miller_loop(g1, g2).0
}

/// Whether a product of pairings is one.
pub(crate) fn pairings_cancel(product: Fq12) -> bool {
    Bn254::final_exponentiation(MillerLoopOutput(product)).is_some_and(|value| value.is_zero())
}

/// A verifying key with what every check under it needs. Make it once, share it between threads.
#[derive(Clone, Debug)]
pub struct PreparedVerifyingKey {
    circuit: CircuitId,
    key_id: KeyId,
    development: bool,
    pairing: PreparedPairing,
}

impl PreparedVerifyingKey {
    pub(super) fn new(
        circuit: CircuitId,
        key_id: KeyId,
        points: &VerifyingKeyPoints,
        development: bool,
    ) -> Self {
        Self { circuit, key_id, development, pairing: PreparedPairing::new(points) }
    }

    /// The circuit that the key belongs to.
    #[must_use]
    pub const fn circuit(&self) -> &CircuitId {
        &self.circuit
    }

    /// The digest of the key's canonical bytes.
    #[must_use]
    pub const fn key_id(&self) -> KeyId {
        self.key_id
    }

    /// Whether this is a development key, under which anyone can forge proofs.
    #[must_use]
    pub const fn is_development(&self) -> bool {
        self.development
    }

    /// The number of public inputs.
    #[must_use]
    pub const fn public_inputs(&self) -> usize {
        self.pairing.public_inputs()
    }

    /// The same key for a bare list of inputs, where no statement type is at hand. The caller answers for what the
    /// inputs mean.
    #[must_use]
    pub fn as_foreign(&self) -> PreparedForeignKey {
        PreparedForeignKey::from_pairing(self.pairing.clone())
    }

    pub(crate) const fn pairing(&self) -> &PreparedPairing {
        &self.pairing
    }
}
