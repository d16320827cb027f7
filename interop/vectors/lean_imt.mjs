// Contributor registries of several sizes, with every proof (or a spread of them), and their updates.
import { LeanIMT } from "@zk-kit/lean-imt";
import { poseidon1 } from "poseidon-lite";
import { decimal } from "../lib/field.mjs";
import { packageSource } from "../lib/packages.mjs";
import { contributorRegistry, nodeHash2 } from "../lib/trees.mjs";

const SIZES = [1, 2, 3, 5, 8, 13, 33, 100];

/** Leaf i of every tree here: H_1(i + 1). */
const leaf = (index) => poseidon1([BigInt(index + 1)]);

function proofOf(tree, leafIndex) {
  const { root, leaf: value, index, siblings } = tree.generateProof(leafIndex);
  if (!LeanIMT.verifyProof({ root, leaf: value, index, siblings }, nodeHash2)) throw new Error("zk-kit refuses its own proof");
  return { leaf_index: leafIndex, leaf: decimal(value), index, siblings: siblings.map(decimal) };
}

function shownIndices(size) {
  const all = Array.from({ length: size }, (_, index) => index);
  return size <= 13 ? all : all.filter((index) => index % 11 === 0 || index >= size - 4);
}

function registry(size) {
  const leaves = Array.from({ length: size }, (_, index) => leaf(index));
  const tree = contributorRegistry(leaves);
  const proofs = shownIndices(size).map((index) => proofOf(tree, index));
  const vector = {
    size,
    depth: tree.depth,
    leaves: leaves.map(decimal),
    root: decimal(tree.root),
    ...(size <= 5 ? { export: tree.export() } : {}),
    proofs,
  };
  const updates = [0, size >> 1, size - 1].map((index, step) => {
    const value = poseidon1([BigInt(1000 + step)]);
    tree.update(index, value);
    return { leaf_index: index, leaf: decimal(value), root: decimal(tree.root), proof: proofOf(tree, index) };
  });
  return { ...vector, updates };
}

export default function leanImtVectors() {
  return {
    source: [packageSource("@zk-kit/lean-imt"), packageSource("poseidon-lite")],
    description:
      "LeanIMT over H_2, as a Semaphore v4 group; leaf i = H_1(i + 1). A proof's index holds one bit a sibling, lowest first. " +
      "Updates follow one another on the same tree. A tree without leaves has no root.",
    registries: SIZES.map(registry),
  };
}
