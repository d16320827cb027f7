// Solana's virtual machine: node solana.mjs FOLDER, where NAME.so is the program for the key NAME.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { answer, bytes } from "./lines.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../../contracts/package.json"));
const litesvm = require("litesvm");
const kit = require("@solana/kit");

const svm = new litesvm.LiteSVM();
const payer = await kit.generateKeyPairSigner();
svm.airdrop(payer.address, kit.lamports(1_000_000_000_000n));

async function open({ name }) {
  const { address } = await kit.generateKeyPairSigner();
  svm.addProgram(address, readFileSync(join(process.argv[2], `${name}.so`)));
  return address;
}

await answer(open, async (programAddress, [{ proof, inputs }]) => {
  const data = Buffer.concat([bytes(proof), bytes(inputs)]);
  const message = kit.pipe(
    kit.createTransactionMessage({ version: 0 }),
    (m) => kit.setTransactionMessageFeePayerSigner(payer, m),
    (m) => svm.setTransactionMessageLifetimeUsingLatestBlockhash(m),
    (m) => kit.appendTransactionMessageInstruction({ programAddress, data, accounts: [] }, m),
  );
  const result = svm.sendTransaction(await kit.signTransactionMessageWithSigners(message));
  svm.expireBlockhash();
  if (!(result instanceof litesvm.FailedTransactionMetadata)) return true;
  // a transaction that the program never saw is no verdict of its
  if (!result.meta().logs().some((line) => line.includes(`${programAddress} invoke`))) throw new Error(String(result));
  return false;
});
