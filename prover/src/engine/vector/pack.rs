//! From points as they lie in a key to records, and from those to their images under the endomorphism.

use ark_bn254::Fq;

use super::adder::{Formulas, VectorAdder};
use super::record::{Record, Records, part_of, store};
use super::{Block, Reduced};

type Coordinate = [u8; 32];

/// The endomorphism on records.
pub(in crate::engine) struct Endomorphism<const PARTS: usize> {
    /// What takes a point's x to its image's.
    beta: Block<Fq, Reduced>,
}

impl<F: Formulas<PARTS>, const PARTS: usize> VectorAdder<F, PARTS> {
    /// Eight points in the key's form: in G1 x and y, in G2 `x.c0`, `x.c1`, `y.c0`, `y.c1`, each as 32 bytes of Montgomery
    /// limbs, below the modulus.
    pub(in crate::engine) fn pack<const BYTES: usize>(
        self,
        points: [&[u8; BYTES]; 8],
    ) -> [Records<PARTS>; 8] {
        // SAFETY: the unit is there.
        unsafe { pack_block(points.map(|point| point.as_chunks().0)) }
    }

    /// The endomorphism of the group.
    pub(in crate::engine) fn endomorphism(self) -> Endomorphism<PARTS> {
        // SAFETY: the unit is there.
        Endomorphism { beta: unsafe { splat(F::beta()) } }
    }
}

impl<const PARTS: usize> Endomorphism<PARTS> {
    /// The images of eight points.
    pub(in crate::engine) fn images(&self, points: &[Records<PARTS>; 8]) -> [Records<PARTS>; 8] {
        // SAFETY: whoever made this has the unit.
        unsafe { self.image_block(points) }
    }

    #[target_feature(enable = "avx2,fma")]
    fn image_block(&self, points: &[Records<PARTS>; 8]) -> [Records<PARTS>; 8] {
        let mut images = [[Record::ZERO; PARTS]; 8];
        for part in 0..PARTS {
            let [x, Block([y_low, y_high])] = part_of(points, part);
            let Block([x_low, x_high]) = x.multiply(&self.beta).reduce();
            let (low, high) = images.split_at_mut(4);
            if let (Some(low), Some(high)) = (low.first_chunk_mut(), high.first_chunk_mut()) {
                store(low, part, &x_low, &y_low);
                store(high, part, &x_high, &y_high);
            }
        }
        images
    }
}

#[target_feature(enable = "avx2,fma")]
fn splat(value: Fq) -> Block<Fq, Reduced> {
    Block::from_elements(&[value; 8])
}

/// Eight points; coordinate k of part p stands at `PARTS k + p`.
#[target_feature(enable = "avx2,fma")]
fn pack_block<const PARTS: usize>(points: [&[Coordinate]; 8]) -> [Records<PARTS>; 8] {
    let mut records = [[Record::ZERO; PARTS]; 8];
    for part in 0..PARTS {
        let take = |place: usize| -> Block<Fq, Reduced> {
            Block::from_integers(points.map(|point| point.get(place).unwrap_or(&[0; 32]))).enter()
        };
        let (Block([x_low, x_high]), Block([y_low, y_high])) = (take(part), take(PARTS + part));
        let (low, high) = records.split_at_mut(4);
        if let (Some(low), Some(high)) = (low.first_chunk_mut(), high.first_chunk_mut()) {
            store(low, part, &x_low, &y_low);
            store(high, part, &x_high, &y_high);
        }
    }
    records
}
