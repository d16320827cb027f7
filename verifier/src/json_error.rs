//! Why a JSON text was refused.

use alloc::string::{String, ToString};
use core::fmt;

use workproof_protocol::strict_json::JsonFault;
#[cfg(feature = "serde")]
use workproof_protocol::strict_json::{JsonFaultKind, JsonValue};

/// Malformed JSON, or JSON of another shape: a key that is unknown, missing or given twice, or a value of the wrong
/// type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    line: usize,
    column: usize,
    message: String,
}

impl JsonError {
    /// The fault of a document, with its place as people count it.
    pub(crate) fn of(fault: JsonFault, document: &[u8]) -> Self {
        let before = document.get(..fault.offset).unwrap_or(document);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Self { line, column, message: fault.kind.to_string() }
    }

    /// What serde says of a value of a document.
    #[cfg(feature = "serde")]
    pub(crate) fn of_value(error: &serde_json::Error, value: JsonValue<'_>, document: &[u8]) -> Self {
        let start = Self::of(value.fault(JsonFaultKind::Syntax), document);
        let text = error.to_string();
        let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
        let before = if error.line() == 1 { start.column - 1 } else { 0 };
        Self {
            line: start.line + error.line().saturating_sub(1),
            column: before + error.column(),
            message: String::from(message),
        }
    }

    /// What serde says of what it could not write.
    #[cfg(feature = "serde")]
    pub(crate) fn of_writing(error: &serde_json::Error) -> Self {
        Self { line: error.line(), column: error.column(), message: error.to_string() }
    }

    /// Line of the text, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Column of the line in bytes, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at line {} column {}", self.message, self.line, self.column)
    }
}

impl core::error::Error for JsonError {}
