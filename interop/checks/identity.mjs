// Our identity, read by Semaphore: same public key, same commitment.
import { Identity } from "@semaphore-protocol/identity";
import { parseDecimal } from "../lib/field.mjs";
import { parsePoint } from "../lib/forms.mjs";

/** `form`: `{ export, public_key, commitment }`. */
export default function checkIdentity(form) {
  const identity = Identity.import(form.export);
  const publicKey = parsePoint(form.public_key, "public_key");
  if (`${identity.publicKey}` !== `${publicKey}`) return "Semaphore finds another public key";
  if (identity.commitment !== parseDecimal(form.commitment, "commitment")) return "Semaphore finds another commitment";
  if (identity.export() !== form.export) return "Semaphore exports it differently";
  return null;
}
