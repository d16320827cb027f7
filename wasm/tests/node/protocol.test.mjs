import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import * as workproof from "../../dist/protocol.js";
import { R, bytes, repository, vectors } from "../vectors.mjs";

const { AnswerSet, AttesterRegistry, ContributorRegistry, GoldSet, Identity, SigningKey, WorkproofError, load } = workproof;
const refusal = (code) => (error) => {
  assert.ok(error instanceof WorkproofError, String(error.stack));
  assert.equal(error.code, code, error.message);
  return true;
};

test("before load() everything says so", () => {
  assert.throws(() => Identity.fromPrivateKey("a secret"), refusal("not-loaded"));
  assert.throws(() => workproof.poseidon(["1"]), refusal("not-loaded"));
});

test("without a secure source of random numbers nothing loads (C8)", async () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  try {
    for (const value of [undefined, {}, { getRandomValues: "no" }]) {
      Object.defineProperty(globalThis, "crypto", { configurable: true, value });
      await assert.rejects(load(), refusal("no-secure-random"));
    }
  } finally {
    Object.defineProperty(globalThis, "crypto", original);
  }
  await load();
  try {
    // a stub that fills in nothing
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: { getRandomValues: (array) => array } });
    for (const make of [Identity.generate, workproof.randomPrivateKey, () => GoldSet.from([1]), () => AnswerSet.from([1])]) {
      assert.throws(make, refusal("no-secure-random"));
    }
  } finally {
    Object.defineProperty(globalThis, "crypto", original);
  }
});

test("identities are Semaphore's", async () => {
  await load();
  const { vectors: good, refused } = vectors("identity.json");
  assert.ok(good.length > 10);
  for (const vector of good) {
    const key = vector.form === "text" ? vector.text : bytes(vector.private_key);
    for (const identity of [Identity.fromPrivateKey(key), Identity.import(vector.export)]) {
      assert.equal(identity.id(), vector.commitment);
      assert.deepEqual(identity.publicKey(), vector.public_key);
      assert.equal(identity.exposePrivateKey(), vector.export);
      identity.close();
      assert.throws(() => identity.id(), refusal("closed"));
    }
  }
  for (const vector of refused) assert.throws(() => Identity.fromPrivateKey(bytes(vector.private_key)), refusal("malformed-value"));
  for (const exported of ["!", "YQ", "YQ==\n", "YR==", ""]) assert.throws(() => Identity.import(exported), refusal("malformed-value"));
  for (const wrong of [undefined, null, 7, {}, [1]]) assert.throws(() => Identity.fromPrivateKey(wrong), refusal("wrong-type"));
  const [one, two] = [Identity.generate(), Identity.generate()];
  assert.notEqual(one.id(), two.id());
  assert.equal(one.nullifier("7"), one.nullifier(7n, 0));
  assert.notEqual(one.nullifier("7"), one.nullifier("7", 1));
  assert.notEqual(one.nullifier("7"), one.nullifier("8"));
});

test("Poseidon, hash to field, scopes and payments follow the vectors", () => {
  for (const { inputs, output } of vectors("poseidon.json").vectors) assert.equal(workproof.poseidon(inputs), output);
  assert.throws(() => workproof.poseidon([]), refusal("malformed-value"));
  assert.throws(() => workproof.poseidon(Array(17).fill("1")), refusal("malformed-value"));
  assert.throws(() => workproof.poseidon([String(R)]), refusal("malformed-value"));
  const file = vectors("hash_to_field.json");
  for (const vector of file.vectors) assert.equal(workproof.hashToField(bytes(vector.bytes)), vector.field);
  const known = vectors("claims.json");
  const relay = known.claims.find(({ name }) => name === "relay").claim.statement;
  assert.equal(workproof.scope(known.scope), relay.scope);
  assert.equal(workproof.scope({ ...known.scope, chain_id: BigInt(known.scope.chain_id) }), relay.scope);
  assert.equal(workproof.message(known.payment), relay.message);
  assert.notEqual(workproof.message({ ...known.payment, recipient: "0x" + "0".repeat(64) }), relay.message);
  assert.equal(workproof.wordOfInteger(812n), known.scope.task);
  assert.equal(workproof.wordOfAddress("0x5e77000000000000000000000000000000000000"), known.scope.settlement);
  assert.equal(workproof.wordOfName("example relay network"), known.scope.network);
  for (const spoilt of [{ ...known.scope, chain_id: 10 }, { ...known.scope, more: 1 }, { ...known.scope, task: "812" }, {}, "[]"]) {
    assert.throws(() => workproof.scope(spoilt), refusal("malformed-value"));
  }
  assert.throws(() => workproof.scope('{"network":1,"network":1}'), refusal("malformed-value"));
});

test("contributor registries are zk-kit's LeanIMT", () => {
  const { registries } = vectors("lean_imt.json");
  for (const vector of registries) {
    const registry = ContributorRegistry.from(vector.leaves);
    const root = { contributor_root: vector.root, contributor_count: vector.size };
    assert.deepEqual(registry.root(), root);
    assert.equal(registry.export(), vector.export ?? registry.export());
    assert.deepEqual(ContributorRegistry.import(registry.export()).root(), root);
    const last = vector.size - 1;
    assert.equal(workproof.verifyMembership(vector.leaves[last], registry.proof(last), root), last);
    assert.equal(registry.position(vector.leaves[last]), last);
    assert.throws(() => workproof.verifyMembership("7", registry.proof(last), root), refusal("refused"));
    registry.close();
  }
  const empty = ContributorRegistry.from();
  assert.throws(() => empty.root(), refusal("refused"));
  empty.insert("1", 2n);
  assert.equal(empty.root().contributor_count, 2);
  empty.update(1, "5");
  empty.remove(0);
  assert.throws(() => empty.insert("0"), refusal("refused"));
  assert.throws(() => empty.proof(2), refusal("refused"));
  assert.throws(() => empty.proof(-1), refusal("wrong-type"));
  assert.throws(() => ContributorRegistry.import('[["1","2"],["3"]]'), refusal("malformed-value"));
});

test("attester registries and vouchers: issue, send, accept, and every reason not to", () => {
  const known = vectors("claims.json");
  const registry = AttesterRegistry.fromJson(known.attesters);
  const relay = known.claims.find(({ name }) => name === "relay").claim.statement;
  assert.equal(registry.root(), relay.attester_root);
  assert.deepEqual(registry.toJson(), known.attesters);
  for (const voucher of known.vouchers) {
    const { scope, contributor, attester_index } = voucher;
    const attester = registry.attester(attester_index);
    assert.equal(registry.indexOf(voucher.attester), attester_index);
    workproof.verifyVoucher(voucher);
    workproof.acceptVoucher(voucher, { scope, contributor, attester_index, attester });
    assert.deepEqual(workproof.voucherFromBytes(workproof.voucherToBytes(voucher)), voucher);
    const expected = { scope, contributor, attester_index, attester };
    for (const [change, code] of [[{ scope: "7" }, "refused"], [{ contributor: "7" }, "refused"], [{ attester_index: 1 }, "refused"],
      [{ attester: { ...attester, cap: "1" } }, "refused"], [{ attester: registry.attester(1) }, "refused"]]) {
      assert.throws(() => workproof.acceptVoucher(voucher, { ...expected, ...change }), refusal(code));
    }
    assert.throws(() => workproof.verifyVoucher({ ...voucher, units: "1" }), refusal("bad-signature"));
    assert.throws(() => workproof.acceptVoucher({ ...voucher, units: "1" }, expected), refusal("bad-signature"));
    assert.throws(() => workproof.verifyVoucher({ ...voucher, units: 1 }), refusal("malformed-value"));
    assert.throws(() => workproof.verifyVoucher({ ...voucher, more: 1 }), refusal("malformed-value"));
  }
  const packed = workproof.voucherToBytes(known.vouchers[0]);
  for (const spoilt of [packed.slice(1), new Uint8Array([...packed, 0]), packed.with(0, 2)]) {
    assert.throws(() => workproof.voucherFromBytes(spoilt), refusal("malformed-value"));
  }
  const key = SigningKey.fromPrivateKey(workproof.randomPrivateKey());
  const mine = { public_key: key.publicKey(), cap: 1000n };
  const index = registry.append(mine);
  assert.equal(index, known.attesters.attesters.length);
  assert.equal(registry.length(), index + 1);
  assert.throws(() => registry.append(mine), refusal("refused"));
  const voucher = key.issueVoucher({ scope: "5", contributor: 6n, units: 1000n, attester_index: index });
  workproof.acceptVoucher(voucher, { scope: 5n, contributor: "6", attester_index: index, attester: registry.attester(index) });
  for (const units of ["01", "-1", "1.5", String(2n ** 64n), ""]) {
    assert.throws(() => key.issueVoucher({ scope: "5", contributor: "6", units, attester_index: 0 }), refusal("malformed-value"), units);
  }
  assert.throws(() => key.issueVoucher({ scope: "5", contributor: "6", units: 7, attester_index: 0 }), refusal("wrong-type"));
  assert.throws(() => key.issueVoucher(), refusal("wrong-type"));
  registry.remove(index);
  assert.equal(registry.attester(index), null);
});

test("signatures follow the vectors: valid ones, and every edge of the rule (A16, A17)", () => {
  const file = vectors("eddsa.json");
  let checked = 0;
  for (const edge of file.edge_cases) {
    const { public_key: key, message, signature } = edge;
    const attempt = () => workproof.verifySignature(key, message, signature);
    if (edge.ours === "accept") attempt();
    else assert.throws(attempt, (error) => ["bad-signature", "malformed-value"].includes(error.code), JSON.stringify(edge));
    checked += 1;
  }
  assert.ok(checked > 20);
});

test("gold sets and answers: the commitments of the recorded claim, and fresh salts", () => {
  const [gold, again] = [GoldSet.from([0, 7, 0, 9]), GoldSet.from(Uint8Array.of(0, 7, 0, 9))];
  assert.notEqual(gold.commitment("5"), again.commitment("5"), "two salts");
  assert.equal(gold.count(), 2);
  assert.equal(gold.capacity(), 256);
  assert.equal(gold.score([1, 7, 1, 8]), 1);
  assert.equal(gold.score([1, 7, 1, 8], 1), 2);
  assert.throws(() => gold.score([1], 256), refusal("wrong-type"));
  const reopened = GoldSet.fromJson(gold.exposeJson());
  assert.equal(reopened.commitment(5n), gold.commitment("5", 256));
  assert.notEqual(gold.commitment("5", 1024), gold.commitment("5", 256));
  const answers = AnswerSet.from([1, 7, 1, 8]);
  const bound = { scope: "5", contributor: "6", message: "7" };
  const commitment = answers.commitment(bound);
  assert.equal(AnswerSet.fromJson(answers.exposeJson()).commitment(bound), commitment);
  for (const change of [{ scope: "8" }, { contributor: "8" }, { message: "8" }, { capacity: 4096 }]) {
    assert.notEqual(answers.commitment({ ...bound, ...change }), commitment);
  }
  assert.throws(() => GoldSet.fromJson(answers.exposeJson()), refusal("malformed-value"), "answers are no gold set");
  assert.throws(() => GoldSet.from([]), refusal("refused"));
  assert.throws(() => GoldSet.from(new Uint8Array(4097)), refusal("refused"));
  assert.throws(() => GoldSet.from([256]), refusal("wrong-type"));
  assert.throws(() => answers.commitment({}), refusal("wrong-type"));
  assert.throws(() => GoldSet.from(new Uint8Array(300)).commitment("5", 256), refusal("refused"));
});

const packages = process.env.WORKPROOF_NODE_PACKAGES === "1";
test("Semaphore and zk-kit take what this package makes, and the other way round", { skip: !packages && "npm packages are not installed" }, async () => {
  const resolve = createRequire(new URL("interop/package.json", repository)).resolve;
  const theirs = async (name) => {
    const found = await import(pathToFileURL(resolve(name)).href);
    return { ...found.default, ...found };
  };
  const semaphore = await theirs("@semaphore-protocol/identity");
  const eddsa = await theirs("@zk-kit/eddsa-poseidon");
  const { LeanIMT } = await theirs("@zk-kit/lean-imt");
  const { poseidon2 } = await theirs("poseidon-lite");
  for (let round = 0; round < 5; round += 1) {
    const ours = Identity.generate();
    const same = semaphore.Identity.import(ours.exposePrivateKey());
    assert.equal(ours.id(), String(same.commitment));
    assert.deepEqual(ours.publicKey(), same.publicKey.map(String));
    const message = 1234567890123456789n + BigInt(round);
    assert.equal(semaphore.Identity.verifySignature(message, plain(ours.sign(message)), same.publicKey), true);
    const signed = same.signMessage(message);
    workproof.verifySignature(ours.publicKey(), message, { R8: signed.R8.map(String), S: String(signed.S) });
    const fresh = new semaphore.Identity();
    assert.equal(Identity.import(fresh.export()).id(), String(fresh.commitment));
    const key = workproof.randomPrivateKey();
    const signer = SigningKey.fromPrivateKey(key);
    assert.deepEqual(signer.publicKey(), eddsa.derivePublicKey(Buffer.from(key)).map(String));
    assert.equal(eddsa.verifySignature(message, plain(signer.sign(message)), signer.publicKey().map(BigInt)), true);
  }
  const ids = Array.from({ length: 11 }, (_, index) => BigInt(index + 1));
  const tree = new LeanIMT((a, b) => poseidon2([a, b]), ids);
  const registry = ContributorRegistry.from(ids);
  assert.equal(registry.root().contributor_root, String(tree.root));
  assert.equal(ContributorRegistry.import(tree.export()).export(), registry.export());
  const proof = tree.generateProof(10);
  const given = { index: proof.index, siblings: proof.siblings.map(String) };
  assert.equal(workproof.verifyMembership(11n, given, registry.root()), 10);
});

const plain = ({ R8, S }) => ({ R8: R8.map(BigInt), S: BigInt(S) });
