//! Claims that hold, their other proofs, and proofs of something else.

use core::error::Error;

use ark_bn254::{Fr, G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{Field, PrimeField};
use rand_core::RngCore;
use workproof_protocol::fr_from_be_bytes;
use workproof_verifier::Proof;

use super::Maker;
use crate::case::{Case, Class, Companion, ProofNumbers};
use crate::keys::{Keys, words_of};
use crate::number::Word;

/// Pairs of claims of one key, each asked with the other's inputs.
const OTHER_STATEMENTS: usize = 60;
/// Proofs of random points for each key.
const RANDOM_PROOFS: usize = 40;

impl Maker<'_> {
    /// Every claim as it was proven, and in three more forms that anyone can give it.
    pub(super) fn valid_claims(&mut self) {
        for key in 0..self.keys.all().len() {
            let delta = self.keys.at(key).points.delta_g2;
            for (index, proven) in self.keys.at(key).claims.clone().into_iter().enumerate() {
                let name = |what: &str| format!("claim {index}{what}");
                self.push_words(Class::Proven, name(""), key, &proven.inputs, proven.words());
                let (a, b, c) = (*proven.proof.a(), *proven.proof.b(), *proven.proof.c());
                let (t, u) = (self.scalar(), self.scalar());
                let scaled = ((a * t).into_affine(), (b * t.inverse().unwrap_or(t)).into_affine(), c);
                let moved = (a, (b + delta * u).into_affine(), (c + a * u).into_affine());
                for (what, (a, b, c)) in [(", scaled", scaled), (", moved", moved)] {
                    if let Ok(proof) = Proof::new(a, b, c) {
                        self.push_words(
                            Class::Rerandomised,
                            name(what),
                            key,
                            &proven.inputs,
                            words_of(&proof),
                        );
                    }
                }
            }
        }
    }

    /// Proofs of something else, and of nothing.
    pub(super) fn strangers(&mut self) -> Result<(), Box<dyn Error>> {
        for key in 0..self.keys.all().len() {
            self.other_statements(key);
            self.other_keys(key);
            self.no_proofs(key)?;
            self.cancelling_errors(key)?;
        }
        Ok(())
    }

    fn other_statements(&mut self, key: usize) {
        let count = self.keys.at(key).claims.len();
        for number in 0..OTHER_STATEMENTS.min(count * (count - 1)) {
            let first = number % count;
            let second = (first + 1 + number / count) % count;
            let (proven, other) = (self.proven(key, first), self.proven(key, second));
            let name = format!("the proof of claim {first} for claim {second}");
            self.push_words(Class::OtherStatement, name, key, &other.inputs, proven.words());
        }
    }

    /// Each key is shown what holds under every other one; inputs of the other circuit as they are, and cut or filled up.
    fn other_keys(&mut self, key: usize) {
        let inputs = self.keys.at(key).inputs();
        for other in (0..self.keys.all().len()).filter(|other| *other != key) {
            for (index, proven) in self.keys.at(other).claims.clone().into_iter().enumerate() {
                let mut fitted = proven.inputs.clone();
                fitted.resize(inputs, [0; 32]);
                let shown: Vec<Vec<Word>> =
                    if fitted == proven.inputs { vec![fitted] } else { vec![fitted, proven.inputs.clone()] };
                for shown in shown {
                    let name = format!("claim {index} of key {other}, {} inputs", shown.len());
                    self.push_words(Class::OtherKey, name, key, &shown, proven.words());
                }
            }
        }
        // only delta differs between the two keys of a circuit: a proof whose C is scaled the wrong way
        let twin = [Keys::OTHER_RELAY, Keys::OTHER_GOLD, Keys::RELAY, Keys::GOLD][key];
        for index in 0..3 {
            let proven = self.proven(twin, index);
            let c = (*proven.proof.c() + *proven.proof.c()).into_affine();
            if let (Ok(proof), true) = (Proof::new(*proven.proof.a(), *proven.proof.b(), c), twin < key) {
                let name = format!("claim {index} of key {twin}, C doubled");
                self.push_words(Class::OtherKey, name, key, &proven.inputs, words_of(&proof));
            }
        }
    }

    fn no_proofs(&mut self, key: usize) -> Result<(), Box<dyn Error>> {
        for index in 0..RANDOM_PROOFS {
            let (a, b, c) = (self.scalar(), self.scalar(), self.scalar());
            let (one, two) = (G1Affine::generator(), G2Affine::generator());
            let proof =
                Proof::new((one * a).into_affine(), (two * b).into_affine(), (one * c).into_affine())?;
            let inputs = self.proven(key, index).inputs;
            self.push_words(Class::NoProof, format!("random points {index}"), key, &inputs, words_of(&proof));
        }
        // where delta were gamma: A = alpha, B = beta, C = -(sum of the inputs' points)
        let points = self.keys.at(key).points.clone();
        for index in 0..3 {
            let inputs = self.proven(key, index).inputs;
            let mut sum = points.ic[0].into_group();
            for (point, input) in points.ic[1..].iter().zip(&inputs) {
                sum += *point * fr_from_be_bytes(input)?;
            }
            for (what, c) in [("forged", -sum), ("forged, not negated", sum)] {
                let proof = Proof::new(points.alpha_g1, points.beta_g2, c.into_affine())?;
                let name = format!("{what} for claim {index}");
                self.push_words(Class::NoProof, name, key, &inputs, words_of(&proof));
            }
        }
        Ok(())
    }

    /// C + D beside another claim's C - D, and two claims whose points or inputs are exchanged.
    fn cancelling_errors(&mut self, key: usize) -> Result<(), Box<dyn Error>> {
        for index in 0..3 {
            let (proven, other) = (self.proven(key, index), self.proven(key, index + 1));
            let (first, second) = (&proven.proof, &other.proof);
            let error = (G1Affine::generator() * self.scalar()).into_affine();
            let with_c = |proof: &Proof, c: G1Affine| Proof::new(*proof.a(), *proof.b(), c);
            let opposite = (
                with_c(first, (*first.c() + error).into_affine())?,
                with_c(second, (*second.c() - error).into_affine())?,
            );
            let exchanged = (with_c(first, *second.c())?, with_c(second, *first.c())?);
            for (what, (one, beside), (inputs, beside_inputs)) in [
                ("opposite errors", opposite, (&proven.inputs, &other.inputs)),
                ("C exchanged", exchanged, (&proven.inputs, &other.inputs)),
                ("inputs exchanged", (*first, *second), (&other.inputs, &proven.inputs)),
            ] {
                self.cases.push(Case {
                    class: Class::CancellingErrors,
                    name: format!("claim {index}, {what}"),
                    key,
                    inputs: inputs.clone(),
                    proof: ProofNumbers::Words(words_of(&one)),
                    companion: Some(Companion { inputs: beside_inputs.clone(), proof: words_of(&beside) }),
                });
            }
        }
        Ok(())
    }

    fn scalar(&mut self) -> Fr {
        let mut bytes = [0; 32];
        self.rng.fill_bytes(&mut bytes);
        Fr::from_le_bytes_mod_order(&bytes)
    }
}
