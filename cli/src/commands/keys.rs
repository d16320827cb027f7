//! `keys`: development keys, made once.

use std::fmt;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Instant;

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_prover::{KeyStoreError, OpenOptions, ProvingKey, ProvingKeyError};
use workproof_verifier::{CircuitName, CircuitNameError};

use super::proving::{DEVELOPMENT_WARNING, KeyFailure, development_key, verifying_key_path};
use crate::args::{KeysCommand, KeysMake, KeysPath};
use crate::circuit_choice::{AnyCircuit, UnknownCircuit};
use crate::session::Session;
use crate::table::{Table, grouped};
use crate::verdict::Verdict;

/// What the store calls a proving key's file after its circuit.
const ZKEY_SUFFIX: &str = ".development.zkey";

/// Why a command about keys failed.
#[derive(Debug, Error)]
pub(crate) enum KeysError {
    /// There is no such circuit.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// The circuit's name is not one.
    #[error("the circuit's name is malformed")]
    Name(#[from] CircuitNameError),
    /// The key could not be made or opened.
    #[error(transparent)]
    Key(#[from] KeyFailure),
    /// The directory cannot be listed, or an older key cannot be removed.
    #[error("{path} cannot be used")]
    Directory {
        /// The directory or file.
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

impl KeysError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Key(failure) => failure.verdict(),
            _ => Verdict::BadInput,
        }
    }
}

/// Runs `keys`.
pub(crate) fn keys(command: &KeysCommand, session: &Session) -> Result<(), KeysError> {
    match command {
        KeysCommand::Make(args) => make_keys(args, session),
        KeysCommand::List => list_keys(session),
        KeysCommand::Path(args) => print_path(args, session),
    }
}

/// One key.
#[derive(Debug, Serialize)]
struct KeyRow {
    circuit: String,
    development_key: bool,
    key_id: String,
    circuit_digest: String,
    /// BLAKE2b-512 of the proving key's file.
    file_digest: String,
    bytes: u64,
    proving_key: PathBuf,
    verifying_key: PathBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
}

impl KeyRow {
    fn new(key: &ProvingKey, seconds: Option<f64>) -> Option<Self> {
        let verifying = key.development_verifying_key()?;
        Some(Self {
            circuit: verifying.circuit().name().to_string(),
            development_key: true,
            key_id: verifying.key_id().to_string(),
            circuit_digest: verifying.circuit().digest().to_string(),
            file_digest: bytes_to_hexadecimal(key.file_digest()),
            bytes: key.file_bytes(),
            proving_key: key.path().to_path_buf(),
            verifying_key: verifying_key_path(key.path()),
            seconds,
        })
    }
}

#[derive(Serialize)]
struct KeysReport {
    directory: PathBuf,
    keys: Vec<KeyRow>,
}

impl fmt::Display for KeysReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}\n", self.directory.display())?;
        let mut table = Table::new(["circuit", "kind", "bytes", "key id", "file digest (BLAKE2b)"]);
        for key in &self.keys {
            table.row([
                key.circuit.clone(),
                "DEVELOPMENT".to_owned(),
                grouped(key.bytes),
                short(&key.key_id),
                short(&key.file_digest),
            ]);
        }
        write!(formatter, "{table}")?;
        if self.keys.is_empty() {
            writeln!(formatter, "no keys yet; make one with `workproof keys make relay-10`")?;
        }
        Ok(())
    }
}

fn short(digest: &str) -> String {
    digest.chars().take(18).chain(['…']).collect()
}

fn make_keys(args: &KeysMake, session: &Session) -> Result<(), KeysError> {
    session.cancel_on_interrupt();
    session.output.warn(DEVELOPMENT_WARNING);
    let circuits = if args.all {
        AnyCircuit::all()
    } else {
        args.circuits.iter().map(|name| AnyCircuit::by_name(name)).collect::<Result<_, _>>()?
    };
    let mut keys = Vec::new();
    for circuit in circuits {
        if args.force {
            remove_key(&circuit, session)?;
        }
        let start = Instant::now();
        let key = match circuit {
            AnyCircuit::Relay(circuit) => development_key(&circuit, session)?,
            AnyCircuit::Gold(circuit) => development_key(&circuit, session)?,
        };
        keys.extend(KeyRow::new(&key, Some(start.elapsed().as_secs_f64())));
    }
    let directory = session.key_store().map_err(KeyFailure::from)?.directory().to_path_buf();
    session.output.result(&KeysReport { directory, keys });
    Ok(())
}

fn remove_key(circuit: &AnyCircuit, session: &Session) -> Result<(), KeysError> {
    let path = key_path(&circuit.name(), session)?;
    match fs::remove_file(&path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(KeysError::Directory { path, source }),
        _ => Ok(()),
    }
}

fn key_path(circuit: &str, session: &Session) -> Result<PathBuf, KeysError> {
    let store = session.key_store().map_err(KeyFailure::from)?;
    Ok(store.development_key_path(&CircuitName::new(circuit)?))
}

fn list_keys(session: &Session) -> Result<(), KeysError> {
    session.cancel_on_interrupt();
    let directory = session.key_store().map_err(KeyFailure::from)?.directory().to_path_buf();
    let mut paths = Vec::new();
    let failed = |source| KeysError::Directory { path: directory.clone(), source };
    match directory.read_dir() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
        Ok(entries) => {
            for entry in entries {
                let path = entry.map_err(failed)?.path();
                if path.to_string_lossy().ends_with(ZKEY_SUFFIX) {
                    paths.push(path);
                }
            }
        }
    }
    paths.sort();
    let mut keys = Vec::new();
    for path in paths {
        let mut options = OpenOptions::default();
        options.cancel = session.cancel.clone();
        match ProvingKey::insecure_open_development(&path, &options) {
            Ok(key) => keys.extend(KeyRow::new(&key, None)),
            Err(ProvingKeyError::Cancelled) => {
                return Err(KeyFailure::from(KeyStoreError::from(ProvingKeyError::Cancelled)).into());
            }
            Err(error) => session.output.warn(&error.to_string()),
        }
    }
    if !keys.is_empty() {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    session.output.result(&KeysReport { directory, keys });
    Ok(())
}

#[derive(Serialize)]
struct PathReport {
    circuit: String,
    development_key: bool,
    exists: bool,
    proving_key: PathBuf,
    verifying_key: PathBuf,
}

impl fmt::Display for PathReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.proving_key.display())?;
        writeln!(formatter, "{}", self.verifying_key.display())
    }
}

fn print_path(args: &KeysPath, session: &Session) -> Result<(), KeysError> {
    let circuit = AnyCircuit::by_name(&args.circuit)?.name();
    let proving_key = key_path(&circuit, session)?;
    session.output.warn(DEVELOPMENT_WARNING);
    if !proving_key.exists() {
        session
            .output
            .warn(&format!("the key is not there yet; make it with `workproof keys make {circuit}`"));
    }
    session.output.result(&PathReport {
        circuit,
        development_key: true,
        exists: proving_key.exists(),
        verifying_key: verifying_key_path(&proving_key),
        proving_key,
    });
    Ok(())
}
