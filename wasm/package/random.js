import { WorkproofError } from "./error.js";

/** Secure random bytes, or an error: keys and salts are never made of anything else. */
export function random(length) {
  requireRandom();
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(length));
  // a stub that fills in nothing would give everybody the same key
  if (bytes.every((byte) => byte === bytes[0])) {
    throw new WorkproofError("no-secure-random", "crypto.getRandomValues returned the same byte over and over");
  }
  return bytes;
}

export function requireRandom() {
  if (typeof globalThis.crypto?.getRandomValues !== "function") {
    throw new WorkproofError("no-secure-random", "there is no crypto.getRandomValues here");
  }
}
