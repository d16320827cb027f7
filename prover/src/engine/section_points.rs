//! The points of a section as they lie in a key.

use super::joined::Joined;
use super::msm::{Parts, Present};
use super::places::Places;
use super::{EngineError, expect_length};

/// The points of a section, or of two that are summed up together, as they lie in a key, and in a table of their multiples.
#[derive(Clone, Copy)]
pub(super) struct SectionPoints<'a, const BYTES: usize> {
    /// All points.
    pub(super) points: Joined<'a, [u8; BYTES]>,
    /// Which of them are not the identity.
    pub(super) places: &'a Places,
    /// Where there is a table, the multiples of those, for each section: level 1 of them all, then level 2 of them all, and so
    /// on.
    pub(super) multiples: Joined<'a, [u8; BYTES]>,
}

impl<const BYTES: usize> SectionPoints<'_, BYTES> {
    /// Which points these are, in the words of the schedule.
    pub(super) fn present(&self) -> Present<'_> {
        self.places.present(self.points.len())
    }

    /// About how many bytes they take when packed for such parts.
    pub(super) const fn packed_bytes(&self, parts: Parts) -> usize {
        // a coordinate of 32 bytes becomes five digits
        parts.count() * self.count() * BYTES / 32 * 40
    }

    /// The number of points that are not the identity.
    pub(super) const fn count(&self) -> usize {
        self.places.count(self.points.len())
    }

    /// How many of those are in the first of two sections.
    fn count_of_first(&self) -> usize {
        self.places.count_below(self.points.first.len())
    }

    /// # Errors
    /// [`EngineError::Length`] where these are not so many multiples of each.
    pub(super) fn expect_multiples(
        &self,
        levels: usize,
        multiples: Joined<'_, [u8; BYTES]>,
    ) -> Result<(), EngineError> {
        let of_first = self.count_of_first();
        expect_length(levels * of_first, multiples.first.len())?;
        expect_length(levels * (self.count() - of_first), multiples.second.len())
    }

    /// A multiple of the k-th of them.
    pub(super) fn get(&self, level: usize, index: usize) -> Option<&[u8; BYTES]> {
        let Some(before) = level.checked_sub(1) else {
            return self.places.place(index).and_then(|place| self.points.get(place));
        };
        let of_first = self.count_of_first();
        match index.checked_sub(of_first) {
            None => self.multiples.first.get(before * of_first + index),
            Some(index) => self.multiples.second.get(before * (self.count() - of_first) + index),
        }
    }
}
