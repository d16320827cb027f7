import type { RemoteClass } from "./remote.js";
import type { ForeignVerifier, KeyFinding, Verifier } from "./verify.js";

export { WorkproofError, type WorkproofErrorCode } from "./error.js";

/** `workproof/verify` in a worker of its own, so that a page stays smooth. */
export interface VerifyWorker {
  readonly Verifier: RemoteClass<typeof Verifier>;
  readonly ForeignVerifier: RemoteClass<typeof ForeignVerifier>;
  lintKey(key: string | Uint8Array | object): Promise<KeyFinding[]>;
  /** Ends the worker. Calls that wait are refused with the code `closed`. */
  stop(): void;
}

/** Starts a worker. */
export function startVerifyWorker(): VerifyWorker;
