// Poseidon for 1 to 16 inputs, by circomlibjs' reference implementation, cross-checked with poseidon-lite.
import * as lite from "poseidon-lite";
import { R, decimal, modulo, power } from "../lib/field.mjs";
import { packageSource } from "../lib/packages.mjs";

const ARITIES = Array.from({ length: 16 }, (_, index) => index + 1);

/** Inputs that look random and are the same on every machine. */
function spread(arity, round) {
  return Array.from({ length: arity }, (_, index) => power(7n, BigInt(1000 * round + 100 * arity + 10 * index + 77)));
}

function inputsFor(arity) {
  const fill = (value) => Array(arity).fill(value);
  const counting = Array.from({ length: arity }, (_, index) => BigInt(index + 1));
  const alternating = Array.from({ length: arity }, (_, index) => (index % 2 === 0 ? R - 1n : 0n));
  const lastOnly = [...Array(arity - 1).fill(0n), 1n];
  const halves = fill(modulo((R - 1n) / 2n));
  const lists = [fill(0n), fill(1n), counting, fill(R - 1n), alternating, lastOnly, halves];
  return [...lists, spread(arity, 1), spread(arity, 2), spread(arity, 3)];
}

export default function poseidonVectors(circomlib) {
  const vectors = ARITIES.flatMap((arity) => inputsFor(arity)).map((inputs) => {
    const output = circomlib.hash(inputs);
    if (lite[`poseidon${inputs.length}`](inputs) !== output) throw new Error("poseidon-lite disagrees with circomlibjs");
    return { inputs: inputs.map(decimal), output: decimal(output) };
  });
  return {
    source: [packageSource("circomlibjs"), packageSource("poseidon-lite")],
    description: "H_k(inputs) for k = 1..16; both packages agree on every line",
    vectors,
  };
}
