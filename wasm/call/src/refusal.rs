//! Why a call was refused, as JavaScript is told.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;

/// A refusal: a code for programs and a text for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    code: &'static str,
    text: Cow<'static, str>,
}

impl Refusal {
    /// A refusal with a text that is always the same.
    #[must_use]
    pub const fn new(code: &'static str, text: &'static str) -> Self {
        Self { code, text: Cow::Borrowed(text) }
    }

    /// A refusal with the text of an error.
    #[must_use]
    pub fn of(code: &'static str, error: &dyn Display) -> Self {
        Self { code, text: Cow::Owned(error.to_string()) }
    }

    /// The code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        [self.code, "\n", &self.text].concat().into_bytes()
    }
}
