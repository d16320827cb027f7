// Name, version and licence of an installed package, for the "source" line of every vector file.
import { readFileSync } from "node:fs";

/** For example `circomlibjs@0.1.7 (GPL-3.0)`. */
export function packageSource(name) {
  const manifest = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8"));
  return `${name}@${manifest.version} (${manifest.license})`;
}
