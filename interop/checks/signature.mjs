// Our signature of a bare message, verified by zk-kit and by circomlibjs.
import { verifySignature } from "@zk-kit/eddsa-poseidon";
import { loadCircomlib } from "../lib/circomlib.mjs";
import { parseDecimal } from "../lib/field.mjs";
import { parsePoint, parseSignature } from "../lib/forms.mjs";

/** `form`: `{ message, public_key, signature: { R8, S } }`. */
export default async function checkSignature(form) {
  const message = parseDecimal(form.message, "message");
  const publicKey = parsePoint(form.public_key, "public_key");
  const signature = parseSignature(form.signature);
  if (!verifySignature(message, signature, publicKey)) return "zk-kit refuses the signature";
  const circomlib = await loadCircomlib();
  if (!circomlib.verify(message, signature, publicKey)) return "circomlibjs refuses the signature";
  return null;
}
