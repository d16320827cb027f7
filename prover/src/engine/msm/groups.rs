//! Points grouped by bucket: a counting sort, with a task for each part of the scalars.

use rayon::prelude::*;
use zeroize::Zeroizing;

use super::digits::Row;
use super::{Entry, EntryCell, SignedDigits};
use crate::engine::tasks::{collect, for_each};

/// Digits that are collected at a time.
const PIECE: usize = 1 << 9;

/// Which of all points are there, that is, are not the identity.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) enum Present<'a> {
    /// The first so many, without a gap.
    All(usize),
    /// Those at these places, ascending.
    Some(&'a [u32]),
}

impl Present<'_> {
    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::Some(places) => places.len(),
        }
    }

    /// One more than the last place.
    pub(super) fn extent(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::Some(places) => {
                places.last().map_or(0, |last| usize::try_from(*last).unwrap_or(usize::MAX)) + 1
            }
        }
    }
}

/// Entries sorted by group. Which point is in which group says what the scalars are: wiped when dropped.
pub(in crate::engine) struct Groups {
    entries: Zeroizing<Vec<EntryCell>>,
    /// Where each group ends.
    ends: Zeroizing<Vec<u32>>,
}

impl Groups {
    /// Groups points by the magnitude of their digit: group j - 1 holds those with digit ±j. Point i for part p of a scalar
    /// has the number `p stride + i`.
    pub(in crate::engine) fn by_digit(
        scalars: &SignedDigits,
        window: usize,
        first_scalar: usize,
        (present, stride): (Present<'_>, usize),
    ) -> Self {
        let digits_of = |part: usize, visit: &mut dyn FnMut(u32, &[i16])| {
            let row = Row { part, window };
            let first_point = u32::try_from(part * stride).unwrap_or(u32::MAX);
            let visit = &mut |first: u32, digits: &[i16]| visit(first_point + first, digits);
            match present {
                Present::All(points) => visit_all((scalars, row), first_scalar, points, visit),
                Present::Some(places) => {
                    let digit = |place: u32| {
                        let place = usize::try_from(place).unwrap_or(usize::MAX);
                        scalars.digit(row, first_scalar.saturating_add(place))
                    };
                    visit_some(places, digit, visit);
                }
            }
        };
        let magnitude = |digit: i16| usize::from(digit.unsigned_abs());
        // the count of digits ±j goes to place j; place 0 is for digits that take no part
        let places = (1 << (scalars.bits(window) - 1)) + 1;
        let parts = 0..scalars.parts().count();
        let mut starts = collect(parts.into_par_iter().with_max_len(1), |part| {
            let mut counts = Zeroizing::new(vec![0_u32; places]);
            digits_of(part, &mut |_, digits| {
                for digit in digits {
                    if let Some(place) = counts.get_mut(magnitude(*digit)) {
                        *place += 1;
                    }
                }
            });
            counts
        });
        let ends = starts_from_counts(&mut starts);
        let length = ends.last().and_then(|end| usize::try_from(*end).ok()).unwrap_or(0);
        let mut entries = Zeroizing::new(Vec::new());
        entries.resize_with(length, EntryCell::default);
        for_each(starts.par_iter_mut().enumerate().with_max_len(1), |(part, starts)| {
            digits_of(part, &mut |first, digits| {
                for (point, digit) in (first..).zip(digits) {
                    if *digit != 0
                        && let Some(start) = starts.get_mut(magnitude(*digit))
                    {
                        let place = usize::try_from(*start).ok().and_then(|place| entries.get(place));
                        if let Some(place) = place {
                            place.store(Entry::new(point, u32::from(*digit < 0)));
                        }
                        *start += 1;
                    }
                }
            });
        });
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
        let length = sum_up(&mut ends);
        let mut entries = Zeroizing::new(Vec::new());
        entries.resize_with(length, EntryCell::default);
        for (index, number) in (0_u32..).zip(numbers) {
            if let Some(start) = ends.get_mut(place(*number)) {
                if let Some(entry) = entries.get(place(*start)) {
                    entry.store(Entry::new(index, 0));
                }
                *start += 1;
            }
        }
        ends.pop();
        Self { entries, ends }
    }

    /// Groups of the entries at these places.
    pub(in crate::engine) fn of_places(groups: &[impl AsRef<[u32]>]) -> Self {
        let places = || groups.iter().map(AsRef::as_ref);
        let mut entries = Zeroizing::new(Vec::with_capacity(places().map(<[u32]>::len).sum()));
        let mut ends = Zeroizing::new(Vec::with_capacity(groups.len()));
        for group in places() {
            entries.extend(group.iter().map(|place| EntryCell::new(Entry::new(*place, 0))));
            ends.push(u32::try_from(entries.len()).unwrap_or(u32::MAX));
        }
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

/// Replaces each part's counts by where its digits of that magnitude begin: all parts' digits ±1, then ±2, and so on. Where
/// each magnitude ends.
fn starts_from_counts(counts: &mut [Zeroizing<Vec<u32>>]) -> Zeroizing<Vec<u32>> {
    let places = counts.first().map_or(0, |counts| counts.len());
    let mut ends = Zeroizing::new(Vec::with_capacity(places));
    let mut sum = 0;
    for magnitude in 1..places {
        for count in counts.iter_mut().filter_map(|counts| counts.get_mut(magnitude)) {
            sum += core::mem::replace(count, sum);
        }
        ends.push(sum);
    }
    ends
}

/// Replaces counts by the sums up to each; the last one.
fn sum_up(counts: &mut [u32]) -> usize {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
    usize::try_from(sum).unwrap_or(0)
}

/// Hands on the digits of `points` scalars from `first_scalar` on, in pieces, each with the number of its first point.
fn visit_all(
    (scalars, row): (&SignedDigits, Row),
    first_scalar: usize,
    points: usize,
    visit: &mut dyn FnMut(u32, &[i16]),
) {
    let mut first = 0;
    for piece in scalars.pieces(row, first_scalar) {
        let piece = piece.get(..points - first).unwrap_or(piece);
        visit(u32::try_from(first).unwrap_or(u32::MAX), piece);
        first += piece.len();
        if first == points {
            return;
        }
    }
}

/// Collects the digits at some places and hands them on in pieces.
fn visit_some(places: &[u32], digit: impl Fn(u32) -> i16, visit: &mut dyn FnMut(u32, &[i16])) {
    let mut buffer = Zeroizing::new([0; PIECE]);
    for (index, places) in places.chunks(PIECE).enumerate() {
        buffer.iter_mut().zip(places).for_each(|(target, place)| *target = digit(*place));
        let first = u32::try_from(index * PIECE).unwrap_or(u32::MAX);
        visit(first, buffer.get(..places.len()).unwrap_or_default());
    }
}

/// Some entries in a row, and the groups they belong to.
#[derive(Clone, Copy)]
pub(in crate::engine) struct GroupSlice<'a> {
    /// The entries.
    pub(in crate::engine) entries: &'a [EntryCell],
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
