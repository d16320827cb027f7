// The two registries, built by zk-kit.
import { IMT } from "@zk-kit/imt";
import { LeanIMT } from "@zk-kit/lean-imt";
import { poseidon2, poseidon5 } from "poseidon-lite";

/** Children of a node of the attester tree. */
export const ATTESTER_ARITY = 5;
/** Levels of the attester tree below its root. */
export const ATTESTER_DEPTH = 7;

export const nodeHash2 = (left, right) => poseidon2([left, right]);
export const nodeHash5 = (children) => poseidon5(children);

/** A contributor registry over `ids`. */
export function contributorRegistry(ids) {
  return new LeanIMT(nodeHash2, ids);
}

/** An attester tree over `leaves`; an absent leaf is 0. */
export function attesterTree(leaves = []) {
  const tree = new IMT(nodeHash5, ATTESTER_DEPTH, 0n, ATTESTER_ARITY);
  for (const leaf of leaves) tree.insert(leaf);
  return tree;
}
