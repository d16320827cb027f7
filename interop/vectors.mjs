// Writes the test vectors: node vectors.mjs [--check] [DIR]. With --check it only compares. Prints one JSON line.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { loadCircomlib } from "./lib/circomlib.mjs";
import eddsaVectors from "./vectors/eddsa.mjs";
import hashToFieldVectors from "./vectors/hash_to_field.mjs";
import identityVectors from "./vectors/identity.mjs";
import imtVectors from "./vectors/imt.mjs";
import leanImtVectors from "./vectors/lean_imt.mjs";
import poseidonVectors from "./vectors/poseidon.mjs";

const FILES = {
  "eddsa.json": eddsaVectors,
  "hash_to_field.json": hashToFieldVectors,
  "identity.json": identityVectors,
  "imt.json": imtVectors,
  "lean_imt.json": leanImtVectors,
  "poseidon.json": poseidonVectors,
};

const options = process.argv.slice(2);
const checkOnly = options.includes("--check");
const defaultDirectory = fileURLToPath(new URL("../test-vectors", import.meta.url));
const directory = options.find((option) => !option.startsWith("--")) ?? defaultDirectory;

function current(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

const circomlib = await loadCircomlib();
mkdirSync(directory, { recursive: true });
const changed = [];
for (const [name, make] of Object.entries(FILES)) {
  const file = path.join(directory, name);
  const text = `${JSON.stringify({ generator: "interop/vectors.mjs", ...make(circomlib) }, null, 1)}\n`;
  if (current(file) === text) continue;
  changed.push(name);
  if (!checkOnly) writeFileSync(file, text);
}
console.log(JSON.stringify({ ok: !(checkOnly && changed.length), files: Object.keys(FILES), changed }));
process.exitCode = checkOnly && changed.length ? 1 : 0;
