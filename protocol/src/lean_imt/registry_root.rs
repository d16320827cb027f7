//! What a payer knows of a contributor registry: its root and its number of members.

use thiserror::Error;

use super::LEAN_IMT_MAX_DEPTH;
use crate::field::Fr;
use crate::strict_json::JsonFaultKind;
use ark_ff::Zero;

/// Why two numbers are not the root and the size of a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegistryRootError {
    /// The root is zero.
    #[error("a registry's root is not zero: an empty registry has no members to prove")]
    ZeroRoot,
    /// The size is 0 or too large.
    #[error("a registry has from 1 to {} members, not {found}", RegistryRoot::MAX_SIZE)]
    Size {
        /// What was given.
        found: u32,
    },
}

impl RegistryRootError {
    /// The same in a JSON text.
    pub(crate) const FAULT: JsonFaultKind = JsonFaultKind::NotAllowed(
        "a registry has a root other than zero and from 1 to 1048576 members; only a grader's claim has 0 and 0",
    );
}

/// The root of a contributor registry together with its number of members.
///
/// The root alone is not enough. A leaf is only a number: somebody could enrol the root of a tree of their own as one leaf,
/// and every identity below it would be a member, each with its own nullifier. The size fixes how long the path to each
/// position is, so only what was enrolled is a member. A payer takes both from where the registry is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistryRoot {
    root: Fr,
    size: u32,
}

impl RegistryRoot {
    /// The most members of a registry.
    pub const MAX_SIZE: u32 = 1 << LEAN_IMT_MAX_DEPTH;

    /// A root and the number of members under it.
    ///
    /// # Errors
    /// [`RegistryRootError`] for a root of zero, no members or more than [`Self::MAX_SIZE`].
    pub fn new(root: Fr, size: u32) -> Result<Self, RegistryRootError> {
        if root.is_zero() {
            return Err(RegistryRootError::ZeroRoot);
        }
        if size == 0 || size > Self::MAX_SIZE {
            return Err(RegistryRootError::Size { found: size });
        }
        Ok(Self { root, size })
    }

    /// The root, never zero.
    #[must_use]
    pub const fn root(&self) -> Fr {
        self.root
    }

    /// The number of members, from 1 to [`Self::MAX_SIZE`].
    #[must_use]
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// `size * 2^96`: the part of a statement's terms that holds the size.
    #[must_use]
    pub fn size_in_terms(&self) -> Fr {
        Fr::from(u128::from(self.size) << 96)
    }
}
