//! Proves claims of one circuit with one key.

use alloc::sync::Arc;

use rand_core::{CryptoRng, RngCore};
use workproof_circuits::{Circuit, pinned_digest};
use workproof_protocol::Statement;
use workproof_verifier::{CircuitDigest, CircuitName, Claim, verify};

use crate::cancel_token::CancelToken;
use crate::engine::{Backend, Blinders, EngineError, integers};
use crate::keyed_backend::KeyedBackend;
use crate::progress::{Phase, Reporter};
use crate::prove_error::{ProveError, ProverError};
use crate::prove_options::ProveOptions;
use crate::proving_key::ProvingKey;
use crate::table_file::TableFile;

/// Proves claims of one circuit with one key. Cheap to make from a shared key; any number of proofs may run at once.
#[derive(Debug)]
pub struct Prover<C> {
    circuit: C,
    name: CircuitName,
    keyed: KeyedBackend,
}

impl<C: Circuit> Prover<C> {
    /// Puts a circuit and its key together. The digests of workproof's own circuits are pinned; the shape of any other
    /// circuit is recorded to learn its digest. Where the digest is known beforehand, use [`Prover::with_digest`].
    ///
    /// # Errors
    /// [`ProverError`] where the key belongs to another circuit, or to another version of it.
    pub fn new(circuit: C, key: Arc<ProvingKey>) -> Result<Self, ProverError> {
        let digest = match pinned_digest(&circuit.name()) {
            Some(digest) => digest,
            None => circuit.r1cs().map_err(ProverError::Synthesis)?.digest(),
        };
        Self::with_digest(circuit, key, CircuitDigest::new(digest))
    }

    /// Puts a circuit and its key together by a digest of the circuit that the caller knows.
    ///
    /// # Errors
    /// [`ProverError`] where the key belongs to another circuit, or to another version of it.
    pub fn with_digest(circuit: C, key: Arc<ProvingKey>, digest: CircuitDigest) -> Result<Self, ProverError> {
        let name = CircuitName::new(&circuit.name()).map_err(ProverError::Name)?;
        let fact = <C::Statement as Statement>::FACT;
        if name.fact() != fact {
            return Err(ProverError::NameOfOtherFact { circuit: name, fact });
        }
        let of_key = key.circuit().ok_or(ProverError::Foreign)?;
        if *of_key.name() != name {
            return Err(ProverError::OtherCircuit { circuit: name, key: of_key.name().clone() });
        }
        if of_key.digest() != digest {
            return Err(ProverError::OtherDigest { circuit: name, digest, key: of_key.digest() });
        }
        Ok(Self { circuit, name, keyed: KeyedBackend::new(key) })
    }

    /// Proves with another backend, and without a table.
    #[must_use]
    pub fn with_backend(self, backend: Arc<dyn Backend>) -> Self {
        Self { keyed: self.keyed.with_backend(backend), ..self }
    }

    /// Proves with the table of the key that was given to [`Prover::new`]. It is read into memory here, and stays there with
    /// this prover: for programs that prove many claims. Choose the backend first. This uses the rayon pool it is called in.
    ///
    /// # Errors
    /// [`EngineError::Length`] where the table is not of this key; [`EngineError::Cancelled`]; [`EngineError::Memory`].
    pub fn with_table(self, table: &TableFile, cancel: &CancelToken) -> Result<Self, EngineError> {
        Ok(Self { keyed: self.keyed.with_table(table, cancel)?, ..self })
    }

    /// The circuit.
    #[must_use]
    pub const fn circuit(&self) -> &C {
        &self.circuit
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &Arc<ProvingKey> {
        self.keyed.key()
    }

    /// How many bytes of memory one proof on so many threads needs at most, besides the mapped key. A table is counted, too:
    /// it stays in memory as long as the prover.
    #[must_use]
    pub fn estimated_memory(&self, threads: usize) -> u64 {
        self.keyed.estimated_memory(threads)
    }

    /// Proves a statement: checks it in plain Rust, fills the witness, makes the proof and verifies it.
    ///
    /// This blocks the calling thread for as long as it takes; in an async program call it from a thread for blocking
    /// work. The blinding factors come from `rng` and from nowhere else.
    ///
    /// # Errors
    /// [`ProveError::Violation`] names the clause that does not hold; see [`ProveError`] for the rest.
    pub fn prove<R: CryptoRng + RngCore>(
        &self,
        statement: &C::Statement,
        witness: &C::Witness,
        rng: &mut R,
        options: &ProveOptions<'_>,
    ) -> Result<Claim<C::Statement>, ProveError<C::Violation>>
    where
        C::Statement: Clone + Sync,
    {
        let key = self.key().prepared_verifying_key().ok_or(ProveError::ProofRefused)?;
        let blinders = Blinders::draw(rng);
        let reporter = Reporter(options.progress);
        let proof = self.keyed.run(options, || {
            options.cancel.check()?;
            reporter.report(Phase::StatementCheck, 0, 1);
            self.circuit.check(statement, witness).map_err(ProveError::Violation)?;
            reporter.report(Phase::StatementCheck, 1, 1);
            options.cancel.check()?;
            reporter.report(Phase::Witness, 0, 1);
            let values = self.circuit.assignment(statement, witness).map_err(ProveError::Synthesis)?;
            let assignment = integers(&values)?;
            drop(values);
            reporter.report(Phase::Witness, 1, 1);
            let proof = self.keyed.make_proof(assignment, blinders, options)?;
            reporter.report(Phase::Verification, 0, 1);
            verify(key, statement, &proof).or(Err(ProveError::ProofRefused))?;
            reporter.report(Phase::Verification, 1, 1);
            Ok(proof)
        })?;
        Ok(Claim::new(self.name.clone(), key.key_id(), statement.clone(), proof))
    }
}
