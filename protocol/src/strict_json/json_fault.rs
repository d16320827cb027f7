//! Why a text was refused.

use thiserror::Error;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum JsonFaultKind {
    /// The bytes are no UTF-8, or an escape is half a character.
    #[error("the text is not well-formed Unicode")]
    Unicode,
    /// The text is not JSON.
    #[error("the text is not JSON")]
    Syntax,
    /// Arrays and objects lie too deep in each other.
    #[error("the JSON is nested too deeply")]
    Depth,
    /// Something follows the value.
    #[error("something follows the JSON value")]
    Trailing,
    /// An object is expected.
    #[error("expected an object")]
    NotAnObject,
    /// An array is expected.
    #[error("expected an array")]
    NotAnArray,
    /// An array of another length is expected.
    #[error("expected an array of {0} elements")]
    ArrayLength(usize),
    /// A string is expected.
    #[error("expected a string")]
    NotAString,
    /// An integer is expected, in its one spelling.
    #[error("expected an integer in its canonical form and range")]
    NotAnInteger,
    /// A field element is expected, in its one spelling.
    #[error("expected a field element: a canonical decimal string below the field's order")]
    NotAFieldElement,
    /// A value is well formed and not allowed here.
    #[error("{0}")]
    NotAllowed(&'static str),
    /// An object has a key that it should not have.
    #[error("a key is unknown")]
    UnknownKey,
    /// An object has the same key twice.
    #[error("a key is given twice")]
    RepeatedKey,
    /// An object lacks a key.
    #[error("the key `{0}` is missing")]
    MissingKey(&'static str),
}

impl JsonFaultKind {
    /// The fault, at a byte of the document.
    #[must_use]
    pub const fn at(self, offset: usize) -> JsonFault {
        JsonFault { kind: self, offset }
    }
}

/// What is wrong with a JSON text, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{kind} (byte {offset})")]
#[non_exhaustive]
pub struct JsonFault {
    /// What is wrong.
    pub kind: JsonFaultKind,
    /// The byte of the document at which the value in question begins, from 0.
    pub offset: usize,
}
