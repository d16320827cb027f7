//! A folder of keys: development keys are made once and found again.

use alloc::sync::Arc;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use workproof_circuits::r1cs::{R1cs, SynthesisError};
use workproof_circuits::{Circuit, pinned_digest};
use workproof_verifier::{CircuitDigest, CircuitName, CircuitNameError};

use crate::proving_key::{OpenOptions, ProvingKey, ProvingKeyError};
use crate::setup::{SetupError, SetupOptions, unsafe_development_setup};

/// Why a key was not found or made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum KeyStoreError {
    /// The folder or its lock could not be used.
    #[error("the key folder {} cannot be used", path.display())]
    Io {
        /// The folder or file.
        path: PathBuf,
        /// What failed.
        #[source]
        source: io::Error,
    },
    /// The circuit's name is not one.
    #[error("the circuit's name is malformed")]
    Name(#[source] CircuitNameError),
    /// The circuit could not be built.
    #[error("the circuit could not be built")]
    Synthesis(#[source] SynthesisError),
    /// The key could not be made.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// The key could not be opened.
    #[error(transparent)]
    Key(#[from] ProvingKeyError),
}

/// A folder of keys.
#[derive(Clone, Debug)]
pub struct KeyStore {
    directory: PathBuf,
}

impl KeyStore {
    /// A store in this folder, which is created when the first key is made.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    /// The folder.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Where a circuit's development key lies, or would lie.
    #[must_use]
    pub fn development_key_path(&self, circuit: &CircuitName) -> PathBuf {
        self.directory.join(format!("{circuit}.development.zkey"))
    }

    /// Opens the development key of a circuit. It is made first if there is none, or if the one there belongs to
    /// another version of the circuit or is damaged. Two processes that ask at once make it once.
    ///
    /// `pinned` is the circuit's digest where the caller knows it. Without it, the digests of workproof's own circuits
    /// are known, and the shape of any other circuit is recorded to learn its digest.
    ///
    /// # Security
    /// Anyone can forge proofs for development keys.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    pub fn insecure_development_key<C: Circuit>(
        &self,
        circuit: &C,
        pinned: Option<CircuitDigest>,
        options: &SetupOptions<'_>,
    ) -> Result<Arc<ProvingKey>, KeyStoreError> {
        let name = CircuitName::new(&circuit.name()).map_err(KeyStoreError::Name)?;
        let path = self.development_key_path(&name);
        let mut shape = None;
        let digest = match pinned.or_else(|| pinned_digest(name.as_str()).map(CircuitDigest::new)) {
            Some(digest) => digest,
            None => CircuitDigest::new(shape_of(circuit, &mut shape)?.digest()),
        };
        if let Ok(key) = open(&path, digest, options)? {
            return Ok(key);
        }
        let _lock = self.lock(&name)?;
        // somebody else may have made it while this one waited
        if let Ok(key) = open(&path, digest, options)? {
            return Ok(key);
        }
        let shape = shape_of(circuit, &mut shape)?;
        unsafe_development_setup(shape, &name, &path, options)?;
        match open(&path, CircuitDigest::new(shape.digest()), options)? {
            Ok(key) => Ok(key),
            Err(Stale(Some(error))) => Err(error.into()),
            Err(Stale(None)) => Err(KeyStoreError::Io { path, source: io::ErrorKind::NotFound.into() }),
        }
    }

    /// An exclusive lock that ends with the returned file.
    fn lock(&self, name: &CircuitName) -> Result<File, KeyStoreError> {
        fs::create_dir_all(&self.directory)
            .map_err(|source| KeyStoreError::Io { path: self.directory.clone(), source })?;
        let path = self.directory.join(format!("{name}.development.lock"));
        let failed = |source: io::Error| KeyStoreError::Io { path: path.clone(), source };
        let file = File::create(&path).map_err(failed)?;
        file.lock().map_err(failed)?;
        Ok(file)
    }
}

/// There is no key, or (with the reason) one that has to be made again.
struct Stale(Option<ProvingKeyError>);

/// Opens a key if it is there, sound and of the right version. Only a cancellation is an error.
fn open(
    path: &Path,
    digest: CircuitDigest,
    options: &SetupOptions<'_>,
) -> Result<Result<Arc<ProvingKey>, Stale>, KeyStoreError> {
    if !path.exists() {
        return Ok(Err(Stale(None)));
    }
    let opening =
        OpenOptions { progress: options.progress, cancel: options.cancel.clone(), check_again: false };
    match ProvingKey::insecure_open_development(path, &opening) {
        Ok(key) if key.circuit().is_some_and(|circuit| circuit.digest() == digest) => Ok(Ok(Arc::new(key))),
        Ok(_) => Ok(Err(Stale(None))),
        Err(ProvingKeyError::Cancelled) => Err(ProvingKeyError::Cancelled.into()),
        Err(error) => Ok(Err(Stale(Some(error)))),
    }
}

fn shape_of<'a, C: Circuit>(circuit: &C, shape: &'a mut Option<R1cs>) -> Result<&'a R1cs, KeyStoreError> {
    match shape {
        Some(shape) => Ok(shape),
        empty => Ok(empty.insert(circuit.r1cs().map_err(KeyStoreError::Synthesis)?)),
    }
}
