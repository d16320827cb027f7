// Writes the package's scripts: node scripts.mjs FROM TO
//
// An entry is one file with all that it imports, since each further request is time that a page waits. Nothing is written that
// only readers of the source need; a source map lies beside each.
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { minifySync } from "rolldown/utils";

const ENTRIES = ["verify.js", "protocol.js"];
/** Only entries import them. */
const INLINED = ["expectations.js", "module.js", "random.js"];
const MINIFY = { compress: { target: "es2022" }, mangle: { toplevel: true } };

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from).filter((file) => file.endsWith(".js") && !INLINED.includes(file))) {
  const source = readFileSync(join(from, name), "utf8");
  // bundlers find workers by these very words, which would not survive
  if (source.includes("new Worker(")) copyFileSync(join(from, name), join(to, name));
  else write(name, ENTRIES.includes(name) ? await bundle(name) : minify(name, source));
}

async function bundle(name) {
  const build = await rolldown({ input: join(from, name), platform: "neutral" });
  const { output } = await build.generate({ format: "esm", minify: MINIFY, sourcemap: "hidden" });
  if (output.filter(({ type }) => type === "chunk").length !== 1) throw new Error(`${name} became several files`);
  const { code, map } = output[0];
  return { code: code.trimEnd(), map: { ...map, sources: map.sources.map((path) => path.replace(/^.*\//, "")) } };
}

function minify(name, source) {
  const { code, map, errors } = minifySync(name, source, { module: true, ...MINIFY, sourcemap: true });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  return { code, map: { ...map, sources: [name], sourcesContent: [source] } };
}

function write(name, { code, map }) {
  // bundlers find other files by a plain string, which is as long as what stands here now
  const found = code.replaceAll(/new URL\(`([^`$"\\]*)`/g, 'new URL("$1"');
  writeFileSync(join(to, name), `${found}\n//# sourceMappingURL=${name}.map\n`);
  writeFileSync(join(to, `${name}.map`), JSON.stringify({ ...map, file: name }));
}
