// Makes real input for a relay claim with other people's packages alone:
//   node relay_inputs.mjs OUTDIR [--contributors N] [--attesters N] [--vouchers N] [--scope DECIMAL] [--defect NAME]
// Prints one JSON line with what a claim over these files must show.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { decimal, parseDecimal } from "./lib/field.mjs";
import { paymentOf } from "./lib/domain.mjs";
import { attesterForm, paymentForm, scopeForm, voucherForm } from "./lib/forms.mjs";
import { DEFECTS, PAYMENT_FIELDS, SCOPE_FIELDS, buildWorld } from "./lib/relay_world.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contributors: { type: "string", default: "13" },
    attesters: { type: "string", default: "40" },
    vouchers: { type: "string", default: "8" },
    scope: { type: "string" },
    defect: { type: "string" },
  },
});
const [directory] = positionals;
if (!directory || positionals.length !== 1) throw new Error("usage: node relay_inputs.mjs OUTDIR [OPTIONS]");
if (values.defect && !(values.defect in DEFECTS)) throw new Error(`defects: ${Object.keys(DEFECTS).join(", ")}`);

const world = buildWorld({
  contributors: Number(values.contributors),
  attesters: Number(values.attesters),
  vouchers: Number(values.vouchers),
  scope: values.scope === undefined ? undefined : parseDecimal(values.scope, "--scope"),
  defect: values.defect,
});

function write(name, content) {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 1);
  const file = path.join(directory, name);
  writeFileSync(file, `${text}\n`);
  return file;
}

const vouchers = path.join(directory, "vouchers");
mkdirSync(vouchers, { recursive: true });
if (readdirSync(vouchers).length > 0) throw new Error(`${vouchers} is not empty`);
for (const [index, voucher] of world.vouchers.entries()) {
  write(`vouchers/${String(index).padStart(3, "0")}.json`, voucherForm(voucher));
}
const files = {
  identity: write("identity.txt", world.identity.export()),
  contributors: write("contributors.json", world.registry.export()),
  attesters: write("attesters.json", world.attesters.map(attesterForm)),
  vouchers,
  payment: write("payment.json", paymentForm(PAYMENT_FIELDS)),
  ...(values.scope === undefined ? { scope: write("scope.json", scopeForm(SCOPE_FIELDS)) } : {}),
};
console.log(
  JSON.stringify({
    ok: true,
    files,
    scope: decimal(world.scope),
    message: decimal(paymentOf(PAYMENT_FIELDS)),
    contributor: decimal(world.contributor),
    contributor_index: world.identityIndex,
    contributor_root: decimal(world.registry.root),
    attester_root: decimal(world.tree.root),
    voucher_count: world.vouchers.length,
    units: world.vouchers.reduce((sum, { units }) => sum + units, 0n).toString(),
  }),
);
