//! A path in a LeanIMT, as zk-kit builds it.
//!
//! **Relation.** `root` is reached from `leaf` by at most `depth` steps `node ← H_2(left, right)`. A LeanIMT has no step where
//! a node has no sibling; such steps are left out of the proof, so paths of one tree have different lengths. Level `i`
//! has a flag `e_i`, active levels come first (`e_{i+1} ≤ e_i`), and an inactive one passes its node on unchanged.
//!
//! **Rows.** 245 a level, one less in all: 240 for the hash, one each for the direction bit, the swap, the flag, the
//! choice between node and parent, and the order of the flags. 4,899 for depth 20.
//!
//! **Caller.** A leaf must not be mistaken for an inner node: both are values of `H_2`. The callers take as a leaf only
//! an identity commitment `H_2(pk)` whose secret scalar they prove. For an inner node one would need a secret scalar whose
//! public key is the pair of its children: to hit two hashes by a key is hopeless, and at the lowest level, where children
//! are what was enrolled, somebody who may enrol bare numbers can only make their own id a member a second time.
//!
//! **Not enforced.** The position in the tree. Siblings and direction bits of inactive levels are free.

use super::poseidon;
use super::range::{boolean, select};
use crate::r1cs::{ConstraintSystem, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// One active level of a path.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "what a level of a path is will not grow")]
pub struct PathLevel {
    /// The other child.
    pub sibling: Fr,
    /// Whether the node on the path is the right child.
    pub is_right: bool,
}

/// The root reached from `leaf`; `levels` are the active ones, lowest first.
pub fn root(cs: &mut ConstraintSystem, leaf: &Linear, depth: usize, levels: &[PathLevel]) -> Linear {
    let mut node = leaf.clone();
    let mut previous: Option<Linear> = None;
    for index in 0..depth {
        let level = levels.get(index);
        let sibling = cs.hint(|| level.map_or_else(Fr::default, |l| l.sibling));
        let is_right = boolean(cs, || level.is_some_and(|l| l.is_right));
        let active = boolean(cs, || level.is_some());
        if let Some(previous) = &previous {
            cs.enforce(&(previous - Linear::from(Fr::ONE)), &active, &Linear::zero());
        }
        let shift = cs.product(&(&sibling - &node), &is_right);
        let parent = poseidon::hash(cs, [&(&node + &shift), &(&sibling - &shift)]);
        node = select(cs, &active, &parent, &node);
        previous = Some(active);
    }
    node
}
