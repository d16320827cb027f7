//! `ceremony`: begin, contribute, end with a beacon, verify.

mod attestation;
mod circuit_file;
mod contribute;
mod export;
mod inspect;
mod new;
mod verify;

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use workproof_ceremony::{
    AttestationError, BeaconError, ContributeError, ContributionNameError, ExistingFile, NewKeyError,
    PtauError, PtauFile, RecordError, TranscriptMismatch, VerifyKeyError,
};
use workproof_circuits::r1cs::SynthesisError;
use workproof_prover::circom_files::R1csReadError;
use workproof_prover::{ZkeyError, ZkeyFile};
use workproof_verifier::{CircuitNameError, KeyError};

use crate::args::CeremonyCommand;
use crate::circuit_choice::UnknownCircuit;
use crate::files::FileError;
use crate::session::Session;
use crate::verdict::Verdict;

/// Why a command about a ceremony failed.
#[derive(Debug, Error)]
pub(crate) enum CeremonyError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is no such circuit.
    #[error(transparent)]
    UnknownCircuit(#[from] UnknownCircuit),
    /// The circuit cannot be built.
    #[error("the circuit cannot be built")]
    Synthesis(#[source] SynthesisError),
    /// The circuit's file cannot be read.
    #[error("{path} cannot be read")]
    CircuitFile {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// The circuit's file is none.
    #[error("{path} is not a circuit (.r1cs)")]
    Circuit {
        path: PathBuf,
        #[source]
        source: R1csReadError,
    },
    /// The first phase's file is refused.
    #[error("{path} cannot be used")]
    Ptau {
        path: PathBuf,
        #[source]
        source: PtauError,
    },
    /// The key is refused.
    #[error("{path} is refused")]
    Zkey {
        path: PathBuf,
        #[source]
        source: ZkeyError,
    },
    /// The key's record of contributions is refused.
    #[error("{path} is refused")]
    Record {
        path: PathBuf,
        #[source]
        source: RecordError,
    },
    /// The verifying key inside is refused.
    #[error("{path} is refused")]
    VerifyingKey {
        path: PathBuf,
        #[source]
        source: KeyError,
    },
    /// The name is not one.
    #[error("the name is refused: {0}")]
    Name(#[from] ContributionNameError),
    /// The circuit's name is not one.
    #[error("the circuit's name is malformed")]
    CircuitName(#[from] CircuitNameError),
    /// The beacon's value is not hexadecimal.
    #[error("the beacon's value is not an even number of hexadecimal digits")]
    BeaconDigits,
    /// The beacon is refused.
    #[error("the beacon is refused: {0}")]
    Beacon(#[from] BeaconError),
    /// Typed entropy could not be read.
    #[error("standard input could not be read")]
    Typed(#[source] io::Error),
    /// Input and output are one file.
    #[error("the new key would replace the one it is made from; name another file")]
    SameFile,
    /// The key was not begun.
    #[error("{path} was not made")]
    New {
        path: PathBuf,
        #[source]
        source: NewKeyError,
    },
    /// The contribution was not made.
    #[error("{path} was not made")]
    Contribute {
        path: PathBuf,
        #[source]
        source: ContributeError,
    },
    /// The key was not verified.
    #[error("{path} is not verified")]
    Verify {
        path: PathBuf,
        #[source]
        source: VerifyKeyError,
    },
    /// There is no such contribution of a person's.
    #[error("{path} has no contribution {number} of a person's to attest")]
    NoContribution { path: PathBuf, number: usize },
    /// A signature is no attestation.
    #[error("{path} is no attestation")]
    Attestation {
        path: PathBuf,
        #[source]
        source: AttestationError,
    },
    /// The key is not the published one.
    #[error("{path} does not match the transcript")]
    Transcript {
        path: PathBuf,
        #[source]
        source: TranscriptMismatch,
    },
}

impl CeremonyError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::New { source: NewKeyError::Cancelled, .. }
            | Self::Contribute { source: ContributeError::Cancelled, .. }
            | Self::Verify { source: VerifyKeyError::Cancelled, .. } => Verdict::Interrupted,
            Self::Verify { source: VerifyKeyError::Refused(_), .. }
            | Self::Transcript { .. }
            | Self::Attestation { .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

/// Runs `ceremony`.
pub(crate) fn ceremony(command: &CeremonyCommand, session: &Session) -> Result<(), CeremonyError> {
    session.cancel_on_interrupt();
    match command {
        CeremonyCommand::New(args) => new::new_key(args, session),
        CeremonyCommand::Contribute(args) => contribute::contribute_to(args, session),
        CeremonyCommand::Beacon(args) => contribute::beacon(args, session),
        CeremonyCommand::Verify(args) => verify::verify(args, session),
        CeremonyCommand::ExportVk(args) => export::export(args, session),
        CeremonyCommand::Attestation(args) => attestation::write_text(args, session),
        CeremonyCommand::Inspect(args) => inspect::inspect(args, session),
    }
}

fn open_key(path: &Path) -> Result<ZkeyFile, CeremonyError> {
    ZkeyFile::open(path).map_err(|source| CeremonyError::Zkey { path: path.to_path_buf(), source })
}

fn open_ptau(path: &Path) -> Result<PtauFile, CeremonyError> {
    PtauFile::open(path).map_err(|source| CeremonyError::Ptau { path: path.to_path_buf(), source })
}

const fn existing(force: bool) -> ExistingFile {
    if force { ExistingFile::Replace } else { ExistingFile::Keep }
}

/// Reads hexadecimal digits, with or without `0x` before them.
fn bytes_of(digits: &str) -> Result<Vec<u8>, CeremonyError> {
    let digits = digits.strip_prefix("0x").unwrap_or(digits);
    let (pairs, odd) = digits.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| {
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        let [high, low] = *pair;
        Some(value(high)? << 4 | value(low)?)
    };
    let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
    bytes.filter(|_| odd.is_empty()).ok_or(CeremonyError::BeaconDigits)
}
