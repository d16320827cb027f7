//! A membership proof: what a claim shows to the circuit instead of the whole registry.

use alloc::vec::Vec;

use thiserror::Error;

use super::{LEAN_IMT_MAX_DEPTH, RegistryRoot};
use crate::field::Fr;
use crate::mutants::{Twin, is_broken};
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
    /// A registry of this size has no position with a path of this form.
    #[error(
        "no member of a registry of {size} has a path like this: the registry has changed, or this is no member"
    )]
    Shape {
        /// Members of the registry.
        size: u32,
    },
    /// The proof leads to another root.
    #[error("the membership proof leads to another root")]
    Root,
}

/// A membership proof as zk-kit makes it: only siblings that exist, and one bit of the index for each.
#[derive(Clone, PartialEq, Eq)]
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

impl core::fmt::Debug for LeanImtProof {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // whose path it is, is what a claim hides
        formatter.write_str("LeanImtProof(<redacted>)")
    }
}

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
        let is_too_long = usize::try_from(bits).map_or(true, |bits| bits > self.siblings.len());
        if is_too_long && !is_broken(Twin::PathIndexBits) {
            return Err(MembershipError::Index);
        }
        Ok(self.siblings.iter().enumerate().fold(leaf, |node, (level, sibling)| {
            let left = (self.index >> level) & 1 == 1;
            if left { poseidon::hash([*sibling, node]) } else { poseidon::hash([node, *sibling]) }
        }))
    }

    /// Checks that a leaf is in a tree with this root, of whatever size. For a claim use [`Self::verify_member`].
    ///
    /// # Errors
    /// [`MembershipError`].
    pub fn verify(&self, leaf: Fr, root: Fr) -> Result<(), MembershipError> {
        if self.root_from(leaf)? == root { Ok(()) } else { Err(MembershipError::Root) }
    }

    /// Checks that a leaf is a member: that the path has the form of a position of a registry of this size, and leads to
    /// its root. Returns the position.
    ///
    /// # Errors
    /// [`MembershipError`].
    pub fn verify_member(&self, leaf: Fr, registry: &RegistryRoot) -> Result<u32, MembershipError> {
        self.verify(leaf, registry.root())?;
        if is_broken(Twin::PathOfPosition) {
            return Ok(self.index);
        }
        self.position_in(registry.size())
    }

    /// The position that has a path of this form in a registry of `size` members; there is at most one.
    ///
    /// Seen from the root, a path follows the path of the last member for a while. Meanwhile a level is left out where the
    /// last member is a left child, since nothing is to the right of it; and going left where the last member goes
    /// right leaves its path for good. From there on every level has a sibling.
    ///
    /// # Errors
    /// [`MembershipError::Shape`] when there is none.
    pub fn position_in(&self, size: u32) -> Result<u32, MembershipError> {
        let shape = MembershipError::Shape { size };
        let last = size.checked_sub(1).ok_or(shape)?;
        let mut rest = self.siblings.len();
        let (mut position, mut follows_last) = (0_u32, true);
        for level in (0..LEAN_IMT_MAX_DEPTH).rev() {
            let last_goes_right = (last >> level) & 1 == 1;
            if follows_last && !last_goes_right {
                continue;
            }
            rest = rest.checked_sub(1).ok_or(shape)?;
            let goes_right =
                u32::try_from(rest).is_ok_and(|bit| self.index.checked_shr(bit).unwrap_or(0) & 1 == 1);
            position |= u32::from(goes_right) << level;
            follows_last &= goes_right;
        }
        if rest == 0 { Ok(position) } else { Err(shape) }
    }

    /// The sibling at each level of the tree, lowest first, for a position in a registry of `size` members; `None` where
    /// the level is left out.
    #[must_use]
    pub fn siblings_by_level(&self, position: u32, size: u32) -> Vec<Option<Fr>> {
        let last = size.saturating_sub(1);
        let mut siblings = self.siblings.iter().copied();
        (0..LEAN_IMT_MAX_DEPTH)
            .map(|level| {
                let (here, there) = (position >> level, last >> level);
                let is_left_out = here == there && here & 1 == 0;
                if is_left_out { None } else { siblings.next() }
            })
            .collect()
    }
}
