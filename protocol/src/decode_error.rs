//! Why bytes or text from elsewhere were refused.

use thiserror::Error;

/// Why an encoding was refused. Every form has one spelling per value; anything else ends here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The input has another length than the form demands.
    #[error("expected {expected} bytes, found {found}")]
    Length {
        /// Bytes the form has.
        expected: usize,
        /// Bytes that were given.
        found: usize,
    },
    /// The version byte names a version this crate does not read.
    #[error("version {found} is not supported (expected {expected})")]
    Version {
        /// The version this crate reads.
        expected: u8,
        /// The version that was given.
        found: u8,
    },
    /// An integer is not below the modulus of its field.
    #[error("the value is not below the modulus of its field")]
    NotCanonical,
    /// Text is not a canonical decimal: digits only, no sign, no leading zero.
    #[error("not a canonical decimal number")]
    NotDecimal,
    /// Text is not `0x` followed by lower-case hexadecimal digits.
    #[error("not a 0x-prefixed lower-case hexadecimal string")]
    NotHexadecimal,
    /// Text is not padded standard base64.
    #[error("not a padded standard base64 string")]
    NotBase64,
    /// Coordinates do not satisfy the curve equation.
    #[error("the point is not on the curve")]
    NotOnCurve,
    /// A packed point carries a sign for x = 0, which has none.
    #[error("the packed point carries the sign of a zero coordinate")]
    SignOfZero,
    /// A public key lies outside the subgroup of prime order.
    #[error("the point is outside the prime subgroup")]
    NotInSubgroup,
    /// A public key is the identity of the group.
    #[error("the point is the identity")]
    Identity,
}
