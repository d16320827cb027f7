//! Points as ceremonies hash them: uncompressed, big-endian, without Montgomery's factor; in G2 imaginary parts first.

use ark_bn254::{Fq, G1Affine, G2Affine};
use ark_ff::{BigInteger, PrimeField};
use blake2::{Blake2b512, Digest};
use rayon::prelude::*;
use workproof_prover::zkey::{G1Points, G2Points};

/// Points that are converted before they are hashed.
const CHUNK: usize = 1 << 14;

/// Appends the hashed form of a G1 point; the identity is all zero.
pub(crate) fn push_g1(out: &mut Vec<u8>, point: &G1Affine) {
    [point.x, point.y].iter().for_each(|coordinate| push_coordinate(out, coordinate));
}

/// Appends the hashed form of a G2 point.
pub(crate) fn push_g2(out: &mut Vec<u8>, point: &G2Affine) {
    [point.x.c1, point.x.c0, point.y.c1, point.y.c0]
        .iter()
        .for_each(|coordinate| push_coordinate(out, coordinate));
}

fn push_coordinate(out: &mut Vec<u8>, coordinate: &Fq) {
    // the identity's coordinates are zero
    out.extend(coordinate.into_bigint().to_bytes_be());
}

/// Hashes one G1 point.
pub(crate) fn hash_g1(hash: &mut Blake2b512, point: &G1Affine) {
    let mut bytes = Vec::with_capacity(64);
    push_g1(&mut bytes, point);
    hash.update(bytes);
}

/// Hashes one G2 point.
pub(crate) fn hash_g2(hash: &mut Blake2b512, point: &G2Affine) {
    let mut bytes = Vec::with_capacity(128);
    push_g2(&mut bytes, point);
    hash.update(bytes);
}

/// Hashes many G1 points in a key's form.
pub(crate) fn hash_g1_points(hash: &mut Blake2b512, points: &[[u8; 64]]) {
    for chunk in points.chunks(CHUNK) {
        let parts = chunk.par_chunks(1 << 10).map(|points| {
            let mut bytes = Vec::with_capacity(points.len() * 64);
            points.iter().for_each(|point| push_g1(&mut bytes, &G1Points::decode(point)));
            bytes
        });
        parts.collect::<Vec<_>>().iter().for_each(|bytes| hash.update(bytes));
    }
}

/// Hashes many G2 points in a key's form.
pub(crate) fn hash_g2_points(hash: &mut Blake2b512, points: &[[u8; 128]]) {
    for chunk in points.chunks(CHUNK) {
        let parts = chunk.par_chunks(1 << 10).map(|points| {
            let mut bytes = Vec::with_capacity(points.len() * 128);
            points.iter().for_each(|point| push_g2(&mut bytes, &G2Points::decode(point)));
            bytes
        });
        parts.collect::<Vec<_>>().iter().for_each(|bytes| hash.update(bytes));
    }
}
