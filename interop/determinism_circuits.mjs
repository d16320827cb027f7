// Compiles circuits nobody here wrote, and small ones with the bugs that have broken others, for the determinism checker.
//
//   node determinism_circuits.mjs DIRECTORY
//
// writes NAME.r1cs for each, and prints their names with what they are: `sound`, or `broken` where some output is not
// determined by the inputs. The broken ones are written anew from public descriptions of bugs.
import path from "node:path";
import { mkdirSync } from "node:fs";

import { compile } from "./lib/circom.mjs";

const circomlib = (file, component) => ({
  source: `pragma circom 2.0.0;\ninclude "circomlib/circuits/${file}.circom";\ncomponent main = ${component};\n`,
});
const own = (body, component = "Main()") => ({
  source: `pragma circom 2.0.0;\ninclude "circomlib/circuits/bitify.circom";\n${body}\ncomponent main = ${component};\n`,
});
const template = (body) => own(`template Main() {\n${body}\n}`);

const sound = {
  "num2bits-64": circomlib("bitify", "Num2Bits(64)"),
  "num2bits-253": circomlib("bitify", "Num2Bits(253)"),
  "num2bits-strict": circomlib("bitify", "Num2Bits_strict()"),
  "bits2num-64": circomlib("bitify", "Bits2Num(64)"),
  "num2bitsneg-16": circomlib("bitify", "Num2BitsNeg(16)"),
  "is-zero": circomlib("comparators", "IsZero()"),
  "is-equal": circomlib("comparators", "IsEqual()"),
  "less-than-64": circomlib("comparators", "LessThan(64)"),
  "greater-eq-than-32": circomlib("comparators", "GreaterEqThan(32)"),
  "force-equal-if-enabled": circomlib("comparators", "ForceEqualIfEnabled()"),
  "mux1": circomlib("mux1", "Mux1()"),
  "mux2": circomlib("mux2", "Mux2()"),
  "mux3": circomlib("mux3", "Mux3()"),
  "mux4": circomlib("mux4", "Mux4()"),
  "switcher": circomlib("switcher", "Switcher()"),
  "xor": circomlib("gates", "XOR()"),
  "or": circomlib("gates", "OR()"),
  "multi-and-8": circomlib("gates", "MultiAND(8)"),
  "bin-sum-32": circomlib("binsum", "BinSum(32, 2)"),
  "bin-sub-16": circomlib("binsub", "BinSub(16)"),
  "poseidon-2": circomlib("poseidon", "Poseidon(2)"),
  "poseidon-5": circomlib("poseidon", "Poseidon(5)"),
  "mimc7": circomlib("mimc", "MiMC7(91)"),
  "mimc-sponge": circomlib("mimcsponge", "MiMCSponge(2, 220, 1)"),
  "comp-constant": circomlib("compconstant", "CompConstant(12345678901234567890)"),
  "sign": circomlib("sign", "Sign()"),
  "divide-checked": template(
    "signal input a; signal input b; signal output q; signal inverse;\n" +
      "inverse <-- 1 / b; inverse * b === 1; q <-- a / b; q * b === a;",
  ),
  "modulo-checked": template(
    "signal input a; signal output r; signal q; q <-- a \\ 1000; r <-- a % 1000; a === q * 1000 + r;\n" +
      "component qb = Num2Bits(32); qb.in <== q; component rb = Num2Bits(9); rb.in <== r;",
  ),
  "limbs-checked": template(
    "signal input x; signal output low; signal output high;\n" +
      "low <-- x & (2 ** 64 - 1); high <-- x >> 64; x === low + high * 2 ** 64;\n" +
      "component l = Num2Bits(64); l.in <== low; component h = Num2Bits(64); h.in <== high;",
  ),
};

const broken = {
  // circomlib's own, as audits list them
  "decoder-8": circomlib("multiplexer", "Decoder(8)"),
  "edwards2montgomery": circomlib("montgomery", "Edwards2Montgomery()"),
  "montgomery2edwards": circomlib("montgomery", "Montgomery2Edwards()"),
  "montgomery-add": circomlib("montgomery", "MontgomeryAdd()"),
  "montgomery-double": circomlib("montgomery", "MontgomeryDouble()"),
  "bit-element-mul-any": circomlib("escalarmulany", "BitElementMulAny()"),
  "window-mul-fix": circomlib("escalarmulfix", "WindowMulFix()"),
  "window4": circomlib("pedersen", "Window4()"),
  "baby-add-anywhere": circomlib("babyjub", "BabyAdd()"),
  "num2bits-254-alias": circomlib("bitify", "Num2Bits(254)"),
  // a hash whose output is assigned and not constrained (a mixer's MiMC, 2019)
  "assigned-only": template(
    "signal input x; signal input k; signal output out; signal square;\n" +
      "square <== (x + k) * (x + k); out <-- square * square; signal anchor; anchor <== out * 0 + square;",
  ),
  // a test for zero without its second row
  "is-zero-half": template(
    "signal input x; signal output out; signal inverse;\ninverse <-- x != 0 ? 1 / x : 0; out <== 1 - x * inverse;",
  ),
  // a division whose divisor may be zero
  "divide-by-zero": template(
    "signal input a; signal input b; signal output q;\nq <-- b == 0 ? 0 : a / b; q * b === a;",
  ),
  // quotient and remainder without ranges (big integers, a game's map)
  "modulo-without-ranges": template(
    "signal input a; signal output r; signal q;\nq <-- a \\ 1000; r <-- a % 1000; a === q * 1000 + r;",
  ),
  // the remainder may be as large as the divisor: 10 bits for a number below 1000
  "modulo-loose-range": template(
    "signal input a; signal output r; signal q; q <-- a \\ 1000; r <-- a % 1000; a === q * 1000 + r;\n" +
      "component qb = Num2Bits(32); qb.in <== q; component rb = Num2Bits(10); rb.in <== r;",
  ),
  // the upper limb is not bounded
  "limbs-half-checked": template(
    "signal input x; signal output low; signal output high;\n" +
      "low <-- x & (2 ** 64 - 1); high <-- x >> 64; x === low + high * 2 ** 64;\n" +
      "component h = Num2Bits(64); h.in <== high;",
  ),
  // limbs that wrap around the field: 2^128 + 2^128 bits
  "limbs-wrap": template(
    "signal input x; signal output low; signal output high;\n" +
      "low <-- x & (2 ** 128 - 1); high <-- x >> 128; x === low + high * 2 ** 128;\n" +
      "component l = Num2Bits(128); l.in <== low; component h = Num2Bits(128); h.in <== high;",
  ),
  // both signs of a root
  "root-of-square": template(
    "signal input x; signal output root; signal s; s <== x * x; root <-- x; root * root === s;",
  ),
  // one bit of a decomposition without its row
  "one-bit-missing": template(
    "signal input x; signal output bits[16]; var sum = 0;\n" +
      "for (var i = 0; i < 16; i++) { bits[i] <-- (x >> i) & 1; sum += bits[i] * 2 ** i;\n" +
      "  if (i != 7) { bits[i] * (bits[i] - 1) === 0; } }\nsum === x;",
  ),
  // a selector that must be one-hot and may be all zero
  "one-hot-may-be-empty": template(
    "signal input index; signal input value[4]; signal output out; signal hot[4]; signal part[4]; var sum = 0;\n" +
      "for (var i = 0; i < 4; i++) { hot[i] <-- index == i ? 1 : 0; hot[i] * (index - i) === 0;\n" +
      "  part[i] <== hot[i] * value[i]; sum += part[i]; }\nout <== sum;",
  ),
  // the output is held only where a flag is set
  "held-only-if-enabled": template(
    "signal input enabled; signal input x; signal output out;\n" +
      "enabled * (enabled - 1) === 0; out <-- x; enabled * (out - x) === 0;",
  ),
  // the sign of a number from a bit that nothing ties to it
  "loose-sign": template(
    "signal input x; signal output magnitude; signal negative;\n" +
      "negative <-- x > 2 ** 252 ? 1 : 0; negative * (negative - 1) === 0; magnitude <== x * (1 - 2 * negative);",
  ),
};

const directory = path.resolve(process.argv[2]);
mkdirSync(directory, { recursive: true });
const listed = [];
for (const [kind, programs] of Object.entries({ sound, broken })) {
  for (const [name, { source }] of Object.entries(programs)) {
    compile(source, directory, name, { witness: false });
    listed.push({ name, kind });
  }
}
console.log(JSON.stringify(listed));
