import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { call, number, pack } from "../../package/module.js";
import { claimNamed, dist, keyBytes, vectors } from "../vectors.mjs";

const start = async (name) => (await WebAssembly.instantiate(readFileSync(new URL(name, dist)))).instance.exports;
const utf8 = (text) => new TextEncoder().encode(text);

test("10,000 verifications do not grow the memory", async () => {
  const module = await start("verify.wasm");
  const [handle] = new Uint32Array(call(module, "load", [], keyBytes("relay-10 ceremony")).slice(0, 4).buffer);
  const held = utf8(JSON.stringify(claimNamed("relay").claim));
  const { claim } = claimNamed("relay");
  claim.statement.amount = "1";
  const refused = utf8(JSON.stringify(claim));
  const check = () => {
    call(module, "verify", [handle], held);
    assert.throws(() => call(module, "verify", [handle], refused));
  };
  for (let round = 0; round < 20; round += 1) check();
  const before = module.memory.buffer.byteLength;
  for (let round = 0; round < 5_000; round += 1) check();
  assert.equal(module.memory.buffer.byteLength, before);
});

test("loading and closing keys does not grow the memory", async () => {
  const module = await start("verify.wasm");
  const key = keyBytes("gold-256 ceremony");
  const once = () => module.close(new Uint32Array(call(module, "load", [], key).slice(0, 4).buffer)[0]);
  for (let round = 0; round < 5; round += 1) once();
  const before = module.memory.buffer.byteLength;
  for (let round = 0; round < 200; round += 1) once();
  assert.equal(module.memory.buffer.byteLength, before);
});

/** An integer as 32 little-endian bytes. */
function bytesOf(value) {
  const bytes = new Uint8Array(32);
  for (let place = 0, rest = BigInt(value); place < 32; place += 1, rest >>= 8n) bytes[place] = Number(rest & 255n);
  return bytes;
}

/** How often these bytes stand in the module's memory. */
function count(module, bytes) {
  const memory = Buffer.from(module.memory.buffer);
  let found = 0;
  for (let place = memory.indexOf(bytes); place !== -1; place = memory.indexOf(bytes, place + 1)) found += 1;
  return found;
}

const L = 2736030358979909402780800718157159386076813972158567259200215660948447373041n;
const R = 21888242871839275222246405745257275088548364400416034343698204186575808495617n;
const montgomery = (value, modulus) => (BigInt(value) << 256n) % modulus;

test("secrets are wiped from the module's memory when their object is closed (C7)", async () => {
  const module = await start("protocol.wasm");
  const run = (name, ...parts) => call(module, "run", [], pack([utf8(name), ...parts]));
  const text = (name, ...parts) => new TextDecoder().decode(run(name, ...parts));
  for (const vector of vectors("identity.json").vectors) {
    const key = Buffer.from(vector.private_key.slice(2), "hex");
    if (key.length < 16 || new Set(key).size < 4) continue; // too plain to be told from other bytes
    const scalar = vector.secret_scalar;
    const secrets = {
      "the private key": key,
      "its export": utf8(vector.export),
      "the scalar": bytesOf(scalar),
      "the scalar in the scalar field's Montgomery form": bytesOf(montgomery(scalar, L)),
      "the scalar in the base field's Montgomery form": bytesOf(montgomery(scalar, R)),
      // half of each would betray the rest
      "the lower half of the scalar": bytesOf(scalar).slice(0, 16),
      "the upper half of the private key": key.subarray(key.length - 16),
    };
    const held = () => Object.entries(secrets).filter(([, bytes]) => count(module, bytes) > 0).map(([name]) => name);
    const [handle] = new Uint32Array(run("identity.from_private_key", key).buffer);
    assert.ok(held().includes("the private key"), "the search finds what is there");
    assert.ok(held().length >= 4, held().join(", "));
    assert.equal(text("identity.id", number(handle)), vector.commitment);
    run("identity.sign", number(handle), utf8("7"));
    assert.equal(text("identity.export", number(handle)), vector.export);
    run("identity.nullifier", number(handle), utf8("7"), number(0));
    module.close(handle);
    assert.deepEqual(held(), [], "after closing");
    assert.throws(() => run("identity.import", utf8(vector.export + "!")));
    assert.deepEqual(held(), [], "after a refusal");
  }
});

test("labels and salts are wiped too, and a signing key (C7)", async () => {
  const module = await start("protocol.wasm");
  const run = (name, ...parts) => call(module, "run", [], pack([utf8(name), ...parts]));
  const labels = Uint8Array.from({ length: 200 }, (_, item) => (item * 37 + 11) % 251);
  const salt = Uint8Array.from({ length: 31 }, (_, item) => (item * 91 + 5) % 256);
  const saltValue = BigInt("0x" + Buffer.from(salt).toString("hex"));
  const key = utf8("a private key that is long enough to be told apart");
  const secrets = [labels.slice(20, 60), salt, bytesOf(saltValue), bytesOf(montgomery(saltValue, R)), key, utf8(String(saltValue))];
  const held = () => secrets.map((bytes) => count(module, bytes));
  const [gold] = new Uint32Array(run("gold.new", labels, salt).buffer);
  const [signer] = new Uint32Array(run("key.from_private_key", key).buffer);
  assert.ok(held()[0] > 0, "the search finds what is there");
  run("gold.commitment", number(gold), utf8("7"), number(256));
  const opening = run("gold.expose", number(gold));
  const [again] = new Uint32Array(run("gold.from_json", opening).buffer);
  run("key.sign", number(signer), utf8("7"));
  for (const handle of [gold, again, signer]) module.close(handle);
  assert.deepEqual(held(), secrets.map(() => 0));
});
