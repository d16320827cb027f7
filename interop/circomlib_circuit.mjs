// Makes a circuit of circomlib's parts and a witness: node circomlib_circuit.mjs DIR NAME SIGNATURES HASHES NUMBERS
// Writes DIR/NAME.r1cs and DIR/NAME.wtns. `cargo xtask peers` calls it; benches/src/circomlib_circuit.rs reads them.
import path from "node:path";
import { calculateWitness, compile } from "./lib/circom.mjs";
import { inputs, source } from "./lib/signatures_and_hashes.mjs";

const [directory, name, ...counts] = process.argv.slice(2);
const [signatures, hashes, numbers] = counts.map(Number);
if (counts.length !== 3 || ![signatures, hashes, numbers].every((count) => Number.isInteger(count) && count > 0)) {
  throw new Error("usage: node circomlib_circuit.mjs DIR NAME SIGNATURES HASHES NUMBERS");
}
const target = path.resolve(directory);
compile(source({ signatures, hashes, numbers }), target, name);
await calculateWitness(await inputs({ signatures, hashes, numbers }), target, name);
// packages leave threads behind that would keep the process alive
process.exit(0);
