//! Proves with the values of all variables and a foreign key: any circom circuit.

use alloc::sync::Arc;
use core::convert::Infallible;

use ark_bn254::Fr;
use rand_core::{CryptoRng, RngCore};
use workproof_verifier::Proof;

use crate::cancel_token::CancelToken;
use crate::engine::{Backend, Blinders, EngineError, integers};
use crate::keyed_backend::KeyedBackend;
use crate::progress::{Phase, Reporter};
use crate::prove_error::ProveError;
use crate::prove_options::ProveOptions;
use crate::proving_key::ProvingKey;
use crate::table_file::TableFile;

/// Proves with one key from the values of all variables: for the key of any circom circuit. Any number of proofs may run at
/// once.
#[derive(Debug)]
pub struct AssignmentProver {
    keyed: KeyedBackend,
}

impl AssignmentProver {
    /// A prover with this key.
    #[must_use]
    pub fn new(key: Arc<ProvingKey>) -> Self {
        Self { keyed: KeyedBackend::new(key) }
    }

    /// Proves with another backend, and without a table.
    #[must_use]
    pub fn with_backend(self, backend: Arc<dyn Backend>) -> Self {
        Self { keyed: self.keyed.with_backend(backend) }
    }

    /// Proves with the key's table: see [`Prover::with_table`](crate::Prover::with_table).
    ///
    /// # Errors
    /// As there.
    pub fn with_table(self, table: &TableFile, cancel: &CancelToken) -> Result<Self, EngineError> {
        Ok(Self { keyed: self.keyed.with_table(table, cancel)? })
    }

    /// How many bytes of memory one proof on so many threads needs at most, besides the mapped key and with the table.
    #[must_use]
    pub fn estimated_memory(&self, threads: usize) -> u64 {
        self.keyed.estimated_memory(threads)
    }

    /// Proves. `assignment` is the constant 1, the public inputs and the witness. It is not wiped; the copy made of it is.
    ///
    /// # Errors
    /// [`ProveError`]; values that do not satisfy the circuit end as [`ProveError::ProofRefused`], since the key does not
    /// hold the whole circuit.
    pub fn prove<R: CryptoRng + RngCore>(
        &self,
        assignment: &[Fr],
        rng: &mut R,
        options: &ProveOptions<'_>,
    ) -> Result<Proof, ProveError<Infallible>> {
        let blinders = Blinders::draw(rng);
        self.keyed.run(options, || {
            let proof = self.keyed.make_proof(integers(assignment)?, blinders, options)?;
            let reporter = Reporter(options.progress);
            reporter.report(Phase::Verification, 0, 1);
            self.verify(assignment, &proof)?;
            reporter.report(Phase::Verification, 1, 1);
            Ok(proof)
        })
    }

    fn verify(&self, assignment: &[Fr], proof: &Proof) -> Result<(), ProveError<Infallible>> {
        let key = self.keyed.key();
        let inputs = key.zkey().header().public_inputs;
        let end = usize::try_from(inputs).or(Err(ProveError::ProofRefused))? + 1;
        let inputs = assignment.get(1..end).ok_or(ProveError::ProofRefused)?;
        let verdict = match (key.prepared_foreign_key(), key.prepared_verifying_key()) {
            (Some(foreign), _) => foreign.verify(inputs, proof),
            (None, Some(own)) => own.as_foreign().verify(inputs, proof),
            (None, None) => return Err(ProveError::ProofRefused),
        };
        verdict.or(Err(ProveError::ProofRefused))
    }
}
