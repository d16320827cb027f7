//! Points that count a power of two times a small number.

use ark_ff::AdditiveGroup;
use zeroize::Zeroizing;

use super::group_sums::GroupSums;
use super::{BatchAdder, Groups, WorkspacePool, sum_groups};
use crate::cancel_token::CancelToken;
use crate::engine::EngineError;

/// Entries that make up a task: few, since nothing else runs at the end of a sum.
const ENTRIES: usize = 1 << 11;

/// Points to be added up, each as many times as its weight says. A group for each power of two holds the points whose weight
/// has that bit: so the few points of all windows are added in one batch, and it takes one chain of doublings in the end.
pub(super) struct BinaryWeights<P> {
    points: Vec<P>,
    /// For each power of two, which points. As secret as the digits that the points were summed up by.
    places: Vec<Zeroizing<Vec<u32>>>,
}

impl<P: Copy> BinaryWeights<P> {
    pub(super) const fn new() -> Self {
        Self { points: Vec::new(), places: Vec::new() }
    }

    /// Takes sums in; that of group g counts `(g + offset) 2^shift` times.
    pub(super) fn add(&mut self, sums: &GroupSums<P>, offset: u32, shift: usize) {
        let first = u32::try_from(self.points.len()).unwrap_or(u32::MAX);
        self.points.extend_from_slice(&sums.points);
        for (index, group) in (first..).zip(&sums.groups) {
            let mut weight = group + offset;
            for bit in shift.. {
                if weight == 0 {
                    break;
                }
                if self.places.len() <= bit {
                    self.places.resize_with(bit + 1, Zeroizing::default);
                }
                if let Some(places) = self.places.get_mut(bit).filter(|_| weight & 1 == 1) {
                    places.push(index);
                }
                weight >>= 1;
            }
        }
    }

    /// The sum.
    pub(super) fn sum<A: BatchAdder<Point = P>>(
        &self,
        pool: &WorkspacePool<'_, A>,
        cancel: &CancelToken,
    ) -> Result<A::Group, EngineError> {
        let groups = Groups::of_places(&self.places);
        let sums = sum_groups(pool, &self.points, (&groups, ENTRIES), cancel)?;
        let points = pool.adder().to_affine(&sums.points);
        let mut left = sums.groups.iter().zip(&points).rev().peekable();
        let mut total = A::Group::ZERO;
        for bit in (0..self.places.len()).rev() {
            total.double_in_place();
            while let Some((_, point)) = left.next_if(|(group, _)| usize::try_from(**group) == Ok(bit)) {
                total += *point;
            }
        }
        Ok(total)
    }
}

#[cfg(test)]
mod tests {
    use ark_bn254::{Fr, G1Affine, G1Projective, g1};
    use ark_ec::{AffineRepr, CurveGroup};
    use ark_ff::Field;

    use super::super::PortableAdder;
    use super::*;
    use crate::engine::inverse::invert;

    #[test]
    fn every_point_counts_as_often_as_its_weight_says() {
        let adder = PortableAdder::<g1::Config>::new(invert);
        let pool = WorkspacePool::new(&adder);
        let cancel = CancelToken::new();
        let point = |multiple: u64| (G1Affine::generator() * Fr::from(multiple)).into_affine();
        let mut weights = BinaryWeights::new();
        assert_eq!(weights.sum(&pool, &cancel), Ok(G1Projective::ZERO));
        let mut expected = Fr::ZERO;
        for (offset, shift) in [(0, 0), (1, 3), (0, 64), (1, 253)] {
            // a group may have more than one sum; group 0 without offset counts nothing
            let groups = vec![0, 1, 1, 2, 5, 255];
            let points =
                (10..).map(|multiple| point(multiple + u64::from(offset))).take(groups.len()).collect();
            for (multiple, group) in (10..).zip(&groups) {
                let power = Fr::from(2).pow([u64::try_from(shift).unwrap()]);
                expected += Fr::from(multiple + offset) * Fr::from(group + offset) * power;
            }
            weights.add(&GroupSums { groups, points }, offset, shift);
        }
        assert_eq!(weights.sum(&pool, &cancel), Ok(G1Affine::generator() * expected));
    }
}
