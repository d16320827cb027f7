//! `demo`: both facts from nothing to a verified proof, and who sees what on the way.

mod gold_story;
mod relay_story;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::gold::LabelSetError;
use workproof_protocol::{
    AttesterTreeError, CommonInputs, Fact, GoldError, GoldViolation, LeanImtError, Message, Payment,
    RelayError, RelayViolation, ScopeFields, Statement, VoucherError, word,
};
use workproof_verifier::{Claim, ClaimError, ClaimJsonError, PreparedVerifyingKey};

use super::proving::{DEVELOPMENT_WARNING, ProofFailure, Proven};
use crate::args::DemoArgs;
use crate::files::{Existing, FileError, write_public};
use crate::session::Session;
use crate::table::{Table, grouped};
use crate::verdict::Verdict;

/// Why the demonstration stopped.
#[derive(Debug, Error)]
pub(crate) enum DemoError {
    #[error("{path} cannot be used; name a directory that is new or empty")]
    Directory {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Attesters(#[from] AttesterTreeError),
    #[error(transparent)]
    Contributors(#[from] LeanImtError),
    #[error(transparent)]
    Voucher(#[from] VoucherError),
    #[error(transparent)]
    Labels(#[from] LabelSetError),
    #[error(transparent)]
    Relay(#[from] RelayError),
    #[error(transparent)]
    Gold(#[from] GoldError),
    #[error(transparent)]
    RelayProof(#[from] ProofFailure<RelayViolation>),
    #[error(transparent)]
    GoldProof(#[from] ProofFailure<GoldViolation>),
    #[error(transparent)]
    Claim(#[from] ClaimJsonError),
    #[error(transparent)]
    Verify(#[from] ClaimError),
    #[error("the demonstration's registry has no members")]
    EmptyRegistry,
    #[error("this program has no circuit for the demonstration")]
    NoCircuit,
    #[error("an altered claim was accepted: please report this")]
    AlteredClaimAccepted,
}

impl DemoError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Directory { .. } | Self::File(_) => Verdict::BadInput,
            Self::RelayProof(failure) => failure.verdict(),
            Self::GoldProof(failure) => failure.verdict(),
            _ => Verdict::Refused,
        }
    }
}

/// One fact of the demonstration.
#[derive(Debug, Serialize)]
struct FactRow {
    fact: String,
    says: String,
    circuit: String,
    key_id: String,
    prove_seconds: f64,
    verify_milliseconds: f64,
    proof_bytes: usize,
    claim_bytes: usize,
    altered_claim: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<PathBuf>,
}

#[derive(Serialize)]
struct DemoReport {
    development_keys: bool,
    facts: Vec<FactRow>,
    seconds: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    directory: Option<PathBuf>,
}

impl fmt::Display for DemoReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new(["fact", "circuit", "prove", "verify", "proof", "claim", "altered claim"]);
        for row in &self.facts {
            table.row([
                row.fact.clone(),
                row.circuit.clone(),
                format!("{:.2} s", row.prove_seconds),
                format!("{:.1} ms", row.verify_milliseconds),
                format!("{} B", row.proof_bytes),
                format!("{} B", grouped(row.claim_bytes)),
                row.altered_claim.to_owned(),
            ]);
        }
        writeln!(formatter, "\n{table}")?;
        for row in &self.facts {
            writeln!(formatter, "{}: verified: {}", row.fact, row.says)?;
        }
        writeln!(formatter, "\nEverything here used a {DEVELOPMENT_WARNING}")?;
        match &self.directory {
            Some(directory) => writeln!(formatter, "All files are in {}.", directory.display()),
            None => writeln!(formatter, "Keep the files with --dir DIRECTORY and look at them."),
        }
    }
}

/// Runs `demo`.
pub(crate) fn demo(args: &DemoArgs, session: &Session) -> Result<(), DemoError> {
    session.cancel_on_interrupt();
    session.output.warn(DEVELOPMENT_WARNING);
    let start = Instant::now();
    let temporary = match &args.dir {
        Some(_) => None,
        None => Some(
            tempfile::tempdir()
                .map_err(|source| DemoError::Directory { path: std::env::temp_dir(), source })?,
        ),
    };
    let directory = match (&args.dir, &temporary) {
        (Some(directory), _) => empty_directory(directory)?,
        (None, Some(temporary)) => temporary.path().to_path_buf(),
        (None, None) => return Err(DemoError::NoCircuit),
    };
    let stage = Stage { directory: &directory, session };
    let mut facts = vec![relay_story::play(&stage)?, gold_story::play(&stage)?];
    if temporary.is_some() {
        facts.iter_mut().for_each(|row| row.claim = None);
    }
    session.output.result(&DemoReport {
        development_keys: true,
        facts,
        seconds: start.elapsed().as_secs_f64(),
        directory: args.dir.clone(),
    });
    Ok(())
}

fn empty_directory(path: &Path) -> Result<PathBuf, DemoError> {
    let failed = |source| DemoError::Directory { path: path.to_path_buf(), source };
    std::fs::create_dir_all(path).map_err(failed)?;
    if path.read_dir().map_err(failed)?.next().is_some() {
        return Err(failed(io::ErrorKind::DirectoryNotEmpty.into()));
    }
    Ok(path.to_path_buf())
}

/// Where a story plays.
struct Stage<'a> {
    directory: &'a Path,
    session: &'a Session,
}

impl Stage<'_> {
    fn file(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn tell(&self, line: &str) {
        self.session.output.narrate(line);
    }

    /// A heading.
    fn begin(&self, fact: &str, claim: &str) {
        self.tell(&format!("\n── {fact}: {claim} ──\n"));
    }

    /// What each party of the story sees, and what stays hidden from it.
    fn tell_who_sees_what<const N: usize>(&self, rows: [[&str; 3]; N]) {
        let mut table = Table::new(["   party", "sees", "never sees"]);
        for [party, sees, hidden] in rows {
            table.row([format!("   {party}"), sees.to_owned(), hidden.to_owned()]);
        }
        self.tell(&format!("\n{table}"));
    }
}

const CHAIN: u64 = 31_337;

/// The scope of a task of this demonstration.
fn scope_fields(fact: Fact, task: u64) -> ScopeFields {
    ScopeFields {
        network: word::word_of_name("workproof-demo"),
        chain_id: CHAIN,
        settlement: word::word_of_address(&[0x5e; 20]),
        fact,
        task: word::word_of_integer(task),
        policy: [0; 32],
    }
}

/// The payment that the contributor asks for.
fn payment() -> Payment {
    Payment {
        recipient: word::word_of_address(&[0xc0; 20]),
        chain_id: CHAIN,
        settlement: word::word_of_address(&[0x5e; 20]),
        token: [0; 32],
        deadline: 4_102_444_800,
    }
}

/// A thief's payment: the same with another recipient.
fn stolen_message() -> Message {
    Payment { recipient: word::word_of_address(&[0xbb; 20]), ..payment() }.message()
}

/// The verifier's part: writes the claim, reads it again, checks it, and checks that an altered one is refused.
fn verify_and_report<S>(
    stage: &Stage<'_>,
    proven: &Proven<S>,
    says: String,
    with_common: impl FnOnce(&S, CommonInputs) -> S,
) -> Result<FactRow, DemoError>
where
    S: Statement + Clone + Serialize + serde::de::DeserializeOwned,
{
    let path = stage.file(&format!("{}.claim.json", S::FACT));
    let json = proven.claim.to_json()?;
    write_public(&path, json.as_bytes(), Existing::Keep)?;
    let key = proven.key.prepared_verifying_key().ok_or(DemoError::NoCircuit)?;
    let claim = Claim::<S>::from_json(json.as_bytes())?;
    let time = time_of_check(&claim, key)?;
    let common = CommonInputs { message: stolen_message(), ..*claim.statement().common() };
    let altered = with_common(claim.statement(), common);
    let stolen = Claim::new(claim.circuit().clone(), claim.key_id(), altered, *claim.proof());
    if stolen.verify(key).is_ok() {
        return Err(DemoError::AlteredClaimAccepted);
    }
    let milliseconds = time.as_secs_f64() * 1_000.0;
    stage.tell(&format!(
        "   The claim is checked in {milliseconds:.1} ms. With a thief's address in it, it is refused."
    ));
    Ok(FactRow {
        fact: S::FACT.to_owned(),
        says,
        circuit: claim.circuit().to_string(),
        key_id: claim.key_id().to_string(),
        prove_seconds: proven.time.as_secs_f64(),
        verify_milliseconds: milliseconds,
        proof_bytes: claim.proof().to_bytes().len(),
        claim_bytes: json.len(),
        altered_claim: "refused",
        claim: Some(path),
    })
}

fn time_of_check<S: Statement>(claim: &Claim<S>, key: &PreparedVerifyingKey) -> Result<Duration, DemoError> {
    let start = Instant::now();
    claim.verify(key)?;
    Ok(start.elapsed())
}
