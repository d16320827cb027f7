// What a module is made of, function by function: node profile.mjs NAMED.wasm [LEAST]
// NAMED.wasm comes from node shrink.mjs IN.wasm NAMED.wasm --names. Functions below LEAST bytes (300) are not listed.
// The share after brotli is what the module loses when the code of a group is left out.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** The first pattern that fits the mangled name says where a function belongs. */
const GROUPS = [
  ["memory", /4talc|WipingAllocator|raw_vec|5alloc5alloc|binary_heap|wipe_stack|__rust|mem(cpy|set|move|cmp)/i],
  ["pairing", /BnConfig|models2bn|pairing|miller|final_exp|Fp12|fp12|fp6_3|Fp6|prepared_pairing|mul_by_0|cyclotomic|frobenius|ell/i],
  ["batches", /batch|merlin|strobe|keccak|sha3|transcript/i],
  ["keys and their lint", /4keys|lint|Finding|known_delta|development|verifying_key/i],
  ["curve", /short_weierstrass|subgroup|double_and_add|scalar_mul|9bn254.*(g1|g2)|halv|endomorph|signed|public_input_sum/i],
  ["fields", /narrow_limbs|ark_ff|montgomery|Fp[<I]|6fields|BigInt|ark_bn254/i],
  ["reading", /strict_json|claim_json|json|snarkjs|circuit_id|from_utf8|decimal|coordinate|compressed|proof|hex|read_json|str8/i],
  ["texts of errors", /3fmt|Display|Error|refusal|Refusal/i],
];

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Reads the parts of a WebAssembly file that a profile needs: bodies of functions, their names, other sections. */
function parse(file) {
  let place = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[place++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = (length) => new TextDecoder().decode(file.subarray(place, (place += length)));
  let imported = 0;
  const [bodies, names, sections] = [[], new Map(), []];
  while (place < file.length) {
    const [start, id, end] = [place, file[place++], number() + place];
    if (id === 2) imported = number();
    if (id === 10) {
      for (let count = number(); count > 0; count -= 1) {
        const from = place;
        place = number() + place;
        bodies.push({ from, to: place });
      }
    }
    const isNames = id === 0 && text(number()) === "name";
    while (isNames && place < end) {
      const [kind, next] = [file[place++], number() + place];
      for (let count = kind === 1 ? number() : 0; count > 0; count -= 1) names.set(number(), text(number()));
      place = next;
    }
    if (id !== 0) sections.push({ id, from: start, to: end });
    place = end;
  }
  return { functions: bodies.map((body, index) => ({ ...body, name: names.get(index + imported) ?? "?" })), sections };
}

const file = readFileSync(process.argv[2]);
const least = Number(process.argv[3] ?? 300);
const { functions, sections } = parse(file);
const plain = (without) => {
  const pieces = [file.subarray(0, 8)];
  for (const { from, to } of sections) {
    let place = from;
    for (const gap of without.filter((one) => one.from >= from && one.to <= to)) {
      pieces.push(file.subarray(place, gap.from));
      place = gap.to;
    }
    pieces.push(file.subarray(place, to));
  }
  return Buffer.concat(pieces);
};
const size = (parts) => parts.reduce((sum, { from, to }) => sum + to - from, 0);
const whole = brotli(plain([]));

const groups = new Map([...GROUPS.map(([name]) => [name, []]), ["calls and the rest", []]]);
for (const one of functions) {
  const group = GROUPS.find(([, pattern]) => pattern.test(one.name))?.[0] ?? "calls and the rest";
  groups.get(group).push(one);
}
groups.set("data", sections.filter(({ id }) => id === 11).map((part) => ({ ...part, name: "texts and constants" })));
console.log(`${size(sections) + 8} bytes, ${whole} after brotli`);
for (const [name, parts] of groups) {
  console.log(`| ${name} | ${parts.length} | ${size(parts)} | ${whole - brotli(plain(parts))} |`);
}
for (const [name, parts] of groups) {
  for (const part of parts.sort((a, b) => size([b]) - size([a])).filter((one) => size([one]) >= least)) {
    console.log(`${String(size([part])).padStart(6)}  ${name}: ${part.name}`);
  }
}
