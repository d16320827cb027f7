//! `verify`: is the claim true, and is it the claim that was expected?

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;
use workproof_circuits::pinned_digest;
use workproof_circuits::r1cs::SynthesisError;
use workproof_protocol::{GoldStatement, RelayStatement, Statement};
use workproof_verifier::{
    CircuitDigest, CircuitId, CircuitName, Claim, ClaimError, ClaimHeader, ClaimJsonError,
    DevelopmentVerifyingKey, KeyError, MAX_CLAIM_BYTES, PreparedVerifyingKey, VerifyError, VerifyingKey,
};

use super::expectations::{Comparison, Expected};
use super::proving::{DEVELOPMENT_WARNING, KeyFailure, development_key};
use super::statement_view::StatementView;
use super::verify_foreign::{ProofFiles, VerifyForeignError, verify_foreign};
use crate::args::{KeyChoice, VerifyArgs};
use crate::circuit_choice::{AnyCircuit, UnknownCircuit};
use crate::files::{FileError, Kind, read_bytes};
use crate::session::Session;
use crate::verdict::Verdict;

const CLAIM: Kind = Kind { what: "a claim", limit: 64 * 1024 };
const KEY: Kind = Kind { what: "a verifying key", limit: 64 * 1024 };

// the limit of the file is the limit of the text
const _: () = assert!(MAX_CLAIM_BYTES == 64 * 1024);

/// Why a claim was not accepted.
#[derive(Debug, Error)]
pub(crate) enum VerifyCommandError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// Neither a claim nor a proof with its key and public values.
    #[error("give a claim's file; or --proof, --public and --key, for a foreign circuit")]
    NothingToCheck,
    /// The proof of a foreign circuit is not accepted.
    #[error(transparent)]
    Foreign(#[from] VerifyForeignError),
    /// The file is not a claim.
    #[error("{path} is not a claim")]
    Claim {
        /// The file.
        path: PathBuf,
        #[source]
        source: ClaimJsonError,
    },
    /// The fact is not one of ours.
    #[error("the claim is of the fact `{fact}`, which this program does not know")]
    Fact {
        /// The fact.
        fact: String,
    },
    /// The circuit is not one of ours.
    #[error(transparent)]
    Circuit(#[from] UnknownCircuit),
    /// The key is refused.
    #[error("{path} cannot be used as the verifying key")]
    Key {
        /// The key's file.
        path: PathBuf,
        #[source]
        source: KeyError,
    },
    /// The key belongs to another version of the circuit.
    #[error(
        "{path} is a key for another version of {circuit}: its circuit's digest is {found}, this program has {expected}; \
         use the key that was published for this version"
    )]
    OtherVersion {
        /// The key's file.
        path: PathBuf,
        /// The circuit.
        circuit: CircuitName,
        /// The digest that this program computes.
        expected: CircuitDigest,
        /// The digest in the key.
        found: CircuitDigest,
    },
    /// The circuit could not be built.
    #[error("the circuit could not be built")]
    Synthesis(#[from] SynthesisError),
    /// There is no development key.
    #[error(transparent)]
    DevelopmentKey(#[from] KeyFailure),
    /// Claim and key do not belong together, or the proof fails.
    #[error("{path} is not accepted")]
    Refused {
        /// The claim.
        path: PathBuf,
        #[source]
        source: ClaimError,
    },
    /// The claim is true and is not the one that was expected.
    #[error("{path} proves what it says, which is not what you expect: {mismatches}")]
    Expectations {
        /// The claim.
        path: PathBuf,
        /// What differs.
        mismatches: String,
    },
}

impl VerifyCommandError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Refused { source: ClaimError::Verify(VerifyError::InvalidProof), .. }
            | Self::Expectations { .. } => Verdict::Refused,
            Self::DevelopmentKey(failure) => failure.verdict(),
            Self::Foreign(error) => error.verdict(),
            _ => Verdict::BadInput,
        }
    }
}

/// Runs `verify`.
pub(crate) fn verify(args: &VerifyArgs, session: &Session) -> Result<(), VerifyCommandError> {
    match (&args.claim, &args.foreign.proof, &args.foreign.public, &args.key.key) {
        (Some(path), ..) => verify_file(path, args, session),
        (None, Some(proof), Some(public), Some(key)) => {
            Ok(verify_foreign(ProofFiles { key, proof, public }, args.key.development_key, session)?)
        }
        _ => Err(VerifyCommandError::NothingToCheck),
    }
}

fn verify_file(path: &Path, args: &VerifyArgs, session: &Session) -> Result<(), VerifyCommandError> {
    let json = read_bytes(path, CLAIM)?;
    let malformed = |source| VerifyCommandError::Claim { path: path.to_path_buf(), source };
    let header = ClaimHeader::peek(&json).map_err(malformed)?;
    let file = ClaimFile { path, json: &json, header: &header };
    match header.fact() {
        RelayStatement::FACT => verify_claim::<RelayStatement>(file, args, session),
        GoldStatement::FACT => verify_claim::<GoldStatement>(file, args, session),
        fact => Err(VerifyCommandError::Fact { fact: fact.to_owned() }),
    }
}

/// A claim's file, looked at so far as to know its fact and circuit.
#[derive(Clone, Copy)]
struct ClaimFile<'a> {
    path: &'a Path,
    json: &'a [u8],
    header: &'a ClaimHeader,
}

#[derive(Serialize)]
struct VerifyReport {
    verified: bool,
    fact: String,
    circuit: String,
    key_id: String,
    development_key: bool,
    statement: StatementView,
    compared: Vec<&'static str>,
    not_compared: Vec<&'static str>,
}

impl fmt::Display for VerifyReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = if self.development_key { " under a DEVELOPMENT KEY (anyone can forge this)" } else { "" };
        writeln!(formatter, "verified: {} claim, circuit {}{by}", self.fact, self.circuit)?;
        writeln!(formatter, "{}", self.statement)?;
        if !self.compared.is_empty() {
            writeln!(formatter, "compared with what you expect: {}", self.compared.join(", "))?;
        }
        if !self.not_compared.is_empty() {
            writeln!(formatter, "NOT compared: {}", self.not_compared.join(", "))?;
        }
        writeln!(formatter, "Pay a nullifier once: keep a list of those that were paid.")
    }
}

fn verify_claim<S>(
    file: ClaimFile<'_>,
    args: &VerifyArgs,
    session: &Session,
) -> Result<(), VerifyCommandError>
where
    S: Statement + DeserializeOwned + Expected,
    for<'a> StatementView: From<&'a S>,
{
    let path = || file.path.to_path_buf();
    let claim = Claim::<S>::from_json(file.json)
        .map_err(|source| VerifyCommandError::Claim { path: path(), source })?;
    let key = prepared_key(file.header, &args.key, session)?;
    claim.verify(&key).map_err(|source| VerifyCommandError::Refused { path: path(), source })?;
    let comparisons = claim.statement().compare(&args.expect)?;
    let mismatches: Vec<String> = comparisons.iter().filter_map(Comparison::mismatch).collect();
    if !mismatches.is_empty() {
        let mismatches = mismatches.join("; ");
        return Err(VerifyCommandError::Expectations { path: path(), mismatches });
    }
    if key.is_development() {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    let names = |compared: bool| comparisons.iter().filter(move |one| one.is_compared() == compared);
    session.output.result(&VerifyReport {
        verified: true,
        fact: S::FACT.to_owned(),
        circuit: claim.circuit().to_string(),
        key_id: claim.key_id().to_string(),
        development_key: key.is_development(),
        statement: StatementView::from(claim.statement()),
        compared: names(true).map(Comparison::name).collect(),
        not_compared: names(false).filter(|one| one.is_of_this_fact()).map(Comparison::name).collect(),
    });
    Ok(())
}

/// The key that was chosen, ready for checks.
fn prepared_key(
    header: &ClaimHeader,
    choice: &KeyChoice,
    session: &Session,
) -> Result<PreparedVerifyingKey, VerifyCommandError> {
    let Some(path) = &choice.key else {
        session.cancel_on_interrupt();
        let key = match AnyCircuit::by_name(header.circuit().as_str())? {
            AnyCircuit::Relay(circuit) => development_key(&circuit, session)?,
            AnyCircuit::Gold(circuit) => development_key(&circuit, session)?,
        };
        let points = key.development_verifying_key().map(DevelopmentVerifyingKey::insecure_prepare);
        // a development key opened as one has a development verifying key
        return points.ok_or_else(|| VerifyCommandError::Key {
            path: key.path().to_path_buf(),
            source: KeyError::NotDevelopment,
        });
    };
    let bytes = read_bytes(path, KEY)?;
    let refused = |source| VerifyCommandError::Key { path: path.clone(), source };
    let snarkjs = bytes.trim_ascii_start().starts_with(b"{");
    let circuit = |name| circuit_id(name);
    let prepared = match (choice.development_key, snarkjs) {
        (true, true) => {
            let circuit = circuit(header.circuit())?;
            DevelopmentVerifyingKey::insecure_from_snarkjs_json(circuit, &bytes)
                .map_err(refused)?
                .insecure_prepare()
        }
        (true, false) => {
            DevelopmentVerifyingKey::insecure_from_bytes(&bytes).map_err(refused)?.insecure_prepare()
        }
        (false, true) => {
            let circuit = circuit(header.circuit())?;
            VerifyingKey::from_snarkjs_json(circuit, &bytes).map_err(refused)?.prepare()
        }
        (false, false) => VerifyingKey::from_bytes(&bytes).map_err(refused)?.prepare(),
    };
    check_version(path, &prepared, header)?;
    Ok(prepared)
}

/// A key of the claim's circuit must be a key of the version of it that this program has.
fn check_version(
    path: &Path,
    key: &PreparedVerifyingKey,
    header: &ClaimHeader,
) -> Result<(), VerifyCommandError> {
    // a key of another circuit is refused by the claim itself
    if key.circuit().name() != header.circuit() {
        return Ok(());
    }
    let (expected, found) = (circuit_id(header.circuit())?.digest(), key.circuit().digest());
    if expected == found {
        return Ok(());
    }
    let circuit = header.circuit().clone();
    Err(VerifyCommandError::OtherVersion { path: path.to_path_buf(), circuit, expected, found })
}

/// The circuit of a name with its digest.
fn circuit_id(name: &CircuitName) -> Result<CircuitId, VerifyCommandError> {
    let circuit = AnyCircuit::by_name(name.as_str())?;
    let digest = match pinned_digest(name.as_str()) {
        Some(digest) => digest,
        None => circuit.r1cs()?.digest(),
    };
    Ok(CircuitId::new(name.clone(), CircuitDigest::new(digest)))
}
