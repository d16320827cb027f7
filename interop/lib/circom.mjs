// circom, compiled to WebAssembly: a program to its .r1cs, inputs to their .wtns.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * Compiles `source` with circom's default options into `directory`, a full path: NAME.r1cs, and NAME_js/ with what calculates
 * witnesses unless `witness` is false. Programs may include the files of `circuits/` and of npm packages.
 */
export function compile(source, directory, name, { witness = true } = {}) {
  const program = path.join(directory, `${name}.circom`);
  writeFileSync(program, source);
  // the compiler sees no files above the folder that it runs in, so that it runs in the root
  const { root } = path.parse(directory);
  const below = (file) => path.relative(root, file);
  const libraries = ["circuits", "node_modules"].flatMap((library) => ["-l", below(folder(library))]);
  const compiler = path.join(path.dirname(require.resolve("circom2")), "cli.js");
  const options = [below(program), "--r1cs", ...(witness ? ["--wasm"] : []), "-o", below(directory), ...libraries];
  // what it says goes to standard error: it counts rows, and names what it refuses
  execFileSync(process.execPath, [compiler, ...options], { cwd: root, stdio: ["ignore", 2, 2] });
}

/** Calculates the witness of `inputs` with what `compile` left, into NAME.wtns. */
export async function calculateWitness(inputs, directory, name) {
  const generated = path.join(directory, `${name}_js`);
  const build = require(path.join(generated, "witness_calculator.js"));
  const calculator = await build(readFileSync(path.join(generated, `${name}.wasm`)));
  writeFileSync(path.join(directory, `${name}.wtns`), await calculator.calculateWTNSBin(inputs, 0));
}
