//! `ceremony inspect`.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;
use workproof_ceremony::{CeremonyRecord, TranscriptContribution};
use workproof_protocol::json::bytes_to_hexadecimal;
use workproof_prover::zkey::Section;

use super::{CeremonyError, open_key};
use crate::args::CeremonyInspect;
use crate::session::Session;

#[derive(Serialize)]
struct InspectReport {
    key: PathBuf,
    variables: u32,
    public_inputs: u32,
    domain: u32,
    circuit_hash: String,
    contributions: Vec<TranscriptContribution>,
}

impl fmt::Display for InspectReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_contributions(formatter, &self.circuit_hash, &self.contributions)?;
        writeln!(
            formatter,
            "This is what the file says. Whether it is true, `workproof ceremony verify` tells."
        )
    }
}

/// The contributions, for people.
pub(super) fn write_contributions(
    formatter: &mut fmt::Formatter<'_>,
    circuit_hash: &str,
    contributions: &[TranscriptContribution],
) -> fmt::Result {
    writeln!(formatter, "circuit hash   {circuit_hash}")?;
    for contribution in contributions {
        let name = contribution.name.as_deref().unwrap_or("(no name)");
        let kind = if contribution.beacon.is_some() { "beacon" } else { "contribution" };
        writeln!(formatter, "{kind} {}: {name}\n               {}", contribution.number, contribution.hash)?;
        for attestation in &contribution.attestations {
            writeln!(formatter, "               signed by {}", attestation.public_key)?;
        }
        if let Some(beacon) = &contribution.beacon {
            writeln!(formatter, "               value {}, hashed 2^{} times", beacon.value, beacon.exponent)?;
        }
    }
    if contributions.is_empty() {
        writeln!(formatter, "Nobody has contributed: anyone can forge proofs for this key.")?;
    }
    Ok(())
}

/// Shows what a key says of its ceremony.
pub(super) fn inspect(args: &CeremonyInspect, session: &Session) -> Result<(), CeremonyError> {
    let key = open_key(&args.key)?;
    let zkey = key.zkey();
    let record = CeremonyRecord::from_bytes(zkey.section(Section::Contributions))
        .map_err(|source| CeremonyError::Record { path: args.key.clone(), source })?;
    let contributions = (1..).zip(record.contributions());
    let header = zkey.header();
    session.output.result(&InspectReport {
        key: args.key.clone(),
        variables: header.variables,
        public_inputs: header.public_inputs,
        domain: header.domain,
        circuit_hash: bytes_to_hexadecimal(record.circuit_hash()),
        contributions: contributions.map(|(number, one)| TranscriptContribution::new(number, one)).collect(),
    });
    Ok(())
}
