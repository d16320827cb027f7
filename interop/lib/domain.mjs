// What the project fixes by itself: domain tags, and the values that are hashed and signed.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { poseidon2, poseidon4, poseidon5 } from "poseidon-lite";

/** The field element of the domain tag `workproof/v1/<name>`: its ASCII bytes as a big-endian integer. */
export function domainTag(name) {
  const text = Buffer.from(`workproof/v1/${name}`, "ascii");
  if (text.length > 31) throw new Error(`domain tag too long: ${text}`);
  return BigInt(`0x${text.toString("hex")}`);
}

/** Keccak-256 with its top byte cleared, as a field element. */
export function hashToField(bytes) {
  const digest = keccak_256(Uint8Array.from(bytes));
  digest[0] = 0;
  return BigInt(`0x${Buffer.from(digest).toString("hex")}`);
}

/** An integer below 2^256 as a 32-byte big-endian word. */
export function word(value) {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex");
}

/** Hashes words, as `keccak256(abi.encode(...))` with its top byte cleared. */
export function hashWords(words) {
  return hashToField(Buffer.concat(words.map(word)));
}

/** Scope of a claim; `network`, `settlement`, `task` and `policy` are integers below 2^256. */
export function scopeOf({ network, chainId, settlement, fact, task, policy }) {
  const tags = ["scope", `fact/${fact}`].map(domainTag);
  return hashWords([tags[0], network, chainId, settlement, tags[1], task, policy]);
}

/** Message of a payment; `recipient`, `settlement` and `token` are integers below 2^256. */
export function paymentOf({ recipient, chainId, settlement, token, deadline }) {
  return hashWords([domainTag("message"), recipient, chainId, settlement, token, deadline]);
}

/** Contributor id of a public key: `H_2(x, y)`. */
export function contributorId([x, y]) {
  return poseidon2([x, y]);
}

/** Leaf of the attester tree: `H_4(tag, A.x, A.y, cap)`. */
export function attesterLeaf([x, y], cap) {
  return poseidon4([domainTag("attester-leaf"), x, y, cap]);
}

/** What an attester signs: `H_5(tag, scope, contributor id, units, attester index)`. */
export function voucherMessage({ scope, contributor, units, attesterIndex }) {
  return poseidon5([domainTag("voucher"), scope, contributor, units, BigInt(attesterIndex)]);
}
