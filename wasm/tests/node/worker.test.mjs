import assert from "node:assert/strict";
import { test } from "node:test";
import { startProtocolWorker } from "../../dist/protocol-remote.js";
import { WorkproofError, startVerifyWorker } from "../../dist/verify-remote.js";
import { claimNamed, keyBytes, snarkjsKey } from "../vectors.mjs";

const code = (wanted) => (error) => error instanceof WorkproofError && error.code === wanted && error.help.length > 10;

test("claims are checked in a worker while this thread stays free", async () => {
  const worker = startVerifyWorker();
  const verifier = await worker.Verifier.load(keyBytes("relay-10 ceremony"));
  const { claim, snarkjs } = claimNamed("relay");
  assert.deepEqual(await verifier.verify(claim), claim);
  assert.equal((await verifier.key()).circuit, "relay-10");
  await assert.rejects(verifier.verify({ ...claim, version: 2 }), code("unknown-version"));
  await assert.rejects(worker.Verifier.load(keyBytes("relay-10 development")), code("development-key"));
  // twenty checks run there, and the clock here goes on
  let longest = 0;
  const start = performance.now();
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const all = await Promise.all(Array.from({ length: 20 }, () => verifier.verify(claim)));
  clearInterval(beat);
  const whole = performance.now() - start;
  assert.equal(all.length, 20);
  assert.ok(longest < whole / 2, `this thread stood still for ${longest} of ${whole} ms`);
  const foreign = await worker.ForeignVerifier.load(snarkjsKey("relay-10 ceremony"));
  await foreign.verify(snarkjs.public, snarkjs.proof);
  assert.deepEqual(await worker.lintKey(snarkjsKey("relay-10 ceremony")), []);
  await verifier.close();
  await assert.rejects(verifier.verify(claim), WorkproofError);
  await assert.rejects(verifier.noSuchMethod(), code("wrong-type"));
  const waiting = foreign.verify(snarkjs.public, snarkjs.proof);
  worker.stop();
  await assert.rejects(waiting, code("closed"));
  await assert.rejects(foreign.verify(snarkjs.public, snarkjs.proof), code("closed"));
});

test("the protocol in a worker", async () => {
  const worker = startProtocolWorker();
  const identity = await worker.Identity.fromPrivateKey("a secret of mine");
  const registry = await worker.ContributorRegistry.from(["1", await identity.id()]);
  const root = await registry.root();
  assert.equal(await worker.verifyMembership(await identity.id(), await registry.proof(1), root), 1);
  await assert.rejects(worker.verifyMembership("9", await registry.proof(1), root), code("refused"));
  const key = await worker.SigningKey.fromPrivateKey("a secret of theirs");
  const signature = await key.sign(7n);
  await worker.verifySignature(await key.publicKey(), 7n, signature);
  await assert.rejects(worker.verifySignature(await key.publicKey(), 8n, signature), code("bad-signature"));
  worker.stop();
});
