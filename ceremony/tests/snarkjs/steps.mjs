// Does what the Rust tests ask of snarkjs: node steps.mjs <node_modules> <folder> <step>...
// A step is a name and file names, joined by commas. The last line printed is the JSON array of their results.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [modules, folder, ...steps] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "from-here.js"));
const snarkjs = require("snarkjs");
const { ChaCha } = createRequire(require.resolve("snarkjs"))("ffjavascript");
const at = (name) => join(folder, name);
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const json = (name) => JSON.parse(readFileSync(at(name), "utf8"));
const curve = await snarkjs.curves.getCurveFromName("bn128");

// snarkjs says why it refuses only to a logger
const faults = [];
const logger = {
  info() {}, debug() {}, warn() {}, log() {},
  error: (text) => faults.push(String(text)),
};
const verdict = async (promise) => ((await promise) === true ? "ok" : faults.splice(0).join("; ") || "refused");

const known = {
  "ptau-new": async (power, out) => hex(await snarkjs.powersOfTau.newAccumulator(curve, Number(power), at(out))),
  "ptau-contribute": async (from, to, name) =>
    hex(await snarkjs.powersOfTau.contribute(at(from), at(to), name, "entropy of a test")),
  "ptau-beacon": async (from, to, name, value, exponent) =>
    hex(await snarkjs.powersOfTau.beacon(at(from), at(to), name, value, Number(exponent))),
  "ptau-prepare": async (from, to) => (await snarkjs.powersOfTau.preparePhase2(at(from), at(to)), "ok"),
  "ptau-truncate": async (from, to) => (await snarkjs.powersOfTau.truncate(at(from), at(to)), "ok"),
  "ptau-verify": (file) => verdict(snarkjs.powersOfTau.verify(at(file), logger)),
  new: async (r1cs, ptau, out) => hex(await snarkjs.zKey.newZKey(at(r1cs), at(ptau), at(out))),
  contribute: async (from, to, name) =>
    hex(await snarkjs.zKey.contribute(at(from), at(to), name, "entropy of a test")),
  beacon: async (from, to, name, value, exponent) =>
    hex(await snarkjs.zKey.beacon(at(from), at(to), name, value, Number(exponent))),
  verify: (r1cs, ptau, zkey) => verdict(snarkjs.zKey.verifyFromR1cs(at(r1cs), at(ptau), at(zkey), logger)),
  "export-key": async (zkey, out) => {
    const key = await snarkjs.zKey.exportVerificationKey(at(zkey));
    writeFileSync(at(out), JSON.stringify(key));
    return "ok";
  },
  prove: async (zkey, wtns, proof, publics) => {
    const made = await snarkjs.groth16.prove(at(zkey), at(wtns));
    writeFileSync(at(proof), JSON.stringify(made.proof));
    writeFileSync(at(publics), JSON.stringify(made.publicSignals));
    return "ok";
  },
  "verify-proof": async (key, publics, proof) =>
    verdict(snarkjs.groth16.verify(json(key), json(publics), json(proof))),
  "plonk-setup": async (r1cs, ptau, out) => (await snarkjs.plonk.setup(at(r1cs), at(ptau), at(out)), "ok"),
  // points that are derived from a seed of eight words
  derive: async (...seed) => {
    const rng = new ChaCha(seed.map(Number));
    const scalar = curve.Fr.fromRng(rng);
    const g1 = curve.G1.toAffine(curve.G1.fromRng(rng));
    const g2 = curve.G2.toAffine(curve.G2.fromRng(rng));
    return [hex(scalar), hex(g1), hex(g2)];
  },
  // what the subtraction of points makes of bytes that are none
  overrun: async (left, right) => {
    const bytes = (text) => Uint8Array.from(Buffer.from(text, "hex"));
    const task = [
      { cmd: "ALLOCSET", var: 0, buff: bytes(left) },
      { cmd: "ALLOCSET", var: 1, buff: bytes(right) },
      { cmd: "ALLOC", var: 2, len: 96 },
      { cmd: "CALL", fnName: "g1m_subAffine", params: [{ var: 0 }, { var: 1 }, { var: 2 }] },
      { cmd: "CALL", fnName: "g1m_batchToAffine", params: [{ var: 2 }, { val: 1 }, { var: 2 }] },
      { cmd: "CALL", fnName: "g1m_batchLEMtoU", params: [{ var: 2 }, { val: 1 }, { var: 2 }] },
      { cmd: "GET", out: 0, var: 2, len: 64 },
    ];
    return hex((await curve.tm.queueAction(task))[0]);
  },
};

const results = [];
for (const step of steps) {
  const [name, ...files] = step.split(",");
  try {
    results.push(await known[name](...files));
  } catch (error) {
    results.push(`threw: ${error.message}`);
  }
}
console.log(JSON.stringify(results));
process.exit(0);
