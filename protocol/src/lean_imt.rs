//! The contributor registry: zk-kit's LeanIMT over ids, node = `H_2(left, right)`.
//!
//! A node without a right sibling is carried up as it is, so the tree is as deep as its members need,
//! at most 20 levels. An on-chain Semaphore group is such a tree.

mod lean_imt_proof;
mod registry_root;
#[cfg(feature = "serde")]
mod zk_kit_json;

use alloc::vec::Vec;

use ark_ff::Zero;
use thiserror::Error;

use crate::field::Fr;
use crate::poseidon;

pub use lean_imt_proof::{LeanImtProof, MembershipError};
pub use registry_root::{RegistryRoot, RegistryRootError};
#[cfg(feature = "serde")]
pub use zk_kit_json::LeanImtImportError;

/// The deepest tree a statement accepts: 2^20 members.
pub const LEAN_IMT_MAX_DEPTH: usize = 20;

/// Why a change to a tree was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LeanImtError {
    /// The tree has 2^20 leaves already.
    #[error("the registry is full: a tree of depth {LEAN_IMT_MAX_DEPTH} has no room left")]
    Full,
    /// Zero is no id; Semaphore's contracts refuse it as well.
    #[error("zero cannot be a member")]
    ZeroLeaf,
    /// There is no leaf at this position.
    #[error("there is no member at position {position} of {size}")]
    NoSuchLeaf {
        /// The position asked for.
        position: usize,
        /// The number of leaves.
        size: usize,
    },
    /// The value is not a leaf of the tree.
    #[error("this id is not a member of the registry")]
    NotAMember,
}

/// The tree: all levels, leaves first. Level n + 1 has half as many nodes, rounded up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeanImt {
    levels: Vec<Vec<Fr>>,
}

impl LeanImt {
    /// An empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A tree of many leaves, each node hashed once.
    ///
    /// # Errors
    /// [`LeanImtError::Full`] or [`LeanImtError::ZeroLeaf`].
    pub fn from_leaves(leaves: impl IntoIterator<Item = Fr>) -> Result<Self, LeanImtError> {
        let mut tree = Self::new();
        tree.insert_many(leaves)?;
        Ok(tree)
    }

    /// Adds a leaf and returns its position.
    ///
    /// # Errors
    /// [`LeanImtError::Full`] or [`LeanImtError::ZeroLeaf`].
    pub fn insert(&mut self, leaf: Fr) -> Result<usize, LeanImtError> {
        let position = self.len();
        self.insert_many([leaf])?;
        Ok(position)
    }

    /// Adds leaves in order; only nodes above new leaves are hashed. Nothing changes on an error.
    ///
    /// # Errors
    /// [`LeanImtError::Full`] or [`LeanImtError::ZeroLeaf`].
    pub fn insert_many(&mut self, leaves: impl IntoIterator<Item = Fr>) -> Result<(), LeanImtError> {
        let room = (1_usize << LEAN_IMT_MAX_DEPTH) - self.len();
        let leaves: Vec<Fr> = leaves.into_iter().take(room + 1).collect();
        if leaves.len() > room {
            return Err(LeanImtError::Full);
        }
        if leaves.iter().any(Fr::is_zero) {
            return Err(LeanImtError::ZeroLeaf);
        }
        self.append(leaves);
        Ok(())
    }

    /// Adds leaves of which zeros are members that were removed.
    fn append(&mut self, leaves: Vec<Fr>) {
        let first = self.len();
        match self.levels.first_mut() {
            Some(level) => level.extend(leaves),
            None if leaves.is_empty() => {}
            None => self.levels.push(leaves),
        }
        self.rehash_from(first);
    }

    /// Replaces a leaf.
    ///
    /// # Errors
    /// [`LeanImtError::NoSuchLeaf`] or [`LeanImtError::ZeroLeaf`].
    pub fn update(&mut self, position: usize, leaf: Fr) -> Result<(), LeanImtError> {
        if leaf.is_zero() { Err(LeanImtError::ZeroLeaf) } else { self.replace(position, leaf) }
    }

    /// Removes a member, as a Semaphore group does: the leaf becomes zero, and every other member keeps its position.
    ///
    /// # Errors
    /// [`LeanImtError::NoSuchLeaf`].
    pub fn remove(&mut self, position: usize) -> Result<(), LeanImtError> {
        self.replace(position, Fr::zero())
    }

    fn replace(&mut self, position: usize, leaf: Fr) -> Result<(), LeanImtError> {
        let size = self.len();
        let slot = self.levels.first_mut().and_then(|leaves| leaves.get_mut(position));
        *slot.ok_or(LeanImtError::NoSuchLeaf { position, size })? = leaf;
        let mut index = position;
        for level in 1..self.levels.len() {
            index /= 2;
            let node = self.parent(level, index);
            if let Some(slot) = self.levels.get_mut(level).and_then(|nodes| nodes.get_mut(index)) {
                *slot = node;
            }
        }
        Ok(())
    }

    /// The root, or `None` for an empty tree. The root of a single leaf is the leaf.
    #[must_use]
    pub fn root(&self) -> Option<Fr> {
        self.levels.last().and_then(|nodes| nodes.first()).copied()
    }

    /// The root with the number of members, as statements take it, or `None` of an empty tree.
    #[must_use]
    pub fn registry_root(&self) -> Option<RegistryRoot> {
        RegistryRoot::new(self.root()?, u32::try_from(self.len()).ok()?).ok()
    }

    /// Levels above the leaves.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.levels.len().saturating_sub(1)
    }

    /// The number of leaves.
    #[must_use]
    pub fn len(&self) -> usize {
        self.leaves().len()
    }

    /// Whether there is no leaf.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The leaves in order; those of removed members are zero.
    #[must_use]
    pub fn leaves(&self) -> &[Fr] {
        self.levels.first().map_or(&[], Vec::as_slice)
    }

    /// The first position of a member; zero is none.
    #[must_use]
    pub fn position_of(&self, leaf: Fr) -> Option<usize> {
        self.leaves().iter().position(|other| *other == leaf && !leaf.is_zero())
    }

    /// The membership proof of the leaf at a position.
    ///
    /// # Errors
    /// [`LeanImtError::NoSuchLeaf`].
    pub fn proof(&self, position: usize) -> Result<LeanImtProof, LeanImtError> {
        if position >= self.len() {
            return Err(LeanImtError::NoSuchLeaf { position, size: self.len() });
        }
        let mut proof = LeanImtProof { index: 0, siblings: Vec::with_capacity(self.depth()) };
        let mut index = position;
        for nodes in self.levels.iter().take(self.depth()) {
            // A node without a sibling is carried up unhashed and takes no bit of the index.
            if let Some(sibling) = nodes.get(index ^ 1) {
                let is_right = u32::from(index & 1 == 1);
                proof.index |= is_right << proof.siblings.len();
                proof.siblings.push(*sibling);
            }
            index /= 2;
        }
        Ok(proof)
    }

    /// The membership proof of a leaf.
    ///
    /// # Errors
    /// [`LeanImtError::NotAMember`].
    pub fn proof_of(&self, leaf: Fr) -> Result<LeanImtProof, LeanImtError> {
        self.proof(self.position_of(leaf).ok_or(LeanImtError::NotAMember)?)
    }

    /// Hashes every node above the leaves from a position on, and adds the levels that are missing.
    fn rehash_from(&mut self, first: usize) {
        let mut start = first;
        let mut level = 1;
        while self.levels.get(level - 1).is_some_and(|nodes| nodes.len() > 1) {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
                // The old root, if any, has to be carried up to the new level as well.
                start = 0;
            }
            start /= 2;
            let count = self.levels.get(level - 1).map_or(0, |nodes| nodes.len().div_ceil(2));
            let new: Vec<Fr> = (start..count).map(|index| self.parent(level, index)).collect();
            if let Some(nodes) = self.levels.get_mut(level) {
                nodes.truncate(start);
                nodes.extend(new);
            }
            level += 1;
        }
    }

    /// What belongs at an index of a level, from the two nodes below.
    fn parent(&self, level: usize, index: usize) -> Fr {
        let below = self.levels.get(level - 1).map_or(&[][..], Vec::as_slice);
        match (below.get(2 * index), below.get(2 * index + 1)) {
            (Some(left), Some(right)) => poseidon::hash([*left, *right]),
            (Some(left), None) => *left,
            (None, _) => Fr::zero(),
        }
    }
}

#[cfg(test)]
mod tests;
