//! From points as they lie in a key to records.

use core::array;

use ark_bn254::Fq;

use super::record::{Record, Records, store};
use super::{Block, Reduced, VectorUnit};

type Coordinate = [u8; 32];

/// G1 points, each its x and y as 32 bytes of Montgomery limbs, to records.
pub(in crate::engine) fn pack_g1(_: VectorUnit, points: &[[u8; 64]]) -> Vec<Records<1>> {
    let mut records = Vec::with_capacity(points.len());
    for chunk in points.chunks(8) {
        let block = array::from_fn(|index| chunk.get(index).unwrap_or(&[0; 64]));
        let coordinates = block.map(|point| array::from_fn(|place| coordinate(point, place)));
        // SAFETY: the unit is there.
        let packed = unsafe { pack_block::<1, 2>(coordinates) };
        records.extend(packed.into_iter().take(chunk.len()));
    }
    records
}

/// G2 points, each its `x.c0`, `x.c1`, `y.c0`, `y.c1` as 32 bytes of Montgomery limbs, to records.
pub(in crate::engine) fn pack_g2(_: VectorUnit, points: &[[u8; 128]]) -> Vec<Records<2>> {
    let mut records = Vec::with_capacity(points.len());
    for chunk in points.chunks(8) {
        let block = array::from_fn(|index| chunk.get(index).unwrap_or(&[0; 128]));
        let coordinates = block.map(|point| array::from_fn(|place| coordinate(point, place)));
        // SAFETY: the unit is there.
        let packed = unsafe { pack_block::<2, 4>(coordinates) };
        records.extend(packed.into_iter().take(chunk.len()));
    }
    records
}

fn coordinate(point: &[u8], place: usize) -> &Coordinate {
    point.as_chunks().0.get(place).unwrap_or(&[0; 32])
}

/// Eight points; coordinate k of part p stands at `PARTS k + p`.
#[target_feature(enable = "avx2,fma")]
fn pack_block<const PARTS: usize, const COORDINATES: usize>(
    points: [[&Coordinate; COORDINATES]; 8],
) -> [Records<PARTS>; 8] {
    let mut records = [[Record::ZERO; PARTS]; 8];
    for part in 0..PARTS {
        let take = |place: usize| -> Block<Fq, Reduced> {
            Block::from_integers(points.map(|point| point.get(place).copied().unwrap_or(&[0; 32]))).enter()
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
