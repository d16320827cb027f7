// The circuit of `circuits/signatures_and_hashes.circom` with its counts, and inputs that satisfy it. The same each time.
import { createHash } from "node:crypto";
import { loadCircomlib } from "./circomlib.mjs";
import { R, modulo } from "./field.mjs";

/** The program that circom compiles. */
export function source({ signatures, hashes, numbers }) {
  return `pragma circom 2.0.0;
include "signatures_and_hashes.circom";
component main = SignaturesAndHashes(${signatures}, ${hashes}, ${numbers});
`;
}

const bytes = (what, index) => createHash("sha256").update(`workproof/benches/${what} ${index}`).digest();
const integer = (what, index) => BigInt(`0x${bytes(what, index).toString("hex")}`);
const list = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Signatures by circomlibjs, and field elements and integers that are hashes of texts. */
export async function inputs({ signatures, hashes, numbers }) {
  const circomlib = await loadCircomlib();
  const message = list(signatures, (index) => modulo(integer("message", index), R));
  const signed = message.map((text, index) => circomlib.sign(bytes("key", index), text));
  return {
    key: list(signatures, (index) => circomlib.publicKey(bytes("key", index))),
    message,
    nonce: signed.map(({ R8 }) => R8),
    response: signed.map(({ S }) => S),
    start: modulo(integer("start", 0), R),
    link: list(hashes, (index) => modulo(integer("link", index), R)),
    number: list(numbers, (index) => modulo(integer("number", index), 2n ** 64n)),
  };
}
