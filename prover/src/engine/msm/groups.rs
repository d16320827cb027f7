//! Points grouped by bucket: a counting sort.

use rayon::prelude::*;
use zeroize::Zeroizing;

use super::{Entry, SignedDigits};

/// Which of all points are there, that is, are not the identity.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum Present<'a> {
    /// The first so many, without a gap.
    All(usize),
    /// Those at these places, ascending.
    Some(&'a [u32]),
}

impl Present<'_> {
    /// How many are there.
    pub(in crate::engine) const fn count(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::Some(places) => places.len(),
        }
    }
}

/// Entries sorted by group. Which point is in which group says what the scalars are: wiped when dropped.
pub(in crate::engine) struct Groups {
    entries: Zeroizing<Vec<Entry>>,
    /// Where each group ends.
    ends: Zeroizing<Vec<u32>>,
}

impl Groups {
    /// Groups points by the magnitude of their digit: group j - 1 holds those with digit ±j.
    pub(in crate::engine) fn by_digit(
        scalars: &SignedDigits,
        window: usize,
        first_scalar: usize,
        present: Present<'_>,
    ) -> Self {
        let count = 1 << (scalars.bits() - 1);
        match present {
            Present::All(points) => Self::sort(count, || {
                let digits = scalars.pieces(window, first_scalar).flatten().take(points);
                (0_u32..).zip(digits).map(|(point, digit)| (point, *digit))
            }),
            Present::Some(places) => Self::sort(count, || {
                (0_u32..).zip(places).map(move |(point, place)| {
                    let place = usize::try_from(*place).unwrap_or(usize::MAX);
                    (point, scalars.digit(window, first_scalar.saturating_add(place)))
                })
            }),
        }
    }

    fn sort<I: Iterator<Item = (u32, i16)>>(count: usize, points: impl Fn() -> I) -> Self {
        let mut ends = Zeroizing::new(vec![0_u32; count + 1]);
        // the count of group g goes to place g + 1, so that after summing up place g is where it starts
        points().for_each(|(_, digit)| {
            if digit != 0
                && let Some(place) = ends.get_mut(usize::from(digit.unsigned_abs()))
            {
                *place += 1;
            }
        });
        let mut sum = 0;
        for place in ends.iter_mut() {
            sum += *place;
            *place = sum;
        }
        let length = usize::try_from(sum).unwrap_or(0);
        let mut entries = Zeroizing::new(vec![Entry::default(); length]);
        points().for_each(|(point, digit)| {
            if digit != 0
                && let Some(start) = ends.get_mut(usize::from(digit.unsigned_abs()) - 1)
            {
                let place = usize::try_from(*start).ok().and_then(|place| entries.get_mut(place));
                if let Some(entry) = place {
                    *entry = Entry::new(point, u32::from(digit < 0));
                }
                *start += 1;
            }
        });
        // every start has moved to its end; the last place is no group
        ends.pop();
        Self { entries, ends }
    }

    /// Groups entries 0, 1, 2, ... by the number of the group each belongs to.
    pub(in crate::engine) fn by_number(count: usize, numbers: &[u32]) -> Self {
        let mut ends = Zeroizing::new(vec![0_u32; count + 1]);
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        for number in numbers {
            if let Some(next) = ends.get_mut(place(*number).saturating_add(1)) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for place in ends.iter_mut() {
            sum += *place;
            *place = sum;
        }
        let mut entries = Zeroizing::new(vec![Entry::default(); numbers.len()]);
        for (index, number) in (0_u32..).zip(numbers) {
            if let Some(start) = ends.get_mut(place(*number)) {
                if let Some(entry) = entries.get_mut(place(*start)) {
                    *entry = Entry::new(index, 0);
                }
                *start += 1;
            }
        }
        ends.pop();
        Self { entries, ends }
    }

    /// Tasks of at most `length` entries.
    pub(in crate::engine) fn tasks(
        &self,
        length: usize,
    ) -> impl IndexedParallelIterator<Item = GroupSlice<'_>> {
        let chunks = self.entries.par_chunks(length.max(1)).enumerate().with_max_len(1);
        chunks.map(move |(index, entries)| {
            let start = u32::try_from(index * length).unwrap_or(u32::MAX);
            let first_group = self.ends.partition_point(|end| *end <= start);
            GroupSlice { entries, start, first_group, ends: self.ends.get(first_group..).unwrap_or_default() }
        })
    }
}

/// Some entries in a row, and the groups they belong to.
#[derive(Clone, Copy)]
pub(in crate::engine) struct GroupSlice<'a> {
    /// The entries.
    pub(in crate::engine) entries: &'a [Entry],
    start: u32,
    first_group: usize,
    ends: &'a [u32],
}

impl GroupSlice<'_> {
    /// Groups that have entries here: their numbers and how many.
    pub(in crate::engine) fn counts(&self) -> impl Iterator<Item = (u32, u32)> {
        let stop = self.start.saturating_add(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        let mut start = self.start;
        let first = u32::try_from(self.first_group).unwrap_or(u32::MAX);
        let groups = (first..).zip(self.ends).take_while({
            let mut reached = false;
            move |(_, end)| !core::mem::replace(&mut reached, **end >= stop)
        });
        groups.filter_map(move |(group, end)| {
            let end = (*end).min(stop);
            let count = end - start;
            start = end;
            (count > 0).then_some((group, count))
        })
    }
}
