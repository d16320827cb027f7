// Talks to snarkjs for the Rust test beside this folder: node check.mjs <node_modules> <folder>
// The folder holds circuit.r1cs, witness.wtns, ours.zkey, proof.json, public.json and verification_key.json.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deepStrictEqual, ok } from "node:assert";

const [modules, folder] = process.argv.slice(2);
const snarkjs = createRequire(join(resolve(modules), "from-here.js"))("snarkjs");
const at = (name) => join(folder, name);
const json = (name) => JSON.parse(readFileSync(at(name), "utf8"));
const write = (name, value) => writeFileSync(at(name), JSON.stringify(value));

const key = json("verification_key.json");
const signals = json("public.json");

// our proof and our key's JSON
ok(await snarkjs.groth16.verify(key, signals, json("proof.json")), "snarkjs refuses our proof");
const changed = [...signals];
changed[0] = (BigInt(changed[0]) + 1n).toString();
ok(!(await snarkjs.groth16.verify(key, changed, json("proof.json"))), "snarkjs accepts a changed input");

// our .zkey: the key inside is the one we wrote out, and snarkjs proves with it
const { vk_alphabeta_12: _, ...exported } = await snarkjs.zKey.exportVerificationKey(at("ours.zkey"));
deepStrictEqual(exported, key);
const theirs = await snarkjs.groth16.prove(at("ours.zkey"), at("witness.wtns"));
deepStrictEqual(theirs.publicSignals, signals);
ok(await snarkjs.groth16.verify(key, signals, theirs.proof), "snarkjs refuses its own proof with our key");
write("their_proof.json", theirs.proof);

// their .zkey for our .r1cs, through a whole small ceremony
const curve = await snarkjs.curves.getCurveFromName("bn128");
await snarkjs.powersOfTau.newAccumulator(curve, 6, at("pot_0.ptau"));
await snarkjs.powersOfTau.contribute(at("pot_0.ptau"), at("pot_1.ptau"), "test", "entropy of a test");
await snarkjs.powersOfTau.preparePhase2(at("pot_1.ptau"), at("pot.ptau"));
await snarkjs.zKey.newZKey(at("circuit.r1cs"), at("pot.ptau"), at("before.zkey"));
await snarkjs.zKey.contribute(at("before.zkey"), at("theirs.zkey"), "test", "more entropy of a test");
write("their_key.json", await snarkjs.zKey.exportVerificationKey(at("theirs.zkey")));
process.exit(0);
