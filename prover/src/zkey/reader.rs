//! A `.zkey` file's structure, checked whenever one is opened: sections, lengths, counts, and the few points of the
//! verifying key. What is checked only once per file is in [`super::validate`].

use alloc::collections::BTreeMap;
use core::ops::Range;

use ark_bn254::G1Affine;
use workproof_verifier::{VerifyingKeyPoints, check_g1};

use super::header::widen;
use super::layout::{
    COEFFICIENT_BYTES, FILE_HEAD, G1_BYTES, G2_BYTES, GROTH16, MAGIC, SECTION_HEAD, VERSION,
};
use super::{Coefficients, G1Points, G2Points, KeyMetadata, Section, ZkeyError, ZkeyHeader};

/// Where each section of a checked file lies, with its header. The bytes themselves are elsewhere (a mapping).
#[derive(Clone, Debug)]
pub(crate) struct ZkeyIndex {
    ranges: BTreeMap<Section, Range<usize>>,
    header: ZkeyHeader,
    ic: Vec<G1Affine>,
    metadata: Option<KeyMetadata>,
}

/// A `.zkey` file whose structure was checked, with its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Zkey<'a> {
    bytes: &'a [u8],
    index: &'a ZkeyIndex,
}

impl ZkeyIndex {
    /// Checks the structure of a file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ZkeyError> {
        let ranges = section_ranges(bytes)?;
        let of = |section: Section| {
            let range = ranges.get(&section).cloned().ok_or(ZkeyError::MissingSection { section })?;
            Ok::<_, ZkeyError>(bytes.get(range).unwrap_or_default())
        };
        expect_length(Section::Protocol, of(Section::Protocol)?, 4)?;
        let protocol = of(Section::Protocol)?.first_chunk().map_or(0, |word| u32::from_le_bytes(*word));
        if protocol != GROTH16 {
            return Err(ZkeyError::Protocol { found: protocol });
        }
        for section in Section::ALL.into_iter().filter(|section| !section.is_optional()) {
            of(section)?;
        }
        let header = ZkeyHeader::decode(of(Section::Header)?)?;
        let (variables, inputs) = (u64::from(header.variables), u64::from(header.public_inputs));
        let entries = of(Section::Coefficients)?.first_chunk().map_or(0, |word| u32::from_le_bytes(*word));
        for (section, length) in [
            (Section::Ic, (inputs + 1) * widen(G1_BYTES)),
            (Section::Coefficients, 4 + u64::from(entries) * widen(COEFFICIENT_BYTES)),
            (Section::A, variables * widen(G1_BYTES)),
            (Section::B1, variables * widen(G1_BYTES)),
            (Section::B2, variables * widen(G2_BYTES)),
            (Section::L, (variables - inputs - 1) * widen(G1_BYTES)),
            (Section::H, u64::from(header.domain) * widen(G1_BYTES)),
        ] {
            expect_length(section, of(section)?, length)?;
        }
        check_contributions(of(Section::Contributions)?)?;
        let ic = read_ic(of(Section::Ic)?)?;
        let metadata = match ranges.get(&Section::Metadata) {
            Some(range) => Some(KeyMetadata::decode(bytes.get(range.clone()).unwrap_or_default())?),
            None => None,
        };
        Ok(Self { ranges, header, ic, metadata })
    }

    /// Puts the index and the bytes that it was read from together.
    pub(crate) const fn with_bytes<'a>(&'a self, bytes: &'a [u8]) -> Zkey<'a> {
        Zkey { bytes, index: self }
    }
}

impl<'a> Zkey<'a> {
    /// The counts and the points of the verifying key.
    #[must_use]
    pub const fn header(self) -> &'a ZkeyHeader {
        &self.index.header
    }

    /// Which circuit the key says it belongs to, if it says so.
    #[must_use]
    pub const fn metadata(self) -> Option<&'a KeyMetadata> {
        self.index.metadata.as_ref()
    }

    /// The bytes of one section, empty where an optional one is missing.
    #[must_use]
    pub fn section(self, section: Section) -> &'a [u8] {
        let range = self.index.ranges.get(&section).cloned().unwrap_or_default();
        self.bytes.get(range).unwrap_or_default()
    }

    /// The entries of the matrices A and B.
    #[must_use]
    pub fn coefficients(self) -> Coefficients<'a> {
        Coefficients::new(self.section(Section::Coefficients).get(4..).unwrap_or_default())
    }

    /// A point for each variable of A.
    #[must_use]
    pub fn a(self) -> G1Points<'a> {
        G1Points::from_trusted_bytes_unchecked(self.section(Section::A))
    }

    /// A G1 point for each variable of B.
    #[must_use]
    pub fn b1(self) -> G1Points<'a> {
        G1Points::from_trusted_bytes_unchecked(self.section(Section::B1))
    }

    /// A G2 point for each variable of B.
    #[must_use]
    pub fn b2(self) -> G2Points<'a> {
        G2Points::from_trusted_bytes_unchecked(self.section(Section::B2))
    }

    /// A point for each variable that is not public.
    #[must_use]
    pub fn l(self) -> G1Points<'a> {
        G1Points::from_trusted_bytes_unchecked(self.section(Section::L))
    }

    /// A point for each element of the domain: the Lagrange basis of the odd coset.
    #[must_use]
    pub fn h(self) -> G1Points<'a> {
        G1Points::from_trusted_bytes_unchecked(self.section(Section::H))
    }

    /// The points of the verifying key.
    #[must_use]
    pub fn verifying_key_points(self) -> VerifyingKeyPoints {
        let header = self.header();
        VerifyingKeyPoints {
            alpha_g1: header.alpha_g1,
            beta_g2: header.beta_g2,
            gamma_g2: header.gamma_g2,
            delta_g2: header.delta_g2,
            ic: self.index.ic.clone(),
        }
    }
}

/// Walks over the sections: known ones, each once, that fill the file to its last byte.
fn section_ranges(bytes: &[u8]) -> Result<BTreeMap<Section, Range<usize>>, ZkeyError> {
    let length = widen(bytes.len());
    let head = bytes.get(..12).ok_or(ZkeyError::Truncated { expected: FILE_HEAD, found: length })?;
    let (magic, words) = head.split_at(4);
    if magic != MAGIC {
        return Err(ZkeyError::Magic);
    }
    let word = |index: usize| words.as_chunks().0.get(index).map_or(0, |word| u32::from_le_bytes(*word));
    if word(0) != VERSION {
        return Err(ZkeyError::Version { found: word(0) });
    }
    let mut ranges = BTreeMap::new();
    let mut position = FILE_HEAD;
    for _ in 0..word(1) {
        let (number, size) = section_head(bytes, position)?;
        let section = Section::from_number(number).ok_or(ZkeyError::UnknownSection { number })?;
        let start = position + SECTION_HEAD;
        let end = start.saturating_add(size);
        if end > length {
            return Err(ZkeyError::Truncated { expected: end, found: length });
        }
        // the file is in memory, so its positions fit
        let range = narrow(start)..narrow(end);
        if ranges.insert(section, range).is_some() {
            return Err(ZkeyError::RepeatedSection { section });
        }
        position = end;
    }
    if position != length {
        return Err(ZkeyError::TrailingBytes { extra: length - position });
    }
    Ok(ranges)
}

fn section_head(bytes: &[u8], position: u64) -> Result<(u32, u64), ZkeyError> {
    let truncated = || ZkeyError::Truncated { expected: position + SECTION_HEAD, found: widen(bytes.len()) };
    let rest = bytes.get(narrow(position)..).ok_or_else(truncated)?;
    let (number, rest) = rest.split_first_chunk().ok_or_else(truncated)?;
    let (size, _) = rest.split_first_chunk().ok_or_else(truncated)?;
    Ok((u32::from_le_bytes(*number), u64::from_le_bytes(*size)))
}

fn narrow(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn expect_length(section: Section, bytes: &[u8], expected: u64) -> Result<(), ZkeyError> {
    let found = widen(bytes.len());
    if found == expected { Ok(()) } else { Err(ZkeyError::SectionLength { section, expected, found }) }
}

fn read_ic(bytes: &[u8]) -> Result<Vec<G1Affine>, ZkeyError> {
    let points = G1Points::from_trusted_bytes_unchecked(bytes);
    let checked = points.as_bytes().iter().zip(points.iter()).enumerate();
    checked
        .map(|(index, (bytes, point))| {
            G1Points::check(bytes).and_then(|()| check_g1(&point)).map_err(|source| ZkeyError::Point {
                section: Section::Ic,
                index,
                source,
            })?;
            Ok(point)
        })
        .collect()
}

/// 64 bytes of the circuit's hash, the number of contributions, and contributions that fill the section.
fn check_contributions(bytes: &[u8]) -> Result<(), ZkeyError> {
    // delta after, two G1 points and one G2 point of the public key, the transcript's hash, the type
    const FIXED: usize = 3 * G1_BYTES + G2_BYTES + 64 + 4;
    let mut rest = bytes.get(64..).ok_or(ZkeyError::Contributions)?;
    let (count, after) = rest.split_first_chunk().ok_or(ZkeyError::Contributions)?;
    rest = after;
    for _ in 0..u32::from_le_bytes(*count) {
        rest = rest.get(FIXED..).ok_or(ZkeyError::Contributions)?;
        let (length, after) = rest.split_first_chunk().ok_or(ZkeyError::Contributions)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).or(Err(ZkeyError::Contributions))?;
        rest = after.get(length..).ok_or(ZkeyError::Contributions)?;
    }
    if rest.is_empty() { Ok(()) } else { Err(ZkeyError::Contributions) }
}
