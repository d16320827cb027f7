// The npm package: node wasm.mjs PACKAGE claim|batch|snarkjs
//
// Only a refusal of a claim or a proof counts as one. A trap, or a refusal of the key, ends the program.

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { answer, bytes } from "./lines.mjs";

const [, , folder, form] = process.argv;
const { ForeignVerifier, Verifier, WorkproofError } = await import(
  pathToFileURL(join(resolve(folder), "verify.js"))
);

const load = ({ bytes: key, development }) =>
  development ? Verifier.insecureLoadDevelopment(bytes(key)) : Verifier.load(bytes(key));

const FORMS = {
  claim: [load, (verifier, [claim]) => verifier.verify(claim)],
  batch: [load, (verifier, claims) => verifier.verifyBatch(claims)],
  snarkjs: [
    // a development key cannot be loaded in this form, and no case asks for one
    ({ snarkjs, development }) => (development ? undefined : ForeignVerifier.load(snarkjs)),
    (verifier, [{ proof, signals }]) => verifier.verify(signals, proof),
  ],
};
const REFUSALS = ["invalid-proof", "invalid-batch", "malformed-claim", "malformed-proof", "malformed-input", "input-count"];

const [open, verify] = FORMS[form];
await answer(open, (verifier, claims) => {
  try {
    verify(verifier, claims);
    return true;
  } catch (error) {
    if (error instanceof WorkproofError && REFUSALS.includes(error.code)) return false;
    throw error;
  }
});
