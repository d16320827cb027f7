//! How a scalar is cut before it is cut into digits: each part goes with a multiple of the point that is known beforehand.

use ark_ff::{BigInt, BigInteger};

use super::endomorphism::split;

/// Bits of a whole scalar, with room for the carry of the narrowest digits.
pub(super) const SCALAR_BITS: usize = 256;
/// The most scalars that are halved where no table has the images. Halving saves 3 to 5 % of a proof with 2^16 of them, 2 % with
/// 2^18, and the images take as much memory as the points.
const MOST_HALVED: usize = 1 << 18;

/// The parts of a scalar, and so the multiples of its point that are added up.
///
/// A half `k` of L levels of b = 128 / L bits is `sum_l k_l 2^(b l)`; level l goes with `2^(b l)` times the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// The scalar as it is.
    Whole,
    /// Two halves, for the point and its image.
    Halves,
    /// Two halves of so many levels each, for points and images that a table has.
    Levels(Levels),
}

/// How many levels a table has: 2, 4 or 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels(usize);

/// Four: with more a table takes twice the memory, and only sums of some 2^16 scalars become shorter.
impl Default for Levels {
    fn default() -> Self {
        Self(4)
    }
}

impl Levels {
    /// Numbers of levels that there are.
    pub const ALL: [Self; 3] = [Self(2), Self(4), Self(8)];

    /// So many levels; `None` for another number than 2, 4 and 8.
    #[must_use]
    pub const fn new(levels: usize) -> Option<Self> {
        match levels {
            2 | 4 | 8 => Some(Self(levels)),
            _ => None,
        }
    }

    /// The number of levels, that of the key's own points among them.
    #[must_use]
    pub const fn count(self) -> usize {
        self.0
    }

    /// Bits from one level to the next.
    #[must_use]
    pub const fn bits(self) -> usize {
        SCALAR_BITS / 2 / self.0
    }
}

impl Parts {
    /// Those that may be chosen for so many scalars, where points are not packed for certain ones.
    pub(crate) const fn for_length(scalars: usize, fixed: Option<Self>) -> [Option<Self>; 2] {
        match fixed {
            Some(parts) => [Some(parts), None],
            None if scalars <= MOST_HALVED => [Some(Self::Whole), Some(Self::Halves)],
            None => [Some(Self::Whole), None],
        }
    }

    /// How many of one half, or of the whole, follow one another.
    pub(in crate::engine) const fn levels(self) -> usize {
        match self {
            Self::Whole | Self::Halves => 1,
            Self::Levels(levels) => levels.count(),
        }
    }

    /// 2 where scalars are halved, otherwise 1.
    pub(in crate::engine) const fn halves(self) -> usize {
        match self {
            Self::Whole => 1,
            Self::Halves | Self::Levels(_) => 2,
        }
    }

    /// How many parts a scalar has, and so how many points go with it. Those of the first half come first.
    pub(crate) const fn count(self) -> usize {
        self.halves() * self.levels()
    }

    /// Bits of a part.
    pub(super) const fn bits(self) -> usize {
        SCALAR_BITS / self.count()
    }

    /// The whole, or both halves, as integers in two's complement, one after the other.
    pub(super) fn of(self, scalar: &BigInt<4>) -> [u64; 4] {
        if self.halves() == 1 {
            return scalar.0;
        }
        let [[a, b], [c, d]] = split(scalar);
        [a, b, c, d]
    }

    /// How many bits the magnitude of the whole, or of each half, has.
    #[expect(clippy::as_conversions, reason = "at most 256")]
    pub(super) fn lengths(self, scalar: &BigInt<4>) -> impl Iterator<Item = usize> {
        let lengths = if self.halves() == 1 {
            [Some(scalar.num_bits() as usize), None]
        } else {
            split(scalar).map(|[low, high]| {
                let half = (u128::from(high) << 64 | u128::from(low)).cast_signed();
                Some((u128::BITS - half.unsigned_abs().leading_zeros()) as usize)
            })
        };
        lengths.into_iter().flatten()
    }
}
