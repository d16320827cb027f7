// Every case of test-vectors/chains.json as calldata for Starknet: made for the claims that hold, refused for the others.
//
//   node run.mjs verification_key.json
//
// garaga computes the hints in WebAssembly, which a claim that does not hold stops for good: each case has a process of its own.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { cases } = JSON.parse(readFileSync(join(here, "../../test-vectors/chains.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "workproof-starknet-"));
const decimal = (word) => BigInt(word).toString();

/** As `export snarkjs` writes it: the real part first. */
function snarkjsClaim({ proof, inputs }) {
  const [ax, ay, bx1, bx0, by1, by0, cx, cy] = proof.map(decimal);
  return {
    proof: {
      pi_a: [ax, ay, "1"],
      pi_b: [[bx0, bx1], [by0, by1], ["1", "0"]],
      pi_c: [cx, cy, "1"],
      protocol: "groth16",
      curve: "bn128",
    },
    publicSignals: inputs.map(decimal),
  };
}

let wrong = 0;
let longest = 0;
try {
  for (const one of cases) {
    const file = join(folder, "claim.json");
    writeFileSync(file, JSON.stringify(snarkjsClaim(one)));
    const made = spawnSync(process.execPath, [join(here, "calldata.mjs"), process.argv[2], file], { encoding: "utf8" });
    if (made.status !== 0 && !made.stderr.startsWith("refused: ")) throw new Error(`${one.name}: ${made.stderr}`);
    const accepted = made.status === 0;
    if (accepted) longest = Math.max(longest, made.stdout.trim().split("\n").length);
    console.log(`verdict|Starknet|${one.name}|${accepted}`);
    if (accepted !== one.valid) {
      wrong += 1;
      console.error(`${one.name}: ${accepted ? "calldata was made" : made.stderr.trim()}, and should not be`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`cost|Starknet|${longest} words of calldata`);
console.log(`${cases.length} cases, ${wrong} wrong`);
if (wrong > 0) process.exit(1);
