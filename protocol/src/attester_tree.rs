//! The attester registry: a quinary tree of seven levels, zk-kit's IMT with arity 5 and zero 0.
//!
//! Room for 78,125 attesters. A leaf is `H_4(tag, A.x, A.y, cap)`, a node is `H_5` of its five
//! children: two different permutations, so a node is never a leaf. An empty place is 0, which no
//! attester hashes to, so nobody is a member there.

mod attester;
mod attester_path;
#[cfg(feature = "serde")]
mod registry_json;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use ark_ff::Zero;
use thiserror::Error;

use crate::babyjubjub::PublicKey;
use crate::field::Fr;
use crate::poseidon;

pub use attester::Attester;
pub use attester_path::{AttesterPath, AttesterPathError};

/// Children of a node.
pub const ATTESTER_TREE_ARITY: usize = 5;

/// Levels above the leaves.
pub const ATTESTER_TREE_DEPTH: usize = 7;

/// Places in the tree: 5^7.
pub const ATTESTER_TREE_CAPACITY: u32 = 78_125;

/// Why a change to the registry was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AttesterTreeError {
    /// All places are taken.
    #[error("the attester registry is full ({ATTESTER_TREE_CAPACITY} places)")]
    Full,
    /// The key is enrolled already; at two places it would count twice.
    #[error("this attester is enrolled already, at index {index}")]
    Duplicate {
        /// Where the key is.
        index: u32,
    },
    /// Nobody was ever enrolled at this index.
    #[error("no attester was enrolled at index {index}")]
    NoSuchIndex {
        /// The index asked for.
        index: u32,
    },
}

/// The registry. Only nodes above a place that was ever taken are stored.
///
/// In JSON it is `{"version": 1, "attesters": [{"public_key": ["x", "y"], "cap": "..."}, null, ...]}`,
/// with `null` for a place whose attester was removed; the nodes are hashed again when it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "registry_json::Registry", try_from = "registry_json::Registry"))]
pub struct AttesterTree {
    attesters: Vec<Option<Attester>>,
    indices: BTreeMap<PublicKey, u32>,
    /// Level 0 holds the leaves; a missing node is the zero of its level.
    levels: [Vec<Fr>; ATTESTER_TREE_DEPTH + 1],
    /// The root of an empty subtree of each height.
    zeros: [Fr; ATTESTER_TREE_DEPTH + 1],
}

impl Default for AttesterTree {
    fn default() -> Self {
        Self::new()
    }
}

impl AttesterTree {
    /// An empty registry.
    #[must_use]
    pub fn new() -> Self {
        let mut zero = Fr::zero();
        let zeros = [(); ATTESTER_TREE_DEPTH + 1].map(|()| {
            let this = zero;
            zero = poseidon::hash([zero; ATTESTER_TREE_ARITY]);
            this
        });
        Self { attesters: Vec::new(), indices: BTreeMap::new(), levels: Default::default(), zeros }
    }

    /// A registry of many attesters, each node hashed once.
    ///
    /// # Errors
    /// As [`append_many`](Self::append_many).
    pub fn from_attesters(attesters: impl IntoIterator<Item = Attester>) -> Result<Self, AttesterTreeError> {
        let mut tree = Self::new();
        tree.append_many(attesters)?;
        Ok(tree)
    }

    /// Enrols an attester and returns the index.
    ///
    /// # Errors
    /// [`AttesterTreeError::Full`] or [`AttesterTreeError::Duplicate`].
    pub fn append(&mut self, attester: Attester) -> Result<u32, AttesterTreeError> {
        let index = self.len();
        self.append_many([attester])?;
        Ok(index)
    }

    /// Enrols attesters in order. On an error those before it are enrolled.
    ///
    /// # Errors
    /// [`AttesterTreeError::Full`] or [`AttesterTreeError::Duplicate`].
    pub fn append_many(
        &mut self,
        attesters: impl IntoIterator<Item = Attester>,
    ) -> Result<(), AttesterTreeError> {
        let first = self.attesters.len();
        let result = attesters.into_iter().try_for_each(|attester| self.push(Some(attester)));
        self.rehash_from(first);
        result
    }

    /// Changes the attester at an index: a new cap, a new key, or a place that was removed.
    ///
    /// # Errors
    /// [`AttesterTreeError::NoSuchIndex`], or [`AttesterTreeError::Duplicate`] when the key is at another index.
    pub fn update(&mut self, index: u32, attester: Attester) -> Result<(), AttesterTreeError> {
        self.replace(index, Some(attester))
    }

    /// Removes the attester at an index; the place stays empty, the others keep theirs.
    ///
    /// # Errors
    /// [`AttesterTreeError::NoSuchIndex`].
    pub fn remove(&mut self, index: u32) -> Result<(), AttesterTreeError> {
        self.replace(index, None)
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Fr {
        self.node(ATTESTER_TREE_DEPTH, 0)
    }

    /// Places that were ever taken: the index the next attester gets.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.attesters.len()).unwrap_or(ATTESTER_TREE_CAPACITY)
    }

    /// Whether no place was ever taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attesters.is_empty()
    }

    /// The attester at an index, or `None` for an empty place.
    #[must_use]
    pub fn attester(&self, index: u32) -> Option<&Attester> {
        self.attesters.get(usize::try_from(index).ok()?)?.as_ref()
    }

    /// The index of a key.
    #[must_use]
    pub fn index_of(&self, key: &PublicKey) -> Option<u32> {
        self.indices.get(key).copied()
    }

    /// All places in order.
    pub fn attesters(&self) -> impl Iterator<Item = Option<&Attester>> {
        self.attesters.iter().map(Option::as_ref)
    }

    /// The path of an enrolled attester.
    ///
    /// # Errors
    /// [`AttesterTreeError::NoSuchIndex`], also for a place that is empty.
    pub fn proof(&self, index: u32) -> Result<AttesterPath, AttesterTreeError> {
        self.attester(index).ok_or(AttesterTreeError::NoSuchIndex { index })?;
        let mut path = AttesterPath { index, siblings: Default::default() };
        let mut place = usize::try_from(index).unwrap_or_default();
        for (level, siblings) in path.siblings.iter_mut().enumerate() {
            let first = place - place % ATTESTER_TREE_ARITY;
            let others = (first..first + ATTESTER_TREE_ARITY).filter(|other| *other != place);
            for (sibling, other) in siblings.iter_mut().zip(others) {
                *sibling = self.node(level, other);
            }
            place /= ATTESTER_TREE_ARITY;
        }
        Ok(path)
    }

    /// A registry of places, some of them empty.
    #[cfg(feature = "serde")]
    fn from_places(places: impl IntoIterator<Item = Option<Attester>>) -> Result<Self, AttesterTreeError> {
        let mut tree = Self::new();
        places.into_iter().try_for_each(|attester| tree.push(attester))?;
        tree.rehash_from(0);
        Ok(tree)
    }

    /// Adds a place without hashing above it.
    fn push(&mut self, attester: Option<Attester>) -> Result<(), AttesterTreeError> {
        let index = self.len();
        if index >= ATTESTER_TREE_CAPACITY {
            return Err(AttesterTreeError::Full);
        }
        let mut leaf = Fr::zero();
        if let Some(attester) = &attester {
            if let Some(index) = self.index_of(&attester.public_key) {
                return Err(AttesterTreeError::Duplicate { index });
            }
            self.indices.insert(attester.public_key, index);
            leaf = attester.leaf();
        }
        self.attesters.push(attester);
        let [leaves, ..] = &mut self.levels;
        leaves.push(leaf);
        Ok(())
    }

    fn replace(&mut self, index: u32, attester: Option<Attester>) -> Result<(), AttesterTreeError> {
        let other = attester.as_ref().and_then(|attester| self.index_of(&attester.public_key));
        if let Some(other) = other.filter(|other| *other != index) {
            return Err(AttesterTreeError::Duplicate { index: other });
        }
        let place = usize::try_from(index).unwrap_or(usize::MAX);
        let slot = self.attesters.get_mut(place).ok_or(AttesterTreeError::NoSuchIndex { index })?;
        if let Some(old) = slot {
            self.indices.remove(&old.public_key);
        }
        let leaf = attester.as_ref().map_or(Fr::zero(), Attester::leaf);
        if let Some(attester) = &attester {
            self.indices.insert(attester.public_key, index);
        }
        *slot = attester;
        let [leaves, ..] = &mut self.levels;
        if let Some(slot) = leaves.get_mut(place) {
            *slot = leaf;
        }
        let mut place = place;
        for level in 1..=ATTESTER_TREE_DEPTH {
            place /= ATTESTER_TREE_ARITY;
            let node = self.parent(level, place);
            if let Some(slot) = self.levels.get_mut(level).and_then(|nodes| nodes.get_mut(place)) {
                *slot = node;
            }
        }
        Ok(())
    }

    /// Hashes every node above the places from one on.
    fn rehash_from(&mut self, first: usize) {
        let mut start = first;
        let mut count = self.attesters.len();
        if start == count {
            return;
        }
        for level in 1..=ATTESTER_TREE_DEPTH {
            start /= ATTESTER_TREE_ARITY;
            count = count.div_ceil(ATTESTER_TREE_ARITY);
            let new: Vec<Fr> = (start..count).map(|index| self.parent(level, index)).collect();
            if let Some(nodes) = self.levels.get_mut(level) {
                nodes.truncate(start);
                nodes.extend(new);
            }
        }
    }

    fn node(&self, level: usize, index: usize) -> Fr {
        let zero = self.zeros.get(level).copied().unwrap_or_default();
        self.levels.get(level).and_then(|nodes| nodes.get(index)).copied().unwrap_or(zero)
    }

    fn parent(&self, level: usize, index: usize) -> Fr {
        let mut child = index * ATTESTER_TREE_ARITY;
        poseidon::hash([(); ATTESTER_TREE_ARITY].map(|()| {
            child += 1;
            self.node(level - 1, child - 1)
        }))
    }
}

#[cfg(test)]
mod tests;
