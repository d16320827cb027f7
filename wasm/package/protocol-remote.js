import { WorkproofError } from "./error.js";
import { connect, workerClass } from "./remote.js";

export { WorkproofError };

const CLASSES = ["Identity", "SigningKey", "ContributorRegistry", "AttesterRegistry", "GoldSet", "AnswerSet"];
const FUNCTIONS = [
  "verifySignature", "verifyVoucher", "acceptVoucher", "voucherToBytes", "voucherFromBytes", "verifyMembership",
  "scope", "message", "wordOfName", "wordOfInteger", "wordOfAddress", "policyWord", "hashToField", "poseidon",
];

export function startProtocolWorker() {
  const Worker = workerClass();
  const worker = new Worker(new URL("./protocol-worker.js", import.meta.url), { type: "module" });
  const { remote, call, stop } = connect(worker);
  return {
    ...Object.fromEntries(CLASSES.map((name) => [name, remote(name)])),
    ...Object.fromEntries(FUNCTIONS.map((name) => [name, (...args) => call(name, args)])),
    stop,
  };
}
