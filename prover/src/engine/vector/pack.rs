//! From points as they lie in a key to records, of the points and of their images under the endomorphism.

use ark_bn254::Fq;

use super::record::{Record, Records, store};
use super::{Block, Reduced, VectorG1, VectorG2};
use crate::engine::msm::{BETA, beta_in_g2};

type Coordinate = [u8; 32];

/// Packs points, eight at a time.
pub(in crate::engine) struct Packer<const PARTS: usize> {
    /// What takes a point's x to its image's.
    beta: Block<Fq, Reduced>,
}

/// Eight points, and their images.
pub(in crate::engine) type Packed<const PARTS: usize> = [[Records<PARTS>; 8]; 2];

impl VectorG1 {
    /// Packs points of G1.
    pub(in crate::engine) fn packer(self) -> Packer<1> {
        // SAFETY: the unit is there.
        Packer { beta: unsafe { splat(BETA) } }
    }
}

impl VectorG2 {
    /// Packs points of G2.
    pub(in crate::engine) fn packer(self) -> Packer<2> {
        // SAFETY: the unit is there.
        Packer { beta: unsafe { splat(beta_in_g2()) } }
    }
}

impl Packer<1> {
    /// Eight points in the key's form: x and y as 32 bytes of Montgomery limbs, below the modulus.
    pub(in crate::engine) fn pack(&self, points: [&[u8; 64]; 8]) -> Packed<1> {
        // SAFETY: whoever made the packer has the unit.
        unsafe { self.pack_block(points.map(|point| point.as_chunks().0)) }
    }
}

impl Packer<2> {
    /// Eight points in the key's form: `x.c0`, `x.c1`, `y.c0`, `y.c1`, each as in G1.
    pub(in crate::engine) fn pack(&self, points: [&[u8; 128]; 8]) -> Packed<2> {
        // SAFETY: whoever made the packer has the unit.
        unsafe { self.pack_block(points.map(|point| point.as_chunks().0)) }
    }
}

impl<const PARTS: usize> Packer<PARTS> {
    /// Eight points; coordinate k of part p stands at `PARTS k + p`.
    #[target_feature(enable = "avx2,fma")]
    fn pack_block(&self, points: [&[Coordinate]; 8]) -> Packed<PARTS> {
        let mut packed = [[[Record::ZERO; PARTS]; 8]; 2];
        for part in 0..PARTS {
            let take = |place: usize| -> Block<Fq, Reduced> {
                Block::from_integers(points.map(|point| point.get(place).unwrap_or(&[0; 32]))).enter()
            };
            let (x, Block([y_low, y_high])) = (take(part), take(PARTS + part));
            let image_x = x.multiply(&self.beta).reduce();
            for (records, Block([x_low, x_high])) in packed.iter_mut().zip([x, image_x]) {
                let (low, high) = records.split_at_mut(4);
                if let (Some(low), Some(high)) = (low.first_chunk_mut(), high.first_chunk_mut()) {
                    store(low, part, &x_low, &y_low);
                    store(high, part, &x_high, &y_high);
                }
            }
        }
        packed
    }
}

#[target_feature(enable = "avx2,fma")]
fn splat(value: Fq) -> Block<Fq, Reduced> {
    Block::from_elements(&[value; 8])
}
