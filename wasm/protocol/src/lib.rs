//! The WebAssembly module behind `workproof/protocol`: identities, vouchers, registries, commitments, scope and message.
//!
//! Bindings only. JavaScript calls one export, [`run`], with the name of an operation and its arguments;
//! `wasm/package/protocol.js` is the only caller. Nothing here draws randomness: JavaScript passes it in, so a build without
//! a secure source cannot make keys.

#![cfg_attr(target_family = "wasm", no_std)]
#![cfg_attr(
    target_family = "wasm",
    expect(unsafe_code, reason = "a fixed name in the module's export table; no memory is touched by hand")
)]

extern crate alloc;

mod objects;
mod operations;
mod reply;

use workproof_wasm_call::{Arguments, answer};

workproof_wasm_call::module!();

/// Runs the operation that the first argument names on the others. 0 with its result, or 1 with a refusal.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
#[must_use]
pub extern "C" fn run(length: usize) -> u32 {
    answer(length, |bytes| {
        let mut arguments = Arguments::new(bytes);
        let operation = arguments.next_text()?;
        operations::run(operation, &mut arguments)
    })
}

/// Lets go of an object.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn close(handle: u32) {
    objects::close(handle);
}
