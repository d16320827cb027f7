// Runs an exported program in Solana's virtual machine (litesvm): every case of test-vectors/chains.json, in a signed transaction.
//
//   node run.mjs PROGRAM

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../contracts/package.json"));
const litesvm = require("litesvm");
const kit = require("@solana/kit");

const Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47n;
/** What one transaction may use unless it asks for more. */
const DEFAULT_UNITS = 200_000n;

const { cases } = JSON.parse(readFileSync(join(here, "../../test-vectors/chains.json"), "utf8"));
const program = readFileSync(process.argv[2]);

const bytes = (words) => Buffer.from(words.map((word) => word.slice(2)).join(""), "hex");

/** The form that `export solana` writes: A negated, everything else as it is. */
function instructionData({ proof, inputs }) {
  const words = [...proof];
  const y = BigInt(words[1]);
  // y that is not below q has no negative; it is sent as it is and must be refused
  if (y !== 0n && y < Q) words[1] = `0x${(Q - y).toString(16).padStart(64, "0")}`;
  return Buffer.concat([bytes(words), bytes(inputs)]);
}

const svm = new litesvm.LiteSVM();
const payer = await kit.generateKeyPairSigner();
const programAddress = (await kit.generateKeyPairSigner()).address;
svm.airdrop(payer.address, kit.lamports(1_000_000_000n));
svm.addProgram(programAddress, program);

let wrong = 0;
let most = 0n;
let largest = 0;
for (const one of cases) {
  const data = instructionData(one);
  const message = kit.pipe(
    kit.createTransactionMessage({ version: 0 }),
    (m) => kit.setTransactionMessageFeePayerSigner(payer, m),
    (m) => svm.setTransactionMessageLifetimeUsingLatestBlockhash(m),
    (m) => kit.appendTransactionMessageInstruction({ programAddress, data, accounts: [] }, m),
  );
  const transaction = await kit.signTransactionMessageWithSigners(message);
  const result = svm.sendTransaction(transaction);
  const failed = result instanceof litesvm.FailedTransactionMetadata;
  const units = (failed ? result.meta() : result).computeUnitsConsumed();
  console.log(`verdict|Solana|${one.name}|${!failed}`);
  if (!failed === one.valid) {
    if (one.valid) {
      most = units > most ? units : most;
      largest = Math.max(largest, kit.getTransactionEncoder().encode(transaction).length);
    }
  } else {
    wrong += 1;
    console.error(`${one.name}: ${failed ? "refused" : "accepted"}, and should not be; ${result}`);
  }
  svm.expireBlockhash();
}
console.log(`cost|Solana|${most} compute units, ${largest} bytes of transaction`);
console.log(`${cases.length} cases, ${wrong} wrong; a valid claim takes ${most} compute units and ${largest} bytes`);
if (wrong > 0 || most > 105_000n || most > DEFAULT_UNITS || largest > 1_232) process.exit(1);
