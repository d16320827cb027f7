// The package beside snarkjs, on the same proof, in one run: node wasm/tools/figures.mjs
// Needs cargo xtask wasm and cargo xtask node-packages first. Prints the table of the book.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browser } from "../tests/browser/chromium.mjs";
import { serve } from "../tests/browser/serve.mjs";
import { claimNamed, dist, keyBytes, repository, snarkjsKey } from "../tests/vectors.mjs";

const interop = createRequire(new URL("interop/package.json", repository));
const FIRST_RUNS = 9;
const REPEATED = 100;

const folder = mkdtempSync(join(tmpdir(), "workproof-figures-"));
const { claim, snarkjs } = claimNamed("relay");
const example = { claim, key: [...keyBytes("relay-10 ceremony")], snarkjs: { ...snarkjs, key: snarkjsKey("relay-10 ceremony") } };
writeFileSync(join(folder, "example.json"), JSON.stringify(example));
cpSync(fileURLToPath(dist), join(folder, "workproof"), { recursive: true, filter: (path) => !/^(page|screenshots)/.test(relative(fileURLToPath(dist), path)) });
cpSync(join(fileURLToPath(new URL("interop/node_modules/snarkjs/build/", repository)), "snarkjs.min.js"), join(folder, "snarkjs.min.js"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>figures</title>");

/** Both peers, as source text that runs in Node.js and in a page alike. */
const PEERS = {
  workproof: {
    node: `const { Verifier } = await import(${JSON.stringify(pathToFileURL(join(folder, "workproof/verify.js")).href)});`,
    page: `const { Verifier } = await import("/workproof/verify.js");`,
    prepare: `const verifier = await Verifier.load(Uint8Array.from(example.key)); const text = JSON.stringify(example.claim);`,
    check: `verifier.verify(text)`,
  },
  snarkjs: {
    node: `const snarkjs = await import(${JSON.stringify(pathToFileURL(interop.resolve("snarkjs")).href)}).then((found) => found.default ?? found);`,
    page: `await new Promise((loaded) => { const script = document.createElement("script"); script.src = "/snarkjs.min.js"; script.onload = loaded; document.head.append(script); }); const { snarkjs } = globalThis;`,
    prepare: `const { key, public: signals, proof } = example.snarkjs;`,
    check: `if (!(await snarkjs.groth16.verify(key, signals, proof))) throw new Error("refused")`,
  },
};

const first = ({ prepare, check }, load) => `const start = performance.now(); ${load} ${prepare} await (async () => ${body(check)})(); return performance.now() - start;`;
const repeated = ({ prepare, check }, load) => `${load} ${prepare}
  const once = async () => ${body(check)};
  for (let round = 0; round < 30; round += 1) await once();
  const times = [];
  for (let round = 0; round < ${REPEATED}; round += 1) { const start = performance.now(); await once(); times.push(performance.now() - start); }
  return times;`;
const body = (check) => `{ ${check}; }`;

function inNode(code) {
  const script = join(folder, "run.mjs");
  writeFileSync(script, `import { readFileSync } from "node:fs";
    const example = JSON.parse(readFileSync(${JSON.stringify(join(folder, "example.json"))}, "utf8"));
    const result = await (async () => { ${code} })();
    console.log(JSON.stringify(result)); process.exit(0);`);
  return JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" }));
}

const server = await serve(folder);
async function inBrowser(code) {
  const chromium = await browser();
  try {
    const page = await chromium.context.newPage();
    await page.goto(server.url);
    return await page.evaluate(`(async () => { const example = ${JSON.stringify(example)}; ${code} })()`);
  } finally {
    await chromium.close();
  }
}

const sorted = (values) => values.toSorted((a, b) => a - b);
const middle = (values) => sorted(values)[values.length >> 1];
const show = (values) => `${sorted(values)[0].toFixed(1)} / ${middle(values).toFixed(1)} ms`;
const times = (slow, fast) => `${(middle(slow) / middle(fast)).toFixed(1)} times (least: ${(sorted(slow)[0] / sorted(fast)[0]).toFixed(1)})`;

console.log("| where | what | workproof, least / median | snarkjs 0.7.6, least / median | sooner by |\n|---|---|---|---|---|");
for (const [where, run, load] of [["Node.js", inNode, "node"], ["Chromium", inBrowser, "page"]]) {
  const firsts = { workproof: [], snarkjs: [] };
  for (let round = 0; round < FIRST_RUNS; round += 1) {
    for (const name of Object.keys(firsts)) firsts[name].push(await run(first(PEERS[name], PEERS[name][load])));
  }
  const all = { workproof: [], snarkjs: [] };
  for (let round = 0; round < 3; round += 1) {
    for (const name of Object.keys(all)) all[name].push(...(await run(repeated(PEERS[name], PEERS[name][load]))));
  }
  for (const [what, { workproof, snarkjs }] of [["first verification, loading included", firsts], ["repeated verification", all]]) {
    console.log(`| ${where} | ${what} | ${show(workproof)} | ${show(snarkjs)} | ${times(snarkjs, workproof)} |`);
  }
}

/** Where the time of a first verification in Chromium goes; the last part is what streaming would take for the first two. */
const PARTS = ["script", "fetch", "compile", "instantiate", "load the key", "check the claim", "fetch and compile, streaming"];
const parts = `const times = []; let last = performance.now();
  const mark = () => { const now = performance.now(); times.push(now - last); last = now; };
  await import("/workproof/verify.js"); mark();
  const bytes = await (await fetch("/workproof/verify.wasm")).arrayBuffer(); mark();
  const module = await WebAssembly.compile(bytes); mark();
  const { exports } = await WebAssembly.instantiate(module); mark();
  const call = (name, numbers, bytes) => {
    const place = exports.reserve(bytes.length); // which may move the memory
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    if (exports[name](...numbers, bytes.length) !== 0) throw new Error(name + " refused");
  };
  call("load", [], Uint8Array.from(example.key));
  const handle = new DataView(exports.memory.buffer).getUint32(exports.reply_pointer(), true); mark();
  call("verify", [handle], new TextEncoder().encode(JSON.stringify(example.claim))); mark();
  return times;`;
const streaming = `const start = performance.now(); await WebAssembly.compileStreaming(fetch("/workproof/verify.wasm")); return performance.now() - start;`;
const runs = [];
for (let round = 0; round < FIRST_RUNS; round += 1) runs.push([...(await inBrowser(parts)), await inBrowser(streaming)]);
console.log("\n| part of a first verification in Chromium | least / median |\n|---|---|");
for (const [index, part] of PARTS.entries()) console.log(`| ${part} | ${show(runs.map((times) => times[index]))} |`);

await server.close();
rmSync(folder, { recursive: true, force: true });
