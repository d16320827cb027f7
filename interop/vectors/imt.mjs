// The attester tree after each of several insertions and updates.
import { IMT } from "@zk-kit/imt";
import { decimal } from "../lib/field.mjs";
import { packageSource } from "../lib/packages.mjs";
import { poseidon1 } from "poseidon-lite";
import { ATTESTER_ARITY, ATTESTER_DEPTH, attesterTree, nodeHash5 } from "../lib/trees.mjs";

const INSERTIONS = 40;
const PROVEN = [0, 1, 4, 5, 24, 25, 31, 39];
const UPDATED = [0, 4, 5, 25, 39, 0];

function proofOf(tree, leafIndex) {
  const proof = tree.createProof(leafIndex);
  if (!IMT.verifyProof(proof, nodeHash5)) throw new Error("zk-kit refuses its own proof");
  return {
    index: leafIndex,
    leaf: decimal(proof.leaf),
    path_indices: proof.pathIndices,
    siblings: proof.siblings.map((level) => level.map(decimal)),
  };
}

export default function imtVectors() {
  const tree = attesterTree();
  const emptyRoot = decimal(tree.root);
  const insertions = Array.from({ length: INSERTIONS }, (_, index) => {
    const leaf = poseidon1([BigInt(index + 1)]);
    tree.insert(leaf);
    return { index, leaf: decimal(leaf), root: decimal(tree.root) };
  });
  const proofs = PROVEN.map((index) => proofOf(tree, index));
  const updates = UPDATED.map((index, step) => {
    const leaf = poseidon1([BigInt(1000 + step)]);
    tree.update(index, leaf);
    return { index, leaf: decimal(leaf), root: decimal(tree.root), proof: proofOf(tree, index) };
  });
  return {
    source: [packageSource("@zk-kit/imt"), packageSource("poseidon-lite")],
    description:
      "Tree of arity 5 and depth 7 over H_5, empty leaf 0; inserted leaf i = H_1(i + 1). The proofs belong to the tree after " +
      "all insertions; each update follows the one before it.",
    arity: ATTESTER_ARITY,
    depth: ATTESTER_DEPTH,
    zeroes: tree.zeroes.map((zero) => decimal(BigInt(zero))),
    empty_root: emptyRoot,
    insertions,
    proofs,
    updates,
  };
}
