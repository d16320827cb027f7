// The BN254 scalar field and the prime subgroup of Baby Jubjub, as bare integers.

/** Order r of the BN254 scalar field. */
export const R = 21888242871839275222246405745257275088548364400416034343698204186575808495617n;

/** Order l of the prime subgroup of Baby Jubjub. */
export const L = 2736030358979909402780800718157159386076813972158567259200215660948447373041n;

/** `value` modulo `modulus`, never negative. */
export function modulo(value, modulus = R) {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** `base` to the power `exponent`, modulo `modulus`. */
export function power(base, exponent, modulus = R) {
  let result = 1n;
  for (let square = modulo(base, modulus), rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The canonical decimal form that every file of the project uses; refuses a value outside the field. */
export function decimal(value) {
  if (typeof value !== "bigint" || value < 0n || value >= R) throw new Error(`not a field element: ${value}`);
  return value.toString();
}

/** Reads a canonical decimal string below `limit`: no sign, no space, no leading zero. */
export function parseDecimal(text, what, limit = R) {
  if (typeof text !== "string" || !/^(0|[1-9][0-9]*)$/.test(text)) throw new Error(`${what}: not a decimal string`);
  const value = BigInt(text);
  if (value >= limit) throw new Error(`${what}: out of range`);
  return value;
}

/** `0x` and the lower-case hex digits of a byte array. */
export function hex(bytes) {
  return `0x${Buffer.from(bytes).toString("hex")}`;
}
