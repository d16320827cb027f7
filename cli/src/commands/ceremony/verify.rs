//! `ceremony verify`.

use std::fmt;
use std::path::PathBuf;

use rand_core::OsRng;
use serde::Serialize;
use workproof_ceremony::{
    Beacon, BeaconPolicy, CeremonyOptions, CeremonyPolicy, CeremonyTranscript, FileDigests,
    MOST_ATTESTATION_BYTES, verify_key,
};

use super::circuit_file::CircuitFile;
use super::inspect::write_contributions;
use super::{CeremonyError, bytes_of, open_key, open_ptau};
use crate::args::CeremonyVerify;
use crate::files::{Existing, Kind, read_bytes, read_transcript, require_free, write_public_json};
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::table::grouped;

const SIGNATURE: Kind = Kind { what: "a signature", limit: 16 * 1024 };
const _: () = assert!(MOST_ATTESTATION_BYTES == 16 * 1024);

#[derive(Serialize)]
struct VerifyReport {
    verified: bool,
    key: PathBuf,
    finished: bool,
    matches_transcript: Option<bool>,
    transcript: CeremonyTranscript,
}

impl fmt::Display for VerifyReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let circuit = &self.transcript.circuit;
        writeln!(
            formatter,
            "verified: {} is the key of this circuit ({} constraints) and these powers of tau (2^{})",
            self.key.display(),
            grouped(circuit.constraints),
            self.transcript.phase1.power,
        )?;
        write_contributions(formatter, &self.transcript.circuit_hash, &self.transcript.contributions)?;
        writeln!(formatter, "key file       {}", self.transcript.key_digest)?;
        writeln!(formatter, "circuit file   {}", self.transcript.circuit.digest)?;
        writeln!(formatter, "powers of tau  {}", self.transcript.phase1.digest)?;
        if self.matches_transcript == Some(true) {
            writeln!(formatter, "It is the key of the published transcript, names included.")?;
        }
        if !self.finished {
            writeln!(formatter, "It is on its way: a beacon has yet to end the ceremony.")?;
        }
        writeln!(
            formatter,
            "NOT checked here: the powers of tau themselves. Compare the digest of their file with the published one, \
             or run `workproof ptau verify`."
        )
    }
}

/// Verifies a key.
pub(super) fn verify(args: &CeremonyVerify, session: &Session) -> Result<(), CeremonyError> {
    let policy = policy(args)?;
    let written = Existing::from_force(args.force);
    args.write_transcript.as_deref().map_or(Ok(()), |path| require_free(path, written))?;
    let published = args.transcript.as_deref().map(read_transcript).transpose()?;
    let circuit = CircuitFile::open(&args.source)?;
    let view = circuit.view()?;
    let (phase1, key) = (open_ptau(&args.ptau)?, open_key(&args.key)?);
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show_stage(progress);
    let mut options = CeremonyOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let (verified, digests) = rayon::join(
        || verify_key(view, &phase1, &key, (&policy, &mut OsRng), &options),
        || FileDigests::of(circuit.bytes(), &phase1, &key),
    );
    let verified = verified.map_err(|source| CeremonyError::Verify { path: args.key.clone(), source })?;
    let mut transcript = CeremonyTranscript::new(&verified, view, &phase1, digests);
    drop(display);
    if let Some(published) = &published {
        transcript
            .expect(published)
            .map_err(|source| CeremonyError::Transcript { path: args.key.clone(), source })?;
        let path = || args.transcript.clone().unwrap_or_default();
        transcript
            .adopt_attestations(verified.record(), published)
            .map_err(|source| CeremonyError::Attestation { path: path(), source })?;
    }
    for path in &args.attestation {
        let bytes = read_bytes(path, SIGNATURE)?;
        transcript
            .attest(verified.record(), &String::from_utf8_lossy(&bytes))
            .map_err(|source| CeremonyError::Attestation { path: path.clone(), source })?;
    }
    if let Some(path) = &args.write_transcript {
        write_public_json(path, &transcript, written)?;
    }
    session.output.result(&VerifyReport {
        verified: true,
        key: args.key.clone(),
        finished: !args.in_progress,
        matches_transcript: published.map(|_| true),
        transcript,
    });
    Ok(())
}

fn policy(args: &CeremonyVerify) -> Result<CeremonyPolicy, CeremonyError> {
    if args.in_progress {
        return Ok(CeremonyPolicy::in_progress(args.least.unwrap_or_default()));
    }
    let mut policy = CeremonyPolicy::default();
    // a finished key without any contribution is worth nothing, whatever is asked for
    policy.least_contributions = args.least.unwrap_or(1).max(1);
    if let Some(value) = &args.beacon {
        policy.beacon = BeaconPolicy::Expected(Beacon::new(bytes_of(value)?, args.beacon_exponent)?);
    }
    Ok(policy)
}
