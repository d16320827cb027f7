/** What to do about a refusal, by its code. */
const HELP = {
  "wrong-type": "Pass the value in the form that the documentation of the function names.",
  "too-large": "This is longer than anything of its kind: check that it is the right file.",
  "unknown-version": "Update the package, or ask for the file in a version that this release reads.",
  "unknown-fact": "Update the package, or check claims of facts of your own with ForeignVerifier.",
  "malformed-claim": "Ask whoever sent the claim for it again; it was cut off or altered on the way.",
  "malformed-proof": "Ask whoever sent the claim for it again; its proof was altered on the way.",
  "malformed-key": "Take the key from its source again; it was cut off or altered on the way.",
  "malformed-input": "Public signals are canonical decimals below the order of BN254's scalar field.",
  "other-system": "Only Groth16 over BN254 (bn128) is checked here.",
  "other-circuit": "Load the key of the circuit that the claim names.",
  "other-key": "Load the key whose id the claim names, or refuse the claim.",
  "input-count": "Key and statement do not belong together: load the key of the statement's circuit.",
  "invalid-proof": "Refuse the claim: its proof does not prove what it says.",
  "invalid-batch": "At least one claim is false: check them one by one to find it.",
  "empty-batch": "Pass at least one claim.",
  "dangerous-key": "Never pay under this key. Use the key that a ceremony with contributions ended with.",
  "development-key": "Anyone can forge proofs for it. For development, call insecureLoadDevelopment.",
  "not-development-key": "Load it with Verifier.load.",
  unexpected: "The proof holds, but for another statement than the one you would pay for: refuse the claim.",
  "malformed-value": "Give the value in the one form that its documentation names.",
  refused: "The protocol does not allow this; the message says which rule.",
  "bad-signature": "Refuse it: the signature does not belong to this message and key.",
  "not-loaded": "Await load() once before anything else.",
  closed: "Make a new object; this one was closed.",
  "load-failed": "Serve the .wasm file beside its script, and allow 'wasm-unsafe-eval' in script-src.",
  "no-secure-random": "Run where crypto.getRandomValues is present; keys are never made of anything else.",
  internal: "This is a mistake of the package: please report it. Load the page or the worker again.",
};

/** What every copy of the class puts into its objects: each entry is one file, and carries its own. */
const BRAND = Symbol.for("workproof.WorkproofError");

/** Everything that this package refuses. `code` is for programs, `message` and `help` for people. */
export class WorkproofError extends Error {
  /** @param {string} code @param {string} message @param {ErrorOptions} [options] */
  constructor(code, message, options) {
    super(message, options);
    this.name = "WorkproofError";
    this.code = code;
    this.help = HELP[code] ?? HELP.internal;
  }

  get [BRAND]() {
    return true;
  }

  /** `instanceof` knows the errors of every entry. */
  static [Symbol.hasInstance](value) {
    return this === WorkproofError ? value?.[BRAND] === true : super[Symbol.hasInstance](value);
  }
}
