//! The cases, made from a seed: the same ones on every machine.

mod bits;
mod inputs;
mod points;
mod strangers;

use core::error::Error;

use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_protocol::keccak256;

use crate::case::{Case, Class, ProofNumbers};
use crate::keys::{Keys, Proven};
use crate::number::Word;

/// The seed of the corpus.
pub const SEED: u64 = 0x7665_7264_6963_7473;

/// Makes all cases.
///
/// # Errors
/// Where a point that should be one is none.
pub fn make(keys: &Keys) -> Result<Vec<Case>, Box<dyn Error>> {
    let mut maker = Maker { keys, rng: ChaCha20Rng::seed_from_u64(SEED), cases: Vec::new() };
    maker.valid_claims();
    maker.flipped_bits();
    maker.changed_inputs();
    maker.changed_points()?;
    maker.strangers()?;
    Ok(maker.cases)
}

/// keccak-256 of all cases, by which a corpus is known.
pub fn digest(cases: &[Case]) -> String {
    let bytes: Vec<u8> = cases.iter().flat_map(Case::to_bytes).collect();
    bytes_to_hexadecimal(&keccak256(&bytes))
}

/// So many cases of each class, spread evenly over it.
pub fn sample(cases: &[Case], of_each_class: usize) -> Vec<Case> {
    let mut taken = Vec::new();
    for class in Class::ALL {
        let of_class: Vec<&Case> = cases.iter().filter(|case| case.class == class).collect();
        let count = of_class.len().min(of_each_class);
        taken.extend((0..count).map(|index| of_class[index * of_class.len() / count].clone()));
    }
    taken
}

/// What cases are made with.
struct Maker<'a> {
    keys: &'a Keys,
    rng: ChaCha20Rng,
    cases: Vec<Case>,
}

impl Maker<'_> {
    /// Adds a case.
    fn push(&mut self, class: Class, name: String, key: usize, inputs: &[Word], proof: ProofNumbers) {
        self.cases.push(Case { class, name, key, inputs: inputs.to_vec(), proof, companion: None });
    }

    /// Adds a case whose proof is words.
    fn push_words(&mut self, class: Class, name: String, key: usize, inputs: &[Word], proof: [Word; 8]) {
        self.push(class, name, key, inputs, ProofNumbers::Words(proof));
    }

    /// A claim that holds.
    fn proven(&self, key: usize, index: usize) -> Proven {
        let claims = &self.keys.at(key).claims;
        claims[index % claims.len()].clone()
    }

    /// A number below a limit.
    fn below(&mut self, limit: usize) -> usize {
        (self.rng.next_u64() % limit as u64) as usize
    }
}
