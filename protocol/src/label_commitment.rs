//! Packing of labels into field elements, and the sponge that commits to them.
//!
//! The number of elements is fixed by the capacity (256, 1,024 or 4,096 items), so the zeros that fill
//! the last block are unambiguous, and a shorter set is the same as one filled up with label 0.

use alloc::vec::Vec;

use ark_ff::{BigInt, Fp};
use zeroize::{Zeroize, Zeroizing};

use crate::field::Fr;
use crate::poseidon::{self, MAX_ARITY};

/// How labels share a field element. Label i of a group starts at bit `bits * i`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "the two layouts are constants of the protocol")]
pub struct LabelLayout {
    /// Labels in one field element.
    pub per_element: usize,
    /// Bits from one label to the next.
    pub bits: u32,
}

impl LabelLayout {
    /// Gold labels: 25 in an element, 10 bits apart (8 for the label, 2 that the circuit uses to compare).
    pub const GOLD: Self = Self { per_element: 25, bits: 10 };

    /// Answers: 31 in an element, 8 bits apart.
    pub const ANSWERS: Self = Self { per_element: 31, bits: 8 };

    /// Field elements for this many items.
    #[must_use]
    pub const fn elements(&self, capacity: usize) -> usize {
        capacity.div_ceil(self.per_element)
    }

    /// Packs labels, filled up to `capacity` with label 0. Labels beyond the capacity are a mistake of the caller.
    #[must_use]
    pub fn pack(&self, labels: &[u8], capacity: usize) -> Zeroizing<Vec<Fr>> {
        let all = self.elements(capacity);
        let mut elements = Zeroizing::new(Vec::with_capacity(all.max(self.elements(labels.len()))));
        elements.extend(labels.chunks(self.per_element).map(|group| self.pack_group(group)));
        elements.resize(all, Fr::default());
        elements
    }

    fn pack_group(&self, group: &[u8]) -> Fr {
        let mut limbs = [0_u64; 4];
        let mut offset = 0_u32;
        for label in group {
            // A label may lie across two limbs.
            let shifted = u128::from(*label) << (offset % 64);
            let halves = [shifted & u128::from(u64::MAX), shifted >> 64];
            let first = usize::try_from(offset / 64).unwrap_or(usize::MAX);
            for (limb, half) in limbs.iter_mut().skip(first).zip(halves) {
                *limb |= u64::try_from(half).unwrap_or_default();
            }
            offset += self.bits;
        }
        let element = Fp::new(BigInt::new(limbs));
        limbs.zeroize();
        element
    }
}

/// Hashes any number of elements: `H_16` of the first sixteen, then `H_16` of the state and the next fifteen, and so on.
/// The last block is filled up with zeros; whoever calls this fixes the number of elements.
#[must_use]
pub fn sponge(elements: &[Fr]) -> Fr {
    let (first, rest) = elements.split_at(elements.len().min(MAX_ARITY));
    let mut block = Zeroizing::new([Fr::default(); MAX_ARITY]);
    for (word, element) in block.iter_mut().zip(first) {
        *word = *element;
    }
    let mut state = poseidon::hash(*block);
    for chunk in rest.chunks(MAX_ARITY - 1) {
        let words = core::iter::once(&state).chain(chunk).copied().chain(core::iter::repeat(Fr::default()));
        for (word, element) in block.iter_mut().zip(words) {
            *word = element;
        }
        state = poseidon::hash(*block);
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_ff::PrimeField;

    /// The definition, one label at a time.
    fn pack_slowly(layout: LabelLayout, labels: &[u8]) -> Vec<Fr> {
        let base = Fr::from(1_u64 << layout.bits);
        let horner =
            |group: &[u8]| group.iter().rev().fold(Fr::default(), |sum, label| sum * base + Fr::from(*label));
        labels.chunks(layout.per_element).map(horner).collect()
    }

    #[test]
    fn packing_is_little_endian_in_the_labels() {
        let labels: Vec<u8> = (0..=255).collect();
        for layout in [LabelLayout::GOLD, LabelLayout::ANSWERS] {
            assert_eq!(*layout.pack(&labels, 256), pack_slowly(layout, &labels));
            let full = layout.pack(&[255; 256], 256);
            assert!(full.iter().all(|element| element.into_bigint() < (-Fr::from(1_u64)).into_bigint()));
        }
    }

    #[test]
    fn a_shorter_set_is_filled_up_with_label_zero() {
        for layout in [LabelLayout::GOLD, LabelLayout::ANSWERS] {
            assert_eq!(layout.pack(&[7; 3], 256), layout.pack(&[&[7; 3][..], &[0; 253]].concat(), 256));
            assert_eq!(layout.pack(&[], 256).len(), layout.elements(256));
        }
    }

    #[test]
    fn the_sponge_chains_blocks_of_sixteen_and_fifteen() {
        let elements: Vec<Fr> = (1..=40_u64).map(Fr::from).collect();
        let at = |i: usize| elements.get(i).copied().unwrap_or_default();
        let first = poseidon::hash(core::array::from_fn::<_, 16, _>(at));
        let next = |state: Fr, from: usize| {
            poseidon::hash(core::array::from_fn::<_, 16, _>(
                |i| if i == 0 { state } else { at(from + i - 1) },
            ))
        };
        assert_eq!(sponge(&elements[..16]), first);
        assert_eq!(sponge(&elements), next(next(first, 16), 31));
        assert_ne!(sponge(&elements[..17]), first);
    }
}
