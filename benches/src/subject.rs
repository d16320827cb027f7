//! What is proven: a circuit's development key and the witness of a sample claim, or that of a circuit of circomlib.

use alloc::sync::Arc;
use std::path::Path;

use thiserror::Error;
use workproof_circuits::r1cs::{Assignment, SynthesisError};
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_prover::sample_claims::{self, SampleClaimError};
use workproof_prover::{
    KeyStore, KeyStoreError, OpenOptions, ProvingKey, ProvingKeyError, SetupError, SetupOptions,
    unsafe_development_setup,
};
use workproof_verifier::{CircuitDigest, CircuitName, CircuitNameError};

use crate::circomlib_circuit::{CircomlibCircuit, CircomlibError};

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
    /// There is no circuit of circomlib.
    #[error("there is no circuit of circomlib")]
    Circomlib(#[from] CircomlibError),
    /// A circuit's name is none that a key may bear.
    #[error(transparent)]
    Name(#[from] CircuitNameError),
    /// The key was not made.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// The key was made and cannot be opened.
    #[error(transparent)]
    Open(#[from] ProvingKeyError),
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
    /// All circuits, of each kind the smallest first.
    #[must_use]
    pub fn names() -> Vec<String> {
        let relay = RelayCircuit::all().into_iter().map(|circuit| circuit.name());
        let gold = GoldCircuit::all().into_iter().map(|circuit| circuit.name());
        let circomlib = CircomlibCircuit::ALL.into_iter().map(|circuit| circuit.name.to_owned());
        relay.chain(gold).chain(circomlib).collect()
    }

    /// The circuit of a name, with a key from this folder; the key is made first where there is none.
    ///
    /// # Errors
    /// [`SubjectError`].
    pub fn by_name(name: &str, keys: &Path) -> Result<Self, SubjectError> {
        if let Some(circuit) = CircomlibCircuit::ALL.into_iter().find(|circuit| circuit.name == name) {
            return Self::of_circomlib(circuit, keys);
        }
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

    /// The key says which matrices it was made for, and is made again for others.
    fn of_circomlib(circuit: CircomlibCircuit, keys: &Path) -> Result<Self, SubjectError> {
        let (shape, assignment) = circuit.make(&keys.join("circom"))?;
        let name = CircuitName::new(circuit.name)?;
        let path = KeyStore::new(keys).development_key_path(&name);
        let digest = CircuitDigest::new(shape.digest());
        let open = || ProvingKey::insecure_open_development(&path, &OpenOptions::default());
        let present = open().ok().filter(|key| key.circuit().is_some_and(|found| found.digest() == digest));
        let key = match present {
            Some(key) => key,
            None => {
                unsafe_development_setup(&shape, &name, &path, &SetupOptions::default())?;
                open()?
            }
        };
        Ok(Self { name: circuit.name.to_owned(), key: Arc::new(key), assignment })
    }

    /// The values of the public inputs.
    #[must_use]
    pub fn public_inputs(&self) -> &[ark_bn254::Fr] {
        let count = usize::try_from(self.key.zkey().header().public_inputs).unwrap_or_default();
        self.assignment.get(1..=count).unwrap_or_default()
    }
}
