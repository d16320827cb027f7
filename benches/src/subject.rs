//! What is proven: a circuit's development key and the witness of a sample claim.

use alloc::sync::Arc;
use std::path::Path;

use thiserror::Error;
use workproof_circuits::r1cs::{Assignment, SynthesisError};
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_prover::sample_claims::{self, SampleClaimError};
use workproof_prover::{KeyStore, KeyStoreError, ProvingKey, SetupOptions};

/// Why there is nothing to prove.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SubjectError {
    /// There is no such circuit.
    #[error("there is no circuit `{name}`; the circuits are {}", Subject::names().join(", "))]
    Circuit {
        /// The name.
        name: String,
    },
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyStoreError),
    /// There is no sample claim.
    #[error("there is no sample claim")]
    Sample(#[from] SampleClaimError),
    /// The witness could not be filled.
    #[error("the witness could not be filled")]
    Synthesis(#[from] SynthesisError),
}

/// A circuit's development key and the witness of a sample claim that fills the circuit.
#[derive(Debug)]
#[non_exhaustive]
pub struct Subject {
    /// The circuit's name.
    pub name: String,
    /// The key.
    pub key: Arc<ProvingKey>,
    /// The values of all variables.
    pub assignment: Assignment,
}

impl Subject {
    /// All circuits, the smallest first.
    #[must_use]
    pub fn names() -> Vec<String> {
        let relay = RelayCircuit::all().into_iter().map(|circuit| circuit.name());
        relay.chain(GoldCircuit::all().into_iter().map(|circuit| circuit.name())).collect()
    }

    /// The circuit of a name, with a key from this folder; the key is made first where there is none.
    ///
    /// # Errors
    /// [`SubjectError`].
    pub fn by_name(name: &str, keys: &Path) -> Result<Self, SubjectError> {
        if let Some(circuit) = RelayCircuit::all().into_iter().find(|circuit| circuit.name() == name) {
            let (statement, witness) = sample_claims::relay(circuit.capacity())?;
            return Self::of(&circuit, &statement, &witness, keys);
        }
        let Some(circuit) = GoldCircuit::all().into_iter().find(|circuit| circuit.name() == name) else {
            return Err(SubjectError::Circuit { name: name.to_owned() });
        };
        let (statement, witness) = sample_claims::gold(circuit.capacity())?;
        Self::of(&circuit, &statement, &witness, keys)
    }

    fn of<C: Circuit>(
        circuit: &C,
        statement: &C::Statement,
        witness: &C::Witness,
        keys: &Path,
    ) -> Result<Self, SubjectError> {
        let key = KeyStore::new(keys).insecure_development_key(circuit, None, &SetupOptions::default())?;
        Ok(Self { name: circuit.name(), key, assignment: circuit.assignment(statement, witness)? })
    }

    /// The values of the public inputs.
    #[must_use]
    pub fn public_inputs(&self) -> &[ark_bn254::Fr] {
        let count = usize::try_from(self.key.zkey().header().public_inputs).unwrap_or_default();
        self.assignment.get(1..=count).unwrap_or_default()
    }
}
