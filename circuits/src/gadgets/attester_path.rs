//! A path in the attester tree: arity 5, fixed depth, with its position.
//!
//! **Relation.** `root` is reached from `leaf` at position `Σ 5^i p_i`: at each level the node is child `p_i` of five, and its
//! parent is `H_5(children)`.
//!
//! **Rows.** 329 a level: 321 for the hash and eight to choose a child. `p = x + 2y + 4z` for booleans with
//! `z (x + y) = 0`, so `p ≤ 4` has one form; two rows choose between neighbours by `x`, one by `y`, one by `z`. 2,303 for
//! depth 7.
//!
//! **Caller.** `leaf` must be a value that an inner node cannot be: attester leaves are values of `H_4` with a domain
//! tag, nodes are values of `H_5`, two different permutations.
//!
//! **Not enforced.** That the leaf is not the empty leaf: zero is not a known value of `H_4`.

use super::poseidon;
use super::range::free_boolean;
use crate::r1cs::{ConstraintSystem, Domain, Linear};
use ark_bn254::Fr;
use ark_ff::Field;

/// One level of a path.
#[derive(Clone, Copy, Default)]
#[expect(clippy::exhaustive_structs, reason = "what a level of a path is will not grow")]
pub struct PathLevel {
    /// The other four children, in order.
    pub siblings: [Fr; 4],
    /// The position of the node among the five, 0 to 4.
    pub position: u8,
}

impl core::fmt::Debug for PathLevel {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PathLevel(<redacted>)")
    }
}

/// The root and the position reached from `leaf`; one entry of `levels` for every level, lowest first.
pub fn root_and_position(
    cs: &mut ConstraintSystem,
    leaf: &Linear,
    depth: usize,
    levels: &[PathLevel],
) -> (Linear, Linear) {
    let mut node = leaf.clone();
    let mut position = Linear::zero();
    let mut weight = Fr::ONE;
    for index in 0..depth {
        let level = levels.get(index).copied().unwrap_or_default();
        let children = children(cs, &node, &level);
        position = position + enforce_chosen(cs, &children, &node, level.position).times(weight);
        weight *= Fr::from(5u64);
        node = poseidon::hash(cs, children.each_ref());
    }
    (node, position)
}

/// Why the bits may be chosen.
const POSITION: &str = "position in the attester registry; the signed index is made of them";

/// Five new variables: the siblings with the node put in at its position.
fn children(cs: &mut ConstraintSystem, node: &Linear, level: &PathLevel) -> [Linear; 5] {
    let position = usize::from(level.position);
    core::array::from_fn(|index| {
        let meaning = "child in the attester registry; one row makes the chosen one the node";
        cs.free_input(meaning, Domain::Any, || {
            let sibling = if index < position { Some(index) } else { index.checked_sub(1) };
            let sibling = sibling.and_then(|i| level.siblings.get(i)).copied().unwrap_or_default();
            if index == position { node.value() } else { sibling }
        })
    })
}

/// Enforces that `node` is the child at a position, which is returned as a form: eight rows.
fn enforce_chosen(cs: &mut ConstraintSystem, children: &[Linear; 5], node: &Linear, position: u8) -> Linear {
    let [x, y, z] = [1, 2, 4].map(|bit| free_boolean(cs, POSITION, || position & bit != 0));
    cs.enforce(&z, &(&x + &y), &Linear::zero());
    let [c0, c1, c2, c3, c4] = children;
    let low = c0 + cs.product(&(c1 - c0), &x);
    let high = c2 + cs.product(&(c3 - c2), &x);
    let of_four = &low + cs.product(&(&high - &low), &y);
    cs.enforce(&(c4 - &of_four), &z, &(node - &of_four));
    x + y.doubled() + z.times(Fr::from(4u64))
}

#[cfg(test)]
mod tests;
