// The package as npm packs it, installed into a plain Node.js project and into a fresh Vite app.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browser } from "../browser/chromium.mjs";
import { serve } from "../browser/serve.mjs";
import { claimNamed, dist, keyBytes } from "../vectors.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tools = here("../../node_modules");
const hasBrowser = existsSync(process.env.WORKPROOF_CHROMIUM || "/usr/bin/chromium");
const { claim } = claimNamed("relay");
const key = keyBytes("relay-10 ceremony");
let folder, packed;

const run = (program, args, cwd) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** A project with the packed package in its node_modules, as `npm install` leaves it. */
function project(name) {
  const root = join(folder, name);
  cpSync(here(name), root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", packed], root);
  return root;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "workproof-projects-"));
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], fileURLToPath(dist)));
  packed = join(folder, filename);
  const names = files.map(({ path }) => path);
  for (const wanted of ["verify.wasm", "protocol.wasm", "verify.js", "verify.d.ts", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "package.json"]) {
    assert.ok(names.includes(wanted), `${wanted} is in the package`);
  }
  assert.ok(!names.some((name) => name.includes("/")), `nothing else is: ${names}`);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("no file of the package names the machine that built it", () => {
  for (const name of ["verify.wasm", "protocol.wasm"]) {
    const text = readFileSync(new URL(name, dist), "latin1");
    assert.doesNotMatch(text, /\/root\/|\/home\/|\/Users\/|\.cargo\/registry/);
  }
});

test("a plain Node.js script", () => {
  const root = project("node-app");
  writeFileSync(join(root, "example.json"), JSON.stringify({ claim, key: Buffer.from(key).toString("hex") }));
  const said = JSON.parse(run(process.execPath, ["check.mjs", "example.json"], root));
  assert.deepEqual(said, { amount: "12400000000", code: "invalid-proof", sameInWorker: true, sameId: true });
});

test("the example of the README", () => {
  const root = project("node-app");
  const [, code] = /```js\n([^]*?)```/.exec(readFileSync(new URL("README.md", dist), "utf8"));
  assert.ok(code.trim().split("\n").length <= 12, "it is short");
  writeFileSync(join(root, "readme.mjs"), code);
  writeFileSync(join(root, "relay-10.vkey"), key);
  writeFileSync(join(root, "claim.json"), JSON.stringify(claim));
  assert.match(run(process.execPath, ["readme.mjs"], root), /at least 12400000000/);
});

test("a fresh Vite app: types, build, and the built app in a browser", { skip: !hasBrowser && "there is no browser" }, async () => {
  const root = project("vite-app");
  prepare(root);
  run(process.execPath, [join(tools, "typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "es2022,dom", "main.ts"], root);
  const log = run(process.execPath, [join(tools, "vite/bin/vite.js"), "build", "--logLevel", "warn"], root);
  assert.equal(log.trim(), "", "without a warning");
  const server = await serve(join(root, "dist"), {
    "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
  });
  try {
    assert.equal(await said(server.url), "12400000000 5 12400000000 unknown-version true");
  } finally {
    await server.close();
  }
});

test("a fresh Vite app under its development server", { skip: !hasBrowser && "there is no browser" }, async () => {
  const root = project("vite-app");
  prepare(root);
  const vite = spawn(process.execPath, [join(tools, "vite/bin/vite.js"), "--host", "127.0.0.1", "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await new Promise((resolve, reject) => {
      let output = "";
      vite.stdout.on("data", (data) => {
        output += data;
        // eslint-disable-next-line no-control-regex
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output.replaceAll(/\u001b\[\d+m/g, ""));
        if (found) resolve(found[0]);
      });
      vite.on("exit", () => reject(new Error(`vite ended: ${output}`)));
    });
    assert.equal(await said(url), "12400000000 5 12400000000 unknown-version true");
  } finally {
    vite.kill();
  }
});

/** Vite itself comes from the tools, so that nothing is fetched; the claim is what the app asks for. */
function prepare(root) {
  for (const name of ["vite"]) if (!existsSync(join(root, "node_modules", name))) symlinkSync(join(tools, name), join(root, "node_modules", name));
  mkdirSync(join(root, "public"), { recursive: true });
  writeFileSync(join(root, "public/example.json"), JSON.stringify({ claim, key: [...key] }));
}

/** What the app shows in the end. */
async function said(url) {
  const chromium = await browser();
  try {
    const page = await chromium.context.newPage();
    page.on("console", (message) => console.log(`browser: ${message.text()}`));
    await page.goto(url);
    await page.waitForFunction(() => document.getElementById("said").textContent !== "…");
    return await page.locator("#said").innerText();
  } finally {
    await chromium.close();
  }
}
