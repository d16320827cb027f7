import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { ForeignVerifier, Verifier, WorkproofError, lintKey } from "../../dist/verify.js";
import { R, SPOILED, claimNamed, dist, keyBytes, repository, snarkjsKey } from "../vectors.mjs";

const refusal = (code) => (error) => {
  assert.ok(error instanceof WorkproofError, String(error.stack));
  assert.equal(error.code, code, error.message);
  assert.ok(error.message.length > 5 && error.help.length > 10);
  return true;
};

const FACTS = [
  { name: "relay", key: "relay-10" },
  { name: "gold-15", key: "gold-256" },
];

for (const { name, key } of FACTS) {
  test(`${name}: a claim that holds is accepted in every form`, async () => {
    const verifier = await Verifier.load(keyBytes(`${key} ceremony`));
    const { claim } = claimNamed(name);
    assert.deepEqual(verifier.verify(claim), claim);
    assert.deepEqual(verifier.verify(JSON.stringify(claim, null, 3)), claim);
    assert.deepEqual(verifier.verify(new TextEncoder().encode(JSON.stringify(claim))), claim);
    const about = verifier.key();
    assert.equal(about.circuit, key);
    assert.equal(about.id, claim.key_id);
    assert.equal(about.isDevelopment, false);
    verifier.close();
  });

  for (const [what, [spoil, code]] of Object.entries(SPOILED)) {
    test(`${name}: ${what} is refused, and the module goes on working`, async () => {
      const verifier = await Verifier.load(keyBytes(`${key} ceremony`));
      const { claim } = claimNamed(name);
      const spoiled = structuredClone(claim);
      spoil(spoiled);
      assert.throws(() => verifier.verify(spoiled), refusal(code));
      assert.throws(() => verifier.verifyBatch([claim, spoiled]), refusal(code === "invalid-proof" ? "invalid-batch" : code));
      assert.deepEqual(verifier.verify(claim), claim);
    });
  }
}

test("expectations: what the reader would pay for, item by item", async () => {
  const verifier = await Verifier.load(keyBytes("relay-10 ceremony"));
  const { claim } = claimNamed("relay");
  const { scope, message, contributor_root, contributor_count, attester_root, amount } = claim.statement;
  const met = { fact: "relay", scope, message: BigInt(message), contributor_root, contributor_count, attester_root,
    min_amount: amount, min_attesters: 5, slot: 0, slot_width: 78125 };
  assert.deepEqual(verifier.verify(claim, met), claim);
  for (const [name, value] of Object.entries({ fact: "gold", scope: "7", message: "7", attester_root: "7", slot: 1, slot_width: 10,
    min_amount: BigInt(amount) + 1n, min_attesters: 6, gold_count: 20 })) {
    assert.throws(() => verifier.verify(claim, { ...met, [name]: value }), refusal("unexpected"), name);
  }
  assert.throws(() => verifier.verify(claim, { ...met, contributor_count: 21 }), refusal("unexpected"));
  assert.throws(() => verifier.verify(claim, { contributor_root }), refusal("wrong-type"), "a root without its size");
  assert.throws(() => verifier.verify(claim, { min_ammount: 1 }), refusal("wrong-type"), "a misspelt expectation");
  assert.throws(() => verifier.verify(claim, { min_amount: 1.5 }), refusal("wrong-type"));
  assert.throws(() => verifier.verify(claim, null), refusal("wrong-type"));
});

test("a batch of claims is checked at once, and an empty one is refused", async () => {
  const verifier = await Verifier.load(keyBytes("gold-256 ceremony"));
  const claims = [claimNamed("gold-15").claim, claimNamed("gold-14").claim];
  assert.deepEqual(verifier.verifyBatch(claims), claims);
  assert.deepEqual(verifier.verifyBatch([claims[0]]), [claims[0]]);
  assert.throws(() => verifier.verifyBatch([]), refusal("empty-batch"));
  assert.throws(() => verifier.verifyBatch("claims"), refusal("wrong-type"));
  const swapped = structuredClone(claims);
  [swapped[0].proof, swapped[1].proof] = [swapped[1].proof, swapped[0].proof];
  assert.throws(() => verifier.verifyBatch(swapped), refusal("invalid-batch"));
});

test("development keys are refused unless asked for by name (B7)", async () => {
  const development = keyBytes("relay-10 development");
  await assert.rejects(Verifier.load(development), refusal("development-key"));
  await assert.rejects(Verifier.insecureLoadDevelopment(keyBytes("relay-10 ceremony")), refusal("not-development-key"));
  const verifier = await Verifier.insecureLoadDevelopment(development);
  assert.equal(verifier.key().isDevelopment, true);
  assert.equal(verifier.verify(claimNamed("relay development").claim).statement.amount, "12400000000");
});

test("keys that are cut off, altered or no keys at all are refused", async () => {
  const key = keyBytes("relay-10 ceremony");
  for (let length = 0; length < key.length; length += 7) {
    await assert.rejects(Verifier.load(key.slice(0, length)), (error) => error instanceof WorkproofError);
  }
  await assert.rejects(Verifier.load(new Uint8Array([...key, 0])), refusal("malformed-key"));
  for (let place = 0; place < key.length; place += 5) {
    const altered = key.slice();
    altered[place] ^= 1;
    // an altered digest is the key of another circuit, which its id tells apart
    const outcome = await Verifier.load(altered).catch((error) => error);
    if (outcome instanceof WorkproofError) assert.notEqual(outcome.code, "internal");
    else assert.throws(() => outcome.verify(claimNamed("relay").claim), WorkproofError);
  }
  await assert.rejects(Verifier.load(new Uint8Array(9 * 1024 * 1024)), refusal("too-large"));
  for (const wrong of [undefined, null, "0x01", 7, {}, [1, 2]]) await assert.rejects(Verifier.load(wrong), refusal("wrong-type"));
});

test("claims of the wrong type or size are refused without a trap", async () => {
  const verifier = await Verifier.load(keyBytes("relay-10 ceremony"));
  for (const wrong of [undefined, null, 7, true, () => 1, Symbol("claim"), 7n]) {
    assert.throws(() => verifier.verify(wrong), refusal("wrong-type"));
  }
  const loop = {};
  loop.loop = loop;
  assert.throws(() => verifier.verify(loop), refusal("wrong-type"));
  assert.throws(() => verifier.verify("x".repeat(70_000)), refusal("too-large"));
  assert.throws(() => verifier.verify("é".repeat(40_000)), refusal("too-large"));
  assert.throws(() => verifier.verify(" ".repeat(500_000_000)), refusal("too-large"));
  const { claim } = claimNamed("relay");
  const text = JSON.stringify(claim);
  for (const malformed of ["", "{", "null", "[]", text + text, text + "x", text.slice(0, -1), text.replace("{", '{"version":1,'),
    "[".repeat(60_000), text.replace('"relay"', '"\\ud800"'), text.replace('"relay"', "relay")]) {
    assert.throws(() => verifier.verify(malformed), refusal("malformed-claim"), malformed.slice(0, 80));
  }
  assert.throws(() => verifier.verify(new Uint8Array([0xff, 0xfe, 0x00])), refusal("malformed-claim"));
  for (let length = 0; length < text.length; length += 11) {
    assert.throws(() => verifier.verify(text.slice(0, length)), WorkproofError);
  }
  assert.deepEqual(verifier.verify(text.replace('"relay"', '"\\u0072elay"')), claim, "an escape is another spelling of JSON, not of the claim");
});

test("a closed verifier says so, and closing twice does nothing", async () => {
  const verifier = await Verifier.load(keyBytes("relay-10 ceremony"));
  verifier.close();
  verifier.close();
  assert.throws(() => verifier.verify(claimNamed("relay").claim), refusal("closed"));
});

test("snarkjs' files: a proof is accepted, and every altered signal refused (B1, B2)", async () => {
  const { snarkjs } = claimNamed("relay");
  const key = snarkjsKey("relay-10 ceremony");
  const verifier = await ForeignVerifier.load(key);
  assert.equal(verifier.inputs(), 7);
  verifier.verify(snarkjs.public, snarkjs.proof);
  verifier.verify(snarkjs.public.map(BigInt), JSON.stringify(snarkjs.proof));
  for (let place = 0; place < snarkjs.public.length; place += 1) {
    const spoil = (value) => snarkjs.public.with(place, value);
    assert.throws(() => verifier.verify(spoil("7"), snarkjs.proof), refusal("invalid-proof"));
    const aliased = String(BigInt(snarkjs.public[place]) + R);
    for (const malformed of [aliased, "-1", "0x1", "01", "", " 1", "9".repeat(77)]) {
      assert.throws(() => verifier.verify(spoil(malformed), snarkjs.proof), refusal("malformed-input"), malformed);
    }
    assert.throws(() => verifier.verify(spoil(7), snarkjs.proof), refusal("wrong-type"));
  }
  assert.throws(() => verifier.verify(snarkjs.public.slice(1), snarkjs.proof), refusal("input-count"));
  assert.throws(() => verifier.verify([...snarkjs.public, "0"], snarkjs.proof), refusal("input-count"));
  assert.throws(() => verifier.verify(snarkjs.public, { ...snarkjs.proof, curve: "bls12381" }), refusal("other-system"));
  assert.throws(() => verifier.verify(snarkjs.public, { ...snarkjs.proof, pi_a: ["0", "1", "0"] }), refusal("malformed-proof"));
  assert.throws(() => verifier.verify(snarkjs.public, "proof"), refusal("malformed-proof"));
  await assert.rejects(ForeignVerifier.load({ ...key, nPublic: 3 }), refusal("malformed-key"));
  await assert.rejects(ForeignVerifier.load({ ...key, curve: "bls12381" }), refusal("other-system"));
  await assert.rejects(ForeignVerifier.load("{}"), refusal("malformed-key"));
});

test("a key that snarkjs made in its own ceremony, and what the lint says of dangerous ones (B7)", async () => {
  const fixture = (name) => readFileSync(new URL(`verifier/tests/fixtures/snarkjs_${name}.json`, repository), "utf8");
  const key = JSON.parse(fixture("verification_key"));
  const verifier = await ForeignVerifier.load(fixture("verification_key"));
  verifier.verify(JSON.parse(fixture("public")), fixture("proof"));
  assert.deepEqual(await lintKey(key), []);
  const findings = await lintKey({ ...key, vk_delta_2: key.vk_gamma_2 });
  assert.ok(findings.length >= 2, "gamma is delta, and delta is the generator");
  assert.ok(findings.every(({ risk, remedy }) => risk.length > 10 && remedy.length > 10));
  await assert.rejects(ForeignVerifier.load({ ...key, vk_delta_2: key.vk_gamma_2 }), refusal("dangerous-key"));
  const doubled = { ...key, IC: key.IC.with(2, key.IC[1]) };
  assert.equal((await lintKey(doubled)).length, 1);
  await assert.rejects(lintKey("nothing"), refusal("malformed-key"));
});

test("an error of one entry is an instance of the class of every entry, and nothing else is", async () => {
  const entries = ["verify.js", "verify-remote.js", "protocol.js", "protocol-remote.js"];
  const classes = await Promise.all(entries.map(async (name) => (await import(new URL(name, dist))).WorkproofError));
  for (const One of classes) {
    class Own extends One {}
    for (const Other of classes) {
      assert.ok(new Other("closed", "closed") instanceof One);
      assert.ok(!(new Other("closed", "closed") instanceof Own));
    }
    assert.ok(new Own("closed", "closed") instanceof Own);
    for (const other of [new Error("closed"), { code: "closed" }, "closed", null, undefined]) assert.ok(!(other instanceof One));
  }
});
