// Makes the calldata of garaga's verifier contract on Starknet from what `workproof export snarkjs` writes.
//
//   node calldata.mjs verification_key.json NAME.snarkjs.json > calldata.txt
//
// One number a line, as `starkli invoke` and `sncast invoke` take them. Refused, with a reason and exit code 1: a claim that does not
// hold, for which there is no calldata, since garaga computes hints for a product of pairings that is one; and every
// number that is not canonical, since garaga reduces some of them by itself.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../contracts/package.json"));
const garaga = await import(pathToFileURL(require.resolve("garaga")));

const Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47n;
const R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001n;

/** Why there is no calldata. */
export class Refused extends Error {}

/** A decimal below a bound; anything else would be a second spelling. */
function number(text, bound, what) {
  if (typeof text !== "string" || !/^(0|[1-9][0-9]*)$/.test(text)) throw new Refused(`${what} is not a decimal`);
  const value = BigInt(text);
  if (value >= bound) throw new Refused(`${what} is not below the order`);
  return value;
}

function g1([x, y, one], name) {
  if (one !== "1") throw new Refused(`${name} is not an affine point`);
  return { x: number(x, Q, `${name}.x`), y: number(y, Q, `${name}.y`), curveId: garaga.CurveId.BN254 };
}

function g2([x, y, one], name) {
  if (one?.[0] !== "1" || one?.[1] !== "0") throw new Refused(`${name} is not an affine point`);
  const pair = (parts, what) => parts.map((part) => number(part, Q, what));
  return { x: pair(x, `${name}.x`), y: pair(y, `${name}.y`), curveId: garaga.CurveId.BN254 };
}

/** The calldata, without the length that garaga puts before it. */
export async function calldata(key, { proof, publicSignals }) {
  const ic = key.IC.map((point, index) => g1(point, `IC[${index}]`));
  if (publicSignals.length + 1 !== ic.length) {
    throw new Refused(`the key takes ${ic.length - 1} inputs, the claim has ${publicSignals.length}`);
  }
  const verifyingKey = {
    alpha: g1(key.vk_alpha_1, "alpha"),
    beta: g2(key.vk_beta_2, "beta"),
    gamma: g2(key.vk_gamma_2, "gamma"),
    delta: g2(key.vk_delta_2, "delta"),
    ic,
  };
  const claim = {
    a: g1(proof.pi_a, "A"),
    b: g2(proof.pi_b, "B"),
    c: g1(proof.pi_c, "C"),
    publicInputs: publicSignals.map((text, index) => number(text, R, `input ${index}`)),
  };
  await garaga.init();
  let words;
  try {
    words = garaga.getGroth16CallData(claim, verifyingKey, garaga.CurveId.BN254);
  } catch (error) {
    throw new Refused("garaga finds no hints: the claim does not hold under this key", { cause: error });
  }
  return words.slice(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [keyFile, claimFile] = process.argv.slice(2);
  if (claimFile === undefined) {
    console.error("usage: node calldata.mjs verification_key.json NAME.snarkjs.json");
    process.exit(2);
  }
  const read = (path) => JSON.parse(readFileSync(path, "utf8"));
  try {
    for (const word of await calldata(read(keyFile), read(claimFile))) console.log(String(word));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(`refused: ${error.message}`);
    process.exit(1);
  }
}
