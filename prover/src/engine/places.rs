//! Where a key's section has points that are not the identity.
//!
//! Variables that never occur in B have the identity there, often two thirds of them. Additions skip them, and which they
//! are is a matter of the key alone.

use rayon::prelude::*;

use super::EngineError;
use super::joined::Joined;
use super::msm::Present;
use super::tasks::try_collect;
use crate::cancel_token::CancelToken;

/// Points that a task looks at.
const TASK: usize = 1 << 13;

/// Places in one section, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// All of them.
    All,
    /// Only these.
    Some(Vec<u32>),
}

impl Places {
    /// The number of points that are not the identity among `length`.
    pub(super) const fn count(&self, length: usize) -> usize {
        match self {
            Self::All => length,
            Self::Some(places) => places.len(),
        }
    }

    /// The same for a section of `length` points, in the words of the schedule.
    pub(super) const fn present(&self, length: usize) -> Present<'_> {
        match self {
            Self::All => Present::All(length),
            Self::Some(places) => Present::Some(places.as_slice()),
        }
    }

    /// The number of those among the first `length` points.
    pub(super) fn count_below(&self, length: usize) -> usize {
        match self {
            Self::All => length,
            Self::Some(places) => {
                places.partition_point(|place| usize::try_from(*place).is_ok_and(|place| place < length))
            }
        }
    }

    /// The place of the k-th point that is not the identity.
    pub(super) fn place(&self, index: usize) -> Option<usize> {
        match self {
            Self::All => Some(index),
            Self::Some(places) => places.get(index).and_then(|place| usize::try_from(*place).ok()),
        }
    }

    pub(super) fn find<const BYTES: usize>(
        points: Joined<'_, [u8; BYTES]>,
        cancel: &CancelToken,
    ) -> Result<Self, EngineError> {
        let tasks = (0..points.len().div_ceil(TASK)).into_par_iter();
        let parts = try_collect(tasks, |task| {
            cancel.check()?;
            let first = u32::try_from(task * TASK).or(Err(EngineError::MalformedKey))?;
            let chunk = points.range(task * TASK..(task + 1) * TASK);
            let places = (first..).zip(chunk).filter(|(_, point)| point.iter().any(|byte| *byte != 0));
            Ok(places.map(|(place, _)| place).collect::<Vec<u32>>())
        })?;
        let places = parts.concat();
        Ok(if places.len() == points.len() { Self::All } else { Self::Some(places) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_not_the_identity() {
        let cancel = CancelToken::new();
        let mut points = vec![[0; 64]; 3 * TASK];
        points[0] = [1; 64];
        points[TASK][63] = 1;
        let expected = vec![0, u32::try_from(TASK).unwrap()];
        assert_eq!(Places::find(points[..].into(), &cancel), Ok(Places::Some(expected)));
        let (first, second) = points.split_at(7);
        let both = Places::find(Joined { first, second }, &cancel).unwrap();
        assert_eq!([0, 1, TASK, TASK + 1, 4 * TASK].map(|length| both.count_below(length)), [0, 1, 1, 2, 2]);
        assert_eq!(Places::find([[1; 64]; 5][..].into(), &cancel), Ok(Places::All));
        assert_eq!(Places::find::<64>([][..].into(), &cancel), Ok(Places::All));
        assert_eq!(Places::All.count_below(3), 3);
        cancel.cancel();
        assert_eq!(Places::find(points[..].into(), &cancel), Err(EngineError::Cancelled));
    }
}
