//! `export`: a key and claims in the forms that chains take.

mod aptos;
mod cosmwasm;
mod evm;
mod exported_key;
mod snarkjs;
mod solana;
mod soroban;
mod sui;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;
use thiserror::Error;
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_protocol::{Fr, GoldStatement, RelayStatement, Statement, fr_to_be_bytes};
use workproof_verifier::{
    CircuitNameError, Claim, ClaimError, ClaimHeader, ClaimJsonError, KeyError, KeyOrigin, Proof,
};

use exported_key::ExportedKey;

use super::proving::DEVELOPMENT_WARNING;
use crate::args::{ExportArgs, ExportTarget};
use crate::circuit_choice::UnknownCircuit;
use crate::files::{Existing, FileError, Kind, read_bytes, require_free, write_public};
use crate::session::Session;
use crate::verdict::Verdict;

const CLAIM: Kind = Kind { what: "a claim", limit: 64 * 1024 };

/// Why nothing was exported.
#[derive(Debug, Error)]
pub(crate) enum ExportError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The directory cannot be made.
    #[error("cannot make the directory {path}")]
    Directory {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// The key is refused.
    #[error("{path} cannot be exported")]
    Key {
        path: PathBuf,
        #[source]
        source: KeyError,
    },
    /// The circuit's name is malformed.
    #[error("the circuit's name is malformed")]
    Name(#[from] CircuitNameError),
    /// The circuit is not one of ours, so nobody knows its digest.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// A snarkjs key does not name its circuit.
    #[error("{path} is a snarkjs key, which does not say its circuit: name it with --circuit")]
    NoCircuit { path: PathBuf },
    /// The transcript does not name a verifying key.
    #[error("{path} does not name a verifying key by 0x and 64 hexadecimal digits")]
    Transcript { path: PathBuf },
    /// The key is not the one that came out of the ceremony.
    #[error("{path} is not the key that the transcript names: export the key of that ceremony")]
    OtherCeremony { path: PathBuf },
    /// The chain's verifier takes no such number of inputs.
    #[error("{path} has {found} public inputs; statements have 4 to 8")]
    InputCount { path: PathBuf, found: usize },
    /// The file is not a claim.
    #[error("{path} is not a claim")]
    Claim {
        path: PathBuf,
        #[source]
        source: ClaimJsonError,
    },
    /// The fact of the circuit's name does not fit a scope.
    #[error(
        "{path} is for a circuit of the fact `{fact}`, which no scope can name: facts have at most 13 letters"
    )]
    FactName { path: PathBuf, fact: String },
    /// The fact is not one of ours.
    #[error("{path} is of the fact `{fact}`, which this program does not know")]
    Fact { path: PathBuf, fact: String },
    /// The claim does not verify under the key.
    #[error("{path} is not accepted under this key, and no chain would accept it")]
    Refused {
        path: PathBuf,
        #[source]
        source: ClaimError,
    },
}

impl ExportError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Refused { source: ClaimError::Verify(_), .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

/// A claim that holds under the exported key.
pub(super) struct ExportedClaim {
    /// The claim's file without its folder and extension.
    pub(super) name: String,
    pub(super) inputs: Vec<Fr>,
    pub(super) proof: Proof,
}

impl ExportedClaim {
    fn read(path: &Path, key: &ExportedKey) -> Result<Self, ExportError> {
        let json = read_bytes(path, CLAIM)?;
        let header = ClaimHeader::peek(&json)
            .map_err(|source| ExportError::Claim { path: path.to_path_buf(), source })?;
        match header.fact() {
            RelayStatement::FACT => Self::checked::<RelayStatement>(path, &json, key),
            GoldStatement::FACT => Self::checked::<GoldStatement>(path, &json, key),
            fact => Err(ExportError::Fact { path: path.to_path_buf(), fact: fact.to_owned() }),
        }
    }

    fn checked<S: Statement + serde::de::DeserializeOwned>(
        path: &Path,
        json: &[u8],
        key: &ExportedKey,
    ) -> Result<Self, ExportError> {
        let claim = Claim::<S>::from_json(json)
            .map_err(|source| ExportError::Claim { path: path.to_path_buf(), source })?;
        claim
            .verify(&key.prepared)
            .map_err(|source| ExportError::Refused { path: path.to_path_buf(), source })?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let inputs = claim.statement().public_inputs().as_slice().to_vec();
        Ok(Self { name, inputs, proof: *claim.proof() })
    }

    /// The inputs as 32 bytes big-endian.
    pub(super) fn input_words(&self) -> impl Iterator<Item = [u8; 32]> {
        self.inputs.iter().map(fr_to_be_bytes)
    }
}

/// A file to write.
pub(super) struct File {
    place: String,
    content: Vec<u8>,
}

impl File {
    pub(super) fn text(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { place: place.into(), content: text.into().into_bytes() }
    }

    pub(super) fn json(place: impl Into<String>, document: &Value) -> Self {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        Self::text(place, format!("{text}\n"))
    }
}

/// `0x` and lower-case hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes_to_hexadecimal(bytes)
}

#[derive(Serialize)]
struct ExportReport {
    circuit: String,
    key_id: String,
    development_key: bool,
    origin: &'static str,
    directory: PathBuf,
    files: Vec<String>,
}

impl fmt::Display for ExportReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}, key {}", self.circuit, self.key_id)?;
        for file in &self.files {
            writeln!(formatter, "{}", self.directory.join(file).display())?;
        }
        match self.origin {
            "ceremony" => writeln!(formatter, "The transcript names this very key."),
            "unknown" => writeln!(
                formatter,
                "No transcript vouches for this key: give the ceremony's with --transcript, or compare the id."
            ),
            _ => Ok(()),
        }
    }
}

/// Runs `export`. Everything is made before the first file is written.
pub(crate) fn export(args: &ExportArgs, session: &Session) -> Result<(), ExportError> {
    let key = ExportedKey::read(args)?;
    if key.development {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    let claims: Vec<ExportedClaim> =
        args.claims.iter().map(|path| ExportedClaim::read(path, &key)).collect::<Result<_, _>>()?;
    let files = files_for(args.target, &key, &claims);
    let existing = Existing::from_force(args.force);
    for file in &files {
        require_free(&args.out.join(&file.place), existing)?;
    }
    for file in &files {
        let path = args.out.join(&file.place);
        let directory = path.parent().unwrap_or(&args.out);
        fs::create_dir_all(directory)
            .map_err(|source| ExportError::Directory { path: directory.to_path_buf(), source })?;
        write_public(&path, &file.content, existing)?;
    }
    session.output.result(&ExportReport {
        circuit: key.circuit.name().to_string(),
        key_id: key.key_id.to_string(),
        development_key: key.development,
        origin: match key.origin {
            KeyOrigin::Ceremony => "ceremony",
            KeyOrigin::Development => "development",
            KeyOrigin::Uncontributed => "uncontributed",
            _ => "unknown",
        },
        directory: args.out.clone(),
        files: files.into_iter().map(|file| file.place).collect(),
    });
    Ok(())
}

fn files_for(target: ExportTarget, key: &ExportedKey, claims: &[ExportedClaim]) -> Vec<File> {
    type OfClaim = fn(&ExportedClaim) -> File;
    let (mut files, of_claim): (Vec<File>, OfClaim) = match target {
        ExportTarget::Evm => (evm::key_files(key), evm::claim_file),
        ExportTarget::Solana => (solana::key_files(key), solana::claim_file),
        ExportTarget::Soroban => (soroban::key_files(key), soroban::claim_file),
        ExportTarget::Sui => (sui::key_files(key), sui::claim_file),
        ExportTarget::Aptos => (aptos::key_files(key), aptos::claim_file),
        ExportTarget::Cosmwasm => (cosmwasm::key_files(key), cosmwasm::claim_file),
        ExportTarget::Snarkjs => (snarkjs::key_files(key), snarkjs::claim_file),
    };
    files.extend(claims.iter().map(of_claim));
    files
}
