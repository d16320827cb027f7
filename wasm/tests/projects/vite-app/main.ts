// A fresh Vite app that uses every entry of the package, with no plugin and no configuration.
import { type Claim, Verifier, WorkproofError } from "workproof/verify";
import { startVerifyWorker } from "workproof/verify/worker";
import { Identity, load } from "workproof/protocol";
import { startProtocolWorker } from "workproof/protocol/worker";

const said = document.getElementById("said")!;
try {
  const { claim, key }: { claim: object; key: number[] } = await (await fetch("/example.json")).json();
  const bytes = Uint8Array.from(key);
  const here: Claim = (await Verifier.load(bytes)).verify(claim, { fact: "relay", min_amount: 1 });
  if (here.fact !== "relay") throw new Error("another fact");
  const attesters: number = here.statement.attesters;
  const worker = startVerifyWorker();
  const verifier = await worker.Verifier.load(bytes);
  const there = await verifier.verify(claim);
  const refused = await verifier.verify({ ...claim, version: 2 }).catch((error: WorkproofError) => error.code);
  await load();
  const id: string = Identity.fromPrivateKey("a secret").id();
  const far = await (await startProtocolWorker().Identity.fromPrivateKey("a secret")).id();
  said.textContent = `${here.statement.amount} ${attesters} ${there.statement.amount} ${refused} ${id === far}`;
} catch (error) {
  said.textContent = `failed: ${error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : error}`;
}
