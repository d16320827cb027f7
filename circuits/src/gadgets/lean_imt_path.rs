//! A path in a LeanIMT, as zk-kit builds it, of a member at some position of a tree of known size.
//!
//! **Relation.** In a LeanIMT a node without a right sibling is carried up as it is, so paths have different lengths. Which
//! levels a path skips follows from the position `p` and the last position `n − 1`: level `k` is skipped where the node on
//! the path is the last of its level and a left child, that is, where `p` and `n − 1` agree in all bits from `k` up and bit
//! `k` is 0. Otherwise `node ← H_2(left, right)`, with the node on the right where bit `k` of `p` is 1. And `p ≤ n − 1`.
//!
//! **Why the size.** A leaf is a number that its owner chose. If a path could have any length, somebody could enrol the root
//! of a tree of their own as one leaf, and every identity below it would be a member, each with its own nullifier. With
//! the levels fixed by `p` and `n`, walk down from the root: each node on the path is the node of the real tree at that
//! place, or there is a collision of `H_2`; so what is at the bottom is the leaf that was enrolled at `p`. For the same
//! reason an inner node cannot pass for a leaf, although both are values of `H_2`.
//!
//! **Rows.** 247 a level, 4,940 for depth 20: 240 for the hash, one each for the bit of the position, its product with the
//! bit of `n − 1`, the order of the two positions, whether the level is skipped, whether the positions still agree, the
//! swap, and the choice between node and parent. The bits of `n − 1` are the caller's.
//!
//! **Rows of the order.** From the top, `E` says whether the bits above agree. With `i`, `s` the bits of `p` and `n − 1`:
//! `E · i · (1 − s) = 0` refuses a larger position, `skip = E · (1 − i)(1 − s)`, and `E ← E · i s + skip`.
//!
//! **Caller.** `last_bits` are the bits of `n − 1`, each 0 or 1, lowest first. Root and size belong together: whoever
//! accepts the root knows the size.
//!
//! **Not enforced.** Siblings of skipped levels are free, and take part in nothing that is used.

use super::poseidon;
use super::range::{free_boolean, select};
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// A path by levels of the tree, lowest first.
#[derive(Clone, Default)]
#[expect(clippy::exhaustive_structs, reason = "what a path is will not grow")]
pub struct Path {
    /// The position of the leaf.
    pub position: u32,
    /// The sibling at each level, `None` where the level is skipped.
    pub siblings: Vec<Option<Fr>>,
}

impl core::fmt::Debug for Path {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Path(<redacted>)")
    }
}

/// The root reached from `leaf` in a tree whose last position has these bits; its depth is their number.
pub fn root(cs: &mut ConstraintSystem, leaf: &Linear, last_bits: &[Linear], path: &Path) -> Linear {
    let position: Vec<Linear> = (0..last_bits.len())
        .map(|level| {
            free_boolean(cs, "position in the contributor registry", || {
                u32::try_from(level).is_ok_and(|l| path.position.checked_shr(l).unwrap_or(0) & 1 == 1)
            })
        })
        .collect();
    let skipped = skipped_levels(cs, &position, last_bits);
    let mut node = leaf.clone();
    for (level, (is_right, skip)) in position.iter().zip(&skipped).enumerate() {
        let meaning = "sibling in the contributor registry; unused where the level is skipped";
        let sibling = cs.free_input(meaning, Domain::Any, || {
            path.siblings.get(level).copied().flatten().unwrap_or_default()
        });
        let shift = cs.product(&(&sibling - &node), is_right);
        let parent = poseidon::hash(cs, [&(&node + &shift), &(&sibling - &shift)]);
        node = select(cs, skip, &node, &parent);
    }
    node
}

/// For each level whether it is skipped, in {0, 1}; enforces that the position is at most the last: four rows a level.
fn skipped_levels(cs: &mut ConstraintSystem, position: &[Linear], last: &[Linear]) -> Vec<Linear> {
    let one = Linear::from(Fr::ONE);
    let mut agree = one.clone();
    let mut skipped = Vec::with_capacity(position.len());
    for (i, s) in position.iter().zip(last).rev() {
        let both = cs.product(i, s);
        cs.enforce(&(i - &both), &agree, &Linear::zero());
        let skip = cs.product(&(&one - i - s + &both), &agree);
        agree = cs.product(&both, &agree) + &skip;
        skipped.push(skip);
    }
    skipped.reverse();
    skipped
}

#[cfg(test)]
mod tests;
