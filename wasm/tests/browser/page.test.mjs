import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { SPOILED, claimNamed, dist, keyBytes } from "../vectors.mjs";
import { browser } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const SHOTS = fileURLToPath(new URL("../../dist/screenshots/", import.meta.url));
let server, chromium, page, faults;

before(async () => {
  server = await serve(fileURLToPath(new URL("page/", dist)));
  chromium = await browser({ viewport: { width: 1100, height: 900 } });
  page = await chromium.context.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => request.url().startsWith(server.url) || faults.push(`a request to ${request.url()}`));
  await mkdir(SHOTS, { recursive: true });
  await page.goto(server.url);
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

/** Waits for a verdict and returns it. */
async function verdict(...states) {
  await page.waitForFunction((wanted) => wanted.includes(document.getElementById("verdict").dataset.state), states);
  return (await page.locator("#verdict").innerText()).replaceAll(/\s+/g, " ");
}

async function openKey(name) {
  await page.locator("#key-file").setInputFiles({ name: "key.vkey", mimeType: "application/octet-stream", buffer: Buffer.from(keyBytes(name)) });
}

const file = (name, value) => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)) });

async function paste(claim) {
  await page.locator("#claim").fill(typeof claim === "string" ? claim : JSON.stringify(claim));
}

async function again() {
  await page.goto(server.url);
  await verdict("empty");
}

test("the page says what a relay claim says, whom it pays, and how long the check took", async () => {
  await page.locator("#example-relay").click();
  const said = await verdict("holds");
  assert.match(said, /At least 12\.4 GB of metered work The claim holds\. Checked in [\d.]+ ms/);
  const all = await page.locator("#says").innerText();
  assert.match(all, /At least 5 registered attesters counter-signed it/);
  assert.match(all, /one of 20 registered contributors, and does not show which/);
  assert.match(all, /It belongs to epoch 812 on chain 10/);
  assert.match(all, /It pays 0xc0ffee0000000000000000000000000000000001, until 2030-03-17/);
  assert.match(all, /What it does not say/);
  assert.equal(await page.locator("#values dt").count(), 12);
});

test("the page says what a gold claim says", async () => {
  await page.locator("#example-gold").click();
  await page.waitForFunction(() => document.getElementById("verdict-title").textContent.includes("labels"));
  assert.match(await verdict("holds"), /At least 15 of 20 hidden labels are matched/);
});

test("a forged claim is refused, and says nothing", async () => {
  await page.locator("#example-forged").click();
  assert.match(await verdict("refused"), /the proof does not fit The proof does not prove this statement\. Refuse the claim/);
  assert.equal(await page.locator("#says").isVisible(), false);
  assert.equal(await page.locator("#details").isVisible(), false);
});

test("claim and key come as files and by pasting, in any order", async () => {
  await again();
  await paste(claimNamed("relay").claim);
  assert.match(await verdict("empty"), /Waiting for the key/);
  await openKey("relay-10 ceremony");
  assert.match(await verdict("holds"), /At least 12,400,000,000 units of metered work/);
  await again();
  await openKey("relay-10 ceremony");
  await page.waitForFunction(() => document.getElementById("verdict-title").textContent.includes("Waiting for a claim"));
  await page.locator("#claim-file").setInputFiles(file("claim.json", claimNamed("relay").claim));
  await verdict("holds");
});

test("files are dropped anywhere, all at once", async () => {
  await again();
  const transfer = await page.evaluateHandle(({ claim, key }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([claim], "claim.json"));
    transfer.items.add(new File([Uint8Array.from(key)], "relay.vkey"));
    return transfer;
  }, { claim: JSON.stringify(claimNamed("relay").claim), key: [...keyBytes("relay-10 ceremony")] });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await verdict("holds");
});

test("every spoilt claim is refused with words of its own kind", async () => {
  await again();
  await openKey("relay-10 ceremony");
  const titles = new Set();
  for (const [what, [spoil]] of Object.entries(SPOILED)) {
    await paste("");
    await verdict("empty");
    const { claim } = claimNamed("relay");
    spoil(claim);
    await paste(claim);
    const said = await verdict("refused");
    assert.doesNotMatch(said, /undefined|internal|mistake of the package/, what);
    titles.add(await page.locator("#verdict-title").innerText());
  }
  assert.ok(titles.size >= 6, [...titles].join(", "));
  await paste("");
  for (const rubbish of ["hello", "{", "[]", "null", "{}", '{"fact":"relay"}', "<script>alert(1)</script>"]) {
    await paste(rubbish);
    assert.match(await verdict("refused"), /not a well-formed claim/, rubbish);
    await paste("");
    await verdict("empty");
  }
  await paste("x".repeat(70_000));
  assert.match(await verdict("refused"), /too large/);
  await paste(claimNamed("relay").claim);
  await verdict("holds");
});

test("a development key must be asked for, and its claims stay loud", async () => {
  await again();
  await paste(claimNamed("relay development").claim);
  await openKey("relay-10 development");
  assert.match(await verdict("warned"), /This is a development key Anyone can forge/);
  assert.equal(await page.locator("#says").isVisible(), false);
  await page.locator("#allow-development").click();
  await page.waitForFunction(() => document.getElementById("verdict-title").textContent.includes("trying"));
  assert.match(await verdict("warned"), /anyone can forge a claim like this\. Never pay for it/);
  // another key ends it
  await openKey("relay-10 ceremony");
  assert.match(await verdict("refused"), /made with another key/);
});

test("no key, a damaged key and a wrong file are told apart", async () => {
  await again();
  await page.locator("#key-file").setInputFiles(file("key.vkey", "\u0001\u0008relay-10"));
  assert.match(await verdict("refused"), /This is not a verifying key/);
  const damaged = Buffer.from(keyBytes("relay-10 ceremony"));
  damaged[220] ^= 1;
  await page.locator("#key-file").setInputFiles({ name: "damaged.vkey", mimeType: "application/octet-stream", buffer: damaged });
  assert.match(await verdict("refused"), /This is not a verifying key|Refused/);
  await page.locator("#claim-file").setInputFiles(file("vk.json", { vk_alpha_1: [] }));
  assert.match(await verdict("refused"), /snarkjs/);
});

test("a scope or payment that is not the claim's is refused", async () => {
  await again();
  const { scope, payment } = await (await fetch(`${server.url}examples.json`)).json();
  await openKey("relay-10 ceremony");
  await paste(claimNamed("relay").claim);
  await verdict("holds");
  await page.locator("#payment-file").setInputFiles(file("payment.json", { ...payment, recipient: "0x" + "7".repeat(64) }));
  assert.match(await verdict("refused"), /it pays somebody else/);
  await page.locator("#payment-file").setInputFiles(file("payment.json", payment));
  await verdict("holds");
  await page.locator("#scope-file").setInputFiles(file("scope.json", { ...scope, chain_id: "11" }));
  assert.match(await verdict("refused"), /it belongs to something else/);
});

test("everything works by keyboard alone", async () => {
  await again();
  await page.locator("#claim").focus();
  const seen = [];
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
  }
  for (const id of ["claim-file", "example-relay", "example-gold", "example-forged", "key-file", "SUMMARY"]) assert.ok(seen.includes(id), `${id} in ${seen}`);
  await page.locator("#example-gold").focus();
  await page.keyboard.press("Enter");
  await verdict("holds");
});

test("it works offline once it is loaded", async () => {
  await again();
  await openKey("relay-10 ceremony");
  await paste(claimNamed("relay").claim);
  await verdict("holds");
  await chromium.context.setOffline(true);
  try {
    await paste("");
    await verdict("empty");
    await paste(claimNamed("relay").claim);
    await verdict("holds");
    await openKey("gold-256 ceremony");
    await paste(claimNamed("gold-14").claim);
    await page.waitForFunction(() => document.getElementById("verdict-title").textContent.includes("labels"));
  } finally {
    await chromium.context.setOffline(false);
  }
});

for (const [name, options, example] of [
  ["light", { viewport: { width: 1100, height: 1150 }, colorScheme: "light" }, "#example-relay"],
  ["dark", { viewport: { width: 1100, height: 1150 }, colorScheme: "dark" }, "#example-relay"],
  ["narrow", { viewport: { width: 360, height: 760 }, colorScheme: "light" }, "#example-gold"],
  ["refused", { viewport: { width: 360, height: 760 }, colorScheme: "dark" }, "#example-forged"],
]) {
  test(`nothing sticks out: ${name}`, async () => {
    await page.setViewportSize(options.viewport);
    await page.emulateMedia({ colorScheme: options.colorScheme });
    await again();
    await page.locator(example).click();
    await verdict("holds", "refused");
    if (await page.locator("#details").isVisible()) await page.locator("#details summary").click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    await page.screenshot({ path: `${SHOTS}${name}.png`, fullPage: true });
  });
}

test("the console stayed clean, and nothing was asked of anybody else", () => assert.deepEqual(faults, []));
