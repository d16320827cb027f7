//! `.r1cs`: a circuit's matrices.
//!
//! ```text
//! magic "r1cs", version 1, 3 sections                                  4 bytes each
//! section 1: 32, r, wires, public outputs, public inputs, private
//!            inputs (4 bytes each), labels (8), constraints (4)
//! section 2: for each row A, B and C: number of terms (4), then for
//!            each term its wire (4) and coefficient (32, little-endian)
//! section 3: the label of each wire (8)
//! ```

use std::io::{self, Write};

use thiserror::Error;
use workproof_circuits::r1cs::R1cs;
use workproof_protocol::fr_to_le_bytes;

use super::wtns_file::{field_bytes, section_head};

/// Why a circuit was not written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum R1csFileError {
    /// A count does not fit the file's 32 bits.
    #[error("the circuit is too large for a .r1cs file")]
    TooLarge,
    /// The writer failed.
    #[error("the .r1cs file could not be written")]
    Io(#[from] io::Error),
}

/// Writes a circuit as circom does; all public values are inputs.
///
/// # Errors
/// [`R1csFileError`].
pub fn write_r1cs(out: &mut impl Write, r1cs: &R1cs) -> Result<(), R1csFileError> {
    let count = |value: usize| u32::try_from(value).or(Err(R1csFileError::TooLarge));
    let (wires, inputs) = (count(r1cs.variables)?, count(r1cs.public_inputs)?);
    let rows = count(r1cs.constraints())?;
    let private = wires.checked_sub(inputs + 1).ok_or(R1csFileError::TooLarge)?;

    out.write_all(b"r1cs")?;
    for word in [1_u32, 3] {
        out.write_all(&word.to_le_bytes())?;
    }
    out.write_all(&section_head(1, 36 + 4 * 4 + 8 + 4))?;
    out.write_all(&field_bytes())?;
    for word in [wires, 0, inputs, private] {
        out.write_all(&word.to_le_bytes())?;
    }
    out.write_all(&u64::from(wires).to_le_bytes())?;
    out.write_all(&rows.to_le_bytes())?;

    let terms: usize = r1cs.nonzeros().iter().sum();
    let length = u64::from(rows) * 3 * 4 + u64::try_from(terms).unwrap_or(u64::MAX).saturating_mul(36);
    out.write_all(&section_head(2, length))?;
    for row in 0..r1cs.constraints() {
        for matrix in [&r1cs.a, &r1cs.b, &r1cs.c] {
            let terms: Vec<_> = matrix.row(row).collect();
            out.write_all(&count(terms.len())?.to_le_bytes())?;
            for (column, coefficient) in terms {
                out.write_all(&column.to_le_bytes())?;
                out.write_all(&fr_to_le_bytes(&coefficient))?;
            }
        }
    }
    out.write_all(&section_head(3, 8 * u64::from(wires)))?;
    (0..u64::from(wires)).try_for_each(|label| out.write_all(&label.to_le_bytes()))?;
    Ok(())
}
