use super::*;
use proptest::prelude::*;

fn leaves(count: u64) -> Vec<Fr> {
    (1..=count).map(Fr::from).collect()
}

/// The tree by its definition: pairs are hashed, a single node is carried up.
fn root_by_definition(leaves: &[Fr]) -> Option<Fr> {
    let mut level = leaves.to_vec();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| if let [l, r] = pair { poseidon::hash([*l, *r]) } else { pair[0] })
            .collect();
    }
    level.first().copied()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_order_of_changes_gives_the_tree_of_the_definition(
        parts in proptest::collection::vec(0_u64..9, 0..6),
        updates in proptest::collection::vec((0_usize..40, 1_u64..100), 0..6),
    ) {
        let mut tree = LeanImt::new();
        let mut all = Vec::new();
        for part in parts {
            let new: Vec<Fr> = (0..part).map(|n| Fr::from(1000 * part + n + 1)).collect();
            tree.insert_many(new.clone()).unwrap();
            all.extend(new);
        }
        for (position, value) in updates {
            match tree.update(position, Fr::from(value)) {
                Ok(()) => all[position] = Fr::from(value),
                Err(error) => prop_assert_eq!(error, LeanImtError::NoSuchLeaf { position, size: all.len() }),
            }
        }
        prop_assert_eq!(tree.leaves(), &all[..]);
        prop_assert_eq!(tree.root(), root_by_definition(&all));
        for (position, leaf) in all.iter().enumerate() {
            prop_assert_eq!(tree.proof(position).unwrap().verify(*leaf, tree.root().unwrap()), Ok(()));
        }
    }
}

#[test]
fn refuses_zero_and_positions_that_do_not_exist_a13() {
    let mut tree = LeanImt::new();
    assert_eq!(tree.insert(Fr::zero()), Err(LeanImtError::ZeroLeaf));
    assert_eq!(tree.proof(0), Err(LeanImtError::NoSuchLeaf { position: 0, size: 0 }));
    assert_eq!((tree.root(), tree.depth(), tree.len()), (None, 0, 0));
    tree.insert_many(leaves(3)).unwrap();
    assert_eq!(tree.insert_many([Fr::from(9_u64), Fr::zero()]), Err(LeanImtError::ZeroLeaf));
    assert_eq!(tree.len(), 3);
    assert_eq!(tree.update(0, Fr::zero()), Err(LeanImtError::ZeroLeaf));
    assert_eq!(tree.proof_of(Fr::from(9_u64)), Err(LeanImtError::NotAMember));
}

#[test]
fn refuses_more_than_the_deepest_tree_holds() {
    // Hashing 2^20 leaves takes a while; the length is checked before anything is hashed.
    let mut tree = LeanImt { levels: vec![vec![Fr::from(1_u64); 1 << LEAN_IMT_MAX_DEPTH]] };
    assert_eq!(tree.insert(Fr::from(1_u64)), Err(LeanImtError::Full));
    assert_eq!(LeanImt::new().insert_many(core::iter::repeat(Fr::from(1_u64))), Err(LeanImtError::Full));
}

#[test]
fn refuses_proofs_of_another_shape_a12() {
    let tree = LeanImt::from_leaves(leaves(8)).unwrap();
    let (root, proof) = (tree.root().unwrap(), tree.proof(5).unwrap());
    let leaf = Fr::from(6_u64);
    let with = |change: &dyn Fn(&mut LeanImtProof)| {
        let mut changed = proof.clone();
        change(&mut changed);
        changed.verify(leaf, root)
    };
    assert_eq!(with(&|_| {}), Ok(()));
    assert_eq!(with(&|proof| proof.index ^= 1), Err(MembershipError::Root));
    assert_eq!(with(&|proof| proof.index |= 8), Err(MembershipError::Index));
    assert_eq!(with(&|proof| proof.index = u32::MAX), Err(MembershipError::Index));
    assert_eq!(with(&|proof| proof.siblings[1] += Fr::from(1_u64)), Err(MembershipError::Root));
    assert_eq!(with(&|proof| proof.siblings.resize(20, Fr::zero())), Err(MembershipError::Root));
    assert_eq!(
        with(&|proof| proof.siblings.resize(21, Fr::zero())),
        Err(MembershipError::TooDeep { found: 21 })
    );
    assert_eq!(
        with(&|proof| proof.siblings.resize(64, Fr::zero())),
        Err(MembershipError::TooDeep { found: 64 })
    );
}

#[cfg(feature = "serde")]
#[test]
fn refuses_exported_trees_that_were_altered() {
    let tree = LeanImt::from_leaves(leaves(3)).unwrap();
    let exported = tree.export();
    assert_eq!(LeanImt::import(&exported), Ok(tree));
    assert_eq!(LeanImt::import("[[]]"), Ok(LeanImt::new()));
    assert_eq!(LeanImt::new().export(), "[[]]");
    let altered = exported.replacen("\"2\"", "\"4\"", 1);
    assert_eq!(LeanImt::import(&altered), Err(LeanImtImportError::Hashes));
    for (text, expected) in [
        (r#"[["1"],["1"]]"#, LeanImtImportError::Hashes),
        (r#"[["1","2"]]"#, LeanImtImportError::Hashes),
        ("[]", LeanImtImportError::Hashes),
        (r#"[["01"]]"#, LeanImtImportError::Node(crate::DecodeError::NotDecimal)),
    ] {
        assert_eq!(LeanImt::import(text), Err(expected), "{text}");
    }
    for text in ["", "[[1]]", "{}", "[[]]]", "null"] {
        assert!(matches!(LeanImt::import(text), Err(LeanImtImportError::Json { .. })), "{text}");
    }
}

/// What `removeMember` of a Semaphore group leaves: a zero in the member's place. Everybody else goes on as before.
#[test]
fn members_beside_a_removed_one_are_still_members_a13() {
    let mut tree = LeanImt::from_leaves(leaves(5)).unwrap();
    tree.remove(2).unwrap();
    assert_eq!(tree.root(), root_by_definition(tree.leaves()));
    assert_eq!(tree.proof_of(Fr::zero()), Err(LeanImtError::NotAMember));
    assert_eq!(tree.remove(5), Err(LeanImtError::NoSuchLeaf { position: 5, size: 5 }));
    let registry = tree.registry_root().unwrap();
    assert_eq!(registry.size(), 5);
    for (position, leaf) in (0..).zip(leaves(5)) {
        let found = tree.proof_of(leaf).map(|proof| proof.verify_member(leaf, &registry));
        let expected = if position == 2 { Err(LeanImtError::NotAMember) } else { Ok(Ok(position)) };
        assert_eq!(found, expected, "{position}");
    }
    #[cfg(feature = "serde")]
    assert_eq!(LeanImt::import(&tree.export()), Ok(tree));
}
