// Products in the base field by the width of their limbs: node wasm/limbs/measure.mjs
// Needs the target wasm32-unknown-unknown. Prints the table of the book.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../../target/limbs", import.meta.url));
const VARIANTS = ["arkworks' product", "arkworks' square", "8 words of 32 bits", "9 limbs of 29 bits", "9 limbs of 29 bits, stored in 4 words", "two at once by SIMD, each"];
const PRODUCTS = 100_000;
const ROUNDS = 25;

const modules = ["z", "s", "3"].map((level) => {
  const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: level, CARGO_TARGET_DIR: target, RUSTFLAGS: "-C target-feature=+simd128" };
  execFileSync("cargo", ["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown"], { cwd: folder, env, stdio: "inherit" });
  const bytes = readFileSync(`${target}/wasm32-unknown-unknown/release/workproof_wasm_limbs.wasm`);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  // both of the last kinds go on with the same limbs
  if (exports.agree(2000) !== 1 || exports.run(3, 2000) !== exports.run(5, 2000)) throw new Error(`at level ${level} the products differ from arkworks'`);
  return { level, exports, times: VARIANTS.map(() => []) };
});
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { exports, times } of modules) {
    for (const variant of VARIANTS.keys()) {
      const start = performance.now();
      exports.run(variant, PRODUCTS);
      times[variant].push(((performance.now() - start) * 1e6) / PRODUCTS / (variant === 5 ? 2 : 1));
    }
  }
}
const show = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[0].toFixed(0)} / ${sorted[sorted.length >> 1].toFixed(0)}`;
};
console.log(`| ns, least / median | ${modules.map(({ level }) => `\`opt-level = ${level}\``).join(" | ")} |\n|---|---|---|---|`);
for (const [variant, name] of VARIANTS.entries()) {
  console.log(`| ${name} | ${modules.map(({ times }) => show(times[variant])).join(" | ")} |`);
}
