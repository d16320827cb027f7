//! Proving with a key from a ceremony, or with a development key: what `prove`, `bench` and `demo` share.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rand_core::OsRng;
use thiserror::Error;
use workproof_circuits::r1cs::SynthesisError;
use workproof_circuits::{Circuit, pinned_digest};
use workproof_prover::{
    KeyStoreError, OpenOptions, ProveError, ProveOptions, Prover, ProverError, ProvingKey, ProvingKeyError,
    SetupError, SetupOptions,
};
use workproof_verifier::{CircuitDigest, CircuitId, CircuitName, CircuitNameError, Claim};

use crate::files::{Existing, FileError, write_public};
use crate::progress::ProgressDisplay;
use crate::session::{NoDataDirectory, Session};
use crate::verdict::Verdict;

/// The warning that goes with everything a development key touches.
pub(crate) const DEVELOPMENT_WARNING: &str =
    "DEVELOPMENT KEY: anyone can forge proofs for it. Fit for trying things out, never for payments.";

/// Why there is no key.
#[derive(Debug, Error)]
pub(crate) enum KeyFailure {
    /// There is nowhere to keep keys.
    #[error(transparent)]
    Directory(#[from] NoDataDirectory),
    /// The key could not be made or opened.
    #[error(transparent)]
    Store(#[from] KeyStoreError),
    /// The key that was given could not be opened.
    #[error(transparent)]
    Open(#[from] ProvingKeyError),
    /// The circuit's name is not one.
    #[error("the circuit's name is malformed")]
    Name(#[from] CircuitNameError),
    /// The circuit could not be built.
    #[error("the circuit could not be built")]
    Synthesis(#[from] SynthesisError),
    /// The verifying key could not be written beside it.
    #[error(transparent)]
    File(#[from] FileError),
}

impl KeyFailure {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Store(
                KeyStoreError::Setup(SetupError::Cancelled) | KeyStoreError::Key(ProvingKeyError::Cancelled),
            )
            | Self::Open(ProvingKeyError::Cancelled) => Verdict::Interrupted,
            _ => Verdict::BadInput,
        }
    }
}

/// Why there is no proof. `V` names the clause that does not hold.
#[derive(Debug, Error)]
pub(crate) enum ProofFailure<V: Error + 'static> {
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyFailure),
    /// Circuit and key do not belong together.
    #[error(transparent)]
    Prover(#[from] ProverError),
    /// The threads could not be started.
    #[error("the threads for proving could not be started")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The proof was not made.
    #[error(transparent)]
    Prove(#[from] ProveError<V>),
}

impl<V: Error + 'static> ProofFailure<V> {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Key(failure) => failure.verdict(),
            Self::Prover(_) | Self::Threads(_) => Verdict::BadInput,
            Self::Prove(ProveError::Cancelled) => Verdict::Interrupted,
            Self::Prove(_) => Verdict::Refused,
        }
    }
}

/// The development key of a circuit, made first where there is none.
pub(crate) fn development_key(
    circuit: &impl Circuit,
    session: &Session,
) -> Result<Arc<ProvingKey>, KeyFailure> {
    let store = session.key_store()?;
    let display = ProgressDisplay::new(session.output);
    display.say(&format!("key of {}", circuit.name()));
    let sink = |progress| display.show(progress);
    let mut options = SetupOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let pinned = pinned_digest(&circuit.name()).map(CircuitDigest::new);
    let key = store.insecure_development_key(circuit, pinned, &options)?;
    write_verifying_key(&key)?;
    Ok(key)
}

/// A key from a ceremony, for a circuit that the file need not name.
fn ceremony_key(
    circuit: &impl Circuit,
    path: &Path,
    session: &Session,
) -> Result<Arc<ProvingKey>, KeyFailure> {
    let name = circuit.name();
    let digest = match pinned_digest(&name) {
        Some(digest) => digest,
        None => circuit.r1cs()?.digest(),
    };
    let circuit = CircuitId::new(CircuitName::new(&name)?, CircuitDigest::new(digest));
    let display = ProgressDisplay::new(session.output);
    display.say(&format!("key of {name}"));
    let sink = |progress| display.show(progress);
    let mut options = OpenOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    Ok(Arc::new(ProvingKey::open_for_circuit(path, circuit, &options)?))
}

/// The file of the verifying key, beside the proving key: canonical bytes, for whoever checks claims.
pub(crate) fn verifying_key_path(proving_key: &Path) -> PathBuf {
    proving_key.with_extension("vkey")
}

/// Writes the verifying key, unless it is there.
fn write_verifying_key(key: &ProvingKey) -> Result<(), FileError> {
    let Some(verifying) = key.development_verifying_key() else { return Ok(()) };
    let (path, bytes) = (verifying_key_path(key.path()), verifying.to_bytes());
    if std::fs::read(&path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    write_public(&path, &bytes, Existing::Replace)
}

/// A claim, and what it took.
#[derive(Debug)]
pub(crate) struct Proven<S> {
    pub(crate) claim: Claim<S>,
    pub(crate) key: Arc<ProvingKey>,
    pub(crate) time: Duration,
}

/// What a claim is proven with: by default the circuit's development key, on all threads.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Means<'a> {
    /// A key from a ceremony; without one, the circuit's development key.
    pub(crate) key: Option<&'a Path>,
    /// A number of threads; without one, all.
    pub(crate) threads: Option<usize>,
}

/// Proves a statement.
pub(crate) fn prove_statement<C: Circuit>(
    circuit: C,
    statement: &C::Statement,
    witness: &C::Witness,
    means: Means<'_>,
    session: &Session,
) -> Result<Proven<C::Statement>, ProofFailure<C::Violation>>
where
    C::Statement: Clone + Send + Sync,
{
    let pool = rayon::ThreadPoolBuilder::new().num_threads(means.threads.unwrap_or_default()).build()?;
    pool.install(|| {
        let key = match means.key {
            Some(path) => ceremony_key(&circuit, path, session)?,
            None => development_key(&circuit, session)?,
        };
        let prover = match key.circuit().map(CircuitId::digest) {
            // the key was opened for this circuit, or the store has compared its digest with the circuit's
            Some(digest) => Prover::with_digest(circuit, Arc::clone(&key), digest)?,
            None => Prover::new(circuit, Arc::clone(&key))?,
        };
        let display = ProgressDisplay::new(session.output);
        let sink = |progress| display.show(progress);
        let options = ProveOptions::new().with_progress(&sink).with_cancel(session.cancel.clone());
        let start = Instant::now();
        let claim = prover.prove(statement, witness, &mut OsRng, &options)?;
        Ok(Proven { claim, key, time: start.elapsed() })
    })
}
