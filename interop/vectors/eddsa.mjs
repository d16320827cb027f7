// EdDSA-Poseidon: signatures by both libraries, and edge cases with the verdict of everyone.
import { deriveSecretScalar, derivePublicKey, packSignature, signMessage, verifySignature } from "@zk-kit/eddsa-poseidon";
import { R, decimal, hex, power } from "../lib/field.mjs";
import { torsionPoints } from "../lib/signer.mjs";
import { packageSource } from "../lib/packages.mjs";
import eddsaEdgeCases from "./eddsa_edge_cases.mjs";

const PRIVATE_KEYS = [
  Buffer.from("attester 1"),
  Buffer.alloc(32),
  Buffer.alloc(32, 0xff),
  Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - 3 * index)),
];
const MESSAGES = [0n, 1n, R - 1n, 2n ** 248n - 1n, power(5n, 1_000_003n)];

const point = (coordinates) => coordinates.map(String);

/** As the project writes a signature, but not limited to canonical values. */
const signatureForm = ({ R8, S }) => ({ R8: point(R8), S: S.toString() });

/** One signature, made by zk-kit and by circomlibjs: both must give the same bytes. */
function validSignature(circomlib, privateKey, message) {
  const signature = signMessage(privateKey, message);
  const publicKey = derivePublicKey(privateKey);
  const theirs = circomlib.sign(privateKey, message);
  if (`${theirs.R8}|${theirs.S}|${circomlib.publicKey(privateKey)}` !== `${signature.R8}|${signature.S}|${publicKey}`) {
    throw new Error("circomlibjs and zk-kit sign differently");
  }
  const packed = hex(packSignature(signature));
  if (hex(circomlib.packSignature(signature)) !== packed) throw new Error("the packed forms differ");
  return {
    private_key: hex(privateKey),
    secret_scalar: deriveSecretScalar(privateKey).toString(),
    public_key: point(publicKey),
    message: decimal(message),
    signature: signatureForm(signature),
    packed,
  };
}

/** What a library says: `accept` or `reject`; a throw is a refusal. */
function verdict(verify) {
  try {
    return verify() ? "accept" : "reject";
  } catch {
    return "reject";
  }
}

function edgeCase(circomlib, { name, ours, reason, message, publicKey, signature }) {
  return {
    name,
    public_key: point(publicKey),
    message: message.toString(),
    signature: signatureForm(signature),
    ours,
    ...(reason ? { reason } : {}),
    circomlibjs: verdict(() => circomlib.verify(message, signature, publicKey)),
    zk_kit: verdict(() => verifySignature(message, signature, publicKey)),
  };
}

export default function eddsaVectors(circomlib) {
  const valid = PRIVATE_KEYS.flatMap((key) => MESSAGES.map((message) => validSignature(circomlib, key, message)));
  const edgeCases = eddsaEdgeCases(circomlib).map((vector) => edgeCase(circomlib, vector));
  for (const { name, ours, circomlibjs, zk_kit } of edgeCases) {
    if (ours === "accept" && (circomlibjs !== "accept" || zk_kit !== "accept")) throw new Error(`${name}: a library refuses it`);
  }
  return {
    source: [packageSource("circomlibjs"), packageSource("@zk-kit/eddsa-poseidon"), packageSource("@zk-kit/baby-jubjub")],
    description:
      "valid: both libraries make the same signature; packed is their 64-byte form. edge_cases: ours is the verdict of the " +
      "project's rule (S < l, points on the curve, A in the prime subgroup and not neutral, cofactorless equation), beside " +
      "each library's. The rule accepts nothing that a library refuses; the libraries also accept keys with a torsion part, " +
      "the neutral key and values of r and above. The torsion points are the multiples of torsion[0].",
    torsion: torsionPoints(circomlib).map(point),
    valid,
    edge_cases: edgeCases,
  };
}
