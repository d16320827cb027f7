//! Keys and proofs of any circom circuit, in snarkjs' JSON; and what the key lint says.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use workproof_protocol::fr_from_decimal;
use workproof_verifier::{ForeignVerifyingKey, PreparedForeignKey, Proof, VerifyingKeyPoints};
use workproof_wasm_call::{Arguments, Handles, Kept, Refusal, number};

use crate::refusals;

/// In words of its own: those of the decoder would bring the texts of every other decoder with them.
const SIGNAL: Refusal = Refusal::new(
    "malformed-input",
    "a public signal is not a canonical decimal number below the modulus of its field",
);

static KEYS: Kept<Handles<PreparedForeignKey>> = Kept::new(Handles::new());

/// Reads `verification_key.json` and keeps it prepared. Replies with the key's number and its number of inputs.
pub(crate) fn load(json: &[u8]) -> Result<Vec<u8>, Refusal> {
    let key = ForeignVerifyingKey::from_snarkjs_json(json).map_err(refusals::key)?;
    let mut reply = number(KEYS.with(|keys| keys.insert(key.prepare())));
    reply.extend(key.public_inputs().to_string().into_bytes());
    Ok(reply)
}

/// Checks `proof.json` for the public signals, which follow as one decimal each.
pub(crate) fn check(handle: u32, mut arguments: Arguments<'_>) -> Result<Vec<u8>, Refusal> {
    let key = KEYS.with(|keys| keys.object(handle))?;
    let proof = Proof::from_snarkjs_json(arguments.next_bytes()?).map_err(refusals::proof)?;
    let mut inputs = Vec::new();
    while !arguments.is_empty() {
        inputs.push(fr_from_decimal(arguments.next_text()?).or(Err(SIGNAL))?);
    }
    key.verify(&inputs, &proof).map_err(refusals::verify)?;
    Ok(Vec::new())
}

/// Everything that the key lint finds in `verification_key.json`: two lines for each finding, risk and remedy.
pub(crate) fn lint(json: &[u8]) -> Result<Vec<u8>, Refusal> {
    let points = VerifyingKeyPoints::from_snarkjs_json(json).map_err(refusals::key)?;
    let key = ForeignVerifyingKey::insecure_unlinted(points).map_err(refusals::key)?;
    let lines = key.findings().into_iter().map(|finding| format!("{finding}\n{}\n", finding.remedy()));
    Ok(lines.collect::<String>().into_bytes())
}

/// Lets go of a key.
pub(crate) fn close(handle: u32) {
    KEYS.with(|keys| keys.remove(handle));
}
