// A title for each kind of refusal; the package's own words follow it.
export const TITLES = {
  "invalid-proof": "Refused: the proof does not fit",
  "other-key": "Refused: made with another key",
  "other-circuit": "Refused: made for another circuit",
  "malformed-claim": "Refused: this is not a well-formed claim",
  "malformed-proof": "Refused: the proof is malformed",
  "malformed-key": "This is not a verifying key",
  "unknown-version": "Refused: an unknown version",
  "unknown-fact": "Refused: an unknown kind of claim",
  "too-large": "Refused: too large",
  "dangerous-key": "This key is dangerous",
  "development-key": "This is a development key",
  "other-scope": "Refused: it belongs to something else",
  "other-payment": "Refused: it pays somebody else",
  "load-failed": "The checker did not load",
};

export const title = (code) => TITLES[code] ?? "Refused";
