export { WorkproofError, type WorkproofErrorCode } from "./error.js";

/** A field element or a 64-bit integer: canonical decimal digits. JavaScript's numbers are too short for it. */
export type Decimal = string;
/** 32 bytes as `0x` and 64 lower-case hexadecimal digits. */
export type Word = string;
/** A point of Baby Jubjub. */
export type PublicKey = [x: Decimal, y: Decimal];

/** zk-kit's form of an EdDSA-Poseidon signature. */
export interface Signature {
  R8: PublicKey;
  S: Decimal;
}

/** An attester's signed running total. The objects here are the JSON forms of the specification, word for word. */
export interface Voucher {
  scope: Decimal;
  contributor: Decimal;
  units: Decimal;
  attester_index: number;
  attester: PublicKey;
  signature: Signature;
}

/** Who signs vouchers, and the most units that one of theirs may count. */
export interface Attester {
  public_key: PublicKey;
  cap: Decimal | bigint;
}

/** The registry of attesters in its file; `null` is a place whose attester was removed. */
export interface AttesterRegistryJson {
  version: 1;
  attesters: (Attester | null)[];
}

/** The root of a registry of contributors with its size, as statements name them. Keep them together. */
export interface ContributorRoot {
  contributor_root: Decimal;
  contributor_count: number;
}

/** zk-kit's LeanIMT proof. */
export interface MembershipProof {
  index: number;
  siblings: Decimal[];
}

/** What a claim belongs to. */
export interface ScopeFields {
  network: Word;
  chain_id: Decimal | bigint;
  settlement: Word;
  fact: string;
  task: Word;
  policy: Word;
}

/** What the payer must do. */
export interface Payment {
  recipient: Word;
  chain_id: Decimal | bigint;
  settlement: Word;
  token: Word;
  deadline: Decimal | bigint;
}

/** Labels with their salt: the secret that opens a commitment. */
export interface Opening {
  version: 1;
  kind: "gold" | "answers";
  salt: Decimal;
  labels: number[];
}

/** Loads the module. Await it once before anything else. Refused where there is no secure source of random numbers. */
export function load(): Promise<void>;

/** What lives in the module's memory. Secrets are wiped when it is closed, or later when it is collected. */
interface Closable {
  /** Wipes and frees it now. */
  close(): void;
}

/** A contributor's identity: a Semaphore v4 identity. */
export class Identity implements Closable {
  private constructor();
  /** A new one, of 32 secure random bytes. */
  static generate(): Identity;
  /** As Semaphore's `new Identity(privateKey)`. A guessable text is a guessable key. */
  static fromPrivateKey(key: Uint8Array | string): Identity;
  /** Reads what `exposePrivateKey`, or Semaphore's `export()`, wrote. */
  static import(exported: string): Identity;
  /** The public id, Semaphore's `commitment`: the leaf of the registry. */
  id(): Decimal;
  publicKey(): PublicKey;
  /** The whole secret, in base64, as Semaphore's `export()`. */
  exposePrivateKey(): string;
  /** Signs a field element, as Semaphore's `signMessage`. */
  sign(message: Decimal | bigint): Signature;
  /** The nullifier of this contributor's claim in a scope and slot. */
  nullifier(scope: Decimal | bigint, slot?: number): Decimal;
  close(): void;
}

/** An attester's key: EdDSA on Baby Jubjub with Poseidon, byte for byte as zk-kit signs. */
export class SigningKey implements Closable {
  private constructor();
  /** The key of private bytes, or of the bytes of a text. Draw them with `randomPrivateKey()` and keep them safe. */
  static fromPrivateKey(key: Uint8Array | string): SigningKey;
  publicKey(): PublicKey;
  /** Signs a field element. */
  sign(message: Decimal | bigint): Signature;
  /** Signs a running total, which replaces the last one for this contributor and scope. */
  issueVoucher(voucher: {
    scope: Decimal | bigint;
    contributor: Decimal | bigint;
    units: Decimal | bigint;
    attester_index: number;
  }): Voucher;
  close(): void;
}

/** 32 secure random bytes. */
export function randomPrivateKey(): Uint8Array;

/** Throws `bad-signature` unless the signature is this key's on this message. */
export function verifySignature(publicKey: PublicKey, message: Decimal | bigint, signature: Signature): void;

/** Throws `bad-signature` unless the voucher's signature is its attester's. For a contributor that is not enough. */
export function verifyVoucher(voucher: Voucher | string): void;

/** Checks everything that proving will need of a voucher: throws unless it is for this scope and contributor, and signed by
 * the attester who is enrolled at this index, within the cap. */
export function acceptVoucher(
  voucher: Voucher | string,
  expected: { scope: Decimal | bigint; contributor: Decimal | bigint; attester_index: number; attester: Attester },
): void;

/** The voucher's wire form: 173 bytes. */
export function voucherToBytes(voucher: Voucher | string): Uint8Array;
export function voucherFromBytes(bytes: Uint8Array): Voucher;

/** The registry of contributors: zk-kit's LeanIMT over ids, so a Semaphore group is one. */
export class ContributorRegistry implements Closable {
  private constructor();
  static from(ids?: readonly (Decimal | bigint)[]): ContributorRegistry;
  /** Reads zk-kit's `export()`; every node is hashed again. */
  static import(exported: string): ContributorRegistry;
  insert(...ids: (Decimal | bigint)[]): void;
  update(position: number, id: Decimal | bigint): void;
  /** The place stays empty; the others keep theirs. */
  remove(position: number): void;
  root(): ContributorRoot;
  position(id: Decimal | bigint): number;
  proof(position: number): MembershipProof;
  /** As zk-kit's `export()`. */
  export(): string;
  close(): void;
}

/** The position of a member; throws unless the proof shows one in a registry of this root and size. */
export function verifyMembership(id: Decimal | bigint, proof: MembershipProof, registry: ContributorRoot): number;

/** The registry of attesters. */
export class AttesterRegistry implements Closable {
  private constructor();
  static from(attesters?: readonly Attester[]): AttesterRegistry;
  static fromJson(registry: AttesterRegistryJson | string): AttesterRegistry;
  /** Enrols an attester and returns the index. */
  append(attester: Attester): number;
  update(index: number, attester: Attester): void;
  remove(index: number): void;
  root(): Decimal;
  /** Places that were ever taken. */
  length(): number;
  attester(index: number): Attester | null;
  indexOf(publicKey: PublicKey): number;
  toJson(): AttesterRegistryJson;
  close(): void;
}

/** A requester's hidden labels; 0 is an item that is not gold. A fresh secure salt hides them. */
export class GoldSet implements Closable {
  private constructor();
  static from(labels: Uint8Array | readonly number[]): GoldSet;
  static fromJson(opening: Opening | string): GoldSet;
  /** What is published before anyone answers. The capacity is that of the circuit: by default the smallest with room. */
  commitment(scope: Decimal | bigint, capacity?: number): Decimal;
  capacity(): number;
  /** The number of gold items. */
  count(): number;
  /** How many answers match. */
  score(answers: Uint8Array | readonly number[], tolerance?: number): number;
  /** The whole secret, as JSON. */
  exposeJson(): string;
  close(): void;
}

/** A contributor's answers; 0 is no answer. */
export class AnswerSet implements Closable {
  private constructor();
  static from(labels: Uint8Array | readonly number[]): AnswerSet;
  static fromJson(opening: Opening | string): AnswerSet;
  /** What is handed in before gold is opened. It is bound to whom it will be paid to. */
  commitment(bound: {
    scope: Decimal | bigint;
    contributor: Decimal | bigint;
    message: Decimal | bigint;
    capacity?: number;
  }): Decimal;
  capacity(): number;
  /** The whole secret, as JSON. */
  exposeJson(): string;
  close(): void;
}

/** The scope of these fields. */
export function scope(fields: ScopeFields): Decimal;
/** The message of this payment. */
export function message(payment: Payment): Decimal;
/** A word for a name, by hashing it. */
export function wordOfName(name: string): Word;
/** A word for an integer below 2^64, as `abi.encode(uint256)`. */
export function wordOfInteger(value: Decimal | bigint): Word;
/** A word for an address of 20 bytes (`0x`, lower case), as `abi.encode(address)`. */
export function wordOfAddress(address: string): Word;
/** A word for a task's policy. */
export function policyWord(policy: string): Word;
/** keccak-256 with its top byte cleared. */
export function hashToField(bytes: Uint8Array): Decimal;
/** circomlib's Poseidon of 1 to 16 inputs. */
export function poseidon(inputs: readonly (Decimal | bigint)[]): Decimal;
