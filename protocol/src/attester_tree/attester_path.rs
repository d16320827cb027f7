//! The path of an attester: what a claim shows to the circuit instead of the whole registry.

use thiserror::Error;

use super::{ATTESTER_TREE_ARITY, ATTESTER_TREE_CAPACITY, ATTESTER_TREE_DEPTH};
use crate::field::Fr;
use crate::mutants::{Twin, is_broken};
use crate::poseidon;

/// Why a path was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AttesterPathError {
    /// The index is beyond the places of the tree.
    #[error("attester index {index} is not below {ATTESTER_TREE_CAPACITY}")]
    Index {
        /// The index of the path.
        index: u32,
    },
    /// The path leads to another root.
    #[error("the attester path leads to another root")]
    Root,
}

/// The place of a leaf and the other four children at each level, leaf level first.
#[derive(Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "the shape of the tree is fixed")]
pub struct AttesterPath {
    /// The place of the leaf; its digits in base 5 are the positions among the five children, lowest first.
    pub index: u32,
    /// The other children in order.
    pub siblings: [[Fr; ATTESTER_TREE_ARITY - 1]; ATTESTER_TREE_DEPTH],
}

impl core::fmt::Debug for AttesterPath {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // whose path it is, is what a claim hides
        formatter.write_str("AttesterPath(<redacted>)")
    }
}

impl AttesterPath {
    /// The position among the five children at each level, leaf level first.
    #[must_use]
    pub fn positions(&self) -> [usize; ATTESTER_TREE_DEPTH] {
        let mut rest = usize::try_from(self.index).unwrap_or(usize::MAX);
        [(); ATTESTER_TREE_DEPTH].map(|()| {
            let position = rest % ATTESTER_TREE_ARITY;
            rest /= ATTESTER_TREE_ARITY;
            position
        })
    }

    /// The root this path leads to from a leaf.
    ///
    /// # Errors
    /// [`AttesterPathError::Index`].
    pub fn root_from(&self, leaf: Fr) -> Result<Fr, AttesterPathError> {
        if self.index >= ATTESTER_TREE_CAPACITY && !is_broken(Twin::AttesterIndex) {
            return Err(AttesterPathError::Index { index: self.index });
        }
        Ok(self.siblings.iter().zip(self.positions()).fold(leaf, |node, (siblings, position)| {
            let mut others = siblings.iter();
            let mut children = [node; ATTESTER_TREE_ARITY];
            for (place, child) in children.iter_mut().enumerate() {
                if place != position {
                    *child = others.next().copied().unwrap_or_default();
                }
            }
            poseidon::hash(children)
        }))
    }

    /// Checks that a leaf is in the tree with this root, at the index of this path.
    ///
    /// # Errors
    /// [`AttesterPathError`].
    pub fn verify(&self, leaf: Fr, root: Fr) -> Result<(), AttesterPathError> {
        if self.root_from(leaf)? == root { Ok(()) } else { Err(AttesterPathError::Root) }
    }
}
