// Signatures at every edge of the rule. Each case says whether it is valid under the project's rule, and why.
import { L, R, modulo } from "../lib/field.mjs";
import { NEUTRAL, signFreely, torsionPoints } from "../lib/signer.mjs";

const SECRET = 1234567890123456789012345678901234567890n;
const NONCE = 9876543210987654321098765432109876543210n;
const MESSAGE = 42n;

const accept = (name, signed) => ({ name, ours: "accept", ...signed });
const reject = (name, reason, signed) => ({ name, ours: "reject", reason, ...signed });

/** `signed` with some parts of its signature replaced. */
const altered = (signed, parts) => ({ ...signed, signature: { ...signed.signature, ...parts } });

const negated = ([x, y]) => [modulo(-x), y];
const swapped = ([x, y]) => [y, x];

function ordinary(sign, base) {
  return [
    accept("ordinary signature", base),
    accept("message 0", sign({ message: 0n })),
    accept("message r - 1", sign({ message: R - 1n })),
    reject("another message", "equation", { ...base, message: MESSAGE + 1n }),
    reject("another key", "equation", { ...base, publicKey: sign({ secret: SECRET + 1n }).publicKey }),
    reject("S + 1", "equation", altered(base, { S: modulo(base.signature.S + 1n, L) })),
    reject("S negated", "equation", altered(base, { S: L - base.signature.S })),
  ];
}

function scalarRange(base) {
  const { S } = base.signature;
  return [
    reject("S + l", "scalar range", altered(base, { S: S + L })),
    reject("S + 2l", "scalar range", altered(base, { S: S + 2n * L })),
    reject("S + 7l", "scalar range", altered(base, { S: S + 7n * L })),
    reject("S = 0", "equation", altered(base, { S: 0n })),
    reject("S = l - 1", "equation", altered(base, { S: L - 1n })),
    reject("S = l", "scalar range", altered(base, { S: L })),
    reject("S = r", "scalar range", altered(base, { S: R })),
  ];
}

function specialScalars(sign) {
  return [
    accept("R is the neutral point", sign({ nonce: 0n })),
    accept("R = B8", sign({ nonce: 1n })),
    accept("R = -B8", sign({ nonce: L - 1n })),
    accept("R = 8 B8", sign({ nonce: 8n })),
    accept("A = B8", sign({ secret: 1n })),
    accept("A = -B8", sign({ secret: L - 1n })),
    accept("A = 2 B8", sign({ secret: 2n })),
    accept("A = B8 / 8", sign({ secret: inverseOfEight() })),
    accept("R = A", sign({ nonce: SECRET })),
    accept("R = -A", sign({ nonce: L - SECRET })),
    accept("R = 8 A", sign({ nonce: modulo(8n * SECRET, L) })),
    accept("R = -8 A", sign({ nonce: modulo(-8n * SECRET, L) })),
    accept("A = B8 and R is the neutral point", sign({ secret: 1n, nonce: 0n })),
    accept("A = R = B8", sign({ secret: 1n, nonce: 1n })),
    accept("A = B8 and R = -B8", sign({ secret: 1n, nonce: L - 1n })),
  ];
}

/** 8^-1 modulo l: l is 1 modulo 8, so it is l - (l - 1) / 8. */
function inverseOfEight() {
  const inverse = L - (L - 1n) / 8n;
  if ((8n * inverse) % L !== 1n) throw new Error("l is not 1 modulo 8");
  return inverse;
}

function torsion(sign, base, points) {
  return points.flatMap((point, index) => {
    const label = `${index + 1} T8`;
    return [
      reject(`R + ${label}, signed so`, "equation", sign({ nonceTorsion: point })),
      reject(`R + ${label}, S kept`, "equation", altered(base, { R8: sign({ nonceTorsion: point }).signature.R8 })),
      reject(`R = ${label}, signed so`, "equation", sign({ nonce: 0n, nonceTorsion: point })),
      reject(`A + ${label}, signed so`, "subgroup", sign({ keyTorsion: point })),
      reject(`A + ${label}, S kept`, "subgroup", { ...base, publicKey: sign({ keyTorsion: point }).publicKey }),
      reject(`A = ${label}, signed so`, "subgroup", sign({ secret: 0n, keyTorsion: point })),
      reject(`A + ${label}, R + ${label}, signed so`, "subgroup", sign({ keyTorsion: point, nonceTorsion: point })),
    ];
  });
}

function neutralKey(sign) {
  const nothing = sign({ secret: 0n, nonce: 0n });
  return [
    reject("A is the neutral point", "neutral key", sign({ secret: 0n })),
    reject("A and R are the neutral point, S = 0", "neutral key", nothing),
    reject("A and R are the neutral point, S = l", "scalar range", altered(nothing, { S: L })),
  ];
}

function offCurve(base) {
  const { publicKey, signature } = base;
  const moved = ([x, y]) => [x, modulo(y + 1n)];
  return [
    reject("R off the curve", "curve", altered(base, { R8: moved(signature.R8) })),
    reject("R = (0, 0)", "curve", altered(base, { R8: [0n, 0n] })),
    reject("R = (1, 1)", "curve", altered(base, { R8: [1n, 1n] })),
    reject("R = (1, 0)", "curve", altered(base, { R8: swapped(NEUTRAL) })),
    reject("A off the curve", "curve", { ...base, publicKey: moved(publicKey) }),
    reject("A = (0, 0)", "curve", { ...base, publicKey: [0n, 0n] }),
    reject("A = (1, 1)", "curve", { ...base, publicKey: [1n, 1n] }),
    reject("A and R off the curve", "curve", {
      ...altered(base, { R8: moved(signature.R8) }),
      publicKey: moved(publicKey),
    }),
  ];
}

function exchanged(base) {
  const { publicKey, signature } = base;
  return [
    reject("A and R exchanged", "equation", { ...altered(base, { R8: publicKey }), publicKey: signature.R8 }),
    reject("coordinates of A exchanged", "curve", { ...base, publicKey: swapped(publicKey) }),
    reject("coordinates of R exchanged", "curve", altered(base, { R8: swapped(signature.R8) })),
    reject("A negated", "equation", { ...base, publicKey: negated(publicKey) }),
    reject("R negated", "equation", altered(base, { R8: negated(signature.R8) })),
    reject("S and message exchanged", "equation", { ...altered(base, { S: base.message }), message: signature.S }),
  ];
}

function otherEncodings(base) {
  const { message, publicKey, signature } = base;
  const [ax, ay] = publicKey;
  const [rx, ry] = signature.R8;
  return [
    reject("A.x + r", "encoding", { ...base, publicKey: [ax + R, ay] }),
    reject("A.y + r", "encoding", { ...base, publicKey: [ax, ay + R] }),
    reject("R.x + r", "encoding", altered(base, { R8: [rx + R, ry] })),
    reject("R.y + r", "encoding", altered(base, { R8: [rx, ry + R] })),
    reject("message + r", "encoding", { ...base, message: message + R }),
  ];
}

export default function eddsaEdgeCases(circomlib) {
  const sign = (parts) => signFreely(circomlib, { secret: SECRET, nonce: NONCE, message: MESSAGE, ...parts });
  const base = sign({});
  return [
    ...ordinary(sign, base),
    ...scalarRange(base),
    ...specialScalars(sign),
    ...torsion(sign, base, torsionPoints(circomlib)),
    ...neutralKey(sign),
    ...offCurve(base),
    ...exchanged(base),
    ...otherEncodings(base),
  ];
}
