//! Every decoder of workproof in one table: its name, what it makes of bytes, and how what it accepted is written again.
//!
//! Whatever bytes a decoder is given, [`Decoder::check`] must come back: no panic, and what was accepted is written as it was read
//! (for JSON, and for files whose parts may come in any order: is read again as the same). The tests beside this crate hand every
//! truncation, every changed byte, and length fields of every size to each of them under an allocator that counts; `fuzz/` hands them to a
//! fuzzer.
//!
//! Not part of any release.

mod decoder;
mod files;
mod keys;
mod network;
mod proofs;
mod seeds;

pub use decoder::{Decoder, Pace, Spelling};
pub use seeds::{regressions, seeds};

const TABLES: [&[Decoder]; 4] = [proofs::DECODERS, keys::DECODERS, network::DECODERS, files::DECODERS];

/// All decoders.
#[must_use]
pub fn all() -> Vec<Decoder> {
    TABLES.concat()
}

/// A decoder by its name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Decoder> {
    TABLES.iter().copied().flatten().find(|decoder| decoder.name == name)
}

/// What a fuzzer calls.
///
/// # Panics
/// Where the decoder is wrong, or there is none of this name.
pub fn fuzz(name: &str, bytes: &[u8]) {
    match named(name) {
        Some(decoder) => decoder.check(bytes),
        None => assert!(name.is_empty(), "no decoder is called {name}"),
    }
}
