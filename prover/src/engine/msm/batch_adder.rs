//! What the schedule asks of the arithmetic: many independent affine additions at once.

use core::sync::atomic::{AtomicU32, Ordering};

use ark_ec::CurveGroup;

/// A point of the schedule with a sign: the number of an operand, twice, plus one for its negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(transparent)]
pub(in crate::engine) struct Entry(u32);

impl Entry {
    /// The most operands there can be.
    pub(in crate::engine) const MAX_OPERANDS: usize = 1 << 31;

    /// Operand `index`, or its negative. The index is below [`Self::MAX_OPERANDS`].
    #[inline]
    pub(in crate::engine) const fn new(index: u32, is_negative: u32) -> Self {
        Self(index << 1 | is_negative)
    }

    /// The operand's number.
    #[inline]
    pub(in crate::engine) const fn index(self) -> usize {
        // an index of 31 bits fits on every machine this crate supports
        #[expect(clippy::as_conversions, reason = "31 bits fit")]
        let index = (self.0 >> 1) as usize;
        index
    }

    /// 1 where the operand is to be negated, otherwise 0.
    #[inline]
    pub(in crate::engine) const fn sign(self) -> u32 {
        self.0 & 1
    }
}

impl zeroize::DefaultIsZeroes for Entry {}

/// A place for an entry that several tasks may write to, each a place of its own.
#[derive(Debug, Default)]
pub(in crate::engine) struct EntryCell(AtomicU32);

impl EntryCell {
    /// A place with an entry.
    pub(in crate::engine) const fn new(entry: Entry) -> Self {
        Self(AtomicU32::new(entry.0))
    }

    /// Puts an entry here.
    #[inline]
    pub(in crate::engine) fn store(&self, entry: Entry) {
        self.0.store(entry.0, Ordering::Relaxed);
    }

    /// The entry that was put here, once the tasks have ended.
    #[inline]
    pub(in crate::engine) fn load(&self) -> Entry {
        Entry(self.0.load(Ordering::Relaxed))
    }
}

impl zeroize::Zeroize for EntryCell {
    fn zeroize(&mut self) {
        self.0.get_mut().zeroize();
    }
}

/// The operands that entries name: first the bases, then the sums made so far.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct Operands<'a, P> {
    pub(in crate::engine) bases: &'a [P],
    pub(in crate::engine) sums: &'a [P],
}

impl<P: Copy> Operands<'_, P> {
    /// Whether every entry names an operand.
    #[cfg(target_arch = "x86_64")]
    pub(in crate::engine) fn have_all(&self, pairs: &[[Entry; 2]]) -> bool {
        let largest = pairs.as_flattened().iter().map(|entry| entry.0).max();
        largest.is_none_or(|bits| Entry(bits).index() < self.bases.len() + self.sums.len())
    }

    /// An operand without its sign.
    #[inline]
    pub(in crate::engine) fn find(&self, entry: Entry) -> Option<&P> {
        let index = entry.index();
        match index.checked_sub(self.bases.len()) {
            None => self.bases.get(index),
            Some(rest) => self.sums.get(rest),
        }
    }
}

/// Affine additions in batches that share an inversion.
///
/// Every case is handled in the batch: two equal points are doubled, and opposite ones are reported. So the time does not
/// depend on what a key's points are.
pub(in crate::engine) trait BatchAdder: Sync {
    /// An affine point that is not the identity, in whatever form the arithmetic likes.
    type Point: Copy + Send + Sync;
    /// Memory that a batch needs.
    type Scratch: Send;
    /// The group as arkworks knows it.
    type Group: CurveGroup;

    /// Entries that make up a task: some thousand additions, whose sums stay in the second-level cache.
    const CHUNK: usize;

    /// Memory for batches, to be used again and again.
    fn scratch(&self) -> Self::Scratch;

    /// Any point, to fill memory with.
    fn filler(&self) -> Self::Point;

    /// `results[k] = left + right` for pair k. Where that is the identity, k is pushed to `vanished` and the result has no
    /// meaning.
    ///
    /// # Panics
    /// If an entry names no operand, or there are not as many results as pairs.
    fn add_pairs(
        &self,
        scratch: &mut Self::Scratch,
        operands: Operands<'_, Self::Point>,
        pairs: &[[Entry; 2]],
        results: &mut [Self::Point],
        vanished: &mut Vec<usize>,
    );

    /// `-point`.
    fn negate(&self, point: &Self::Point) -> Self::Point;

    /// Points in arkworks' form.
    fn to_affine(&self, points: &[Self::Point]) -> Vec<<Self::Group as CurveGroup>::Affine>;
}
