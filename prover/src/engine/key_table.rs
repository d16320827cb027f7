//! A table of multiples of a key's points.

use super::msm::Levels;
use crate::zkey::{G1Points, G2Points};

/// Multiples of a key's points, for those sections that a proof uses.
///
/// With L [`Levels`] and b = 128 / L bits from one to the next, level l of a point is `2^(b l)` times the point. The key has
/// level 0. For each section there are here, of all points that are not the identity: level 1, then level 2, up to L - 1. In
/// sums over them a scalar's windows become few, and with them the buckets.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct KeyTable<'a> {
    /// The number of levels.
    pub levels: Levels,
    /// Of section A.
    pub a: G1Points<'a>,
    /// Of section B2.
    pub b2: G2Points<'a>,
    /// Of section L.
    pub l: G1Points<'a>,
    /// Of section H.
    pub h: G1Points<'a>,
}
