//! The contributor's side, the same in every fact: a secret, a registry, a nullifier.

use crate::gadgets::lean_imt_path::{self, Path};
use crate::gadgets::poseidon;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear};
use workproof_protocol::{LeanImtProof, RegistryRoot};

/// The greatest depth of a contributor registry: sizes less one have so many bits.
pub const REGISTRY_DEPTH: u32 = 20;

/// The contributor id `H_2(pk.x, pk.y)`: 240 rows.
pub fn id(cs: &mut ConstraintSystem, secret: &SecretScalarVar) -> Linear {
    poseidon::hash(cs, [&secret.public_x, &secret.public_y])
}

/// The registry root that the id's path leads to in a registry whose last position has these bits: 4,940 rows. See
/// [`lean_imt_path`].
pub fn registry_root(
    cs: &mut ConstraintSystem,
    id: &Linear,
    last_bits: &[Linear],
    membership: Option<(&LeanImtProof, &RegistryRoot)>,
) -> Linear {
    let path = membership.and_then(|(proof, registry)| {
        let position = proof.position_in(registry.size()).ok()?;
        Some(Path { position, siblings: proof.siblings_by_level(position, registry.size()) })
    });
    lean_imt_path::root(cs, id, last_bits, &path.unwrap_or_default())
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
