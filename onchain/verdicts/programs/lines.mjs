// The line protocol of external verifiers: see ../src/external.rs.

import { createInterface } from "node:readline";

/**
 * Reads the keys, then answers every case. `open` is given each key and returns what `accepts` is called with for cases of that key.
 */
export async function answer(open, accepts) {
  const keys = new Map();
  let isFirst = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const told = JSON.parse(line);
    if (isFirst) {
      for (const key of told.keys) keys.set(key.name, await open(key));
      isFirst = false;
      continue;
    }
    const accepted = await accepts(keys.get(told.key), told.claims);
    if (!process.stdout.write(accepted ? "accepted\n" : "refused\n")) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
}

export const bytes = (hex) => Buffer.from(hex.slice(2), "hex");
