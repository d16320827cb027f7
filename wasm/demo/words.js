// What a claim says, in words.

const whole = new Intl.NumberFormat("en");

/** An amount in the unit that the reader named; without one, in units. */
export function quantity(amount, unit) {
  if (unit === "byte") return scaled(BigInt(amount), ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"], 1000n);
  if (unit === "second") return duration(BigInt(amount));
  return `${whole.format(BigInt(amount))} units`;
}

/** Rounded down, so that the words never promise more than the claim. */
function scaled(amount, names, step) {
  let size = 1n;
  let name = 0;
  while (amount / size >= step && name < names.length - 1) {
    size *= step;
    name += 1;
  }
  const tenths = (amount * 10n) / size;
  const text = name === 0 || tenths % 10n === 0n ? whole.format(tenths / 10n) : `${whole.format(tenths / 10n)}.${tenths % 10n}`;
  return `${text} ${names[name]}`;
}

function duration(seconds) {
  const [size, name] = [[86400n, "days"], [3600n, "hours"], [60n, "minutes"]].find(([size]) => seconds >= 2n * size) ?? [1n, "seconds"];
  return `${whole.format(seconds / size)} ${name}`;
}

const people = (count, one, many) => `${whole.format(count)} ${count === 1 ? one : many}`;

/** The claim in one sentence. */
export function headline({ fact, statement }, unit) {
  if (fact === "relay") return `At least ${quantity(statement.amount, unit)} of metered work`;
  return `At least ${whole.format(BigInt(statement.amount))} of ${whole.format(statement.gold_count)} hidden labels are matched`;
}

/** What follows from it, line by line. */
export function says({ fact, statement }) {
  const registered = `The claimant is one of ${people(statement.contributor_count, "registered contributor", "registered contributors")}, and does not show which.`;
  if (fact === "relay") {
    return [
      `At least ${people(statement.attesters, "registered attester", "registered attesters")} counter-signed it, each counted once and within its cap.`,
      registered,
    ];
  }
  const bound = statement.upper_bound < statement.gold_count ? ` and at most ${whole.format(statement.upper_bound)}` : "";
  const near = statement.tolerance === 0 ? "exactly" : `within ${statement.tolerance}`;
  return [
    `At least ${whole.format(BigInt(statement.amount))}${bound} of the ${people(statement.gold_count, "committed gold label", "committed gold labels")} match the committed answers, ${near}.`,
    statement.contributor_count === 0 ? "A grader proved it, who knows the gold labels and the answers." : registered,
  ];
}

/** What one might take it to say. */
export function saysNot({ fact }) {
  const always = "That it was not paid before: whoever pays remembers its nullifier.";
  if (fact === "relay") {
    return ["That the work was useful to anybody.", "That attester and claimant are different people.", always];
  }
  return ["That the gold labels are right.", "Anything about items that are not gold.", always];
}

/** What a file of a scope or payment adds, when its digest is the claim's. */
export function about({ scope, payment }) {
  const lines = [];
  if (scope) lines.push(`It belongs to ${task(scope.task)} on chain ${scope.chain_id}, settled at ${address(scope.settlement)}.`);
  if (payment) {
    const day = new Date(Number(payment.deadline) * 1000).toISOString().slice(0, 10);
    lines.push(`It pays ${address(payment.recipient)}, until ${day}.`);
  }
  return lines;
}

/** A small number stands for an epoch or task; anything else is the hash of a name. */
function task(word) {
  const number = BigInt(word);
  return number < 2n ** 64n ? `epoch ${whole.format(number)}` : `the task ${word.slice(0, 10)}…`;
}

/** Twelve zero bytes before an address are left out. */
function address(word) {
  return word.startsWith("0x" + "0".repeat(24)) ? `0x${word.slice(26)}` : word;
}
