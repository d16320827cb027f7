//! A `.ptau` file, mapped and used in place.

use core::ops::Range;
use std::io;
use std::path::Path;

use ark_bn254::{Fq, G1Affine, G2Affine};
use ark_ff::PrimeField;
use thiserror::Error;
use workproof_prover::MappedFile;
use workproof_prover::zkey::{G1Points, G2Points};

use crate::sections::{SectionError, Sections, take_word};

const HEADER: u32 = 1;
const TAU_G1: u32 = 2;
const TAU_G2: u32 = 3;
const ALPHA_TAU_G1: u32 = 4;
const BETA_TAU_G1: u32 = 5;
const BETA_G2: u32 = 6;
const CONTRIBUTIONS: u32 = 7;
const LAGRANGE_TAU_G1: u32 = 12;
const LAGRANGE_TAU_G2: u32 = 13;
const LAGRANGE_ALPHA_G1: u32 = 14;
const LAGRANGE_BETA_G1: u32 = 15;
const PREPARED: [u32; 4] = [LAGRANGE_TAU_G1, LAGRANGE_TAU_G2, LAGRANGE_ALPHA_G1, LAGRANGE_BETA_G1];
const KNOWN: [u32; 11] = [
    HEADER,
    TAU_G1,
    TAU_G2,
    ALPHA_TAU_G1,
    BETA_TAU_G1,
    BETA_G2,
    CONTRIBUTIONS,
    LAGRANGE_TAU_G1,
    LAGRANGE_TAU_G2,
    LAGRANGE_ALPHA_G1,
    LAGRANGE_BETA_G1,
];
/// The largest power that the field has roots of unity for.
const MOST_POWER: u32 = 28;

/// Why a `.ptau` file is refused.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PtauError {
    /// The file could not be read.
    #[error("the file of the first phase could not be read")]
    Io(#[from] io::Error),
    /// The file's sections are not those of a `.ptau` file.
    #[error("this is not a whole .ptau file: {0}")]
    Sections(#[from] SectionError),
    /// The file is over another curve.
    #[error("the first phase is over another curve than BN254")]
    OtherCurve,
    /// The power is out of range.
    #[error("a power of {power} (of a ceremony of {ceremony_power}) is out of range; it is at most 28")]
    Power {
        /// The power of the file.
        power: u32,
        /// The power of the ceremony that the file was cut from.
        ceremony_power: u32,
    },
    /// Only some of the prepared sections are there.
    #[error("only some of the sections prepared for phase 2 are there")]
    PartlyPrepared,
}

/// Powers of tau, the first phase of a ceremony: sections and lengths are checked, points are not yet.
#[derive(Debug)]
pub struct PtauFile {
    file: MappedFile,
    sections: Sections,
    power: u32,
    ceremony_power: u32,
    prepared: bool,
}

impl PtauFile {
    /// Opens a file and checks its sections.
    ///
    /// # Errors
    /// [`PtauError`].
    pub fn open(path: &Path) -> Result<Self, PtauError> {
        let file = MappedFile::open(path)?;
        let sections = Sections::read(file.bytes(), *b"ptau", &KNOWN)?;
        let header = sections.expect(HEADER, 4 + 32 + 4 + 4)?;
        let header = file.bytes().get(header).unwrap_or_default();
        let (power, ceremony_power) = read_header(header).ok_or(PtauError::OtherCurve)?;
        if power == 0 || power > MOST_POWER || ceremony_power < power || ceremony_power > MOST_POWER {
            return Err(PtauError::Power { power, ceremony_power });
        }
        let size = 1_u64 << power;
        for (section, length) in [
            (TAU_G1, (2 * size - 1) * 64),
            (TAU_G2, size * 128),
            (ALPHA_TAU_G1, size * 64),
            (BETA_TAU_G1, size * 64),
            (BETA_G2, 128),
        ] {
            sections.expect(section, length)?;
        }
        sections.range(CONTRIBUTIONS).ok_or(SectionError::Missing { number: CONTRIBUTIONS })?;
        let present = PREPARED.iter().filter(|section| sections.range(**section).is_some()).count();
        if present != 0 && present != PREPARED.len() {
            return Err(PtauError::PartlyPrepared);
        }
        let prepared = present != 0;
        if prepared {
            for (section, length) in [
                // levels 0 to power, and one more for tau in G1
                (LAGRANGE_TAU_G1, (4 * size - 1) * 64),
                (LAGRANGE_TAU_G2, (2 * size - 1) * 128),
                (LAGRANGE_ALPHA_G1, (2 * size - 1) * 64),
                (LAGRANGE_BETA_G1, (2 * size - 1) * 64),
            ] {
                sections.expect(section, length)?;
            }
        }
        Ok(Self { file, sections, power, ceremony_power, prepared })
    }

    /// The file holds powers for domains of up to `2^power`.
    #[must_use]
    pub const fn power(&self) -> u32 {
        self.power
    }

    /// The power of the ceremony that the file was cut from.
    #[must_use]
    pub const fn ceremony_power(&self) -> u32 {
        self.ceremony_power
    }

    /// Whether the file holds the powers in Lagrange bases too.
    #[must_use]
    pub const fn is_prepared(&self) -> bool {
        self.prepared
    }

    /// The whole file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.file.bytes()
    }

    fn section(&self, number: u32) -> &[u8] {
        self.bytes().get(self.range(number)).unwrap_or_default()
    }

    fn range(&self, number: u32) -> Range<usize> {
        self.sections.range(number).unwrap_or_default()
    }

    fn g1(&self, number: u32) -> G1Points<'_> {
        G1Points::from_trusted_bytes_unchecked(self.section(number))
    }

    fn g2(&self, number: u32) -> G2Points<'_> {
        G2Points::from_trusted_bytes_unchecked(self.section(number))
    }

    /// `tau^k` in G1, for k below `2^(power + 1) - 1`.
    pub(crate) fn tau_g1(&self) -> G1Points<'_> {
        self.g1(TAU_G1)
    }

    /// `tau^k` in G2, for k below `2^power`; so are the next two.
    pub(crate) fn tau_g2(&self) -> G2Points<'_> {
        self.g2(TAU_G2)
    }

    pub(crate) fn alpha_tau_g1(&self) -> G1Points<'_> {
        self.g1(ALPHA_TAU_G1)
    }

    pub(crate) fn beta_tau_g1(&self) -> G1Points<'_> {
        self.g1(BETA_TAU_G1)
    }

    pub(crate) fn beta_g2_bytes(&self) -> Option<&[u8; 128]> {
        self.g2(BETA_G2).as_bytes().first()
    }

    pub(crate) fn beta_g2(&self) -> G2Affine {
        self.g2(BETA_G2).iter().next().unwrap_or_default()
    }

    pub(crate) fn alpha_g1(&self) -> G1Affine {
        self.alpha_tau_g1().iter().next().unwrap_or_default()
    }

    pub(crate) fn beta_g1(&self) -> G1Affine {
        self.beta_tau_g1().iter().next().unwrap_or_default()
    }

    pub(crate) fn contributions(&self) -> &[u8] {
        self.section(CONTRIBUTIONS)
    }

    /// All levels of a prepared section: level k begins at point `2^k - 1`. Empty in a file that was not prepared.
    pub(crate) fn lagrange_tau_g1(&self) -> G1Points<'_> {
        self.g1(LAGRANGE_TAU_G1)
    }

    pub(crate) fn lagrange_tau_g2(&self) -> G2Points<'_> {
        self.g2(LAGRANGE_TAU_G2)
    }

    pub(crate) fn lagrange_alpha_g1(&self) -> G1Points<'_> {
        self.g1(LAGRANGE_ALPHA_G1)
    }

    pub(crate) fn lagrange_beta_g1(&self) -> G1Points<'_> {
        self.g1(LAGRANGE_BETA_G1)
    }

    /// The 64 bytes of the file that stand where a tau power in G1 of this index would be, whatever they are.
    pub(crate) fn raw_tau_g1(&self, index: usize) -> Option<[u8; 64]> {
        let start = index.checked_mul(64)?.checked_add(self.range(TAU_G1).start)?;
        self.bytes().get(start..)?.first_chunk().copied()
    }
}

/// Both powers; `None` for another field.
fn read_header(bytes: &[u8]) -> Option<(u32, u32)> {
    let (length, rest) = take_word(bytes)?;
    let (modulus, rest) = rest.split_first_chunk::<32>()?;
    let expected: Vec<u8> = Fq::MODULUS.0.iter().flat_map(|limb| limb.to_le_bytes()).collect();
    let (power, rest) = take_word(rest)?;
    let (ceremony_power, rest) = take_word(rest)?;
    (length == 32 && modulus[..] == expected && rest.is_empty()).then_some((power, ceremony_power))
}
