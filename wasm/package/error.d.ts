/** What was refused. Codes are stable; new ones may come. */
export type WorkproofErrorCode =
  /** An argument has the wrong JavaScript type, or an expectation the wrong name. */
  | "wrong-type"
  /** The input is longer than anything of its kind. */
  | "too-large"
  /** The key or claim is of a version that this release does not read. */
  | "unknown-version"
  /** The claim is of a fact that this release does not know. */
  | "unknown-fact"
  /** The text is no claim: not JSON, a key too many, missing or twice, or a number in another form than its one. */
  | "malformed-claim"
  /** The proof is malformed: not hex, of another length, a point off its curve or outside its subgroup. */
  | "malformed-proof"
  /** The key is malformed or cut off. */
  | "malformed-key"
  /** A public signal is not a canonical decimal below the field's order. */
  | "malformed-input"
  /** The key or proof is of another proof system or curve. */
  | "other-system"
  /** The claim was made with another circuit than the key's. */
  | "other-circuit"
  /** The claim was made with another key of this circuit. */
  | "other-key"
  /** Key and statement have different numbers of public inputs. */
  | "input-count"
  /** Well formed, and false. Why is deliberately not said. */
  | "invalid-proof"
  /** At least one claim of the batch is false. */
  | "invalid-batch"
  /** The batch is empty. */
  | "empty-batch"
  /** The key lint found that anyone can forge proofs under this key, or that it does not bind what it should. */
  | "dangerous-key"
  /** A development key, which was not asked for by name. */
  | "development-key"
  /** A development key was asked for by name, and this is none. */
  | "not-development-key"
  /** The proof holds for another statement than the expected one. */
  | "unexpected"
  /** A value of the protocol is malformed. */
  | "malformed-value"
  /** The protocol does not allow this. */
  | "refused"
  /** A signature does not belong to its message and key. */
  | "bad-signature"
  /** `load()` was not awaited. */
  | "not-loaded"
  /** The object, or its worker, was closed. */
  | "closed"
  /** The WebAssembly module or the worker did not load. */
  | "load-failed"
  /** There is no secure source of random numbers. */
  | "no-secure-random"
  /** A mistake of this package. */
  | "internal";

/** Everything that this package refuses. */
export class WorkproofError extends Error {
  constructor(code: WorkproofErrorCode, message: string, options?: ErrorOptions);
  /** For programs. */
  readonly code: WorkproofErrorCode;
  /** What to do about it, in a sentence for people. */
  readonly help: string;
}
