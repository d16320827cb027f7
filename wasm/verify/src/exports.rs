//! What JavaScript calls. Each export answers 0 with a result or 1 with a refusal; see `workproof_wasm_call`.

#![cfg_attr(
    target_family = "wasm",
    expect(unsafe_code, reason = "a fixed name in the module's export table; no memory is touched by hand")
)]

use workproof_wasm_call::{Arguments, answer};

use crate::{claim, foreign, key};

workproof_wasm_call::module!();

/// Loads a verifying key from its canonical bytes.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn load(length: usize) -> u32 {
    answer(length, key::load)
}

/// Loads a development key from its canonical bytes.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn insecure_load_development(length: usize) -> u32 {
    answer(length, key::insecure_load_development)
}

/// Checks one claim.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
#[must_use]
pub extern "C" fn verify(handle: u32, length: usize) -> u32 {
    answer(length, |json| claim::check(&*key::held(handle)?, json))
}

/// Checks many claims at once.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
#[must_use]
pub extern "C" fn verify_batch(handle: u32, length: usize) -> u32 {
    answer(length, |bytes| claim::check_batch(&*key::held(handle)?, Arguments::new(bytes)))
}

/// Lets go of a key.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn close(handle: u32) {
    key::close(handle);
}

/// Loads a key in snarkjs' form.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn foreign_load(length: usize) -> u32 {
    answer(length, foreign::load)
}

/// Checks a proof in snarkjs' form.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
#[must_use]
pub extern "C" fn foreign_verify(handle: u32, length: usize) -> u32 {
    answer(length, |bytes| foreign::check(handle, Arguments::new(bytes)))
}

/// Lets go of a key in snarkjs' form.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn foreign_close(handle: u32) {
    foreign::close(handle);
}

/// Lists what the key lint finds in a key in snarkjs' form.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn foreign_lint(length: usize) -> u32 {
    answer(length, foreign::lint)
}
