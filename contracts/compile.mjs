// Compiles the contracts with solc-js and writes artifacts/, or with --check compares with what is there.
//
// One JSON file for each contract: compiler, settings, ABI, creation code, sizes. The tests run these, so nobody needs Node.js
// to run them, and the check says that they are what the sources compile to.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const solc = require("solc");
const here = dirname(fileURLToPath(import.meta.url));
const artifacts = join(here, "artifacts");
const check = process.argv.includes("--check");

/** Every Solidity file below a folder, as a path from here. */
function sources(folder) {
  return readdirSync(join(here, folder), { recursive: true })
    .filter((name) => name.endsWith(".sol"))
    .map((name) => join(folder, name))
    .sort();
}

/** Resolves imports of packages; imports between our own files need no help. */
function findImport(path) {
  for (const candidate of [join(here, path), join(here, "node_modules", path)]) {
    if (existsSync(candidate)) return { contents: readFileSync(candidate, "utf8") };
  }
  return { error: `${path} is not there; run npm ci` };
}

// A verifier is run far more often than deployed; the settlement has to fit the limit of a contract's size.
const poseidon = ["T3", "T5", "T6"].map((width) => `poseidon-solidity/Poseidon${width}.sol`);
const groups = [
  { files: sources("generated"), viaIR: true, runs: 1_000_000 },
  { files: [...sources("src"), ...sources("test")], viaIR: true, runs: 200_000 },
  // through the IR these unroll to five times the limit
  { files: poseidon, viaIR: false, runs: 200 },
];

const settingsFor = ({ viaIR, runs }) => ({
  viaIR,
  evmVersion: "cancun",
  optimizer: { enabled: true, runs },
  metadata: { bytecodeHash: "none", appendCBOR: false },
  outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.bytecode.linkReferences", "evm.deployedBytecode.object"] } },
});

function compile({ files, ...options }) {
  const settings = settingsFor(options);
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(files.map((file) => [file, { content: findImport(file).contents }])),
    settings,
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: findImport }));
  const ours = (one) => one.severity === "error" || files.includes(one.sourceLocation?.file);
  const problems = (output.errors ?? []).filter(ours);
  for (const problem of problems) console.error(problem.formattedMessage);
  if (problems.length > 0) throw new Error("the contracts do not compile without complaint");
  return { files, settings, contracts: output.contracts };
}

/** The contracts of a group's own files, one document each. */
function documents({ files, settings, contracts }) {
  const found = new Map();
  for (const [file, named] of Object.entries(contracts)) {
    for (const [name, { abi: own, evm }] of Object.entries(named)) {
      // a contract that answers its interface by a fallback alone has the interface's functions
      const abi = own.every(({ type }) => type === "fallback") ? (named[`I${name}`]?.abi ?? own) : own;
      // interfaces have no code, and libraries that are compiled into their callers nothing to call
      if (!files.includes(file) || evm.bytecode.object === "" || abi.length === 0) continue;
      const linked = Object.keys(evm.bytecode.linkReferences).length > 0;
      found.set(`${name}.json`, {
        contract: `${file}:${name}`,
        compiler: solc.version(),
        settings: { viaIR: settings.viaIR, evmVersion: settings.evmVersion, runs: settings.optimizer.runs },
        codeBytes: evm.deployedBytecode.object.length / 2,
        abi,
        // code with places for the addresses of libraries is not code yet
        ...(linked
          ? { links: evm.bytecode.linkReferences, unlinkedBytecode: evm.bytecode.object }
          : { bytecode: `0x${evm.bytecode.object}` }),
      });
    }
  }
  return found;
}

const wanted = new Map(
  groups.flatMap((group) => [...documents(compile(group))]).map(([name, document]) => [name, `${JSON.stringify(document, null, 1)}\n`]),
);
mkdirSync(artifacts, { recursive: true });
const present = readdirSync(artifacts).filter((name) => name.endsWith(".json"));
let differences = 0;
for (const name of new Set([...wanted.keys(), ...present])) {
  const path = join(artifacts, name);
  const before = present.includes(name) ? readFileSync(path, "utf8") : undefined;
  if (before === wanted.get(name)) continue;
  differences += 1;
  console.error(`${relative(here, path)} ${check ? "is not what the sources compile to" : "written"}`);
  if (check) continue;
  if (wanted.has(name)) writeFileSync(path, wanted.get(name));
  else rmSync(path);
}
console.log(`${wanted.size} contracts by solc ${solc.version()}, ${differences} differences`);
if (check && differences > 0) process.exit(1);
