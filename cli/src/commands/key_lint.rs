//! `key lint`: dangers in any key.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::json;
use workproof_prover::{ZkeyError, ZkeyFile};
use workproof_verifier::keys::{MAX_SOLIDITY_BYTES, SolidityKeyError};
use workproof_verifier::{
    DevelopmentVerifyingKey, ForeignVerifyingKey, KeyError, KeyFinding, KeyOrigin, VerifyingKey,
    VerifyingKeyPoints,
};

use crate::args::KeyLint;
use crate::files::{FileError, Kind, read_bytes, read_snarkjs_key, read_transcript};
use crate::session::Session;
use crate::verdict::Verdict;

const OWN: Kind = Kind { what: "a verifying key", limit: 64 * 1024 };
const SOLIDITY: Kind = Kind { what: "a Solidity verifier", limit: 4 * 1024 * 1024 };
const _: () = assert!(MAX_SOLIDITY_BYTES == 4 * 1024 * 1024);

/// Why a key was not looked at, or what is wrong with it.
#[derive(Debug, Error)]
pub(crate) enum LintError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file's name does not say what it is.
    #[error("{path}: the name does not say what it is; it ends in .json, .zkey, .vkey or .sol")]
    UnknownForm { path: PathBuf },
    /// The proving key is malformed.
    #[error("{path} is refused")]
    Zkey {
        path: PathBuf,
        #[source]
        source: ZkeyError,
    },
    /// The verifying key is malformed.
    #[error("{path} is refused")]
    Key {
        path: PathBuf,
        #[source]
        source: KeyError,
    },
    /// No key was found in a contract.
    #[error("{path} is refused")]
    Solidity {
        path: PathBuf,
        #[source]
        source: SolidityKeyError,
    },
    /// The transcript does not name a verifying key.
    #[error("{path}: the digest of the verifying key is malformed")]
    Transcript { path: PathBuf },
    /// There are findings.
    #[error("{path} is dangerous: {found}")]
    Dangerous { path: PathBuf, found: String },
}

impl LintError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Dangerous { .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

#[derive(Serialize)]
struct LintReport {
    key: PathBuf,
    public_inputs: usize,
    origin: &'static str,
    findings: Vec<String>,
}

impl fmt::Display for LintReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{}: nothing dangerous found, {} public inputs",
            self.key.display(),
            self.public_inputs
        )?;
        match self.origin {
            "ceremony" => writeln!(formatter, "The transcript names this very key."),
            _ => writeln!(
                formatter,
                "Whether it comes from a ceremony that you trust, only its transcript says: see `workproof ceremony \
                 verify`."
            ),
        }
    }
}

/// Runs `key lint`.
pub(crate) fn lint(args: &KeyLint, session: &Session) -> Result<(), LintError> {
    let points = read_points(args)?;
    let ceremony = ceremony_digest(args)?;
    let origin = match KeyOrigin::of(&points, ceremony.as_ref()) {
        KeyOrigin::Ceremony => "ceremony",
        KeyOrigin::Development => "development",
        KeyOrigin::Uncontributed => "uncontributed",
        _ => "unknown",
    };
    // points that are malformed are no findings: such a key does not work at all
    let key = ForeignVerifyingKey::insecure_unlinted(points)
        .map_err(|source| LintError::Key { path: args.file.clone(), source })?;
    let sentence = |finding: &KeyFinding| format!("{finding}; {}", finding.remedy());
    let findings: Vec<String> = key.findings().iter().map(sentence).collect();
    if findings.is_empty() {
        let public_inputs = key.public_inputs();
        session.output.result(&LintReport { key: args.file.clone(), public_inputs, origin, findings });
        return Ok(());
    }
    Err(LintError::Dangerous { path: args.file.clone(), found: findings.join(". Moreover, ") })
}

fn read_points(args: &KeyLint) -> Result<VerifyingKeyPoints, LintError> {
    let path = &args.file;
    let refused = |source| LintError::Key { path: path.clone(), source };
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => read_snarkjs_key(path)?.map_err(refused),
        Some("zkey") => {
            let key =
                ZkeyFile::open(path).map_err(|source| LintError::Zkey { path: path.clone(), source })?;
            Ok(key.zkey().verifying_key_points())
        }
        Some("vkey") => {
            let bytes = read_bytes(path, OWN)?;
            match VerifyingKey::from_bytes(&bytes) {
                Ok(key) => Ok(key.points().clone()),
                Err(KeyError::Development) => DevelopmentVerifyingKey::insecure_from_bytes(&bytes)
                    .map(|key| key.points().clone())
                    .map_err(refused),
                Err(error) => Err(refused(error)),
            }
        }
        Some("sol") => {
            let bytes = read_bytes(path, SOLIDITY)?;
            VerifyingKeyPoints::from_solidity_source(&String::from_utf8_lossy(&bytes))
                .map_err(|source| LintError::Solidity { path: path.clone(), source })
        }
        _ => Err(LintError::UnknownForm { path: path.clone() }),
    }
}

fn ceremony_digest(args: &KeyLint) -> Result<Option<[u8; 32]>, LintError> {
    let Some(path) = &args.transcript else { return Ok(None) };
    let transcript = read_transcript(path)?;
    let digest = json::bytes_from_hexadecimal(&transcript.verifying_key_digest);
    digest.map(Some).or(Err(LintError::Transcript { path: path.clone() }))
}
