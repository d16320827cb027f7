//! One decoder.

use core::hint::black_box;

/// How many spellings a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a value has one spelling or more")]
pub enum Spelling {
    /// Accepted bytes are written as they are.
    One,
    /// Accepted bytes are written in some way that is read as the same: JSON with other spaces, sections in another order.
    Many,
}

/// How long a decoder takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "tests give a decoder every place of a seed, or some")]
pub enum Pace {
    /// Up to a millisecond.
    Quick,
    /// Pairings and hashes by the thousand: tests give it a few places of a seed, the fuzzer what it likes.
    Slow,
}

/// A decoder with what belongs to it.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a row of a table")]
pub struct Decoder {
    /// Its name, which its seeds and its target have too.
    pub name: &'static str,
    /// How many spellings an accepted value has.
    pub spelling: Spelling,
    /// How long it takes.
    pub pace: Pace,
    /// Reads bytes; what was accepted comes back as it is written.
    pub read: fn(&[u8]) -> Option<Vec<u8>>,
}

impl Decoder {
    /// Reads bytes and checks what is written.
    ///
    /// # Panics
    /// Where a value that was accepted is written as something else.
    pub fn check(&self, bytes: &[u8]) {
        let Some(written) = (self.read)(bytes) else { return };
        match self.spelling {
            Spelling::One => assert!(written == bytes, "{}: accepted and written otherwise", self.name),
            Spelling::Many => {
                let again = (self.read)(&written);
                assert!(again.as_ref() == Some(&written), "{}: written as something else", self.name);
            }
        }
    }
}

/// Keeps something that was computed only to see whether that goes well.
pub(crate) fn look_at<T>(value: T) {
    drop(black_box(value));
}
