//! Several arguments in one run of bytes: each behind its length in 4 little-endian bytes.

use alloc::vec::Vec;

use crate::refusal::Refusal;

/// Takes arguments off the front, one by one.
#[derive(Clone, Copy, Debug)]
pub struct Arguments<'a> {
    rest: &'a [u8],
}

impl<'a> Arguments<'a> {
    /// All arguments of a call.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next argument.
    ///
    /// # Errors
    /// A refusal when there is none.
    pub fn next_bytes(&mut self) -> Result<&'a [u8], Refusal> {
        let (length, rest) = self.rest.split_first_chunk::<4>().ok_or(MISSING)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (argument, rest) = rest.split_at_checked(length).ok_or(MISSING)?;
        self.rest = rest;
        Ok(argument)
    }

    /// The next argument, which is text.
    ///
    /// # Errors
    /// A refusal when there is none, or it is not UTF-8.
    pub fn next_text(&mut self) -> Result<&'a str, Refusal> {
        core::str::from_utf8(self.next_bytes()?).or(Err(TEXT))
    }

    /// The next argument, which is a number of 32 bits.
    ///
    /// # Errors
    /// A refusal when there is none, or it has another length.
    pub fn next_number(&mut self) -> Result<u32, Refusal> {
        let bytes: [u8; 4] = self.next_bytes()?.try_into().or(Err(MISSING))?;
        Ok(u32::from_le_bytes(bytes))
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

/// A number as a reply.
#[must_use]
pub fn number(value: u32) -> Vec<u8> {
    value.to_le_bytes().to_vec()
}

const MISSING: Refusal = Refusal::new("internal", "an argument is missing or cut off");
const TEXT: Refusal = Refusal::new("wrong-type", "the text is not well-formed Unicode");
