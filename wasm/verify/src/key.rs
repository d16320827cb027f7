//! Keys that JavaScript holds.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use workproof_verifier::{DevelopmentVerifyingKey, KeyError, PreparedVerifyingKey, VerifyingKey};
use workproof_wasm_call::{Handles, Kept, Refusal, number};

use crate::refusals;

static KEYS: Kept<Handles<PreparedVerifyingKey>> = Kept::new(Handles::new());

/// Reads a key that is fit for use and keeps it prepared.
pub(crate) fn load(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    keep(VerifyingKey::from_bytes(bytes).map(|key| key.prepare()))
}

/// Reads a development key and keeps it prepared.
pub(crate) fn insecure_load_development(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    keep(DevelopmentVerifyingKey::insecure_from_bytes(bytes).map(|key| key.insecure_prepare()))
}

/// Replies with the key's number, then its circuit, its id and its number of inputs, a line each.
fn keep(key: Result<PreparedVerifyingKey, KeyError>) -> Result<Vec<u8>, Refusal> {
    let key = key.map_err(refusals::key)?;
    let circuit = key.circuit();
    let about =
        format!("{}\n{}\n{}\n{}", circuit.name(), circuit.digest(), key.key_id(), key.public_inputs());
    let mut reply = number(KEYS.with(|keys| keys.insert(key)));
    reply.extend(about.into_bytes());
    Ok(reply)
}

/// The key with a number.
pub(crate) fn held(handle: u32) -> Result<Arc<PreparedVerifyingKey>, Refusal> {
    KEYS.with(|keys| keys.object(handle))
}

/// Lets go of a key.
pub(crate) fn close(handle: u32) {
    KEYS.with(|keys| keys.remove(handle));
}
