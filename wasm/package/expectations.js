import { WorkproofError } from "./error.js";

/** Items that must be equal, and items that have a bound. */
const EQUAL = [
  "scope", "nullifier", "message", "contributor_root", "contributor_count", "attester_root", "slot", "slot_width",
  "gold_commitment", "answer_commitment", "gold_count",
];
const AT_LEAST = { min_amount: "amount", min_attesters: "attesters" };
const AT_MOST = { max_upper_bound: "upper_bound", max_tolerance: "tolerance" };

/** Compares a claim that holds with what its reader would pay for. */
export function check({ fact, statement }, expected) {
  if (typeof expected !== "object" || expected === null) {
    throw new WorkproofError("wrong-type", "expectations are an object");
  }
  const names = Object.keys(expected).filter((name) => expected[name] !== undefined);
  if (names.includes("contributor_root") !== names.includes("contributor_count")) {
    throw new WorkproofError("wrong-type", "expect contributor_root and contributor_count together: the root alone does not say who is a member");
  }
  for (const name of names) {
    const wanted = expected[name];
    const item = name === "fact" || EQUAL.includes(name) ? name : (AT_LEAST[name] ?? AT_MOST[name]);
    if (item === undefined) throw new WorkproofError("wrong-type", `there is no expectation called ${name}`);
    const found = name === "fact" ? fact : statement[item];
    if (found === undefined) {
      throw new WorkproofError("unexpected", `${name} was expected, and a ${fact} claim has none`);
    }
    if (name === "fact" ? found !== wanted : !isMet(name, integer(found, item), integer(wanted, name))) {
      throw new WorkproofError("unexpected", `${item} is ${found}, expected ${bound(name)}${wanted}`);
    }
  }
}

function isMet(name, found, wanted) {
  if (name in AT_LEAST) return found >= wanted;
  if (name in AT_MOST) return found <= wanted;
  return found === wanted;
}

function bound(name) {
  if (name in AT_LEAST) return "at least ";
  return name in AT_MOST ? "at most " : "";
}

function integer(value, name) {
  const isText = typeof value === "string" && /^(0|[1-9][0-9]{0,77})$/.test(value);
  const isNumber = Number.isSafeInteger(value) && value >= 0;
  if (isText || isNumber || typeof value === "bigint") return BigInt(value);
  throw new WorkproofError("wrong-type", `${name} is a decimal string, a bigint or a whole number`);
}
