//! A `.r1cs` file in place: rows and terms in the file's own order, nothing copied.

use alloc::collections::BTreeMap;

use ark_bn254::Fr;
use ark_ff::AdditiveGroup;
use workproof_protocol::fr_from_le_bytes;

use super::R1csReadError;
use super::wtns_file::field_bytes;

const MAGIC: [u8; 4] = *b"r1cs";
const VERSION: u32 = 1;
const HEADER: u32 = 1;
const ROWS: u32 = 2;
const LABELS: u32 = 3;
/// Sections of circuits with custom gates, which only PLONK has.
const CUSTOM_GATES: [u32; 2] = [4, 5];
/// A wire (4 bytes) and a coefficient (32).
const TERM: usize = 36;

/// A circuit as it lies in a file. Its sections are checked; its rows are as they are read.
#[derive(Clone, Copy, Debug)]
pub struct R1csView<'a> {
    header: Header,
    public: u64,
    rows: &'a [u8],
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

impl Signals {
    /// The columns of all inputs, of `variables` in all.
    pub fn inputs(self, variables: usize) -> impl Iterator<Item = u32> {
        let end = [self.public_inputs, self.private_inputs, 1]
            .iter()
            .fold(self.outputs, |sum, n| sum.saturating_add(*n));
        let end = end.min(u32::try_from(variables).unwrap_or(u32::MAX));
        self.outputs.saturating_add(1)..end
    }
}

/// The terms of one row: `A B = C`.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a rank-1 constraint has these three sides")]
pub struct R1csRow<'a> {
    /// The left factor.
    pub a: R1csTerms<'a>,
    /// The right factor.
    pub b: R1csTerms<'a>,
    /// The product.
    pub c: R1csTerms<'a>,
}

/// The terms of one side of a row, in place.
#[derive(Clone, Copy, Debug)]
pub struct R1csTerms<'a>(&'a [[u8; TERM]]);

impl<'a> R1csTerms<'a> {
    /// The terms.
    pub fn iter(self) -> impl ExactSizeIterator<Item = R1csTerm<'a>> {
        self.0.iter().map(R1csTerm)
    }

    /// The number of terms.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// One term in the file's form: its wire and its coefficient.
#[derive(Clone, Copy, Debug)]
pub struct R1csTerm<'a>(&'a [u8; TERM]);

impl<'a> R1csTerm<'a> {
    /// The wire, below the circuit's number of variables.
    #[must_use]
    pub fn wire(self) -> u32 {
        self.0.first_chunk().map_or(u32::MAX, |word| u32::from_le_bytes(*word))
    }

    /// The coefficient.
    #[must_use]
    pub fn coefficient(self) -> Fr {
        self.read().unwrap_or(Fr::ZERO)
    }

    /// The coefficient as it stands in the file: 32 bytes, little-endian, below r.
    #[must_use]
    pub fn coefficient_bytes(self) -> &'a [u8; 32] {
        self.0.last_chunk().unwrap_or(&[0; 32])
    }

    fn read(self) -> Option<Fr> {
        fr_from_le_bytes(self.coefficient_bytes()).ok()
    }
}

impl<'a> R1csView<'a> {
    /// Checks the sections of a file.
    ///
    /// # Errors
    /// [`R1csReadError`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, R1csReadError> {
        let sections = sections(bytes)?;
        let of = |section: u32| sections.get(&section).copied().ok_or(R1csReadError::Section { section });
        let header = Header::decode(of(HEADER)?)?;
        if u64::try_from(of(LABELS)?.len()) != Ok(8 * u64::from(header.wires)) {
            return Err(R1csReadError::Section { section: LABELS });
        }
        let public = u64::from(header.outputs) + u64::from(header.inputs);
        if public >= u64::from(header.wires) {
            return Err(R1csReadError::Counts { wires: header.wires, public });
        }
        Ok(Self { header, public, rows: of(ROWS)? })
    }

    /// The number of constraints.
    #[must_use]
    pub fn constraints(self) -> usize {
        narrow(u64::from(self.header.rows))
    }

    /// The number of variables, the constant 1 among them.
    #[must_use]
    pub fn variables(self) -> usize {
        narrow(u64::from(self.header.wires))
    }

    /// The number of public outputs and inputs: in that order they are the public inputs.
    #[must_use]
    pub fn public_inputs(self) -> usize {
        narrow(self.public)
    }

    /// Which columns are outputs and inputs; all others are computed. There may be fewer wires than these say: the number of
    /// private inputs is used for nothing else.
    #[must_use]
    pub const fn signals(self) -> Signals {
        let Header { outputs, inputs, private_inputs, .. } = self.header;
        Signals { outputs, public_inputs: inputs, private_inputs }
    }

    /// The rows, each checked as it is read: wires that are there and differ, canonical coefficients. Bytes after the last
    /// row are an error after it.
    pub fn rows(self) -> impl Iterator<Item = Result<R1csRow<'a>, R1csReadError>> {
        let (mut rest, mut row) = (self.rows, 0);
        core::iter::from_fn(move || {
            if row == self.constraints() {
                let trailing = !core::mem::take(&mut rest).is_empty();
                return trailing.then_some(Err(R1csReadError::Section { section: ROWS }));
            }
            let read = take_row(rest, row, self.header.wires);
            row = if read.is_ok() { row + 1 } else { self.constraints() };
            rest = read.as_ref().map_or(&[][..], |(_, after)| *after);
            Some(read.map(|(row, _)| row))
        })
    }
}

/// Files in memory have lengths that fit; counts that do not are refused for want of bytes.
fn narrow(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// The counts of the first section.
#[derive(Clone, Copy, Debug)]
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

/// Reads one row, and returns what follows it.
fn take_row(bytes: &[u8], row: usize, wires: u32) -> Result<(R1csRow<'_>, &[u8]), R1csReadError> {
    let (a, rest) = take_terms(bytes, row, wires)?;
    let (b, rest) = take_terms(rest, row, wires)?;
    let (c, rest) = take_terms(rest, row, wires)?;
    Ok((R1csRow { a, b, c }, rest))
}

fn take_terms(bytes: &[u8], row: usize, wires: u32) -> Result<(R1csTerms<'_>, &[u8]), R1csReadError> {
    let short = || R1csReadError::Section { section: ROWS };
    let (count, rest) = take_word(bytes).ok_or_else(short)?;
    let length = narrow(u64::from(count)).checked_mul(TERM).ok_or_else(short)?;
    let (terms, rest) = rest.split_at_checked(length).ok_or_else(short)?;
    let terms = R1csTerms(terms.as_chunks().0);
    let mut seen: Vec<u32> = terms.iter().map(|term| term.wire()).collect();
    seen.sort_unstable();
    let distinct = seen.is_sorted_by(|left, right| left < right);
    if !distinct || seen.last().is_some_and(|wire| *wire >= wires) {
        return Err(R1csReadError::Wire { row });
    }
    if terms.iter().any(|term| term.read().is_none()) {
        return Err(R1csReadError::Coefficient { row });
    }
    Ok((terms, rest))
}

fn take_word(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (word, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*word), rest))
}
