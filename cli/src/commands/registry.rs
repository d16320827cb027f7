//! `registry`: the registry of contributors.

use std::fmt;
use std::path::Path;

use serde::Serialize;
use thiserror::Error;
use workproof_protocol::{ContributorId, Fr, LeanImt, LeanImtError, fr_to_decimal, json};

use crate::args::{RegistryAdd, RegistryCommand, RegistryPath};
use crate::files::{FileError, read_registry, read_registry_or_new, write_registry};
use crate::session::Session;
use crate::table::grouped;
use crate::verdict::Verdict;

/// Why a command about contributors failed.
#[derive(Debug, Error)]
pub(crate) enum RegistryError {
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The registry has no members, so it has no root.
    #[error("the registry has no members yet; add one with `workproof registry add`")]
    Empty,
    /// The id is in the registry already.
    #[error("{id} is a member already, at position {position}")]
    MemberAlready {
        /// The id.
        id: ContributorId,
        /// Where it is.
        position: usize,
    },
    /// The registry does not take the change, or has no such member.
    #[error("the registry does not allow it")]
    Tree(#[from] LeanImtError),
}

impl RegistryError {
    /// How the command ends.
    pub(crate) const fn verdict(&self) -> Verdict {
        match self {
            Self::File(_) => Verdict::BadInput,
            Self::Empty | Self::MemberAlready { .. } | Self::Tree(_) => Verdict::Refused,
        }
    }
}

/// Runs `registry`.
pub(crate) fn registry(command: &RegistryCommand, session: &Session) -> Result<(), RegistryError> {
    match command {
        RegistryCommand::Add(add) => add_members(add, session),
        RegistryCommand::Root { file } => print_root(file, session),
        RegistryCommand::Path(path) => print_path(path, session),
    }
}

#[derive(Serialize)]
struct RootReport {
    #[serde(with = "json::field_text")]
    root: Fr,
    members: usize,
    depth: usize,
}

impl fmt::Display for RootReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "root     {}", fr_to_decimal(&self.root))?;
        writeln!(formatter, "members  {}", grouped(self.members))?;
        writeln!(formatter, "depth    {}", self.depth)
    }
}

/// zk-kit's form of a proof.
#[derive(Serialize)]
struct PathReport {
    #[serde(with = "json::field_text")]
    root: Fr,
    leaf: ContributorId,
    index: u32,
    siblings: Vec<String>,
}

impl fmt::Display for PathReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "leaf      {}", self.leaf)?;
        writeln!(formatter, "root      {}", fr_to_decimal(&self.root))?;
        writeln!(formatter, "index     {}", self.index)?;
        self.siblings.iter().try_for_each(|sibling| writeln!(formatter, "sibling   {sibling}"))
    }
}

fn report_root(registry: &LeanImt, session: &Session) -> Result<(), RegistryError> {
    let root = registry.root().ok_or(RegistryError::Empty)?;
    session.output.result(&RootReport { root, members: registry.len(), depth: registry.depth() });
    Ok(())
}

fn add_members(add: &RegistryAdd, session: &Session) -> Result<(), RegistryError> {
    let mut registry = read_registry_or_new(&add.file)?;
    for id in &add.ids {
        if let Some(position) = registry.position_of(id.to_field()) {
            return Err(RegistryError::MemberAlready { id: *id, position });
        }
        registry.insert(id.to_field())?;
    }
    write_registry(&add.file, &registry)?;
    report_root(&registry, session)
}

fn print_root(file: &Path, session: &Session) -> Result<(), RegistryError> {
    report_root(&read_registry(file)?, session)
}

fn print_path(path: &RegistryPath, session: &Session) -> Result<(), RegistryError> {
    let registry = read_registry(&path.file)?;
    let root = registry.root().ok_or(RegistryError::Empty)?;
    let proof = registry.proof_of(path.id.to_field())?;
    session.output.result(&PathReport {
        root,
        leaf: path.id,
        index: proof.index,
        siblings: proof.siblings.iter().map(fr_to_decimal).collect(),
    });
    Ok(())
}
