//! `ptau`: the first phase.

use std::fmt;
use std::path::PathBuf;

use rand_core::OsRng;
use serde::Serialize;
use thiserror::Error;
use workproof_ceremony::{
    CeremonyOptions, ContributionKind, PtauContribution, PtauError, PtauFile, VerifyPtauError, verify_ptau,
};
use workproof_protocol::json::bytes_to_hexadecimal;

use crate::args::{PtauCommand, PtauFileArg};
use crate::progress::ProgressDisplay;
use crate::session::Session;
use crate::verdict::Verdict;

/// Why a command about a first phase failed.
#[derive(Debug, Error)]
pub(crate) enum PtauCommandError {
    /// The file is refused as it is.
    #[error("{path} cannot be used")]
    Open {
        path: PathBuf,
        #[source]
        source: PtauError,
    },
    /// The file was not verified.
    #[error("{path} is not verified")]
    Verify {
        path: PathBuf,
        #[source]
        source: VerifyPtauError,
    },
}

impl PtauCommandError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::Verify { source: VerifyPtauError::Cancelled, .. } => Verdict::Interrupted,
            Self::Verify { source: VerifyPtauError::Refused(_), .. } => Verdict::Refused,
            _ => Verdict::BadInput,
        }
    }
}

/// Runs `ptau`.
pub(crate) fn ptau(command: &PtauCommand, session: &Session) -> Result<(), PtauCommandError> {
    session.cancel_on_interrupt();
    match command {
        PtauCommand::Verify(args) => verify(args, session),
    }
}

#[derive(Serialize)]
struct PtauReport {
    verified: bool,
    file: PathBuf,
    power: u32,
    ceremony_power: u32,
    prepared: bool,
    contributions: Vec<PtauRow>,
}

#[derive(Serialize)]
struct PtauRow {
    number: usize,
    name: Option<String>,
    beacon: bool,
    response_hash: String,
    next_challenge: String,
}

impl PtauRow {
    fn new((number, contribution): (usize, &PtauContribution)) -> Self {
        Self {
            number,
            name: contribution.name().map(|name| name.as_str().to_owned()),
            beacon: matches!(contribution.kind(), ContributionKind::Beacon(_)),
            response_hash: bytes_to_hexadecimal(contribution.response_hash()),
            next_challenge: bytes_to_hexadecimal(contribution.next_challenge()),
        }
    }
}

impl fmt::Display for PtauReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prepared = if self.prepared { ", prepared for phase 2" } else { "" };
        writeln!(formatter, "verified: powers of tau for domains of up to 2^{}{prepared}", self.power)?;
        for row in &self.contributions {
            let name = row.name.as_deref().unwrap_or("(no name)");
            let kind = if row.beacon { "beacon" } else { "contribution" };
            writeln!(formatter, "{kind} {}: {name}\n               {}", row.number, row.response_hash)?;
        }
        if self.power != self.ceremony_power {
            writeln!(
                formatter,
                "The file was cut from a ceremony of 2^{}, so that the hash of all its points cannot be compared.",
                self.ceremony_power
            )?;
        }
        Ok(())
    }
}

fn verify(args: &PtauFileArg, session: &Session) -> Result<(), PtauCommandError> {
    let path = || args.file.clone();
    let phase1 =
        PtauFile::open(&args.file).map_err(|source| PtauCommandError::Open { path: path(), source })?;
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show_stage(progress);
    let mut options = CeremonyOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let verified = verify_ptau(&phase1, &mut OsRng, &options)
        .map_err(|source| PtauCommandError::Verify { path: path(), source })?;
    drop(display);
    session.output.result(&PtauReport {
        verified: true,
        file: path(),
        power: phase1.power(),
        ceremony_power: phase1.ceremony_power(),
        prepared: phase1.is_prepared(),
        contributions: (1..).zip(verified.contributions()).map(PtauRow::new).collect(),
    });
    Ok(())
}
