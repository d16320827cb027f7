//! From points as they lie in a key to records, and from those to their images under the endomorphism.

use ark_bn254::Fq;

use super::record::{Record, Records, part_of, store};
use super::{Block, Reduced, VectorG1, VectorG2};
use crate::engine::msm::{BETA, beta_in_g2};

type Coordinate = [u8; 32];

impl VectorG1 {
    /// Eight points in the key's form: x and y as 32 bytes of Montgomery limbs, below the modulus.
    pub(in crate::engine) fn pack(self, points: [&[u8; 64]; 8]) -> [Records<1>; 8] {
        // SAFETY: the unit is there.
        unsafe { pack_block(points.map(|point| point.as_chunks().0)) }
    }
}

impl VectorG2 {
    /// Eight points in the key's form: `x.c0`, `x.c1`, `y.c0`, `y.c1`, each as in G1.
    pub(in crate::engine) fn pack(self, points: [&[u8; 128]; 8]) -> [Records<2>; 8] {
        // SAFETY: the unit is there.
        unsafe { pack_block(points.map(|point| point.as_chunks().0)) }
    }
}

/// The endomorphism on records.
pub(in crate::engine) struct Endomorphism<const PARTS: usize> {
    /// What takes a point's x to its image's.
    beta: Block<Fq, Reduced>,
}

impl VectorG1 {
    /// The endomorphism of G1.
    pub(in crate::engine) fn endomorphism(self) -> Endomorphism<1> {
        // SAFETY: the unit is there.
        Endomorphism { beta: unsafe { splat(BETA) } }
    }
}

impl VectorG2 {
    /// The endomorphism of G2.
    pub(in crate::engine) fn endomorphism(self) -> Endomorphism<2> {
        // SAFETY: the unit is there.
        Endomorphism { beta: unsafe { splat(beta_in_g2()) } }
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
