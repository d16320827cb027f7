//! Agreement with circomlibjs, zk-kit, Semaphore and @noble/hashes on `test-vectors/`. Each file names the packages it
//! came from.

mod hashes;
mod registries;
mod signatures;

use serde_json::Value;
use workproof_protocol::{Fr, fr_from_decimal};

/// A file of vectors.
fn file(json: &str) -> Value {
    let file: Value = serde_json::from_str(json).unwrap();
    let sources = file["source"].as_array().unwrap();
    assert!(!sources.is_empty() && sources.iter().all(|source| text(source).contains('@')));
    file
}

/// The entries of a list, of which there is at least one.
fn entries<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    let list = value[key].as_array().unwrap();
    assert!(!list.is_empty(), "{key}");
    list
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn field(value: &Value) -> Fr {
    fr_from_decimal(text(value)).unwrap()
}

fn fields(value: &Value) -> Vec<Fr> {
    value.as_array().unwrap().iter().map(field).collect()
}

fn position(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    let digits = text(value).strip_prefix("0x").unwrap();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}
