// Our attester tree, rebuilt and verified by zk-kit's IMT.
import { IMT } from "@zk-kit/imt";
import { attesterLeaf } from "../lib/domain.mjs";
import { parseDecimal } from "../lib/field.mjs";
import { parseAttester, parseFieldElements, parseIndex } from "../lib/forms.mjs";
import { ATTESTER_ARITY, attesterTree, nodeHash5 } from "../lib/trees.mjs";

/** `form`: `{ attesters: [{ public_key, cap } or null], root }`. */
export function checkAttesters(form) {
  const attesters = form.attesters.map(parseAttester);
  const leaves = attesters.map((attester) => (attester ? attesterLeaf(attester.publicKey, attester.cap) : 0n));
  return attesterTree(leaves).root === parseDecimal(form.root, "root") ? null : "zk-kit finds another root";
}

/** `form`: `{ root, leaf, index, siblings }`, four siblings a level. */
export function checkAttesterPath(form) {
  const siblings = form.siblings.map((level) => parseFieldElements(level, "siblings"));
  const index = parseIndex(form.index, "index");
  const digit = (_, level) => Math.floor(index / ATTESTER_ARITY ** level) % ATTESTER_ARITY;
  const proof = {
    root: parseDecimal(form.root, "root"),
    leaf: parseDecimal(form.leaf, "leaf"),
    leafIndex: index,
    pathIndices: siblings.map(digit),
    siblings,
  };
  return IMT.verifyProof(proof, nodeHash5) ? null : "zk-kit refuses the path";
}
