//! snarkjs' JSON files: proofs, verifying keys and public values.

use std::path::Path;

use workproof_protocol::{Fr, fr_from_decimal, fr_to_decimal};
use workproof_verifier::keys::MAX_SNARKJS_KEY_BYTES;
use workproof_verifier::{KeyError, MAX_SNARKJS_PROOF_BYTES, Proof, VerifyingKeyPoints};

use super::error::FileError;
use super::read::{Kind, read_bytes, read_json};
use super::write::{Existing, write_public, write_public_json};

const PROOF: Kind = Kind { what: "a proof", limit: 16 * 1024 };
const KEY: Kind = Kind { what: "a verifying key", limit: 8 * 1024 * 1024 };
const PUBLIC: Kind = Kind { what: "a list of public values", limit: 8 * 1024 * 1024 };

// the limits of the files are those of the texts
const _: () = assert!(MAX_SNARKJS_PROOF_BYTES == 16 * 1024 && MAX_SNARKJS_KEY_BYTES == 8 * 1024 * 1024);

/// Reads a proof.
pub(crate) fn read_snarkjs_proof(path: &Path) -> Result<Proof, FileError> {
    Proof::from_snarkjs_json(&read_bytes(path, PROOF)?)
        .map_err(|source| FileError::Proof { path: path.to_path_buf(), source })
}

/// Writes a proof.
pub(crate) fn write_snarkjs_proof(path: &Path, proof: &Proof, existing: Existing) -> Result<(), FileError> {
    let mut json = proof.to_snarkjs_json();
    json.push('\n');
    write_public(path, json.as_bytes(), existing)
}

/// Reads the points of a verifying key; the inner result says what is wrong with them.
pub(crate) fn read_snarkjs_key(path: &Path) -> Result<Result<VerifyingKeyPoints, KeyError>, FileError> {
    Ok(VerifyingKeyPoints::from_snarkjs_json(&read_bytes(path, KEY)?))
}

/// Reads public values: a list of decimals, each below the field's order and written in one way only.
pub(crate) fn read_public_values(path: &Path) -> Result<Vec<Fr>, FileError> {
    let decimals: Vec<String> = read_json(path, PUBLIC)?;
    let value = |(index, decimal): (usize, &String)| {
        fr_from_decimal(decimal).map_err(|source| FileError::PublicValue {
            path: path.to_path_buf(),
            index,
            source,
        })
    };
    decimals.iter().enumerate().map(value).collect()
}

/// Writes public values.
pub(crate) fn write_public_values(path: &Path, values: &[Fr], existing: Existing) -> Result<(), FileError> {
    let decimals: Vec<String> = values.iter().map(fr_to_decimal).collect();
    write_public_json(path, &decimals, existing)
}
