use super::*;
use crate::eddsa::SigningKey;
use crate::poseidon;

fn attester(number: u64) -> Attester {
    let key = SigningKey::from_private_key(&number.to_be_bytes()).unwrap();
    Attester::new(*key.public_key(), 1000 + number)
}

/// The tree by its definition, with every empty place hashed.
fn root_by_definition(leaves: &[Fr]) -> Fr {
    let mut level = leaves.to_vec();
    let mut zero = Fr::zero();
    for _ in 0..ATTESTER_TREE_DEPTH {
        level.resize(level.len().max(1).next_multiple_of(ATTESTER_TREE_ARITY), zero);
        level = level.chunks_exact(5).map(|five| poseidon::hash::<5>(five.try_into().unwrap())).collect();
        zero = poseidon::hash([zero; 5]);
    }
    level[0]
}

#[cfg(feature = "serde")]
#[test]
fn roots_agree_with_zk_kit() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../../../test-vectors/imt.json")).unwrap();
    let field = |value: &serde_json::Value| crate::fr_from_decimal(value.as_str().unwrap()).unwrap();
    let changes = |key: &str| file[key].as_array().unwrap().clone();
    let mut tree = AttesterTree::new();
    assert_eq!(tree.root(), field(&file["empty_root"]));
    let insertions = changes("insertions");
    assert!(insertions.len() > 25);
    for change in insertions.iter().chain(&changes("updates")) {
        // the leaves of the vectors are plain numbers, so the attesters above them are missing here
        let index = usize::try_from(change["index"].as_u64().unwrap()).unwrap();
        if index == tree.attesters.len() {
            tree.attesters.push(None);
            tree.levels[0].push(Fr::zero());
        }
        tree.levels[0][index] = field(&change["leaf"]);
        tree.rehash_from(index);
        assert_eq!(tree.root(), field(&change["root"]), "{index}");
    }
    tree.levels[0].fill(Fr::zero());
    tree.rehash_from(0);
    assert_eq!(tree.root(), AttesterTree::new().root());
}

#[test]
fn many_at_once_and_one_by_one_are_the_same_tree() {
    let attesters: Vec<Attester> = (0..32).map(attester).collect();
    let at_once = AttesterTree::from_attesters(attesters.clone()).unwrap();
    let mut one_by_one = AttesterTree::new();
    for (index, attester) in (0..).zip(&attesters) {
        assert_eq!(one_by_one.append(attester.clone()), Ok(index));
    }
    let leaves: Vec<Fr> = attesters.iter().map(Attester::leaf).collect();
    assert_eq!(at_once, one_by_one);
    assert_eq!(at_once.root(), root_by_definition(&leaves));
    for (index, leaf) in (0..).zip(&leaves) {
        let path = at_once.proof(index).unwrap();
        assert_eq!(path.verify(*leaf, at_once.root()), Ok(()));
        assert_eq!(path.verify(Fr::zero(), at_once.root()), Err(AttesterPathError::Root));
    }
    assert_eq!(AttesterTree::new().root(), root_by_definition(&[]));
}

#[test]
fn changes_keep_the_tree_as_its_definition_says() {
    let mut tree = AttesterTree::from_attesters((0..7).map(attester)).unwrap();
    let mut leaves: Vec<Fr> = (0..7).map(|number| attester(number).leaf()).collect();
    tree.remove(2).unwrap();
    leaves[2] = Fr::zero();
    assert_eq!(tree.root(), root_by_definition(&leaves));
    assert_eq!(tree.attester(2), None);
    assert_eq!(tree.proof(2), Err(AttesterTreeError::NoSuchIndex { index: 2 }));
    let moved = Attester::new(attester(2).public_key, 5);
    tree.update(4, moved.clone()).unwrap();
    leaves[4] = moved.leaf();
    assert_eq!(tree.root(), root_by_definition(&leaves));
    assert_eq!(tree.index_of(&moved.public_key), Some(4));
    assert_eq!(tree.index_of(&attester(4).public_key), None);
    tree.update(2, attester(4)).unwrap();
    leaves[2] = attester(4).leaf();
    assert_eq!(tree.root(), root_by_definition(&leaves));
}

#[test]
fn refuses_an_attester_at_two_places() {
    let mut tree = AttesterTree::from_attesters((0..3).map(attester)).unwrap();
    let again = Attester::new(attester(1).public_key, 7);
    assert_eq!(tree.append(again.clone()), Err(AttesterTreeError::Duplicate { index: 1 }));
    assert_eq!(tree.update(0, again.clone()), Err(AttesterTreeError::Duplicate { index: 1 }));
    assert_eq!(tree.update(1, again), Ok(()));
    assert_eq!(tree.update(3, attester(9)), Err(AttesterTreeError::NoSuchIndex { index: 3 }));
    assert_eq!(tree.remove(3), Err(AttesterTreeError::NoSuchIndex { index: 3 }));
    assert_eq!(tree.len(), 3);
}

#[test]
fn a_path_is_good_for_one_index_only_a12() {
    let tree = AttesterTree::from_attesters((0..6).map(attester)).unwrap();
    let path = tree.proof(3).unwrap();
    let leaf = attester(3).leaf();
    for index in [0, 1, 2, 4, 5, 8, 28, ATTESTER_TREE_CAPACITY - 1] {
        let moved = AttesterPath { index, ..path.clone() };
        assert_eq!(moved.verify(leaf, tree.root()), Err(AttesterPathError::Root), "{index}");
    }
    for index in [ATTESTER_TREE_CAPACITY, ATTESTER_TREE_CAPACITY + 3, u32::MAX] {
        let moved = AttesterPath { index, ..path.clone() };
        assert_eq!(moved.verify(leaf, tree.root()), Err(AttesterPathError::Index { index }));
    }
}

#[test]
fn has_room_for_all_its_places_and_no_more() {
    let mut tree = AttesterTree::new();
    let almost_all = usize::try_from(ATTESTER_TREE_CAPACITY).unwrap() - 1;
    tree.attesters = vec![None; almost_all];
    tree.levels[0] = vec![Fr::zero(); almost_all];
    assert_eq!(tree.append(attester(0)), Ok(ATTESTER_TREE_CAPACITY - 1));
    assert_eq!(tree.append(attester(1)), Err(AttesterTreeError::Full));
    let path = tree.proof(ATTESTER_TREE_CAPACITY - 1).unwrap();
    assert_eq!(path.positions(), [4; ATTESTER_TREE_DEPTH]);
}

#[test]
fn every_part_of_an_attester_is_in_the_leaf() {
    let one = attester(1);
    let negated = PublicKey::new(one.public_key.point().neg()).unwrap();
    let leaves =
        [one.leaf(), Attester::new(one.public_key, 0).leaf(), Attester::new(negated, one.cap).leaf()];
    assert_ne!(leaves[0], leaves[1]);
    assert_ne!(leaves[0], leaves[2]);
    assert!(leaves.iter().all(|leaf| !leaf.is_zero()));
}
