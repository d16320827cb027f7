import { WorkproofError } from "./error.js";
import { check } from "./expectations.js";
import { Held, call, decode, encode, json, pack, start } from "./module.js";

export { WorkproofError };

const MOST_CLAIM_BYTES = 64 * 1024;
const MOST_KEY_BYTES = 8 * 1024 * 1024;
const MOST_PROOF_BYTES = 16 * 1024;

let loading;

/** The module, loaded once. A failure is not kept, so that the next call tries again. */
function module() {
  loading ??= start(new URL("./verify.wasm", import.meta.url)).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The number that a reply begins with, and the lines behind it. */
function split(reply) {
  const handle = new DataView(reply.buffer).getUint32(0, true);
  return [handle, ...decode(reply.subarray(4)).split("\n")];
}

export class Verifier {
  #exports;
  #held;
  #about;

  /** Use Verifier.load. */
  constructor(exports, reply, isDevelopment) {
    const [handle, circuit, digest, id, inputs] = split(reply);
    this.#exports = exports;
    this.#held = new Held(handle, (closed) => exports.close(closed));
    this.#about = Object.freeze({ circuit, digest, id, inputs: Number(inputs), isDevelopment });
  }

  static async load(key) {
    const exports = await module();
    return new Verifier(exports, call(exports, "load", [], keyBytes(key)), false);
  }

  static async insecureLoadDevelopment(key) {
    const exports = await module();
    return new Verifier(exports, call(exports, "insecure_load_development", [], keyBytes(key)), true);
  }

  key() {
    return this.#about;
  }

  verify(claim, expected) {
    const bytes = json(claim, MOST_CLAIM_BYTES, "a claim");
    call(this.#exports, "verify", [this.#held.handle], bytes);
    return accepted(bytes, expected);
  }

  verifyBatch(claims, expected) {
    if (!Array.isArray(claims)) throw new WorkproofError("wrong-type", "a batch is an array of claims");
    const all = claims.map((claim) => json(claim, MOST_CLAIM_BYTES, "a claim"));
    call(this.#exports, "verify_batch", [this.#held.handle], pack(all));
    return all.map((bytes) => accepted(bytes, expected));
  }

  close() {
    this.#held.close();
  }
}

/** What was accepted, from the very bytes that were checked. */
function accepted(bytes, expected) {
  const claim = JSON.parse(decode(bytes));
  if (expected !== undefined) check(claim, expected);
  return claim;
}

function keyBytes(key) {
  if (key instanceof ArrayBuffer) return keyBytes(new Uint8Array(key));
  if (!(key instanceof Uint8Array)) throw new WorkproofError("wrong-type", "a key is a Uint8Array or an ArrayBuffer");
  if (key.length > MOST_KEY_BYTES) throw new WorkproofError("too-large", `a key has at most ${MOST_KEY_BYTES} bytes`);
  return key;
}

export class ForeignVerifier {
  #exports;
  #held;
  #inputs;

  /** Use ForeignVerifier.load. */
  constructor(exports, reply) {
    const [handle, inputs] = split(reply);
    this.#exports = exports;
    this.#held = new Held(handle, (closed) => exports.foreign_close(closed));
    this.#inputs = Number(inputs);
  }

  static async load(key) {
    const exports = await module();
    return new ForeignVerifier(exports, call(exports, "foreign_load", [], json(key, MOST_KEY_BYTES, "a key")));
  }

  inputs() {
    return this.#inputs;
  }

  verify(signals, proof) {
    if (!Array.isArray(signals)) throw new WorkproofError("wrong-type", "public signals are an array");
    const texts = signals.map((signal) => {
      if (typeof signal === "bigint") return encode(signal.toString(), 80, "a public signal");
      if (typeof signal === "string") return encode(signal, 80, "a public signal");
      throw new WorkproofError("wrong-type", "a public signal is a decimal string or a bigint");
    });
    const parts = [json(proof, MOST_PROOF_BYTES, "a proof"), ...texts];
    call(this.#exports, "foreign_verify", [this.#held.handle], pack(parts));
  }

  close() {
    this.#held.close();
  }
}

export async function lintKey(key) {
  const exports = await module();
  const lines = decode(call(exports, "foreign_lint", [], json(key, MOST_KEY_BYTES, "a key"))).split("\n");
  const findings = [];
  for (let line = 0; line + 1 < lines.length; line += 2) {
    findings.push({ risk: lines[line], remedy: lines[line + 1] });
  }
  return findings;
}
