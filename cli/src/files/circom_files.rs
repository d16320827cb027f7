//! circom's files: circuits (`.r1cs`) and witnesses (`.wtns`), both up to a limit.

use std::io;
use std::path::Path;

use workproof_circuits::r1cs::{Assignment, R1cs};
use workproof_prover::circom_files::{
    R1csFileError, R1csView, Signals, read_r1cs, read_wtns, write_r1cs, write_wtns,
};
use zeroize::Zeroizing;

use super::error::FileError;
use super::read::{Kind, MAX_FILE_BYTES, read_bytes};
use super::write::{Existing, write_public, write_public_with, write_secret};

/// The most bytes of a circuit: some ten million terms in a million rows have a third of it.
const R1CS: Kind = Kind { what: "a circuit", limit: 2 * 1024 * 1024 * 1024 };

/// The bytes of a `.wtns` file around its values.
const WTNS_FRAME: usize = 12 + 12 + 40 + 12;

/// The bytes of a value.
const VALUE: usize = 32;

/// Reads the values of all variables for a key with so many. A file may hold more values than that, for the sake of
/// a better message, but not many times more.
pub(crate) fn read_witness(path: &Path, variables: u32) -> Result<Assignment, FileError> {
    let expected = 32 * u64::from(variables) + 1024;
    let kind = Kind { what: "a witness of this key's circuit", limit: expected.max(MAX_FILE_BYTES) };
    read_wtns(&read_bytes(path, kind)?)
        .map_err(|source| FileError::Witness { path: path.to_path_buf(), source })
}

/// Writes the values of all variables of a real claim, for its owner's eyes alone.
pub(crate) fn write_secret_witness(
    path: &Path,
    assignment: &Assignment,
    existing: Existing,
) -> Result<(), FileError> {
    write_secret(path, &witness_bytes(path, assignment)?, existing)
}

/// Writes the values of all variables of a claim whose secrets are public.
pub(crate) fn write_sample_witness(
    path: &Path,
    assignment: &Assignment,
    existing: Existing,
) -> Result<(), FileError> {
    write_public(path, &witness_bytes(path, assignment)?, existing)
}

/// The bytes of the file. They have their room from the start, so that they do not move and leave a copy behind.
fn witness_bytes(path: &Path, assignment: &Assignment) -> Result<Zeroizing<Vec<u8>>, FileError> {
    let room = assignment.len().saturating_mul(VALUE).saturating_add(WTNS_FRAME);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    write_wtns(&mut *bytes, assignment).map_err(FileError::write(path))?;
    Ok(bytes)
}

/// Reads a circuit.
pub(crate) fn read_circuit(path: &Path) -> Result<R1cs, FileError> {
    read_r1cs(&read_bytes(path, R1CS)?)
        .map_err(|source| FileError::Circuit { path: path.to_path_buf(), source })
}

/// Reads a circuit, and which of its columns are inputs and outputs.
pub(crate) fn read_circuit_with_signals(path: &Path) -> Result<(R1cs, Signals), FileError> {
    let bytes = read_bytes(path, R1CS)?;
    let circuit = |source| FileError::Circuit { path: path.to_path_buf(), source };
    Ok((read_r1cs(&bytes).map_err(circuit)?, R1csView::open(&bytes).map_err(circuit)?.signals()))
}

/// Writes a circuit, row by row.
pub(crate) fn write_circuit(path: &Path, shape: &R1cs, existing: Existing) -> Result<(), FileError> {
    write_public_with(path, existing, |out| match write_r1cs(out, shape) {
        Err(R1csFileError::Io(error)) => Err(error),
        other => other.map_err(io::Error::other),
    })
}
