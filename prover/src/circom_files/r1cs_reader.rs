//! Reads `.r1cs` files: the matrices of any circom circuit, in the form that `r1cs_file` describes.
//!
//! circom writes the sections in an order of its own, and the terms of a row too; both are put in order here.

use alloc::collections::BTreeMap;

use ark_bn254::Fr;
use thiserror::Error;
use workproof_circuits::r1cs::{Matrix, R1cs};
use workproof_protocol::fr_from_le_bytes;

use super::wtns_file::field_bytes;

const MAGIC: [u8; 4] = *b"r1cs";
const VERSION: u32 = 1;
const HEADER: u32 = 1;
const ROWS: u32 = 2;
const LABELS: u32 = 3;
/// Sections of circuits with custom gates, which only PLONK has.
const CUSTOM_GATES: [u32; 2] = [4, 5];

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
    let sections = sections(bytes)?;
    let of = |section: u32| sections.get(&section).copied().ok_or(R1csReadError::Section { section });
    let header = Header::decode(of(HEADER)?)?;
    if u64::try_from(of(LABELS)?.len()) != Ok(8 * u64::from(header.wires)) {
        return Err(R1csReadError::Section { section: LABELS });
    }
    let public = u64::from(header.outputs) + u64::from(header.inputs);
    let counts = R1csReadError::Counts { wires: header.wires, public };
    if public >= u64::from(header.wires) {
        return Err(counts);
    }
    let mut r1cs = R1cs::default();
    r1cs.public_inputs = usize::try_from(public).or(Err(counts.clone()))?;
    r1cs.variables = usize::try_from(header.wires).or(Err(counts))?;
    let mut rest = of(ROWS)?;
    for row in 0..usize::try_from(header.rows).or(Err(R1csReadError::Section { section: ROWS }))? {
        for matrix in [&mut r1cs.a, &mut r1cs.b, &mut r1cs.c] {
            rest = take_terms(rest, row, header.wires, matrix)?;
        }
    }
    if rest.is_empty() { Ok(r1cs) } else { Err(R1csReadError::Section { section: ROWS }) }
}

/// How many signals of each kind a circuit has, in the order of their columns after the constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signals {
    /// Public outputs.
    pub outputs: u32,
    /// Public inputs.
    pub public_inputs: u32,
    /// Private inputs.
    pub private_inputs: u32,
}

/// Reads which columns of a circuit are its outputs and its inputs; all others are computed.
///
/// # Errors
/// [`R1csReadError`] for anything but a whole file of this field, or where there are more signals than wires.
pub fn read_signals(bytes: &[u8]) -> Result<Signals, R1csReadError> {
    let sections = sections(bytes)?;
    let header = sections.get(&HEADER).copied().ok_or(R1csReadError::Section { section: HEADER })?;
    let header = Header::decode(header)?;
    let public = u64::from(header.outputs) + u64::from(header.inputs);
    if public + u64::from(header.private_inputs) >= u64::from(header.wires) {
        return Err(R1csReadError::Counts { wires: header.wires, public });
    }
    Ok(Signals {
        outputs: header.outputs,
        public_inputs: header.inputs,
        private_inputs: header.private_inputs,
    })
}

/// The counts of the first section.
struct Header {
    wires: u32,
    outputs: u32,
    inputs: u32,
    private_inputs: u32,
    rows: u32,
}

impl Header {
    fn decode(bytes: &[u8]) -> Result<Self, R1csReadError> {
        let wrong = R1csReadError::Section { section: HEADER };
        let field = field_bytes();
        let (found, counts) = bytes.split_at_checked(field.len()).ok_or_else(|| wrong.clone())?;
        if found != field {
            return Err(R1csReadError::OtherField);
        }
        // wires, outputs, inputs, private inputs, two words of labels, rows
        let (words, extra) = counts.as_chunks::<4>();
        match (words, extra) {
            ([wires, outputs, inputs, private_inputs, _, _, rows], []) => {
                let [wires, outputs, inputs, private_inputs, rows] =
                    [wires, outputs, inputs, private_inputs, rows].map(|word| u32::from_le_bytes(*word));
                Ok(Self { wires, outputs, inputs, private_inputs, rows })
            }
            _ => Err(wrong),
        }
    }
}

/// The sections by their numbers; known ones, each once, that fill the file to its last byte.
fn sections(bytes: &[u8]) -> Result<BTreeMap<u32, &[u8]>, R1csReadError> {
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(R1csReadError::Head)?;
    let (version, rest) = take_word(rest).ok_or(R1csReadError::Head)?;
    let (count, mut rest) = take_word(rest).ok_or(R1csReadError::Head)?;
    if *magic != MAGIC || version != VERSION {
        return Err(R1csReadError::Head);
    }
    let mut sections = BTreeMap::new();
    for expected in 1..=count {
        let missing = R1csReadError::Section { section: expected };
        let (section, after) = take_word(rest).ok_or_else(|| missing.clone())?;
        let (length, after) = after.split_first_chunk().ok_or(missing)?;
        if CUSTOM_GATES.contains(&section) {
            return Err(R1csReadError::CustomGates);
        }
        let wrong = R1csReadError::Section { section };
        let length = usize::try_from(u64::from_le_bytes(*length)).or(Err(wrong.clone()))?;
        let (content, after) = after.split_at_checked(length).ok_or_else(|| wrong.clone())?;
        let is_known = [HEADER, ROWS, LABELS].contains(&section);
        if !is_known || sections.insert(section, content).is_some() {
            return Err(wrong);
        }
        rest = after;
    }
    if rest.is_empty() { Ok(sections) } else { Err(R1csReadError::TrailingBytes { extra: rest.len() }) }
}

/// Reads one row of one matrix, sorted by wire, and returns what follows it.
fn take_terms<'a>(
    bytes: &'a [u8],
    row: usize,
    wires: u32,
    matrix: &mut Matrix,
) -> Result<&'a [u8], R1csReadError> {
    let short = R1csReadError::Section { section: ROWS };
    let (count, mut rest) = take_word(bytes).ok_or_else(|| short.clone())?;
    let mut terms: Vec<(u32, Fr)> = Vec::new();
    for _ in 0..count {
        let (wire, after) = take_word(rest).ok_or_else(|| short.clone())?;
        let (coefficient, after) = after.split_first_chunk::<32>().ok_or_else(|| short.clone())?;
        if wire >= wires {
            return Err(R1csReadError::Wire { row });
        }
        terms.push((wire, fr_from_le_bytes(coefficient).or(Err(R1csReadError::Coefficient { row }))?));
        rest = after;
    }
    terms.sort_unstable_by_key(|(wire, _)| *wire);
    if terms.is_sorted_by(|(left, _), (right, _)| left < right) {
        matrix.push_terms(terms);
        Ok(rest)
    } else {
        Err(R1csReadError::Wire { row })
    }
}

fn take_word(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (word, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*word), rest))
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
    fn signals_are_counted_and_never_more_than_wires() {
        let mut bytes = written();
        let signals = read_signals(&bytes).unwrap();
        assert_eq!((signals.outputs, signals.public_inputs, signals.private_inputs), (0, 1, 0));
        // private inputs stand after outputs and inputs
        let position = 12 + 12 + 36 + 12;
        bytes[position] = 2;
        assert_eq!(read_signals(&bytes).unwrap().private_inputs, 2);
        bytes[position] = 3;
        assert_eq!(read_signals(&bytes), Err(R1csReadError::Counts { wires: 4, public: 1 }));
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
