//! The hash of a key before its first contribution, with which a ceremony's transcript begins.
//!
//! BLAKE2b-512 over the header's points, then for each section its number of points and the points: IC, H, L, A, B in G1,
//! B in G2. H is hashed as `tau^(n+k) - tau^k`, and n - 1 is given as their number.
//!
//! snarkjs hashes H in whole chunks of 2^14 points. Where the last chunk is not full, at domains of 2^15 and more, one point
//! more is hashed; and where the first phase's file is just large enough for the domain, the power that this point needs is
//! not there and the bytes that follow in the file are taken for it ([`overrun`](super::overrun)).

use ark_bn254::{G1Affine, G2Affine};
use ark_ec::AffineRepr;
use blake2::{Blake2b512, Digest};
use workproof_prover::zkey::ZkeyHeader;

use super::overrun::subtract_overrun;
use crate::hashed_points::{hash_g1, hash_g1_points, hash_g2, hash_g2_points};
use crate::phase1::PtauFile;

/// Points that snarkjs hashes at a time.
const CHUNK: usize = 1 << 14;

/// The sections of a key before its first contribution, in the order in which they are hashed.
pub(crate) struct InitialSections<'a> {
    pub(crate) ic: &'a [[u8; 64]],
    /// `tau^(n+k) - tau^k`, for all k below n.
    pub(crate) vanishing_multiples: &'a [[u8; 64]],
    pub(crate) l: &'a [[u8; 64]],
    pub(crate) a: &'a [[u8; 64]],
    pub(crate) b1: &'a [[u8; 64]],
    pub(crate) b2: &'a [[u8; 128]],
}

pub(crate) fn circuit_hash(
    header: &ZkeyHeader,
    phase1: &PtauFile,
    sections: &InitialSections<'_>,
) -> [u8; 64] {
    let mut hash = Blake2b512::new();
    hash_g1(&mut hash, &header.alpha_g1);
    hash_g1(&mut hash, &header.beta_g1);
    hash_g2(&mut hash, &header.beta_g2);
    hash_g2(&mut hash, &G2Affine::generator());
    hash_g1(&mut hash, &G1Affine::generator());
    hash_g2(&mut hash, &G2Affine::generator());
    hash_count(&mut hash, sections.ic.len());
    hash_g1_points(&mut hash, sections.ic);
    hash_vanishing_multiples(&mut hash, phase1, sections.vanishing_multiples);
    for points in [sections.l, sections.a, sections.b1] {
        hash_count(&mut hash, points.len());
        hash_g1_points(&mut hash, points);
    }
    hash_count(&mut hash, sections.b2.len());
    hash_g2_points(&mut hash, sections.b2);
    hash.finalize().into()
}

fn hash_vanishing_multiples(hash: &mut Blake2b512, phase1: &PtauFile, points: &[[u8; 64]]) {
    let Some((last, all_but_last)) = points.split_last() else { return };
    hash_count(hash, all_but_last.len());
    hash_g1_points(hash, all_but_last);
    if all_but_last.len() <= CHUNK {
        return;
    }
    let size = points.len();
    if phase1.tau_g1().len() >= 2 * size {
        hash_g1_points(hash, &[*last]);
    } else if let (Some(beyond), Some(power)) =
        (phase1.raw_tau_g1(2 * size - 1), phase1.tau_g1().as_bytes().get(size - 1))
    {
        hash.update(subtract_overrun(&beyond, power));
    }
}

fn hash_count(hash: &mut Blake2b512, count: usize) {
    hash.update(u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes());
}
