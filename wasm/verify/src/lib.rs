//! The WebAssembly module behind `workproof/verify`: reads keys, checks claims, and nothing else.
//!
//! Bindings only. `exports.rs` is what JavaScript calls; `wasm/package/verify.js` is the only caller.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

mod claim;
mod exports;
mod foreign;
mod key;
mod refusals;

pub use exports::*;
