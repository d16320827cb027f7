//! The contributor's side, the same in every fact: a secret, a registry, a nullifier.

use crate::gadgets::lean_imt_path::{self, PathLevel};
use crate::gadgets::poseidon;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::lean_imt::LeanImtProof;

/// The greatest depth of a contributor registry.
pub const REGISTRY_DEPTH: usize = 20;

/// The contributor id `H_2(pk.x, pk.y)`: 240 rows.
pub fn id(cs: &mut ConstraintSystem, secret: &SecretScalarVar) -> Linear {
    poseidon::hash(cs, [&secret.public_x, &secret.public_y])
}

/// The registry root that the id's path leads to: 4,899 rows. The id must be one whose secret is proven (see
/// [`lean_imt_path`]).
pub fn registry_root(cs: &mut ConstraintSystem, id: &Linear, membership: Option<&LeanImtProof>) -> Linear {
    lean_imt_path::root(cs, id, REGISTRY_DEPTH, &levels(membership))
}

/// `H_4(tag, scope, key, slot)`: 297 rows.
pub fn nullifier(
    cs: &mut ConstraintSystem,
    tag: &Linear,
    scope: &Linear,
    key: &Linear,
    slot: &Linear,
) -> Linear {
    poseidon::hash(cs, [tag, scope, key, slot])
}

fn levels(membership: Option<&LeanImtProof>) -> Vec<PathLevel> {
    let Some(proof) = membership else { return Vec::new() };
    let level = |(bit, sibling): (usize, &ark_bn254::Fr)| PathLevel {
        sibling: *sibling,
        is_right: u32::try_from(bit).ok().and_then(|b| proof.index.checked_shr(b)).unwrap_or(0) & 1 == 1,
    };
    proof.siblings.iter().enumerate().map(level).collect()
}
