//! The two registries against zk-kit's trees.

use super::{entries, field, fields, file, position};
use serde_json::Value;
use workproof_protocol::{AttesterPath, AttesterTree, Fr, LeanImt, LeanImtProof};

fn assert_proof(tree: &LeanImt, expected: &Value) {
    let proof = tree.proof(position(&expected["leaf_index"])).unwrap();
    let index = u32::try_from(position(&expected["index"])).unwrap();
    assert_eq!(proof, LeanImtProof { index, siblings: fields(&expected["siblings"]) });
    let found = proof.verify_member(field(&expected["leaf"]), &tree.registry_root().unwrap());
    assert_eq!(found.map(|at| usize::try_from(at).unwrap()), Ok(position(&expected["leaf_index"])));
}

#[test]
fn lean_imt_agrees_with_zk_kit() {
    let file = file(include_str!("../../../../test-vectors/lean_imt.json"));
    for registry in entries(&file, "registries") {
        let leaves = fields(&registry["leaves"]);
        let mut tree = LeanImt::from_leaves(leaves.iter().copied()).unwrap();
        let mut one_by_one = LeanImt::new();
        for leaf in &leaves {
            one_by_one.insert(*leaf).unwrap();
        }
        assert_eq!(tree, one_by_one);
        assert_eq!(tree.root(), Some(field(&registry["root"])));
        assert_eq!((tree.len(), tree.depth()), (position(&registry["size"]), position(&registry["depth"])));
        for expected in entries(registry, "proofs") {
            assert_proof(&tree, expected);
        }
        // the exports of large trees are left out of the file
        if let Some(export) = registry.get("export").and_then(Value::as_str) {
            assert_eq!(tree.export(), export);
            assert_eq!(LeanImt::import(export).unwrap(), tree);
        } else {
            assert!(tree.len() > 5);
        }
        for update in entries(registry, "updates") {
            tree.update(position(&update["leaf_index"]), field(&update["leaf"])).unwrap();
            assert_eq!(tree.root(), Some(field(&update["root"])));
            assert_proof(&tree, &update["proof"]);
        }
    }
}

fn assert_attester_path(expected: &Value, root: Fr) {
    let siblings: Vec<[Fr; 4]> =
        entries(expected, "siblings").iter().map(|level| fields(level).try_into().unwrap()).collect();
    let index = u32::try_from(position(&expected["index"])).unwrap();
    let path = AttesterPath { index, siblings: siblings.try_into().unwrap() };
    let positions: Vec<usize> = entries(expected, "path_indices").iter().map(position).collect();
    assert_eq!(path.positions().as_slice(), positions);
    assert_eq!(path.verify(field(&expected["leaf"]), root), Ok(()));
}

#[test]
fn attester_paths_agree_with_zk_kits_quinary_tree() {
    let file = file(include_str!("../../../../test-vectors/imt.json"));
    assert_eq!(AttesterTree::new().root(), field(&file["empty_root"]));
    let root = field(&entries(&file, "insertions").last().unwrap()["root"]);
    for proof in entries(&file, "proofs") {
        assert_attester_path(proof, root);
    }
    for update in entries(&file, "updates") {
        assert_attester_path(&update["proof"], field(&update["root"]));
    }
}
