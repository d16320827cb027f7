// An EdDSA-Poseidon signer that may break every rule: any nonce, any torsion on the key or on R.
import { poseidon5 } from "poseidon-lite";
import { L, modulo } from "./field.mjs";

/** The neutral point of Baby Jubjub. */
export const NEUTRAL = [0n, 1n];

/** The seven points whose order is 2, 4 or 8; entry k - 1 is k times the first, which has order 8. */
export function torsionPoints(circomlib) {
  const first = circomlib.multiply(circomlib.generator, L);
  const points = Array.from({ length: 7 }, (_, index) => circomlib.multiply(first, BigInt(index + 1)));
  if (circomlib.multiply(first, 4n)[1] === 1n) throw new Error("the torsion generator has not order 8");
  return points;
}

/**
 * Signs `message` with the scalar `secret` and the nonce `nonce`, for the key `secret * B8 + keyTorsion` and with
 * `R = nonce * B8 + nonceTorsion`. With neutral torsion the result is an ordinary signature.
 */
export function signFreely(circomlib, { secret, nonce, message, keyTorsion = NEUTRAL, nonceTorsion = NEUTRAL }) {
  const publicKey = circomlib.add(circomlib.multiply(circomlib.base8, secret), keyTorsion);
  const R8 = circomlib.add(circomlib.multiply(circomlib.base8, nonce), nonceTorsion);
  const challenge = poseidon5([...R8, ...publicKey, message]);
  return { message, publicKey, signature: { R8, S: modulo(nonce + 8n * challenge * secret, L) } };
}
