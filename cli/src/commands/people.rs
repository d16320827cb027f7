//! `identity` and `attester`: secrets of contributors and attesters.

use std::fmt;
use std::path::PathBuf;

use rand_core::{OsRng, RngCore};
use serde::Serialize;
use workproof_protocol::{ContributorId, Identity, PublicKey, fr_to_decimal};
use zeroize::Zeroizing;

use crate::args::{AttesterCommand, IdentityCommand, IdentityShow, NewSecret};
use crate::files::{Existing, FileError, read_identity, write_attester_key, write_identity};
use crate::session::Session;

/// Runs `identity`.
pub(crate) fn identity(command: &IdentityCommand, session: &Session) -> Result<(), FileError> {
    match command {
        IdentityCommand::New(new) => new_identity(new, session),
        IdentityCommand::Show(show) => show_identity(show, session),
    }
}

/// Runs `attester`.
pub(crate) fn attester(command: &AttesterCommand, session: &Session) -> Result<(), FileError> {
    match command {
        AttesterCommand::New(new) => new_attester(new, session),
    }
}

#[derive(Serialize)]
struct IdentityReport {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<PathBuf>,
    id: ContributorId,
    public_key: PublicKey,
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<Zeroizing<String>>,
}

impl fmt::Display for IdentityReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "id          {}", self.id)?;
        write_public_key(formatter, &self.public_key)?;
        if let Some(export) = &self.export {
            writeln!(formatter, "SECRET      {}", export.as_str())?;
        }
        if let Some(file) = &self.file {
            writeln!(
                formatter,
                "\nThe secret is in {}; nobody else may read it. Make a copy of it.",
                file.display()
            )?;
            writeln!(formatter, "Give the id to whoever keeps the registry of contributors.")?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct AttesterReport {
    file: PathBuf,
    public_key: PublicKey,
}

impl fmt::Display for AttesterReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_public_key(formatter, &self.public_key)?;
        writeln!(formatter, "\nThe secret is in {}; nobody else may read it.", self.file.display())?;
        writeln!(formatter, "Give the public key to whoever keeps the registry of attesters.")
    }
}

fn write_public_key(formatter: &mut fmt::Formatter<'_>, key: &PublicKey) -> fmt::Result {
    writeln!(formatter, "public key  {}", fr_to_decimal(&key.x()))?;
    writeln!(formatter, "            {}", fr_to_decimal(&key.y()))
}

fn new_identity(new: &NewSecret, session: &Session) -> Result<(), FileError> {
    let identity = Identity::generate(&mut OsRng);
    write_identity(&new.out, &identity, Existing::from_force(new.force))?;
    session.output.result(&IdentityReport {
        file: Some(new.out.clone()),
        id: identity.id(),
        public_key: *identity.public_key(),
        export: None,
    });
    Ok(())
}

fn show_identity(show: &IdentityShow, session: &Session) -> Result<(), FileError> {
    let identity = read_identity(&show.identity)?;
    session.output.result(&IdentityReport {
        file: None,
        id: identity.id(),
        public_key: *identity.public_key(),
        export: show.show_secret.then(|| identity.export()),
    });
    Ok(())
}

fn new_attester(new: &NewSecret, session: &Session) -> Result<(), FileError> {
    let mut private_key = Zeroizing::new([0; 32]);
    OsRng.fill_bytes(&mut *private_key);
    let key = write_attester_key(&new.out, &private_key, Existing::from_force(new.force))?;
    session.output.result(&AttesterReport { file: new.out.clone(), public_key: *key.public_key() });
    Ok(())
}
