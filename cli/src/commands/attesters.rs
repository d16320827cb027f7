//! `attesters`: the registry of attesters.

use std::fmt;
use std::path::Path;

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::attester_tree::ATTESTER_TREE_CAPACITY;
use workproof_protocol::{Attester, AttesterTreeError, DecodeError, Fr, PublicKey, fr_to_decimal, json};

use crate::args::{AttesterChoice, AttestersAdd, AttestersCommand, AttestersPath, AttestersRemove};
use crate::files::{FileError, read_attester_key, read_attesters, read_attesters_or_new, write_attesters};
use crate::session::Session;
use crate::table::grouped;
use crate::verdict::Verdict;

/// Why a command about attesters failed.
#[derive(Debug, Error)]
pub(crate) enum AttestersError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The coordinates are no public key.
    #[error("--x and --y are no public key")]
    PublicKey(#[source] DecodeError),
    /// The registry does not take the change.
    #[error("the registry stays as it is")]
    Tree(#[from] AttesterTreeError),
}

impl AttestersError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) | Self::PublicKey(_) => Verdict::BadInput,
            Self::Tree(_) => Verdict::Refused,
        }
    }
}

/// Runs `attesters`.
pub(crate) fn attesters(command: &AttestersCommand, session: &Session) -> Result<(), AttestersError> {
    match command {
        AttestersCommand::Add(add) => enrol(add, session),
        AttestersCommand::Remove(remove) => remove_attester(remove, session),
        AttestersCommand::Root { file } => root(file, session),
        AttestersCommand::Path(path) => print_path(path, session),
    }
}

#[derive(Serialize)]
struct RootReport {
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<u32>,
    #[serde(with = "json::field_text")]
    root: Fr,
    places: u32,
}

impl fmt::Display for RootReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(index) = self.index {
            writeln!(formatter, "index   {index}")?;
        }
        writeln!(formatter, "root    {}", fr_to_decimal(&self.root))?;
        writeln!(formatter, "places  {} of {}", grouped(self.places), grouped(ATTESTER_TREE_CAPACITY))
    }
}

/// The form that other people's tools take: root, leaf, index and the four siblings of each level.
#[derive(Serialize)]
struct PathReport {
    #[serde(with = "json::field_text")]
    root: Fr,
    #[serde(with = "json::field_text")]
    leaf: Fr,
    index: u32,
    siblings: Vec<Vec<String>>,
}

impl fmt::Display for PathReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "index  {}", self.index)?;
        writeln!(formatter, "leaf   {}", fr_to_decimal(&self.leaf))?;
        writeln!(formatter, "root   {}", fr_to_decimal(&self.root))?;
        for (level, siblings) in self.siblings.iter().enumerate() {
            writeln!(formatter, "level {level}")?;
            siblings.iter().try_for_each(|sibling| writeln!(formatter, "       {sibling}"))?;
        }
        Ok(())
    }
}

fn enrol(add: &AttestersAdd, session: &Session) -> Result<(), AttestersError> {
    let public_key = public_key(&add.attester)?;
    let mut tree = read_attesters_or_new(&add.file)?;
    let index = tree.append(Attester::new(public_key, add.cap))?;
    write_attesters(&add.file, &tree)?;
    session.output.result(&RootReport { index: Some(index), root: tree.root(), places: tree.len() });
    Ok(())
}

fn public_key(choice: &AttesterChoice) -> Result<PublicKey, AttestersError> {
    match (&choice.key, choice.x, choice.y) {
        (Some(path), ..) => Ok(*read_attester_key(path)?.public_key()),
        (None, x, y) => PublicKey::from_coordinates(x.unwrap_or_default(), y.unwrap_or_default())
            .map_err(AttestersError::PublicKey),
    }
}

fn remove_attester(remove: &AttestersRemove, session: &Session) -> Result<(), AttestersError> {
    let mut tree = read_attesters(&remove.file)?;
    tree.remove(remove.index)?;
    write_attesters(&remove.file, &tree)?;
    session.output.result(&RootReport { index: None, root: tree.root(), places: tree.len() });
    Ok(())
}

fn root(file: &Path, session: &Session) -> Result<(), AttestersError> {
    let tree = read_attesters(file)?;
    session.output.result(&RootReport { index: None, root: tree.root(), places: tree.len() });
    Ok(())
}

fn print_path(path: &AttestersPath, session: &Session) -> Result<(), AttestersError> {
    let tree = read_attesters(&path.file)?;
    let proof = tree.proof(path.index)?;
    let leaf = tree.attester(path.index).map(Attester::leaf).unwrap_or_default();
    let siblings = proof.siblings.iter().map(|level| level.iter().map(fr_to_decimal).collect()).collect();
    session.output.result(&PathReport { root: tree.root(), leaf, index: path.index, siblings });
    Ok(())
}
