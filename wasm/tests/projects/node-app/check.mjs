// A plain script of a user, run where the package is installed. README.md shows the first half.
import { readFile } from "node:fs/promises";
import { Verifier, WorkproofError } from "workproof/verify";
import { startVerifyWorker } from "workproof/verify/worker";
import { Identity, load } from "workproof/protocol";
import { startProtocolWorker } from "workproof/protocol/worker";

const { claim, key } = JSON.parse(await readFile(process.argv[2], "utf8"));
const bytes = Uint8Array.from(Buffer.from(key, "hex"));
const verifier = await Verifier.load(bytes);
const accepted = verifier.verify(claim);
let code;
try {
  verifier.verify({ ...claim, statement: { ...claim.statement, amount: "1" } });
} catch (error) {
  if (error instanceof WorkproofError) code = error.code;
}
await load();
const id = Identity.fromPrivateKey("a secret").id();
const [verify, protocol] = [startVerifyWorker(), startProtocolWorker()];
const there = await (await verify.Verifier.load(bytes)).verify(claim);
const idThere = await (await protocol.Identity.fromPrivateKey("a secret")).id();
console.log(JSON.stringify({ amount: accepted.statement.amount, code, sameInWorker: there.statement.amount === accepted.statement.amount, sameId: id === idThere }));
