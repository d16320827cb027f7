// Our contributor registry, rebuilt and verified by zk-kit's LeanIMT.
import { LeanIMT } from "@zk-kit/lean-imt";
import { parseDecimal } from "../lib/field.mjs";
import { parseFieldElements, parseIndex } from "../lib/forms.mjs";
import { contributorRegistry, nodeHash2 } from "../lib/trees.mjs";

/** `form`: zk-kit's export (a list of levels), or `{ ids, root }`. */
export function checkRegistry(form) {
  const levels = Array.isArray(form) ? form.map((level) => parseFieldElements(level, "node")) : null;
  const ids = levels ? levels[0] : parseFieldElements(form.ids, "ids");
  const tree = contributorRegistry(ids);
  const root = levels ? levels.at(-1)[0] : parseDecimal(form.root, "root");
  if (tree.root !== root) return "zk-kit finds another root";
  if (levels && JSON.stringify(form) !== tree.export()) return "zk-kit exports it differently";
  return null;
}

/** `form`: `{ root, leaf, index, siblings }`. */
export function checkMembership(form) {
  const proof = {
    root: parseDecimal(form.root, "root"),
    leaf: parseDecimal(form.leaf, "leaf"),
    index: parseIndex(form.index, "index"),
    siblings: parseFieldElements(form.siblings, "siblings"),
  };
  return LeanIMT.verifyProof(proof, nodeHash2) ? null : "zk-kit refuses the proof";
}
