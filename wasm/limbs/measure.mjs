// Arithmetic in the base field, arkworks' and ours: node wasm/limbs/measure.mjs
// Needs the target wasm32-unknown-unknown. Prints the table of the book.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../../target/limbs", import.meta.url));
const OPERATIONS = ["product", "square", "sum of two products", "sum", "difference", "inverse"];
const KINDS = ["wide", "narrow"];
const LEVELS = ["z", "s", "3"];
const ROUNDS = 25;
/** An inverse takes as long as hundreds of products. */
const repetitions = (operation) => (OPERATIONS[operation] === "inverse" ? 500 : 100_000);

const modules = LEVELS.map((level) => {
  const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: level, CARGO_TARGET_DIR: target };
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked", "--target", "wasm32-unknown-unknown"], { cwd: folder, env, stdio: "inherit" });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${target}/wasm32-unknown-unknown/release/workproof_wasm_limbs.wasm`)));
  for (const [operation, name] of OPERATIONS.entries()) {
    if (exports.wide(operation, 1001) !== exports.narrow(operation, 1001)) throw new Error(`at level ${level}: another ${name} than arkworks'`);
  }
  return { exports, times: KINDS.map(() => OPERATIONS.map(() => [])) };
});
for (let round = 0; round < ROUNDS; round += 1) {
  for (const operation of OPERATIONS.keys()) {
    for (const { exports, times } of modules) {
      for (const [kind, name] of KINDS.entries()) {
        const count = repetitions(operation);
        const start = performance.now();
        exports[name](operation, count);
        times[kind][operation].push(((performance.now() - start) * 1e6) / count);
      }
    }
  }
}
const show = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[0].toFixed(0)} / ${sorted[sorted.length >> 1].toFixed(0)}`;
};
console.log(`| ns, least / median | ${LEVELS.map((level) => `\`opt-level = ${level}\``).join(" | ")} |\n|---|---|---|---|`);
for (const [operation, name] of OPERATIONS.entries()) {
  for (const [kind, whose] of ["arkworks", "29 bits"].entries()) {
    console.log(`| ${name}, ${whose} | ${modules.map(({ times }) => show(times[kind][operation])).join(" | ")} |`);
  }
}
