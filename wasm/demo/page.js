// The page: takes a claim and a key from wherever they come, has them checked in a worker, and says what came out.
import { read } from "./files.js";
import { title } from "./refusals.js";
import { about, headline, says, saysNot } from "./words.js";
import { startVerifyWorker } from "./workproof/verify-remote.js";

const element = (id) => document.getElementById(id);
const worker = startVerifyWorker();

/** What is on the table. */
const state = { key: undefined, development: undefined, scope: undefined, payment: undefined };
/** Only the newest check may speak. */
let newest = 0;

/** Shows a verdict. */
function show(name, mark, heading, text, help, time) {
  element("verdict").dataset.state = name;
  element("mark").textContent = mark;
  element("verdict-title").textContent = heading;
  element("verdict-text").textContent = text;
  optional("verdict-help", help);
  optional("verdict-time", time);
}

function optional(id, text) {
  element(id).hidden = text === undefined;
  element(id).textContent = text ?? "";
}

function list(id, lines) {
  element(id).replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
}

function hideClaim() {
  element("says").hidden = true;
  element("details").hidden = true;
}

/** Checks what is there, if it is enough. */
async function check() {
  newest += 1;
  const mine = newest;
  const claim = element("claim").value.trim();
  hideClaim();
  if (claim === "" || state.key === undefined) {
    if (state.development !== undefined && state.key === undefined) return;
    const [heading, text] = claim !== "" ? ["Waiting for the key", "Open the verifying key of the claim’s circuit."]
      : state.key !== undefined ? ["Waiting for a claim", "Paste it, or drop its file on this page."]
      : ["Waiting for a claim and a key", "Drop both anywhere on this page, or look at an example."];
    show("empty", "", heading, text);
    return;
  }
  const start = performance.now();
  try {
    const accepted = await state.key.verify(claim);
    const time = performance.now() - start;
    await compare(accepted.statement);
    if (mine === newest) showClaim(accepted, time);
  } catch (error) {
    if (mine === newest) showRefusal(error, performance.now() - start);
  }
}

/** Scope and payment must be the claim's own. */
async function compare(statement) {
  if (!state.scope && !state.payment) return;
  const protocol = await import("./workproof/protocol.js");
  await protocol.load();
  if (state.scope && protocol.scope(state.scope) !== statement.scope) {
    throw Object.assign(new Error("The proof holds, but the claim belongs to another network, contract, task or policy than the scope’s file says."),
      { code: "other-scope", help: "Ask for the claim of your scope, or take the file away." });
  }
  if (state.payment && protocol.message(state.payment) !== statement.message) {
    throw Object.assign(new Error("The proof holds, but the claim pays somebody else, or on other terms, than the payment’s file says."),
      { code: "other-payment", help: "Ask for the claim with your payment, or take the file away." });
  }
}

const milliseconds = (time) => `Checked in ${time < 10 ? time.toFixed(1) : Math.round(time)} ms, on this machine.`;

function showClaim(claim, time) {
  const heading = headline(claim, element("unit").value);
  if (state.isDevelopment) {
    show("warned", "!", "Only for trying things out", `${heading}: so it says, but under a development key anyone can forge a claim like this.`,
      "Never pay for it. Ask for a claim under a key from a ceremony.", milliseconds(time));
  } else {
    show("holds", "✓", heading, "The claim holds.", undefined, milliseconds(time));
  }
  list("says-list", [...says(claim), ...about(state)]);
  list("says-not-list", saysNot(claim));
  const entries = Object.entries({ circuit: claim.circuit, key_id: claim.key_id, ...claim.statement });
  element("values").replaceChildren(...entries.flatMap(([name, value]) => [
    Object.assign(document.createElement("dt"), { textContent: name.replaceAll("_", " ") }),
    Object.assign(document.createElement("dd"), { textContent: value }),
  ]));
  element("says").hidden = false;
  element("details").hidden = false;
}

function showRefusal(error, time) {
  const { code, message, help } = error;
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  show("refused", "✕", title(code), /[.!?]$/.test(sentence) ? sentence : `${sentence}.`, help, time === undefined ? undefined : milliseconds(time));
}

/** Loads a key. A development key is kept aside until it is asked for. */
async function useKey(bytes, name) {
  state.key?.close();
  Object.assign(state, { key: undefined, development: undefined, isDevelopment: false });
  element("allow-development").hidden = true;
  hideClaim();
  try {
    state.key = await worker.Verifier.load(bytes);
  } catch (error) {
    element("key-about").textContent = `${name}: not in use.`;
    if (error.code !== "development-key") return showRefusal(error);
    state.development = bytes;
    element("allow-development").hidden = false;
    show("warned", "!", title(error.code), "Anyone can forge claims for it. It is made for trying things out, never for payments.",
      "Open a key from a ceremony, or check with this one all the same.");
    return;
  }
  await describeKey();
  await check();
}

async function describeKey() {
  const { circuit, id, isDevelopment } = await state.key.key();
  state.isDevelopment = isDevelopment;
  element("key-about").textContent = `${circuit}${isDevelopment ? ", a development key" : ""}, id ${id.slice(0, 10)}…${id.slice(-6)}`;
}

async function allowDevelopment() {
  try {
    state.key = await worker.Verifier.insecureLoadDevelopment(state.development);
  } catch (error) {
    return showRefusal(error);
  }
  element("allow-development").hidden = true;
  await describeKey();
  await check();
  element("verdict").focus();
}

/** Takes files, whatever they are. */
async function take(files) {
  let isKeyShown = false;
  try {
    for (const { kind, name, bytes, text, value } of await Promise.all([...files].map(read))) {
      if (kind === "key") {
        await useKey(bytes, name);
        isKeyShown = state.key === undefined;
      }
      else if (kind === "claim") element("claim").value = text;
      else {
        state[kind] = value;
        element("more").open = true;
      }
    }
  } catch (error) {
    hideClaim();
    return show("refused", "✕", "This file is not for here", error.message);
  }
  // what is wrong with a key is said already
  if (!isKeyShown) await check();
}

async function example(name, forge) {
  const { keys, claims, scope, payment } = await (await fetch("examples.json")).json();
  const { claim, key } = claims.find((one) => one.name === name);
  if (forge) claim.statement.amount = String(BigInt(claim.statement.amount) * 10n);
  element("claim").value = JSON.stringify(claim, null, 2);
  const isRelay = claim.fact === "relay";
  Object.assign(state, isRelay ? { scope, payment } : { scope: undefined, payment: undefined });
  element("unit").value = isRelay ? "byte" : "";
  const hex = keys.find((one) => one.name === key).bytes.slice(2);
  await useKey(Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16)), "the example’s key");
  element("key-about").textContent += ": the example’s key, fit for nothing else";
}

element("claim").addEventListener("input", () => check());
element("unit").addEventListener("change", () => check());
element("allow-development").addEventListener("click", allowDevelopment);
element("example-relay").addEventListener("click", () => example("relay"));
element("example-gold").addEventListener("click", () => example("gold-15"));
element("example-forged").addEventListener("click", () => example("relay", true));
for (const id of ["claim-file", "key-file", "scope-file", "payment-file"]) {
  element(id).addEventListener("change", async ({ target }) => {
    await take(target.files);
    target.value = "";
  });
}

const over = (is) => (event) => {
  event.preventDefault();
  document.body.toggleAttribute("data-over", is);
};
addEventListener("dragover", over(true));
addEventListener("dragleave", over(false));
addEventListener("drop", (event) => {
  over(false)(event);
  return take(event.dataTransfer.files);
});
