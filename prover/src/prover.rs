//! Proves claims of one circuit with one key.

use alloc::sync::Arc;
use core::convert::Infallible;
use core::error::Error as StdError;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::OnceLock;

use ark_bn254::Fr;
use ark_ff::BigInt;
use rand_core::{CryptoRng, RngCore};
use workproof_circuits::{Circuit, pinned_digest};
use workproof_protocol::Statement;
use workproof_verifier::{CircuitDigest, CircuitName, Claim, Proof, verify};

use crate::cancel_token::CancelToken;
use crate::engine::{
    Backend, Blinders, CpuBackend, EngineError, Job, LoadedKey, Pages, integers, prove_groth16,
};
use crate::estimated_memory::{estimated_memory, reserve_memory};
use crate::progress::{Phase, Reporter};
use crate::prove_error::{ProveError, ProverError};
use crate::prove_options::ProveOptions;
use crate::proving_key::ProvingKey;

/// Proves claims of one circuit with one key. Cheap to make from a shared key; any number of proofs may run at once.
#[derive(Debug)]
pub struct Prover<C> {
    circuit: C,
    name: CircuitName,
    key: Arc<ProvingKey>,
    backend: Arc<dyn Backend>,
    loaded: OnceLock<LoadedKey>,
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
        Ok(Self { circuit, name, key, backend: Arc::new(CpuBackend::new()), loaded: OnceLock::new() })
    }

    /// Proves with another backend.
    #[must_use]
    pub fn with_backend(mut self, backend: Arc<dyn Backend>) -> Self {
        self.backend = backend;
        self.loaded = OnceLock::new();
        self
    }

    /// The circuit.
    #[must_use]
    pub const fn circuit(&self) -> &C {
        &self.circuit
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &Arc<ProvingKey> {
        &self.key
    }

    /// How many bytes of memory one proof on so many threads needs at most, besides the mapped key.
    #[must_use]
    pub fn estimated_memory(&self, threads: usize) -> u64 {
        estimated_memory(&self.key, threads)
    }

    /// What the backend keeps of the key, prepared by the first proof.
    fn loaded(&self, cancel: &CancelToken) -> Result<&LoadedKey, EngineError> {
        if let Some(loaded) = self.loaded.get() {
            return Ok(loaded);
        }
        let loaded = self.backend.load_key(self.key.zkey(), cancel)?;
        Ok(self.loaded.get_or_init(|| loaded))
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
        let key = self.key.prepared_verifying_key().ok_or(ProveError::ProofRefused)?;
        let blinders = Blinders::draw(rng);
        let reporter = Reporter(options.progress);
        let proof = run(&self.key, options, || {
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
            let loaded = self.loaded(&options.cancel)?;
            let proof = make_proof((&self.key, loaded), &*self.backend, assignment, blinders, options)?;
            reporter.report(Phase::Verification, 0, 1);
            verify(key, statement, &proof).or(Err(ProveError::ProofRefused))?;
            reporter.report(Phase::Verification, 1, 1);
            Ok(proof)
        })?;
        Ok(Claim::new(self.name.clone(), key.key_id(), statement.clone(), proof))
    }
}

/// Proves with the values of all variables and a foreign key: any circom circuit.
///
/// `assignment` is the constant 1, the public inputs and the witness. It is not wiped; the copy made of it is.
///
/// # Errors
/// [`ProveError`]; values that do not satisfy the circuit end as [`ProveError::ProofRefused`], since the key does not
/// hold the whole circuit.
pub fn prove_assignment<R: CryptoRng + RngCore>(
    key: &ProvingKey,
    backend: &dyn Backend,
    assignment: &[Fr],
    rng: &mut R,
    options: &ProveOptions<'_>,
) -> Result<Proof, ProveError<Infallible>> {
    let blinders = Blinders::draw(rng);
    run(key, options, || {
        let loaded = backend.load_key(key.zkey(), &options.cancel)?;
        let proof = make_proof((key, &loaded), backend, integers(assignment)?, blinders, options)?;
        let reporter = Reporter(options.progress);
        reporter.report(Phase::Verification, 0, 1);
        let inputs = key.zkey().header().public_inputs;
        let end = usize::try_from(inputs).or(Err(ProveError::ProofRefused))? + 1;
        let inputs = assignment.get(1..end).ok_or(ProveError::ProofRefused)?;
        let prepared = match (key.prepared_foreign_key(), key.prepared_verifying_key()) {
            (Some(foreign), _) => foreign.verify(inputs, &proof),
            (None, Some(own)) => own.as_foreign().verify(inputs, &proof),
            (None, None) => return Err(ProveError::ProofRefused),
        };
        prepared.or(Err(ProveError::ProofRefused))?;
        reporter.report(Phase::Verification, 1, 1);
        Ok(proof)
    })
}

/// Runs work on the chosen pool, once it is certain that there is memory for it, and turns a panic inside it into an error.
fn run<T: Send, V: StdError + Send + 'static>(
    key: &ProvingKey,
    options: &ProveOptions<'_>,
    work: impl FnOnce() -> Result<T, ProveError<V>> + Send,
) -> Result<T, ProveError<V>> {
    let threads =
        options.pool.as_ref().map_or_else(rayon::current_num_threads, |pool| pool.current_num_threads());
    reserve_memory(estimated_memory(key, threads), options.memory_limit)
        .map_err(|needed| ProveError::NotEnoughMemory { needed })?;
    // nothing that the closure could leave half-changed is used after a panic
    let outcome = catch_unwind(AssertUnwindSafe(|| match &options.pool {
        Some(pool) => pool.install(work),
        None => work(),
    }));
    outcome.unwrap_or(Err(ProveError::Panicked))
}

fn make_proof<V: StdError + 'static>(
    (key, loaded): (&ProvingKey, &LoadedKey),
    backend: &dyn Backend,
    assignment: Pages<BigInt<4>>,
    blinders: Blinders,
    options: &ProveOptions<'_>,
) -> Result<Proof, ProveError<V>> {
    let zkey = key.zkey();
    let expected = usize::try_from(zkey.header().variables).or(Err(EngineError::MalformedKey))?;
    if assignment.len() != expected {
        return Err(ProveError::AssignmentLength { expected, found: assignment.len() });
    }
    if assignment.first() != Some(&BigInt::one()) {
        return Err(ProveError::ConstantNotOne);
    }
    let job = Job { cancel: &options.cancel, reporter: Reporter(options.progress) };
    let raw = prove_groth16(backend, (zkey, loaded), assignment, blinders, &job)?;
    // a key that puts B outside its subgroup ends here, before anything is handed out
    Proof::new(raw.a, raw.b, raw.c).or(Err(ProveError::ProofRefused))
}
