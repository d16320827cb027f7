//! Reads `.r1cs` files: the matrices of any circom circuit, in the form that `r1cs_file` describes.
//!
//! circom writes the sections in an order of its own, and the terms of a row too; both are put in order here.

use ark_bn254::Fr;
use thiserror::Error;
use workproof_circuits::r1cs::R1cs;

use super::{R1csRow, R1csView};

/// Why bytes are not a `.r1cs` file of this field.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum R1csReadError {
    /// The file does not begin like a `.r1cs` of version 1.
    #[error("this is not a .r1cs file of version 1")]
    Head,
    /// A section is missing, repeated or unknown, or its length is not the one that its counts demand.
    #[error("section {section} of the .r1cs file is missing, repeated, unknown, or of the wrong length")]
    Section {
        /// The section's number.
        section: u32,
    },
    /// Bytes follow the last section.
    #[error("{extra} bytes follow the last section")]
    TrailingBytes {
        /// How many.
        extra: usize,
    },
    /// The circuit uses custom gates.
    #[error("the circuit uses custom gates, which Groth16 has not")]
    CustomGates,
    /// The circuit is over another field.
    #[error("the circuit is not over BN254's scalar field")]
    OtherField,
    /// There are fewer wires than public signals and the constant need.
    #[error("{wires} wires cannot hold {public} public signals and the constant")]
    Counts {
        /// Wires.
        wires: u32,
        /// Public outputs and inputs.
        public: u64,
    },
    /// A term names a wire that is not there, or one wire twice.
    #[error("row {row} names a wire that is not there, or one wire twice")]
    Wire {
        /// The row, from 0.
        row: usize,
    },
    /// A coefficient is not below the field's order.
    #[error("row {row} has a coefficient that is not below the field's order")]
    Coefficient {
        /// The row, from 0.
        row: usize,
    },
}

/// Reads the matrices of a circuit. The public outputs and inputs are its public inputs, in that order.
///
/// # Errors
/// [`R1csReadError`] for anything but a whole file of this field.
pub fn read_r1cs(bytes: &[u8]) -> Result<R1cs, R1csReadError> {
    let view = R1csView::open(bytes)?;
    let mut r1cs = R1cs::default();
    (r1cs.public_inputs, r1cs.variables) = (view.public_inputs(), view.variables());
    for row in view.rows() {
        let R1csRow { a, b, c } = row?;
        for (matrix, terms) in [(&mut r1cs.a, a), (&mut r1cs.b, b), (&mut r1cs.c, c)] {
            let mut terms: Vec<(u32, Fr)> =
                terms.iter().map(|term| (term.wire(), term.coefficient())).collect();
            terms.sort_unstable_by_key(|(wire, _)| *wire);
            matrix.push_terms(terms);
        }
    }
    Ok(r1cs)
}

#[cfg(test)]
mod tests {
    use super::super::write_r1cs;
    use super::*;

    /// x * x = y and (x + 2 y) * 1 = z, with z public.
    fn sample() -> R1cs {
        let mut r1cs = R1cs::default();
        (r1cs.public_inputs, r1cs.variables) = (1, 4);
        let one = Fr::from(1_u8);
        for (matrix, rows) in [
            (&mut r1cs.a, [vec![(2, one)], vec![(2, one), (3, Fr::from(2_u8))]]),
            (&mut r1cs.b, [vec![(2, one)], vec![(0, one)]]),
            (&mut r1cs.c, [vec![(3, one)], vec![(1, -one)]]),
        ] {
            rows.into_iter().for_each(|row| matrix.push_terms(row));
        }
        r1cs
    }

    fn written() -> Vec<u8> {
        let mut bytes = Vec::new();
        write_r1cs(&mut bytes, &sample()).unwrap();
        bytes
    }

    #[test]
    fn circuits_round_trip_and_every_truncation_is_refused() {
        let bytes = written();
        assert_eq!(read_r1cs(&bytes), Ok(sample()));
        for end in 0..bytes.len() {
            assert!(read_r1cs(&bytes[..end]).is_err(), "{end}");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(read_r1cs(&longer), Err(R1csReadError::TrailingBytes { extra: 1 }));
    }

    #[test]
    fn sections_and_terms_may_come_in_any_order() {
        let bytes = written();
        let (head, rest) = bytes.split_at(12);
        let (first, rest) = rest.split_at(12 + 64);
        assert_eq!(read_r1cs(&[head, rest, first].concat()), Ok(sample()));
        // the two terms of the last row's A, exchanged
        let mut exchanged = bytes.clone();
        let start = 12 + 12 + 64 + 12 + 3 * 40 + 4;
        exchanged[start..start + 72].rotate_left(36);
        assert_ne!(exchanged, bytes);
        assert_eq!(read_r1cs(&exchanged), Ok(sample()));
    }

    #[test]
    fn refuses_what_no_circuit_of_this_field_is() {
        let bytes = written();
        let rows = 12 + 12 + 64 + 12;
        for (position, value, expected) in [
            (0, 0, R1csReadError::Head),
            (4, 2, R1csReadError::Head),
            (12, 9, R1csReadError::Section { section: 9 }),
            (12, 4, R1csReadError::CustomGates),
            (12, 2, R1csReadError::Section { section: 2 }),
            (12 + 12 + 4, 0, R1csReadError::OtherField),
            (12 + 12 + 36, 3, R1csReadError::Section { section: 3 }),
            (12 + 12 + 36 + 4, 9, R1csReadError::Counts { wires: 4, public: 10 }),
            (12 + 12 + 60, 1, R1csReadError::Section { section: 2 }),
            (rows + 4, 4, R1csReadError::Wire { row: 0 }),
            (rows + 3 * 40 + 4, 3, R1csReadError::Wire { row: 1 }),
            (rows + 8 + 31, 0xff, R1csReadError::Coefficient { row: 0 }),
        ] {
            let mut damaged = bytes.clone();
            damaged[position] = value;
            assert_eq!(read_r1cs(&damaged), Err(expected), "{position}");
        }
    }
}
