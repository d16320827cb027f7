//! `ceremony attestation`: the text that a contributor signs.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use workproof_ceremony::{ATTESTATION_NAMESPACE, CeremonyRecord, attestation_text};
use workproof_prover::zkey::Section;

use super::{CeremonyError, open_key};
use crate::args::CeremonyAttestation;
use crate::files::{Existing, write_public};
use crate::session::Session;

#[derive(Serialize)]
struct TextReport {
    contribution: usize,
    file: PathBuf,
    text: String,
}

impl fmt::Display for TextReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.text)?;
        writeln!(formatter, "\nSign it with your Ed25519 key, and publish the signature:")?;
        writeln!(formatter, "  ssh-keygen -Y sign -n {ATTESTATION_NAMESPACE} -f KEY {}", self.file.display())
    }
}

/// Writes the text.
pub(super) fn write_text(args: &CeremonyAttestation, session: &Session) -> Result<(), CeremonyError> {
    let key = open_key(&args.key)?;
    let record = CeremonyRecord::from_bytes(key.zkey().section(Section::Contributions))
        .map_err(|source| CeremonyError::Record { path: args.key.clone(), source })?;
    let number = args.number.unwrap_or(record.contributions().len());
    let text = attestation_text(&record, number)
        .ok_or_else(|| CeremonyError::NoContribution { path: args.key.clone(), number })?;
    write_public(&args.out, text.as_bytes(), Existing::from_force(args.force))?;
    session.output.result(&TextReport { contribution: number, file: args.out.clone(), text });
    Ok(())
}
