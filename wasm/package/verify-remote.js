import { WorkproofError } from "./error.js";
import { connect, workerClass } from "./remote.js";

export { WorkproofError };

export function startVerifyWorker() {
  const Worker = workerClass();
  const { remote, call, stop } = connect(new Worker(new URL("./verify-worker.js", import.meta.url), { type: "module" }));
  return {
    Verifier: remote("Verifier"),
    ForeignVerifier: remote("ForeignVerifier"),
    lintKey: (key) => call("lintKey", [key]),
    stop,
  };
}
