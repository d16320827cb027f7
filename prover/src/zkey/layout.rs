//! The sections of a `.zkey` and their lengths.

/// First four bytes of the file.
pub(super) const MAGIC: [u8; 4] = *b"zkey";
/// The container's version.
pub(super) const VERSION: u32 = 1;
/// Magic, version and number of sections.
pub(super) const FILE_HEAD: u64 = 12;
/// Number and length in front of each section.
pub(super) const SECTION_HEAD: u64 = 12;
/// The protocol number of Groth16; PLONK is 2, FFLONK 10.
pub(super) const GROTH16: u32 = 1;
/// Bytes of an affine G1 point.
pub(crate) const G1_BYTES: usize = 64;
/// Bytes of an affine G2 point.
pub(crate) const G2_BYTES: usize = 128;
/// Bytes of a coefficient: matrix, constraint, signal (4 each), value (32).
pub(super) const COEFFICIENT_BYTES: usize = 44;
/// Bytes of the Groth16 header: two moduli with their lengths, three counts, three G1 and three G2 points.
pub(super) const HEADER_BYTES: usize = 2 * (4 + 32) + 3 * 4 + 3 * G1_BYTES + 3 * G2_BYTES;
/// The largest power of two whose double still divides r - 1.
pub(super) const MAX_LOG_DOMAIN: u32 = 27;

/// A section of a `.zkey` file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Section {
    /// 1: the protocol.
    Protocol,
    /// 2: moduli, counts and the verifying key's points.
    Header,
    /// 3: the points of the constant and the public inputs.
    Ic,
    /// 4: the entries of the matrices A and B.
    Coefficients,
    /// 5: a point for each variable of A.
    A,
    /// 6: a G1 point for each variable of B.
    B1,
    /// 7: a G2 point for each variable of B.
    B2,
    /// 8: a point for each variable that is not public.
    L,
    /// 9: a point for each element of the domain.
    H,
    /// 10: the ceremony's contributions.
    Contributions,
    /// 30000: what workproof adds, and snarkjs passes over: the circuit's name and digest.
    Metadata,
}

impl Section {
    /// Every section, in the order in which this crate writes them.
    pub const ALL: [Self; 11] = [
        Self::Protocol,
        Self::Header,
        Self::Ic,
        Self::Coefficients,
        Self::A,
        Self::B1,
        Self::B2,
        Self::L,
        Self::H,
        Self::Contributions,
        Self::Metadata,
    ];

    /// The section's number in the file.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Protocol => 1,
            Self::Header => 2,
            Self::Ic => 3,
            Self::Coefficients => 4,
            Self::A => 5,
            Self::B1 => 6,
            Self::B2 => 7,
            Self::L => 8,
            Self::H => 9,
            Self::Contributions => 10,
            Self::Metadata => 30_000,
        }
    }

    pub(super) fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.number() == number)
    }

    /// Whether a key may be without it.
    pub(super) const fn is_optional(self) -> bool {
        matches!(self, Self::Metadata)
    }
}
