// Compiles the verifier that snarkjs writes for the keys of our tests, for the table of costs. It is never committed: the template
// is snarkjs' own.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const solc = require("solc");
const here = dirname(fileURLToPath(import.meta.url));
const snarkjs = dirname(dirname(require.resolve("snarkjs")));
const template = readFileSync(join(snarkjs, "templates/verifier_groth16.sol.ejs"), "utf8");
const ejs = createRequire(join(snarkjs, "main.js"))("ejs");

/** Reads the constants that our verifier holds back into snarkjs' form of a key. */
function keyOf(contract) {
  const text = readFileSync(join(here, "generated", `${contract}.sol`), "utf8");
  const constants = Object.fromEntries(
    [...text.matchAll(/constant (\w+) = (0x[0-9a-f]+);/g)].map(([, name, value]) => [name, BigInt(value)]),
  );
  const q = constants.Q;
  const negated = (name) => [
    [constants[`${name}_X0`], constants[`${name}_X1`]],
    [q - constants[`${name}_Y0`], q - constants[`${name}_Y1`]],
  ].map((pair) => pair.map(String));
  const points = Object.keys(constants).filter((name) => /^IC\d+_X$/.test(name)).length;
  return {
    protocol: "groth16",
    curve: "bn128",
    nPublic: points - 1,
    vk_alpha_1: [String(constants.ALPHA_X), String(constants.ALPHA_Y)],
    vk_beta_2: negated("MINUS_BETA"),
    vk_gamma_2: negated("MINUS_GAMMA"),
    vk_delta_2: negated("MINUS_DELTA"),
    IC: Array.from({ length: points }, (_, index) => [String(constants[`IC${index}_X`]), String(constants[`IC${index}_Y`])]),
  };
}

const out = join(here, "../target/onchain/peers");
mkdirSync(out, { recursive: true });
for (const [contract, name] of [["Relay10DevelopmentVerifier", "relay"], ["Gold256DevelopmentVerifier", "gold"]]) {
  const content = ejs.render(template, keyOf(contract));
  const input = {
    language: "Solidity",
    sources: { peer: { content } },
    settings: {
      evmVersion: "cancun",
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { "*": { "*": ["evm.bytecode.object", "evm.deployedBytecode.object"] } },
    },
  };
  const { Groth16Verifier } = JSON.parse(solc.compile(JSON.stringify(input))).contracts.peer;
  const { bytecode, deployedBytecode } = Groth16Verifier.evm;
  writeFileSync(join(out, `snarkjs-${name}.hex`), bytecode.object);
  console.log(`snarkjs' verifier of ${name}: ${deployedBytecode.object.length / 2} bytes`);
}
