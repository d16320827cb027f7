//! Pairs in blocks of eight, and blocks in batches that share an inversion.

use super::record::{Record, Records};
use crate::engine::msm::Entry;

/// Eight pairs of operands to be added.
pub(in crate::engine) type PairBlock = [[Entry; 2]; 8];

/// Additions that share an inversion.
pub(super) struct Batch<'a, const PARTS: usize> {
    /// The number of the first pair.
    pub(super) first: usize,
    /// The full blocks, and those of later batches, whose operands can be asked for already.
    blocks: &'a [PairBlock],
    later: &'a [PairBlock],
    results: &'a mut [[Records<PARTS>; 8]],
    /// What is left over at the end, filled up with additions that are done already.
    rest: Option<(PairBlock, [Records<PARTS>; 8])>,
}

impl<const PARTS: usize> Batch<'_, PARTS> {
    /// The number of blocks.
    pub(super) const fn len(&self) -> usize {
        self.blocks.len() + if self.rest.is_some() { 1 } else { 0 }
    }

    /// A block, or one of a later batch.
    #[inline]
    pub(super) fn block(&self, index: usize) -> Option<&PairBlock> {
        match index.checked_sub(self.blocks.len()) {
            None => self.blocks.get(index),
            Some(0) if self.rest.is_some() => self.rest.as_ref().map(|(pairs, _)| pairs),
            Some(further) => self.later.get(further),
        }
    }

    /// Where the sums of a block go.
    #[inline]
    pub(super) fn result(&mut self, index: usize) -> Option<&mut [Records<PARTS>; 8]> {
        match index.checked_sub(self.blocks.len()) {
            None => self.results.get_mut(index),
            Some(0) => self.rest.as_mut().map(|(_, results)| results),
            Some(_) => None,
        }
    }
}

/// Hands on batches of at most `most` blocks; the last has one more for what is left over.
///
/// # Panics
/// If there are not as many results as pairs.
pub(super) fn in_batches<const PARTS: usize>(
    pairs: &[[Entry; 2]],
    results: &mut [Records<PARTS>],
    most: usize,
    mut add: impl FnMut(&mut Batch<'_, PARTS>),
) {
    assert!(pairs.len() == results.len(), "a result for each pair");
    let (blocks, rest) = pairs.as_chunks::<8>();
    let (results, rest_results) = results.as_chunks_mut::<8>();
    let mut left = rest.last().map(|last| {
        let mut block = [*last; 8];
        block.iter_mut().zip(rest).for_each(|(target, pair)| *target = *pair);
        (block, [[Record::ZERO; PARTS]; 8])
    });
    let (mut blocks, mut results) = (blocks, results);
    let mut first = 0;
    while !blocks.is_empty() || left.is_some() {
        let (now, later) = blocks.split_at(most.min(blocks.len()));
        let (now_results, later_results) = results.split_at_mut(now.len());
        let rest = left.take_if(|_| later.is_empty());
        let mut batch = Batch { first, blocks: now, later, results: now_results, rest };
        add(&mut batch);
        if let Some((_, sums)) = batch.rest {
            rest_results.iter_mut().zip(sums).for_each(|(target, sum)| *target = sum);
        }
        (blocks, results) = (later, later_results);
        first += 8 * now.len();
    }
}
