use super::*;
use crate::gadgets::range;
use crate::r1cs::{R1cs, jacobian_rank, shape_and_values};
use core::cell::Cell;
use workproof_protocol::{LeanImt, LeanImtProof, RegistryRoot};

const DEPTH: u32 = 5;

fn tree(size: u64) -> LeanImt {
    LeanImt::from_leaves((0..size).map(|i| Fr::from(100 + i))).unwrap()
}

/// Rows, whether they hold, and the root.
fn run(leaf: Fr, size: u32, path: &Path) -> (R1cs, Vec<Fr>, Fr) {
    let out = Cell::new(Fr::default());
    let (shape, values) = shape_and_values(|cs| {
        let leaf = cs.hint(|| leaf);
        let last = cs.hint(|| Fr::from(size - 1));
        let bits = range::bits(cs, &last, DEPTH);
        let root = root(cs, &leaf, &bits, path);
        if cs.has_values() {
            out.set(root.value());
        }
    })
    .unwrap();
    let values = values.to_vec();
    (shape, values, out.get())
}

fn path(proof: &LeanImtProof, size: u32) -> Option<Path> {
    let position = proof.position_in(size).ok()?;
    Some(Path { position, siblings: proof.siblings_by_level(position, size) })
}

fn holds(leaf: Fr, size: u32, path: &Path, expected: Fr) -> bool {
    let (shape, values, root) = run(leaf, size, path);
    shape.first_unsatisfied_row(&values).is_none() && root == expected
}

#[test]
fn every_member_of_every_small_tree_is_reached_by_its_position() {
    for size in 1..=32u32 {
        let tree = tree(u64::from(size));
        let registry = tree.registry_root().unwrap();
        for position in 0..size {
            let proof = tree.proof(usize::try_from(position).unwrap()).unwrap();
            let leaf = Fr::from(100 + u64::from(position));
            assert_eq!(proof.verify_member(leaf, &registry), Ok(position), "{position} of {size}");
            let path = path(&proof, size).unwrap();
            assert!(holds(leaf, size, &path, registry.root()), "{position} of {size}");
        }
    }
}

/// The attack: the root of a tree of one's own is enrolled as one leaf. With any claimed position and any way to place the
/// siblings, an identity below that leaf is no member, natively and in the rows.
#[test]
fn an_identity_below_an_enrolled_root_is_no_member_a12() {
    let own: Vec<Fr> = (0..4u64).map(|i| Fr::from(9000 + i)).collect();
    let private = LeanImt::from_leaves(own.iter().copied()).unwrap();
    for size in 2..=12u32 {
        for place in 0..size {
            let leaves = (0..size)
                .map(|i| if i == place { private.root().unwrap() } else { Fr::from(100 + u64::from(i)) });
            let public = LeanImt::from_leaves(leaves).unwrap();
            let registry = public.registry_root().unwrap();
            let upper = public.proof(usize::try_from(place).unwrap()).unwrap();
            let mut proof = private.proof(1).unwrap();
            proof.index |= upper.index << proof.siblings.len();
            proof.siblings.extend(&upper.siblings);
            // As a path of any length it leads to the root …
            proof.verify(own[1], registry.root()).unwrap();
            // … but it is not the path of a position.
            assert!(proof.verify_member(own[1], &registry).is_err(), "{place} of {size}");
            for position in 0..1 << DEPTH {
                for path in placements(&proof, position, size) {
                    assert!(!holds(own[1], size, &path, registry.root()), "{place} of {size} as {position}");
                }
            }
        }
    }
}

/// The siblings where this position has levels, and all of them from the bottom without regard to what is skipped.
fn placements(proof: &LeanImtProof, position: u32, size: u32) -> [Path; 2] {
    let packed = proof.siblings.iter().copied().map(Some).collect();
    [
        Path { position, siblings: proof.siblings_by_level(position, size) },
        Path { position, siblings: packed },
    ]
}

/// An inner node is no member either, in the clear and in the rows.
#[test]
fn an_inner_node_is_no_member_a12() {
    for size in 2..=12u32 {
        let tree = tree(u64::from(size));
        let registry = tree.registry_root().unwrap();
        for position in 0..size {
            let mut proof = tree.proof(usize::try_from(position).unwrap()).unwrap();
            if proof.siblings.len() < 2 {
                continue;
            }
            let low = LeanImtProof { index: proof.index & 1, siblings: vec![proof.siblings.remove(0)] };
            proof.index >>= 1;
            let node = low.root_from(Fr::from(100 + u64::from(position))).unwrap();
            proof.verify(node, registry.root()).unwrap();
            if let Ok(found) = proof.verify_member(node, &registry) {
                // Only where the node is a leaf carried up, which it is not here.
                panic!("a node of {size} leaves passes for member {found}");
            }
            for claimed in 0..1 << DEPTH {
                for path in placements(&proof, claimed, size) {
                    assert!(!holds(node, size, &path, registry.root()), "{position} of {size} as {claimed}");
                }
            }
        }
    }
}

#[test]
fn positions_beyond_the_last_are_refused() {
    let tree = tree(5);
    let root = tree.root().unwrap();
    let siblings = vec![None, None, Some(tree.proof(4).unwrap().siblings[0]), None, None];
    assert!(holds(Fr::from(104u64), 5, &Path { position: 4, siblings: siblings.clone() }, root));
    for position in 5..32 {
        assert!(
            !holds(Fr::from(104u64), 5, &Path { position, siblings: siblings.clone() }, root),
            "{position}"
        );
    }
}

/// A11: a bit of the position that is no bit, with the rest recomputed for it.
#[test]
fn a_position_bit_other_than_zero_or_one_is_refused_a11() {
    let tree = tree(8);
    let path = path(&tree.proof(3).unwrap(), 8).unwrap();
    let (shape, values, _) = run(Fr::from(103u64), 8, &path);
    // Columns: 1, leaf, last, four free bits of last, then the bits of the position.
    let first_bit = 7;
    assert_eq!(values[first_bit], Fr::ONE);
    for wrong in [Fr::from(2u64), -Fr::ONE, Fr::from(2u64).inverse().unwrap()] {
        let mut altered = values.clone();
        altered[first_bit] = wrong;
        let rows = shape.unsatisfied_rows(&altered);
        let own = |row: &usize| {
            shape.b.row(*row).any(|(column, _)| column == 7) && shape.a.row(*row).any(|(c, _)| c == 7)
        };
        assert!(rows.iter().any(own), "{wrong}");
    }
}

/// With leaf, size and position fixed, and siblings of active levels given, nothing is free.
#[test]
fn nothing_but_skipped_siblings_is_free() {
    let tree = tree(32);
    let path = path(&tree.proof(9).unwrap(), 32).unwrap();
    let (shape, values, _) = run(Fr::from(109u64), 32, &path);
    // Free inputs: leaf and last; the position's bits are isolated by their rows; the siblings are five free hints.
    assert_eq!(jacobian_rank(&shape, &values, 3), shape.variables - 3 - 5);
    assert_eq!(shape.constraints(), 5 * 247 + 5);
}

#[test]
fn sizes_and_roots_out_of_range_are_no_registry() {
    assert!(RegistryRoot::new(Fr::from(1u64), 0).is_err());
    assert!(RegistryRoot::new(Fr::from(1u64), (1 << 20) + 1).is_err());
    assert!(RegistryRoot::new(Fr::default(), 1).is_err());
    assert!(RegistryRoot::new(Fr::from(1u64), 1 << 20).is_ok());
}
