// Checks files that workproof made with other people's packages: node check_ours.mjs KIND FILE...
// Prints one JSON line; exits with 1 when a package disagrees, with 2 when a file cannot be read.
import { readFileSync } from "node:fs";

const KINDS = {
  identity: { files: 1, load: () => import("./checks/identity.mjs").then((checks) => checks.default) },
  signature: { files: 1, load: () => import("./checks/signature.mjs").then((checks) => checks.default) },
  voucher: { files: 1, load: () => import("./checks/voucher.mjs").then((checks) => checks.default) },
  registry: { files: 1, load: () => import("./checks/registry.mjs").then((checks) => checks.checkRegistry) },
  membership: { files: 1, load: () => import("./checks/registry.mjs").then((checks) => checks.checkMembership) },
  attesters: { files: 1, load: () => import("./checks/attesters.mjs").then((checks) => checks.checkAttesters) },
  "attester-path": { files: 1, load: () => import("./checks/attesters.mjs").then((checks) => checks.checkAttesterPath) },
  groth16: { files: 3, load: () => import("./checks/groth16.mjs").then((checks) => checks.default) },
};

/** Prints the verdict and ends; snarkjs leaves threads behind that would keep the process alive. */
function finish(code, verdict) {
  process.stdout.write(`${JSON.stringify(verdict)}\n`, () => process.exit(code));
}

const [kind, ...files] = process.argv.slice(2);
const entry = KINDS[kind];
if (!entry || files.length !== entry.files) {
  const usage = Object.entries(KINDS).map(([name, { files: count }]) => `${name} (${count})`);
  finish(2, { ok: false, error: `usage: node check_ours.mjs KIND FILE..., kinds with their files: ${usage.join(", ")}` });
} else {
  try {
    const forms = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
    const fault = await (await entry.load())(...forms);
    finish(fault ? 1 : 0, fault ? { ok: false, kind, error: fault } : { ok: true, kind });
  } catch (error) {
    finish(2, { ok: false, kind, error: String(error.message ?? error) });
  }
}
