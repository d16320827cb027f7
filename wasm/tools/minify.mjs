// Writes the package's scripts without what only their readers need, and a source map beside each: node minify.mjs FROM TO
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "rolldown/utils";

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from).filter((file) => file.endsWith(".js"))) {
  const source = readFileSync(join(from, name), "utf8");
  // bundlers find workers by these very words, which would not survive
  if (source.includes("new Worker(")) {
    copyFileSync(join(from, name), join(to, name));
    continue;
  }
  const { code, map, errors } = minifySync(name, source, {
    module: true,
    compress: { target: "es2022" },
    mangle: { toplevel: true },
    sourcemap: true,
  });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  // and files by a plain string, which is as long as what stands here now
  const found = code.replaceAll(/new URL\(`([^`$"\\]*)`/g, 'new URL("$1"');
  writeFileSync(join(to, name), `${found}\n//# sourceMappingURL=${name}.map\n`);
  writeFileSync(join(to, `${name}.map`), JSON.stringify({ ...map, file: name, sources: [name], sourcesContent: [source] }));
}
