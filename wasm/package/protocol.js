import { WorkproofError } from "./error.js";
import { Held, call, decode, encode, json, number, pack, start } from "./module.js";
import { random, requireRandom } from "./random.js";

export { WorkproofError };

const MOST_TEXT_BYTES = 192 * 1024 * 1024;
const MOST_INTEGER = 0xffff_ffff;

let loading;
let exports;

/** Loads the module, once. A failure is not kept, so that the next call tries again. */
export async function load() {
  requireRandom();
  loading ??= start(new URL("./protocol.wasm", import.meta.url)).catch((error) => {
    loading = undefined;
    throw error;
  });
  exports = await loading;
}

/** Runs an operation. Arguments of secrets are wiped, in the module and here. */
function run(operation, ...parts) {
  if (exports === undefined) throw new WorkproofError("not-loaded", "the module is not loaded");
  const bytes = pack([encode(operation, 99, "an operation"), ...parts]);
  try {
    return call(exports, "run", [], bytes);
  } finally {
    bytes.fill(0);
  }
}

const runText = (operation, ...parts) => decode(run(operation, ...parts));
const runJson = (operation, ...parts) => JSON.parse(runText(operation, ...parts));
const runNumber = (operation, ...parts) => Number(runText(operation, ...parts));

const hold = (reply) => new Held(new DataView(reply.buffer).getUint32(0, true), (handle) => exports.close(handle));

function text(value, what) {
  if (typeof value !== "string") throw new WorkproofError("wrong-type", `${what} is a string`);
  return encode(value, MOST_TEXT_BYTES, what);
}

/** A field element or a 64-bit integer: its canonical decimal, or a bigint. */
function decimal(value, what) {
  if (typeof value === "bigint") return encode(value.toString(), 99, what);
  if (typeof value === "string") return encode(value, 99, what);
  throw new WorkproofError("wrong-type", `${what} is a canonical decimal string or a bigint`);
}

function integer(value, what) {
  if (!Number.isInteger(value) || value < 0 || value > MOST_INTEGER) {
    throw new WorkproofError("wrong-type", `${what} is a whole number below 2^32`);
  }
  return number(value);
}

function bytesOf(value, what) {
  if (value instanceof Uint8Array) return value;
  throw new WorkproofError("wrong-type", `${what} is a Uint8Array`);
}

/** A private key: bytes, or text as its UTF-8 bytes, as Semaphore takes it. */
const privateKey = (value) => (typeof value === "string" ? text(value, "a private key") : bytesOf(value, "a private key"));

const object = (value, what) => json(value, MOST_TEXT_BYTES, what);

/** Labels: bytes, or an array of numbers from 0 to 255. */
function labelsOf(value) {
  if (value instanceof Uint8Array) return value;
  const isLabel = (label) => Number.isInteger(label) && label >= 0 && label <= 255;
  if (Array.isArray(value) && value.every(isLabel)) return Uint8Array.from(value);
  throw new WorkproofError("wrong-type", "labels are a Uint8Array, or an array of whole numbers from 0 to 255");
}

/** An object of the module that is closed when it is no longer needed. */
class Closable {
  #held;

  constructor(reply) {
    this.#held = hold(reply);
  }

  _handle() {
    return number(this.#held.handle);
  }

  close() {
    this.#held.close();
  }
}

export class Identity extends Closable {
  static generate() {
    const bytes = random(32);
    try {
      return Identity.fromPrivateKey(bytes);
    } finally {
      bytes.fill(0);
    }
  }

  static fromPrivateKey(key) {
    return new Identity(run("identity.from_private_key", privateKey(key)));
  }

  static import(exported) {
    return new Identity(run("identity.import", text(exported, "an exported identity")));
  }

  id() {
    return runText("identity.id", this._handle());
  }

  publicKey() {
    return runJson("identity.public_key", this._handle());
  }

  exposePrivateKey() {
    return runText("identity.export", this._handle());
  }

  sign(message) {
    return runJson("identity.sign", this._handle(), decimal(message, "a message"));
  }

  nullifier(scope, slot = 0) {
    return runText("identity.nullifier", this._handle(), decimal(scope, "a scope"), integer(slot, "a slot"));
  }
}

export class SigningKey extends Closable {
  static fromPrivateKey(key) {
    return new SigningKey(run("key.from_private_key", privateKey(key)));
  }

  publicKey() {
    return runJson("key.public_key", this._handle());
  }

  sign(message) {
    return runJson("key.sign", this._handle(), decimal(message, "a message"));
  }

  issueVoucher({ scope, contributor, units, attester_index: index } = {}) {
    return runJson(
      "key.issue_voucher",
      this._handle(),
      decimal(scope, "scope"),
      decimal(contributor, "contributor"),
      decimal(units, "units"),
      integer(index, "attester_index"),
    );
  }
}

export function randomPrivateKey() {
  return random(32);
}

export function verifySignature(publicKey, message, signature) {
  run("key.verify", object(publicKey, "a public key"), decimal(message, "a message"), object(signature, "a signature"));
}

export function verifyVoucher(voucher) {
  run("voucher.verify", object(voucher, "a voucher"));
}

export function acceptVoucher(voucher, { scope, contributor, attester_index: index, attester } = {}) {
  run(
    "voucher.accept",
    object(voucher, "a voucher"),
    decimal(scope, "scope"),
    decimal(contributor, "contributor"),
    integer(index, "attester_index"),
    object(attester, "attester"),
  );
}

export function voucherToBytes(voucher) {
  return run("voucher.to_bytes", object(voucher, "a voucher"));
}

export function voucherFromBytes(bytes) {
  return runJson("voucher.from_bytes", bytesOf(bytes, "a packed voucher"));
}

export class ContributorRegistry extends Closable {
  static from(ids = []) {
    return new ContributorRegistry(run("contributors.new", object(ids, "ids")));
  }

  static import(exported) {
    return new ContributorRegistry(run("contributors.import", text(exported, "an exported registry")));
  }

  insert(...ids) {
    run("contributors.insert", this._handle(), object(ids, "ids"));
  }

  update(position, id) {
    run("contributors.update", this._handle(), integer(position, "a position"), decimal(id, "an id"));
  }

  remove(position) {
    run("contributors.remove", this._handle(), integer(position, "a position"));
  }

  root() {
    return runJson("contributors.root", this._handle());
  }

  position(id) {
    return runNumber("contributors.position", this._handle(), decimal(id, "an id"));
  }

  proof(position) {
    return runJson("contributors.proof", this._handle(), integer(position, "a position"));
  }

  export() {
    return runText("contributors.export", this._handle());
  }
}

export function verifyMembership(id, proof, { contributor_root: root, contributor_count: count } = {}) {
  return runNumber(
    "contributors.verify_membership",
    decimal(id, "an id"),
    object(proof, "a proof"),
    decimal(root, "contributor_root"),
    integer(count, "contributor_count"),
  );
}

export class AttesterRegistry extends Closable {
  static from(attesters = []) {
    return new AttesterRegistry(run("attesters.new", object(attesters, "attesters")));
  }

  static fromJson(registry) {
    return new AttesterRegistry(run("attesters.from_json", object(registry, "a registry")));
  }

  append(attester) {
    return runNumber("attesters.append", this._handle(), object(attester, "an attester"));
  }

  update(index, attester) {
    run("attesters.update", this._handle(), integer(index, "an index"), object(attester, "an attester"));
  }

  remove(index) {
    run("attesters.remove", this._handle(), integer(index, "an index"));
  }

  root() {
    return runText("attesters.root", this._handle());
  }

  length() {
    return runNumber("attesters.length", this._handle());
  }

  attester(index) {
    return runJson("attesters.attester", this._handle(), integer(index, "an index"));
  }

  indexOf(publicKey) {
    return runNumber("attesters.index_of", this._handle(), object(publicKey, "a public key"));
  }

  toJson() {
    return runJson("attesters.json", this._handle());
  }
}

export class GoldSet extends Closable {
  static from(labels) {
    return new GoldSet(run("gold.new", labelsOf(labels), random(31)));
  }

  static fromJson(opening) {
    return new GoldSet(run("gold.from_json", object(opening, "an opening")));
  }

  commitment(scope, capacity = this.capacity()) {
    return runText("gold.commitment", this._handle(), decimal(scope, "a scope"), integer(capacity, "a capacity"));
  }

  capacity() {
    return runNumber("gold.capacity", this._handle());
  }

  count() {
    return runNumber("gold.count", this._handle());
  }

  score(answers, tolerance = 0) {
    const [within] = labelsOf([tolerance]);
    return runNumber("gold.score", this._handle(), labelsOf(answers), Uint8Array.of(within));
  }

  exposeJson() {
    return runText("gold.expose", this._handle());
  }
}

export class AnswerSet extends Closable {
  static from(labels) {
    return new AnswerSet(run("answers.new", labelsOf(labels), random(31)));
  }

  static fromJson(opening) {
    return new AnswerSet(run("answers.from_json", object(opening, "an opening")));
  }

  commitment({ scope, contributor, message, capacity = this.capacity() } = {}) {
    return runText(
      "answers.commitment",
      this._handle(),
      decimal(scope, "scope"),
      decimal(contributor, "contributor"),
      decimal(message, "message"),
      integer(capacity, "capacity"),
    );
  }

  capacity() {
    return runNumber("answers.capacity", this._handle());
  }

  exposeJson() {
    return runText("answers.expose", this._handle());
  }
}

export function scope(fields) {
  return runText("word.scope", object(fields, "a scope"));
}

export function message(payment) {
  return runText("word.message", object(payment, "a payment"));
}

export function wordOfName(name) {
  return runText("word.of_name", text(name, "a name"));
}

export function wordOfInteger(value) {
  return runText("word.of_integer", decimal(value, "an integer"));
}

export function wordOfAddress(address) {
  return runText("word.of_address", text(address, "an address"));
}

export function policyWord(policy) {
  return runText("word.policy", text(policy, "a policy"));
}

export function hashToField(bytes) {
  return runText("word.hash_to_field", bytesOf(bytes, "what is hashed"));
}

export function poseidon(inputs) {
  return runText("word.poseidon", object(inputs, "the inputs"));
}
