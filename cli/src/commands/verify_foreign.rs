//! `verify --proof`: a snarkjs proof of any circom circuit.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::fr_to_decimal;
use workproof_verifier::{ForeignVerifyingKey, KeyError, KeyFinding, VerifyError, VerifyingKeyPoints};

use super::proving::DEVELOPMENT_WARNING;
use crate::files::{FileError, read_public_values, read_snarkjs_key, read_snarkjs_proof};
use crate::session::Session;
use crate::verdict::Verdict;

/// Why a proof of a foreign circuit was not accepted.
#[derive(Debug, Error)]
pub(crate) enum VerifyForeignError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key is refused.
    #[error("{path} cannot be used as the verifying key")]
    Key {
        /// The key's file.
        path: PathBuf,
        #[source]
        source: KeyError,
    },
    /// The number of values does not fit the key, or the proof fails.
    #[error("{path} is not accepted")]
    Refused {
        /// The proof.
        path: PathBuf,
        #[source]
        source: VerifyError,
    },
}

impl VerifyForeignError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Refused { source: VerifyError::InvalidProof, .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

#[derive(Serialize)]
struct VerifyForeignReport {
    verified: bool,
    development_key: bool,
    public: Vec<String>,
}

impl fmt::Display for VerifyForeignReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = if self.development_key { " under a DEVELOPMENT KEY (anyone can forge this)" } else { "" };
        writeln!(formatter, "verified: a proof of a foreign circuit{by}; its public values are")?;
        self.public.iter().try_for_each(|value| writeln!(formatter, "  {value}"))?;
        writeln!(formatter, "What they mean, the circuit says. NOTHING was compared with what you expect.")
    }
}

/// The files of a proof.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProofFiles<'a> {
    pub(crate) key: &'a Path,
    pub(crate) proof: &'a Path,
    pub(crate) public: &'a Path,
}

/// Runs `verify --proof`.
pub(crate) fn verify_foreign(
    files: ProofFiles<'_>,
    development_key: bool,
    session: &Session,
) -> Result<(), VerifyForeignError> {
    let points = read_snarkjs_key(files.key)?;
    let key = points.and_then(|points| checked_key(points, development_key));
    let key = key.map_err(|source| VerifyForeignError::Key { path: files.key.to_path_buf(), source })?;
    let (values, proof) = (read_public_values(files.public)?, read_snarkjs_proof(files.proof)?);
    key.prepare()
        .verify(&values, &proof)
        .map_err(|source| VerifyForeignError::Refused { path: files.proof.to_path_buf(), source })?;
    if development_key {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    let public = values.iter().map(fr_to_decimal).collect();
    session.output.result(&VerifyForeignReport { verified: true, development_key, public });
    Ok(())
}

/// A key that the lint passes; or a development key, if it is asked for and is nothing worse.
fn checked_key(points: VerifyingKeyPoints, development_key: bool) -> Result<ForeignVerifyingKey, KeyError> {
    if !development_key {
        return ForeignVerifyingKey::new(points);
    }
    let key = ForeignVerifyingKey::insecure_unlinted(points)?;
    let findings = key.findings();
    if let Some(finding) = findings.iter().find(|finding| **finding != KeyFinding::DeltaIsDevelopmentValue) {
        return Err(KeyError::Dangerous { finding: *finding });
    }
    if findings.is_empty() { Err(KeyError::NotDevelopment) } else { Ok(key) }
}
