//! How values leave and arguments arrive.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;
use core::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use workproof_protocol::{Fr, fr_from_decimal, fr_to_decimal};
use workproof_wasm_call::{Arguments, Refusal};

/// What every operation answers.
pub(crate) type Reply = Result<Vec<u8>, Refusal>;

/// Nothing to say but that it went well.
pub(crate) const DONE: Reply = Ok(Vec::new());

pub(crate) fn text(value: impl Display) -> Reply {
    Ok(value.to_string().into_bytes())
}

pub(crate) fn field(value: &Fr) -> Reply {
    Ok(fr_to_decimal(value).into_bytes())
}

pub(crate) fn json(value: &impl Serialize) -> Reply {
    serde_json::to_vec(value).or(Err(Refusal::new("internal", "the value could not be written as JSON")))
}

/// The next argument, read from JSON.
pub(crate) fn read<T: DeserializeOwned>(arguments: &mut Arguments<'_>) -> Result<T, Refusal> {
    serde_json::from_slice(arguments.next_bytes()?).map_err(|error| malformed(&error))
}

/// The next argument, read from its text.
pub(crate) fn parse<T: FromStr<Err: Display>>(arguments: &mut Arguments<'_>) -> Result<T, Refusal> {
    arguments.next_text()?.parse().map_err(|error| malformed(&error))
}

/// The next argument, a field element in decimal.
pub(crate) fn next_field(arguments: &mut Arguments<'_>) -> Result<Fr, Refusal> {
    fr_from_decimal(arguments.next_text()?).map_err(|error| malformed(&error))
}

/// The next argument, exactly `N` bytes.
pub(crate) fn next_array<const N: usize>(arguments: &mut Arguments<'_>) -> Result<[u8; N], Refusal> {
    let bytes = arguments.next_bytes()?;
    let length = Refusal::of("malformed-value", &format_args!("expected {N} bytes, found {}", bytes.len()));
    bytes.try_into().or(Err(length))
}

pub(crate) fn malformed(error: &dyn Display) -> Refusal {
    Refusal::of("malformed-value", error)
}

pub(crate) fn refused(error: &dyn Display) -> Refusal {
    Refusal::of("refused", error)
}
