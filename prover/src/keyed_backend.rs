//! A key, a backend and what the backend has prepared of the key: what every prover is made of.

use alloc::sync::Arc;
use core::error::Error as StdError;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::OnceLock;

use ark_ff::BigInt;
use workproof_verifier::Proof;

use crate::cancel_token::CancelToken;
use crate::engine::{
    Backend, Blinders, CpuBackend, EngineError, Job, Levels, LoadedKey, Pages, prove_groth16,
};
use crate::estimated_memory::{estimated_memory_with, reserve_memory};
use crate::progress::Reporter;
use crate::prove_error::ProveError;
use crate::prove_options::ProveOptions;
use crate::proving_key::ProvingKey;
use crate::table_file::TableFile;

/// What is kept in mind of a table that was loaded.
#[derive(Clone, Copy, Debug)]
struct HeldTable {
    levels: Levels,
    /// Bytes that it takes.
    memory: u64,
}

/// A key with a backend.
#[derive(Debug)]
pub(crate) struct KeyedBackend {
    key: Arc<ProvingKey>,
    backend: Arc<dyn Backend>,
    table: Option<HeldTable>,
    loaded: OnceLock<LoadedKey>,
}

impl KeyedBackend {
    /// The processor as backend, no table.
    pub(crate) fn new(key: Arc<ProvingKey>) -> Self {
        Self { key, backend: Arc::new(CpuBackend::new()), table: None, loaded: OnceLock::new() }
    }

    pub(crate) fn with_backend(self, backend: Arc<dyn Backend>) -> Self {
        Self { backend, table: None, loaded: OnceLock::new(), ..self }
    }

    /// Reads the table at once: two first proofs side by side would each do so.
    pub(crate) fn with_table(self, table: &TableFile, cancel: &CancelToken) -> Result<Self, EngineError> {
        let loaded = self.backend.load_key(self.key.zkey(), Some(table.table()), cancel)?;
        let held = HeldTable { levels: table.levels(), memory: table.memory_bytes() };
        Ok(Self { table: Some(held), loaded: OnceLock::from(loaded), ..self })
    }

    pub(crate) const fn key(&self) -> &Arc<ProvingKey> {
        &self.key
    }

    /// What a proof needs besides the mapped key, and what the table takes as long as the prover lives.
    pub(crate) fn estimated_memory(&self, threads: usize) -> u64 {
        let levels = self.table.map(|table| table.levels);
        estimated_memory_with(&self.key, levels, threads).saturating_add(self.held_memory())
    }

    fn held_memory(&self) -> u64 {
        self.table.map_or(0, |table| table.memory)
    }

    /// Prepares the key for the backend, if that has not been done.
    pub(crate) fn load(&self, cancel: &CancelToken) -> Result<&LoadedKey, EngineError> {
        if let Some(loaded) = self.loaded.get() {
            return Ok(loaded);
        }
        let loaded = self.backend.load_key(self.key.zkey(), None, cancel)?;
        Ok(self.loaded.get_or_init(|| loaded))
    }

    /// Runs work on the chosen pool, once it is certain that there is memory for it, and turns a panic inside it into an
    /// error.
    pub(crate) fn run<T: Send, V: StdError + Send + 'static>(
        &self,
        options: &ProveOptions<'_>,
        work: impl FnOnce() -> Result<T, ProveError<V>> + Send,
    ) -> Result<T, ProveError<V>> {
        let threads =
            options.pool.as_ref().map_or_else(rayon::current_num_threads, |pool| pool.current_num_threads());
        let needed = self.estimated_memory(threads);
        reserve_memory(needed, self.held_memory(), options.memory_limit)
            .map_err(|needed| ProveError::NotEnoughMemory { needed })?;
        // nothing that the closure could leave half-changed is used after a panic
        let outcome = catch_unwind(AssertUnwindSafe(|| match &options.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }));
        outcome.unwrap_or(Err(ProveError::Panicked))
    }

    /// A proof of the values of all variables, not yet verified.
    pub(crate) fn make_proof<V: StdError + 'static>(
        &self,
        assignment: Pages<BigInt<4>>,
        blinders: Blinders,
        options: &ProveOptions<'_>,
    ) -> Result<Proof, ProveError<V>> {
        let zkey = self.key.zkey();
        let expected = usize::try_from(zkey.header().variables).or(Err(EngineError::MalformedKey))?;
        if assignment.len() != expected {
            return Err(ProveError::AssignmentLength { expected, found: assignment.len() });
        }
        if assignment.first() != Some(&BigInt::one()) {
            return Err(ProveError::ConstantNotOne);
        }
        let loaded = self.load(&options.cancel)?;
        let job = Job { cancel: &options.cancel, reporter: Reporter(options.progress) };
        let raw = prove_groth16(&*self.backend, (zkey, loaded), assignment, blinders, &job)?;
        // a key that puts B outside its subgroup ends here, before anything is handed out
        Proof::new(raw.a, raw.b, raw.c).or(Err(ProveError::ProofRefused))
    }
}
