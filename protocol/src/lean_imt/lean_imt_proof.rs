//! A membership proof: what a claim shows to the circuit instead of the whole registry.

use alloc::vec::Vec;

use thiserror::Error;

use super::LEAN_IMT_MAX_DEPTH;
use crate::field::Fr;
use crate::poseidon;

/// Why a membership proof was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MembershipError {
    /// The proof has more siblings than the deepest tree has levels.
    #[error("the membership proof has {found} siblings, more than {LEAN_IMT_MAX_DEPTH}")]
    TooDeep {
        /// Siblings of the proof.
        found: usize,
    },
    /// The index has more bits than the proof has siblings.
    #[error("the index of the membership proof has more bits than the proof has siblings")]
    Index,
    /// The proof leads to another root.
    #[error("the membership proof leads to another root")]
    Root,
}

/// A membership proof as zk-kit makes it: only siblings that exist, and one bit of the index for each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
#[expect(clippy::exhaustive_structs, reason = "the two fields are zk-kit's and will not grow")]
pub struct LeanImtProof {
    /// Bit i says whether sibling i is on the left. This is the position of the leaf only where no level was skipped.
    pub index: u32,
    /// Siblings from the leaf upwards.
    #[cfg_attr(feature = "serde", serde(with = "crate::json::field_list_text"))]
    pub siblings: Vec<Fr>,
}

#[cfg(feature = "serde")]
crate::json::object_only!(LeanImtProof);

impl LeanImtProof {
    /// The root this proof leads to from a leaf, after the checks of its shape.
    ///
    /// # Errors
    /// [`MembershipError::TooDeep`] or [`MembershipError::Index`].
    pub fn root_from(&self, leaf: Fr) -> Result<Fr, MembershipError> {
        if self.siblings.len() > LEAN_IMT_MAX_DEPTH {
            return Err(MembershipError::TooDeep { found: self.siblings.len() });
        }
        let bits = u32::BITS - self.index.leading_zeros();
        if usize::try_from(bits).map_or(true, |bits| bits > self.siblings.len()) {
            return Err(MembershipError::Index);
        }
        Ok(self.siblings.iter().enumerate().fold(leaf, |node, (level, sibling)| {
            let left = (self.index >> level) & 1 == 1;
            if left { poseidon::hash([*sibling, node]) } else { poseidon::hash([node, *sibling]) }
        }))
    }

    /// Checks that a leaf is in the tree with this root.
    ///
    /// # Errors
    /// [`MembershipError`].
    pub fn verify(&self, leaf: Fr, root: Fr) -> Result<(), MembershipError> {
        if self.root_from(leaf)? == root { Ok(()) } else { Err(MembershipError::Root) }
    }
}
