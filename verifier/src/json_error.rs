//! Why a JSON text was refused.

use alloc::string::{String, ToString};
use core::fmt;

/// Malformed JSON, or JSON of another shape: a key that is unknown, missing or given twice, or a value of the wrong
/// type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    line: usize,
    column: usize,
    message: String,
}

impl JsonError {
    /// Line of the text, from 1 (0: the text as a whole).
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Column of the line, from 1 (0: the text as a whole).
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }
}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        Self { line: error.line(), column: error.column(), message: error.to_string() }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for JsonError {}
