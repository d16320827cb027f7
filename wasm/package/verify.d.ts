export { WorkproofError, type WorkproofErrorCode } from "./error.js";

/** A field element or a 64-bit integer: canonical decimal digits. JavaScript's numbers are too short for it. */
export type Decimal = string;

/** What every statement has. */
export interface CommonStatement {
  /** Which network, chain, contract, fact and task the claim belongs to. Compare it with yours. */
  scope: Decimal;
  /** What makes the claim payable once. Remember it; never the proof, which anyone can change into another. */
  nullifier: Decimal;
  /** The digest of whom to pay and on what terms. */
  message: Decimal;
  /** A lower bound of what was done. */
  amount: Decimal;
  /** The root of the registry of contributors; "0" when a grader proved. */
  contributor_root: Decimal;
  /** The number of members of that registry. The root alone does not say who is a member. */
  contributor_count: number;
}

/** "At least so many units of metered work, counter-signed by registered attesters." */
export interface RelayStatement extends CommonStatement {
  attester_root: Decimal;
  slot: number;
  slot_width: number;
  /** A lower bound of the number of attesters. */
  attesters: number;
}

/** "At least (and at most) so many labels match the hidden gold set." */
export interface GoldStatement extends CommonStatement {
  gold_commitment: Decimal;
  answer_commitment: Decimal;
  upper_bound: number;
  gold_count: number;
  tolerance: number;
}

interface ClaimOf<Fact extends string, Statement> {
  version: 1;
  fact: Fact;
  circuit: string;
  key_id: string;
  statement: Statement;
  proof: string;
}

/** A claim that was accepted. Tell the facts apart by `claim.fact`. */
export type Claim = ClaimOf<"relay", RelayStatement> | ClaimOf<"gold", GoldStatement>;

/** A claim as it arrives: its JSON as text or bytes, or the object that was parsed from it. */
export type ClaimInput = string | Uint8Array | object;

/**
 * What the claim must say for you to act on it. An item that the claim's fact does not have is never met.
 * `contributor_root` and `contributor_count` go together.
 */
export interface Expectations {
  fact?: "relay" | "gold";
  scope?: Decimal | bigint;
  nullifier?: Decimal | bigint;
  message?: Decimal | bigint;
  min_amount?: Decimal | bigint | number;
  contributor_root?: Decimal | bigint;
  contributor_count?: number;
  attester_root?: Decimal | bigint;
  min_attesters?: number;
  slot?: number;
  slot_width?: number;
  gold_commitment?: Decimal | bigint;
  answer_commitment?: Decimal | bigint;
  gold_count?: number;
  max_upper_bound?: number;
  max_tolerance?: number;
}

/** What a key is. */
export interface KeyDescription {
  /** The circuit, such as `relay-46`. */
  readonly circuit: string;
  /** The digest of the circuit's matrices. */
  readonly digest: string;
  /** keccak-256 of the key's bytes, as claims name it. */
  readonly id: string;
  /** The number of public inputs. */
  readonly inputs: number;
  /** Whether anyone can forge proofs under this key. */
  readonly isDevelopment: boolean;
}

/** Checks claims under one key. Make it once and use it again: the key is prepared on loading. */
export class Verifier {
  private constructor();

  /** Loads a verifying key (`.vkey`). Keys under which proofs can be forged are refused. */
  static load(key: Uint8Array | ArrayBuffer): Promise<Verifier>;

  /**
   * Loads a development key. **Anyone can forge proofs for it**: say so wherever you show a result.
   */
  static insecureLoadDevelopment(key: Uint8Array | ArrayBuffer): Promise<Verifier>;

  /** What the key is. */
  key(): KeyDescription;

  /**
   * Checks a claim, and that it says what you expect. Returns what was accepted; throws a `WorkproofError` otherwise.
   *
   * Acceptance says that the statement is true. That its nullifier is new is for you to check.
   */
  verify(claim: ClaimInput, expected?: Expectations): Claim;

  /** Checks many claims at once, which is faster than one by one. All of them hold, or it throws. */
  verifyBatch(claims: readonly ClaimInput[], expected?: Expectations): Claim[];

  /** Frees the key's memory now instead of when the object is collected. */
  close(): void;
}

/** Checks proofs of any circom circuit, in snarkjs' JSON. What the public signals mean is for you to know. */
export class ForeignVerifier {
  private constructor();

  /** Loads `verification_key.json`: its text, its bytes, or the object. Dangerous keys are refused. */
  static load(key: string | Uint8Array | object): Promise<ForeignVerifier>;

  /** The number of public signals. */
  inputs(): number;

  /** Checks `proof.json` for the signals of `public.json`. Throws a `WorkproofError` unless it holds. */
  verify(signals: readonly (Decimal | bigint)[], proof: string | Uint8Array | object): void;

  /** Frees the key's memory now instead of when the object is collected. */
  close(): void;
}

/** Something in a well-formed key that makes it unsafe, and what to do about it. */
export interface KeyFinding {
  risk: string;
  remedy: string;
}

/** Everything that the key lint finds in `verification_key.json`; empty for a key that is fit for use. */
export function lintKey(key: string | Uint8Array | object): Promise<KeyFinding[]>;
