import type * as protocol from "./protocol.js";
import type { Remote, RemoteClass } from "./remote.js";

export { WorkproofError, type WorkproofErrorCode } from "./error.js";

type Protocol = typeof protocol;

type Functions = Pick<
  Protocol,
  | "verifySignature"
  | "verifyVoucher"
  | "acceptVoucher"
  | "voucherToBytes"
  | "voucherFromBytes"
  | "verifyMembership"
  | "scope"
  | "message"
  | "wordOfName"
  | "wordOfInteger"
  | "wordOfAddress"
  | "policyWord"
  | "hashToField"
  | "poseidon"
>;

/** `workproof/protocol` in a worker of its own: for registries, which take a while to hash. It loads by itself. */
export type ProtocolWorker = Remote<Functions> & {
  readonly Identity: RemoteClass<Protocol["Identity"]>;
  readonly SigningKey: RemoteClass<Protocol["SigningKey"]>;
  readonly ContributorRegistry: RemoteClass<Protocol["ContributorRegistry"]>;
  readonly AttesterRegistry: RemoteClass<Protocol["AttesterRegistry"]>;
  readonly GoldSet: RemoteClass<Protocol["GoldSet"]>;
  readonly AnswerSet: RemoteClass<Protocol["AnswerSet"]>;
  /** Ends the worker. Calls that wait are refused with the code `closed`. */
  stop(): void;
};

/** Starts a worker. */
export function startProtocolWorker(): ProtocolWorker;
