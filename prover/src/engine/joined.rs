//! Two slices that stand for one array.

use core::ops::Range;

/// One slice followed by another.
#[derive(Debug)]
pub(super) struct Joined<'a, T> {
    pub(super) first: &'a [T],
    pub(super) second: &'a [T],
}

impl<T> Clone for Joined<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Joined<'_, T> {}

impl<'a, T> From<&'a [T]> for Joined<'a, T> {
    fn from(first: &'a [T]) -> Self {
        Self { first, second: &[] }
    }
}

impl<'a, T> Joined<'a, T> {
    /// No elements.
    pub(super) const EMPTY: Self = Self { first: &[], second: &[] };

    /// How many elements there are.
    pub(super) const fn len(&self) -> usize {
        self.first.len() + self.second.len()
    }

    /// An element.
    pub(super) fn get(&self, index: usize) -> Option<&'a T> {
        match index.checked_sub(self.first.len()) {
            None => self.first.get(index),
            Some(index) => self.second.get(index),
        }
    }

    /// Those elements of a range that there are.
    pub(super) fn range(&self, range: Range<usize>) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let of = |slice: &'a [T], offset: usize| {
            let clamp = |index: usize| index.saturating_sub(offset).min(slice.len());
            slice.get(clamp(range.start)..clamp(range.end)).unwrap_or_default()
        };
        of(self.first, 0).iter().chain(of(self.second, self.first.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_array_that_both_make_up() {
        let all: Vec<u8> = (0..9).collect();
        for cut in 0..=9 {
            let (first, second) = all.split_at(cut);
            let joined = Joined { first, second };
            assert_eq!(joined.len(), 9);
            assert!((0..12).all(|index| joined.get(index) == all.get(index)));
            for start in 0..12 {
                for end in start..12 {
                    let expected = &all[start.min(9)..end.min(9)];
                    assert!(joined.range(start..end).eq(expected), "{cut}: {start}..{end}");
                }
            }
        }
    }
}
