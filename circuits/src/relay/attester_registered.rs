//! `clause:relay-attester-registered`: `H_4(tag, A.x, A.y, cap)` is the leaf at the voucher's index of the attester tree. The
//! index is not a variable of its own: it *is* the position of the path. 297 + 2,303 rows, and one that compares the
//! root where the place is enabled: `enabled · (root − attester_root) = 0`.

use super::Inputs;
use crate::gadgets::attester_path::{self, PathLevel};
use crate::gadgets::poseidon;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::DomainTag;
use workproof_protocol::attester_tree::{ATTESTER_TREE_DEPTH, AttesterPath};
use workproof_protocol::relay::RelayVoucher;

/// The attester's index; `leaf` holds the key's coordinates and the cap.
pub(super) fn enforce(
    cs: &mut ConstraintSystem,
    inputs: &Inputs,
    enabled: &Linear,
    leaf: [&Linear; 3],
    voucher: Option<&RelayVoucher>,
) -> Linear {
    cs.enter_clause("clause:relay-attester-registered");
    let [key_x, key_y, cap] = leaf;
    let tag = Linear::from(DomainTag::AttesterLeaf.to_field());
    let leaf = poseidon::hash(cs, [&tag, key_x, key_y, cap]);
    let levels = voucher.map(|v| levels(&v.path)).unwrap_or_default();
    let (root, index) = attester_path::root_and_position(cs, &leaf, ATTESTER_TREE_DEPTH, &levels);
    cs.enforce(&(&root - &inputs.attester_root), enabled, &Linear::zero());
    index
}

fn levels(path: &AttesterPath) -> Vec<PathLevel> {
    let level = |(siblings, position): (&[ark_bn254::Fr; 4], usize)| PathLevel {
        siblings: *siblings,
        position: u8::try_from(position).unwrap_or_default(),
    };
    path.siblings.iter().zip(path.positions()).map(level).collect()
}
