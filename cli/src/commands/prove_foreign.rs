//! `prove --zkey`: any circom circuit's key and witness to a proof in snarkjs' files.
//!
//! What is refused when: a key that is not one, when it is opened; a witness with another number of values than the key
//! has variables, before any work; a witness that does not satisfy the circuit, before any work and by its row where the
//! circuit is given. A key holds no C, so without the circuit such a witness is only found out by the finished proof,
//! which is then not handed out.

use std::convert::Infallible;
use std::fmt;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use rand_core::OsRng;
use serde::Serialize;
use thiserror::Error;
use workproof_prover::{
    AssignmentProver, OpenOptions, ProveError, ProveOptions, ProvingKey, ProvingKeyError,
};

use super::proving::DEVELOPMENT_WARNING;
use crate::args::{ForeignFiles, ProveForeign};
use crate::files::{
    Existing, FileError, read_circuit, read_witness, require_free, write_public_values, write_snarkjs_proof,
};
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::verdict::Verdict;

/// Why there is no proof of a foreign circuit.
#[derive(Debug, Error)]
pub(crate) enum ProveForeignError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key is refused.
    #[error(transparent)]
    Key(#[from] ProvingKeyError),
    /// Circuit and key do not belong together.
    #[error(
        "{circuit} is not the circuit of {zkey}: it has {found} variables and {found_public} public values, the key has \
         {expected} and {expected_public}"
    )]
    OtherCircuit {
        /// The circuit's file.
        circuit: PathBuf,
        /// The key's file.
        zkey: PathBuf,
        /// Variables of the key.
        expected: usize,
        /// Public values of the key.
        expected_public: usize,
        /// Variables of the circuit.
        found: usize,
        /// Public values of the circuit.
        found_public: usize,
    },
    /// A row does not hold.
    #[error("{wtns} does not satisfy row {row} of {circuit} (rows count from 0)")]
    Row {
        /// The witness's file.
        wtns: PathBuf,
        /// The circuit's file.
        circuit: PathBuf,
        /// The first row that does not hold.
        row: usize,
    },
    /// The threads could not be started.
    #[error("the threads for proving could not be started")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The proof was not made.
    #[error("{wtns} is not proven with {zkey}")]
    Prove {
        /// The witness's file.
        wtns: PathBuf,
        /// The key's file.
        zkey: PathBuf,
        #[source]
        source: ProveError<Infallible>,
    },
}

impl ProveForeignError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Key(ProvingKeyError::Cancelled) | Self::Prove { source: ProveError::Cancelled, .. } => {
                Verdict::Interrupted
            }
            Self::Row { .. } | Self::Prove { source: ProveError::ProofRefused, .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

#[derive(Serialize)]
struct ProveForeignReport {
    proof: PathBuf,
    public: PathBuf,
    variables: u32,
    public_inputs: u32,
    domain: u32,
    development_key: bool,
    /// Whether the rows of the circuit were checked beforehand.
    rows_checked: bool,
    seconds: f64,
}

impl fmt::Display for ProveForeignReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = if self.development_key { " under a DEVELOPMENT KEY" } else { "" };
        writeln!(formatter, "proven in {:.2} s{by}; the proof was verified", self.seconds)?;
        writeln!(
            formatter,
            "key     {} variables, {} public values, domain 2^{}",
            self.variables,
            self.public_inputs,
            self.domain.checked_ilog2().unwrap_or_default()
        )?;
        writeln!(formatter, "proof   {}", self.proof.display())?;
        writeln!(formatter, "public  {}", self.public.display())
    }
}

/// Runs `prove --zkey`.
pub(crate) fn prove_foreign(
    args: &ProveForeign,
    files: ForeignFiles<'_>,
    session: &Session,
) -> Result<(), ProveForeignError> {
    let existing = Existing::from_force(args.force);
    require_free(files.out, existing)?;
    require_free(files.public, existing)?;
    let threads = args.threads.map(NonZeroUsize::get).unwrap_or_default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let report = pool.install(|| prove_files(args, files, existing, session))?;
    if report.development_key {
        session.output.warn(DEVELOPMENT_WARNING);
    }
    session.output.result(&report);
    Ok(())
}

fn prove_files(
    args: &ProveForeign,
    files: ForeignFiles<'_>,
    existing: Existing,
    session: &Session,
) -> Result<ProveForeignReport, ProveForeignError> {
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show(progress);
    let mut opening = OpenOptions::default();
    opening.progress = Some(&sink);
    opening.cancel = session.cancel.clone();
    let key = Arc::new(if args.development_key {
        ProvingKey::insecure_open_development(files.zkey, &opening)?
    } else {
        ProvingKey::open_foreign(files.zkey, &opening)?
    });
    let header = key.zkey().header();
    let witness = read_witness(files.wtns, header.variables)?;
    let failed = |source| ProveForeignError::Prove {
        wtns: files.wtns.to_path_buf(),
        zkey: files.zkey.to_path_buf(),
        source,
    };
    let expected = usize::try_from(header.variables).unwrap_or(usize::MAX);
    let public = usize::try_from(header.public_inputs).unwrap_or(usize::MAX);
    if witness.len() != expected {
        return Err(failed(ProveError::AssignmentLength { expected, found: witness.len() }));
    }
    if let Some(circuit) = &args.r1cs {
        check_rows(circuit, files, (expected, public), &witness)?;
    }
    let options = ProveOptions::new().with_progress(&sink).with_cancel(session.cancel.clone());
    let start = Instant::now();
    let prover = AssignmentProver::new(Arc::clone(&key));
    let proof = prover.prove(&witness, &mut OsRng, &options).map_err(failed)?;
    let seconds = start.elapsed().as_secs_f64();
    // the constant 1 is no public value
    let values = witness.get(1..=public).unwrap_or_default();
    write_public_values(files.public, values, existing)?;
    write_snarkjs_proof(files.out, &proof, existing)?;
    Ok(ProveForeignReport {
        proof: files.out.to_path_buf(),
        public: files.public.to_path_buf(),
        variables: header.variables,
        public_inputs: header.public_inputs,
        domain: header.domain,
        development_key: key.is_development(),
        rows_checked: args.r1cs.is_some(),
        seconds,
    })
}

/// Refuses a witness by the first row that it does not satisfy.
fn check_rows(
    circuit: &Path,
    files: ForeignFiles<'_>,
    (expected, expected_public): (usize, usize),
    witness: &[workproof_protocol::Fr],
) -> Result<(), ProveForeignError> {
    let shape = read_circuit(circuit)?;
    let (found, found_public) = (shape.variables, shape.public_inputs);
    let circuit = circuit.to_path_buf();
    if (found, found_public) != (expected, expected_public) {
        let zkey = files.zkey.to_path_buf();
        return Err(ProveForeignError::OtherCircuit {
            circuit,
            zkey,
            expected,
            expected_public,
            found,
            found_public,
        });
    }
    match shape.first_unsatisfied_row(witness) {
        None => Ok(()),
        Some(row) => Err(ProveForeignError::Row { wtns: files.wtns.to_path_buf(), circuit, row }),
    }
}
