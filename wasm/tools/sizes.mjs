// Checks what a page has to load: node sizes.mjs DIST
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Each entry with everything that it loads, and the most bytes it may have after brotli -11: what it has today and a little
 * room, so that growth is noticed. Lower it with every saving.
 */
const ENTRIES = {
  "workproof/verify": { most: 44_500, files: ["verify.js", "verify.wasm"] },
  "workproof/protocol": { most: 65_000, files: ["protocol.js", "protocol.wasm"] },
};

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

let tooLarge = false;
for (const [entry, { most, files }] of Object.entries(ENTRIES)) {
  const sizes = files.map((file) => brotli(readFileSync(join(process.argv[2], file))));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${entry}: ${all} bytes after brotli, at most ${most} (${files.map((file, i) => `${file} ${sizes[i]}`).join(", ")})`);
  tooLarge ||= all > most;
}
if (tooLarge) {
  console.error("an entry of the package is larger than its budget");
  process.exit(1);
}
