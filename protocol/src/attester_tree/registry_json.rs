//! The JSON view of the registry: the places in order, without the nodes above them.

use alloc::vec::Vec;

use thiserror::Error;

use super::{Attester, AttesterTree, AttesterTreeError};

/// The version of the view.
const VERSION: u8 = 1;

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Registry {
    version: u8,
    attesters: Vec<Option<Attester>>,
}

/// Why a registry could not be read.
#[derive(Debug, Error)]
pub(super) enum RegistryError {
    #[error("registry version {0} is not supported (expected {VERSION})")]
    Version(u8),
    #[error(transparent)]
    Tree(AttesterTreeError),
}

impl From<AttesterTree> for Registry {
    fn from(tree: AttesterTree) -> Self {
        Self { version: VERSION, attesters: tree.attesters }
    }
}

impl TryFrom<Registry> for AttesterTree {
    type Error = RegistryError;

    fn try_from(registry: Registry) -> Result<Self, RegistryError> {
        if registry.version != VERSION {
            return Err(RegistryError::Version(registry.version));
        }
        Self::from_places(registry.attesters).map_err(RegistryError::Tree)
    }
}
