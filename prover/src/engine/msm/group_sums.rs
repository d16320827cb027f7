//! The sum of every group, by trees of additions.

use super::groups::GroupSlice;
use super::{BatchAdder, Entry, EntryCell, Groups, Operands, Workspace, WorkspacePool};
use crate::cancel_token::CancelToken;
use crate::engine::EngineError;
use crate::engine::tasks::try_collect;

/// Sums of groups, ascending by group. A group that several tasks shared has several; one that is empty or whose sum is
/// the identity has none.
pub(in crate::engine) struct GroupSums<P> {
    pub(in crate::engine) groups: Vec<u32>,
    pub(in crate::engine) points: Vec<P>,
}

/// Adds up the points of each group; entries name points of `bases`. A task takes `entries` of them, [`BatchAdder::CHUNK`] at
/// most.
pub(in crate::engine) fn sum_groups<A: BatchAdder>(
    pool: &WorkspacePool<'_, A>,
    bases: &[A::Point],
    (groups, entries): (&Groups, usize),
    cancel: &CancelToken,
) -> Result<GroupSums<A::Point>, EngineError> {
    let parts: Vec<GroupSums<A::Point>> = try_collect(groups.tasks(entries.min(A::CHUNK)), |slice| {
        cancel.check()?;
        Ok(pool.with(|workspace| sum_slice(pool.adder(), bases, slice, workspace)))
    })?;
    let length = parts.iter().map(|part| part.points.len()).sum();
    let mut all = GroupSums { groups: Vec::with_capacity(length), points: Vec::with_capacity(length) };
    for part in parts {
        all.groups.extend(part.groups);
        all.points.extend(part.points);
    }
    Ok(all)
}

/// One task. Round after round, each group's entries are paired up and replaced by the sums of the pairs, until no group
/// has two.
fn sum_slice<A: BatchAdder>(
    adder: &A,
    bases: &[A::Point],
    slice: GroupSlice<'_>,
    workspace: &mut Workspace<A>,
) -> GroupSums<A::Point> {
    let Workspace { scratch, entries, next, pairs, counts, sums, vanished } = workspace;
    entries.clear();
    entries.extend(slice.entries.iter().map(EntryCell::load));
    counts.clear();
    counts.extend(slice.counts().map(|(group, count)| [group, count]));
    let mut made = 0;
    loop {
        pair_up(entries, counts, bases.len() + made, pairs, next);
        core::mem::swap(entries, next);
        if pairs.is_empty() {
            break;
        }
        let (finished, free) = sums.split_at_mut(made);
        let Some(results) = free.get_mut(..pairs.len()) else { break };
        vanished.clear();
        adder.add_pairs(scratch, Operands { bases, sums: finished }, pairs, results, vanished);
        if !vanished.is_empty() {
            vanished.iter_mut().for_each(|index| *index += bases.len() + made);
            vanished.sort_unstable();
            drop_entries(entries, counts, vanished);
        }
        made += pairs.len();
    }
    let operands = Operands { bases, sums: sums.get(..made).unwrap_or_default() };
    let mut left = entries.iter();
    let mut result =
        GroupSums { groups: Vec::with_capacity(counts.len()), points: Vec::with_capacity(counts.len()) };
    for [group, count] in counts.iter() {
        if *count == 0 {
            continue;
        }
        if let Some((entry, point)) = left.next().and_then(|entry| Some((entry, operands.find(*entry)?))) {
            result.groups.push(*group);
            result.points.push(if entry.sign() == 1 { adder.negate(point) } else { *point });
        }
    }
    result
}

/// Cuts each group into pairs. The next round's entries are the pairs' sums, numbered from `first_sum`, and what has no
/// partner.
fn pair_up(
    entries: &[Entry],
    counts: &mut [[u32; 2]],
    first_sum: usize,
    pairs: &mut Vec<[Entry; 2]>,
    next: &mut Vec<Entry>,
) {
    pairs.clear();
    next.clear();
    let mut sum = u32::try_from(first_sum).unwrap_or(u32::MAX);
    let mut rest = entries;
    for [_, count] in counts {
        let length = usize::try_from(*count).unwrap_or(0);
        let Some((group, others)) = rest.split_at_checked(length) else { break };
        rest = others;
        let (group_pairs, single) = group.as_chunks::<2>();
        pairs.extend_from_slice(group_pairs);
        let stop = sum + *count / 2;
        next.extend((sum..stop).map(|index| Entry::new(index, 0)));
        next.extend_from_slice(single);
        sum = stop;
        *count = count.div_ceil(2);
    }
}

/// Takes entries out that have become the identity; `vanished` is sorted.
fn drop_entries(entries: &mut Vec<Entry>, counts: &mut [[u32; 2]], vanished: &[usize]) {
    let mut kept = 0;
    let mut position = 0;
    for [_, count] in counts {
        let stop = position + usize::try_from(*count).unwrap_or(0);
        let mut left = 0;
        while position < stop {
            let Some(entry) = entries.get(position).copied() else { break };
            position += 1;
            if vanished.binary_search(&entry.index()).is_err() {
                if let Some(place) = entries.get_mut(kept) {
                    *place = entry;
                }
                kept += 1;
                left += 1;
            }
        }
        *count = left;
    }
    entries.truncate(kept);
}
