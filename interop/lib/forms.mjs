// The project's JSON files, written and read. Field elements and 64-bit integers are decimal strings, indices are numbers.
import { word } from "./domain.mjs";
import { L, R, decimal, hex, parseDecimal } from "./field.mjs";

const UNITS_LIMIT = 2n ** 64n;

const point = ([x, y]) => [decimal(x), decimal(y)];

/** A voucher, as `workproof voucher sign` writes it. */
export function voucherForm({ scope, contributor, units, attesterIndex, publicKey, signature }) {
  return {
    scope: decimal(scope),
    contributor: decimal(contributor),
    units: units.toString(),
    attester_index: attesterIndex,
    attester: point(publicKey),
    signature: { R8: point(signature.R8), S: signature.S.toString() },
  };
}

/** An attester of the registry: who it is, and the most units one of its vouchers may say. */
export function attesterForm({ publicKey, cap }) {
  return { public_key: point(publicKey), cap: cap.toString() };
}

const bytes32 = (integer) => hex(word(integer));

/** The fields of a scope, as `workproof scope --out` writes them. */
export function scopeForm({ network, chainId, settlement, fact, task, policy }) {
  return {
    network: bytes32(network),
    chain_id: chainId.toString(),
    settlement: bytes32(settlement),
    fact,
    task: bytes32(task),
    policy: bytes32(policy),
  };
}

/** A payment, as `workproof message --out` writes it. */
export function paymentForm({ recipient, chainId, settlement, token, deadline }) {
  return {
    recipient: bytes32(recipient),
    chain_id: chainId.toString(),
    settlement: bytes32(settlement),
    token: bytes32(token),
    deadline: deadline.toString(),
  };
}

/** A public key or another point: two coordinates. */
export function parsePoint(value, what) {
  if (!Array.isArray(value) || value.length !== 2) throw new Error(`${what}: not a point`);
  return value.map((coordinate) => parseDecimal(coordinate, what));
}

/** A voucher from its form. */
export function parseVoucher(form) {
  return {
    scope: parseDecimal(form.scope, "scope"),
    contributor: parseDecimal(form.contributor, "contributor"),
    units: parseDecimal(form.units, "units", UNITS_LIMIT),
    attesterIndex: parseIndex(form.attester_index, "attester_index"),
    publicKey: parsePoint(form.attester, "attester"),
    signature: parseSignature(form.signature),
  };
}

/** A signature in the names of zk-kit and circomlibjs. */
export function parseSignature(form) {
  return { R8: parsePoint(form.R8, "R8"), S: parseDecimal(form.S, "S", L) };
}

/** A place in a tree, or the bits of one: a number of JSON. */
export function parseIndex(value, what) {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) throw new Error(`${what}: not an index`);
  return value;
}

/** An attester from its form; `null` is an empty place. */
export function parseAttester(form) {
  if (form === null) return null;
  return {
    publicKey: parsePoint(form.public_key, "public_key"),
    cap: parseDecimal(form.cap, "cap", UNITS_LIMIT),
  };
}

/** A list of field elements. */
export function parseFieldElements(values, what) {
  if (!Array.isArray(values)) throw new Error(`${what}: not a list`);
  return values.map((value) => parseDecimal(value, what, R));
}
