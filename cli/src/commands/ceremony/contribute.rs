//! `ceremony contribute` and `ceremony beacon`.

use std::fmt;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use rand_core::OsRng;
use serde::Serialize;
use workproof_ceremony::{Beacon, CeremonyOptions, ContributionName, apply_beacon, contribute};
use workproof_protocol::json::bytes_to_hexadecimal;
use zeroize::Zeroizing;

use super::{CeremonyError, bytes_of, existing, open_key};
use crate::args::{CeremonyBeacon, CeremonyContribute};
use crate::output::Output;
use crate::progress::ProgressDisplay;
use crate::session::Session;

#[derive(Serialize)]
struct ContributionReport {
    key: PathBuf,
    name: String,
    beacon: bool,
    contribution_hash: String,
}

impl fmt::Display for ContributionReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.key.display())?;
        if self.beacon {
            writeln!(formatter, "beacon hash        {}", self.contribution_hash)?;
            return writeln!(
                formatter,
                "The ceremony is over. Verify the key, and publish it with its transcript."
            );
        }
        writeln!(formatter, "contribution hash  {}", self.contribution_hash)?;
        writeln!(
            formatter,
            "Keep this hash and publish it: by it you find your contribution in the transcript.\n\
             The secret is gone with this program. Send the new key on."
        )
    }
}

/// Contributes.
pub(super) fn contribute_to(args: &CeremonyContribute, session: &Session) -> Result<(), CeremonyError> {
    let name = ContributionName::new(&args.name)?;
    refuse_same_file(&args.key, &args.out)?;
    let typed = if args.typed_entropy { read_typed(session.output)? } else { Zeroizing::default() };
    let key = open_key(&args.key)?;
    let display = ProgressDisplay::new(session.output);
    let sink = |progress| display.show_stage(progress);
    let mut options = CeremonyOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let out = (&*args.out, existing(args.force));
    let made = contribute(&key, out, (Some(name), &typed), &mut OsRng, &options);
    let hash = made.map_err(|source| CeremonyError::Contribute { path: args.out.clone(), source })?;
    drop(display);
    session.output.result(&ContributionReport {
        key: args.out.clone(),
        name: args.name.clone(),
        beacon: false,
        contribution_hash: bytes_to_hexadecimal(&hash),
    });
    Ok(())
}

/// Applies a beacon.
pub(super) fn beacon(args: &CeremonyBeacon, session: &Session) -> Result<(), CeremonyError> {
    let source = ContributionName::new(&args.source)?;
    let beacon = Beacon::new(bytes_of(&args.value)?, args.exponent)?;
    refuse_same_file(&args.key, &args.out)?;
    let key = open_key(&args.key)?;
    let display = ProgressDisplay::new(session.output);
    display.say("hashing the beacon's value");
    let sink = |progress| display.show_stage(progress);
    let mut options = CeremonyOptions::default();
    options.progress = Some(&sink);
    options.cancel = session.cancel.clone();
    let out = (&*args.out, existing(args.force));
    let made = apply_beacon(&key, out, (&beacon, source), &options);
    let hash = made.map_err(|source| CeremonyError::Contribute { path: args.out.clone(), source })?;
    drop(display);
    session.output.result(&ContributionReport {
        key: args.out.clone(),
        name: args.source.clone(),
        beacon: true,
        contribution_hash: bytes_to_hexadecimal(&hash),
    });
    Ok(())
}

/// The key that is made from must stay as it is.
fn refuse_same_file(from: &Path, to: &Path) -> Result<(), CeremonyError> {
    let same = matches!((fs::canonicalize(from), fs::canonicalize(to)), (Ok(from), Ok(to)) if from == to);
    if same { Err(CeremonyError::SameFile) } else { Ok(()) }
}

/// A line from standard input, as much as anybody likes.
fn read_typed(output: Output) -> Result<Zeroizing<String>, CeremonyError> {
    if io::stdin().is_terminal() {
        output.warn("type anything, at random and at length, and end it with Enter");
    }
    // room for a long line, so that it does not move and leave a copy behind
    let mut line = Zeroizing::new(String::with_capacity(64 * 1024));
    io::stdin().read_line(&mut line).map_err(CeremonyError::Typed)?;
    Ok(line)
}
