// The shared vectors, and what tests make of them.
import { readFileSync } from "node:fs";

export const dist = new URL("../dist/", import.meta.url);
export const repository = new URL("../../", import.meta.url);

export const vectors = (name) => JSON.parse(readFileSync(new URL(`test-vectors/${name}`, repository)));
export const bytes = (hex) => Uint8Array.from(Buffer.from(hex.slice(2), "hex"));

const { keys, claims } = vectors("claims.json");
const namedKey = (name) => keys.find((key) => key.name === name);
export const keyBytes = (name) => bytes(namedKey(name).bytes);
export const snarkjsKey = (name) => namedKey(name).snarkjs;
export const claimNamed = (name) => structuredClone(claims.find((claim) => claim.name === name));

/** The order of BN254's scalar field. */
export const R = 21888242871839275222246405745257275088548364400416034343698204186575808495617n;

/** Each way to spoil a claim that holds, with the code that must come out. */
export const SPOILED = {
  "another amount": [(claim) => (claim.statement.amount = String(BigInt(claim.statement.amount) + 1n)), "invalid-proof"],
  "another recipient": [(claim) => (claim.statement.message = "7"), "invalid-proof"],
  "another scope": [(claim) => (claim.statement.scope = "7"), "invalid-proof"],
  "another nullifier": [(claim) => (claim.statement.nullifier = "7"), "invalid-proof"],
  "another registry size": [(claim) => (claim.statement.contributor_count += 1), "invalid-proof"],
  "a number plus r": [(claim) => (claim.statement.scope = String(BigInt(claim.statement.scope) + R)), "malformed-claim"],
  "a negative number": [(claim) => (claim.statement.scope = "-1"), "malformed-claim"],
  "a leading zero": [(claim) => (claim.statement.scope = "0" + claim.statement.scope), "malformed-claim"],
  "a hexadecimal number": [(claim) => (claim.statement.scope = "0x1"), "malformed-claim"],
  "a number that is no string": [(claim) => (claim.statement.amount = 5), "malformed-claim"],
  "no registry": [(claim) => (claim.statement.contributor_root = "0"), "malformed-claim"],
  "a key too many": [(claim) => (claim.more = 1), "malformed-claim"],
  "a key too few": [(claim) => delete claim.proof, "malformed-claim"],
  "a key of the statement too many": [(claim) => (claim.statement.more = 1), "malformed-claim"],
  "an unknown version": [(claim) => (claim.version = 2), "unknown-version"],
  "an unknown fact": [(claim) => ((claim.fact = "dance"), (claim.circuit = "dance-10")), "unknown-fact"],
  "a fact that is not its circuit's": [(claim) => (claim.fact = "dance"), "malformed-claim"],
  "another circuit": [(claim) => (claim.circuit = claim.fact + "-9999"), "other-circuit"],
  "another key": [(claim) => (claim.key_id = "0x" + "7".repeat(64)), "other-key"],
  "a key id in capitals": [(claim) => (claim.key_id = "0x" + "A".repeat(64)), "malformed-claim"],
  "a proof that is cut off": [(claim) => (claim.proof = claim.proof.slice(0, -2)), "malformed-proof"],
  "a proof that is too long": [(claim) => (claim.proof += "00"), "malformed-proof"],
  "a proof in capitals": [(claim) => (claim.proof = "0x" + "A".repeat(256)), "malformed-proof"],
  "a proof of identities": [(claim) => (claim.proof = "0x" + "0".repeat(62) + "40" + claim.proof.slice(66)), "malformed-proof"],
  "a proof off the curve": [(claim) => (claim.proof = "0x" + "04" + "0".repeat(62) + claim.proof.slice(66)), "malformed-proof"],
  "a point with the other sign": [(claim) => (claim.proof = flipped(claim.proof)), "invalid-proof"],
};

/** A with its other y: well formed, and false. */
function flipped(proof) {
  const top = (Number.parseInt(proof.slice(64, 66), 16) ^ 0x80).toString(16).padStart(2, "0");
  return proof.slice(0, 64) + top + proof.slice(66);
}
