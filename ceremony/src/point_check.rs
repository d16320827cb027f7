//! Full checks of many points.
//!
//! G1 has prime order, so that being on the curve is enough there. The twist has order `r (2q - r)`, and being on it is not:
//! a point may have a part outside the subgroup of order r. One check for each point takes some 50 µs; for many points random
//! sums do. Let points be on the twist, and one of them have a part of prime order p outside. A sum with weights of 16 bits
//! lies inside only if the weights of those parts hit one value modulo p. The smallest p is 10,069, so the chance is at most
//! 7/65,536; ten sums with weights of their own leave `2^-131`. The weights are derived from the points by a hash, so that
//! nothing random is asked for and no choice of points after the weights is possible.

use ark_bn254::G2Affine;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::BigInt;
use blake2::{Blake2b512, Digest};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rayon::prelude::*;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_prover::{Cancelled, CpuBackend, EngineError};
use workproof_verifier::{PointError, is_in_g2_subgroup};

use crate::progress::CeremonyOptions;

/// Points per task; between tasks a cancellation is seen.
const TASK: usize = 1 << 12;
/// Sums over a batch of G2 points.
const SUMS: usize = 10;
/// Points of one batch: what is checked together, and looked through one by one where the check fails.
const BATCH: usize = 1 << 17;
/// Fewer points are checked one by one.
const FEW: usize = 1 << 7;

/// The first point that is refused, and why.
pub(crate) type PointChecks = Result<Result<(), (usize, PointError)>, Cancelled>;

/// Checks that all points are on the curve; identities pass.
pub(crate) fn check_g1_points(points: &[[u8; 64]], options: &CeremonyOptions<'_>) -> PointChecks {
    check_points(points, G1Points::check, options)
}

/// Checks that all points are in the subgroup of prime order; identities pass.
pub(crate) fn check_g2_points(points: &[[u8; 128]], options: &CeremonyOptions<'_>) -> PointChecks {
    for (batch, chunk) in points.chunks(BATCH).enumerate() {
        let first = batch * BATCH;
        let shift = |(index, error): (usize, PointError)| (first + index, error);
        if let Err(refused) = check_points(chunk, on_twist, options)? {
            return Ok(Err(shift(refused)));
        }
        let inside = chunk.len() > FEW && sums_are_inside(chunk, options)?;
        if !inside && let Err(refused) = check_points(chunk, G2Points::check, options)? {
            return Ok(Err(shift(refused)));
        }
    }
    Ok(Ok(()))
}

/// Canonical coordinates, on the twist.
fn on_twist(bytes: &[u8; 128]) -> Result<(), PointError> {
    // the full check of a point is lazy: only what passes these is multiplied
    let point = G2Points::decode(bytes);
    if point.is_zero() && bytes.iter().all(|byte| *byte == 0) {
        return Ok(());
    }
    if !G2Points::is_canonical(bytes) {
        return Err(PointError::NotCanonical);
    }
    if point.is_on_curve() { Ok(()) } else { Err(PointError::NotOnCurve) }
}

/// Whether all random sums lie in the subgroup. A failure of the engine is as good as a no: points are then checked one by
/// one.
fn sums_are_inside(points: &[[u8; 128]], options: &CeremonyOptions<'_>) -> Result<bool, Cancelled> {
    let seed: [u8; 64] = Blake2b512::digest(points.as_flattened()).into();
    let (seed, _) = seed.split_first_chunk().unwrap_or((&[0; 32], &[]));
    let mut weights = ChaCha20Rng::from_seed(*seed);
    let backend = CpuBackend::new();
    for _ in 0..SUMS {
        let scalars: Vec<BigInt<4>> =
            points.iter().map(|_| BigInt::from(weights.next_u32() & 0xffff)).collect();
        let points = G2Points::from_trusted_bytes_unchecked(points.as_flattened());
        match backend.sum_g2(points, &scalars, &options.cancel) {
            Ok(sum) => {
                let sum: G2Affine = sum.into_affine();
                if !sum.is_zero() && !is_in_g2_subgroup(&sum) {
                    return Ok(false);
                }
            }
            Err(EngineError::Cancelled) => return Err(Cancelled),
            Err(_) => return Ok(false),
        }
    }
    Ok(true)
}

fn check_points<const BYTES: usize>(
    points: &[[u8; BYTES]],
    check: impl Fn(&[u8; BYTES]) -> Result<(), PointError> + Sync,
    options: &CeremonyOptions<'_>,
) -> PointChecks {
    let faults = points.par_chunks(TASK).enumerate().map(|(task, chunk)| {
        options.cancel.check()?;
        let faults = chunk.iter().enumerate().map(|(offset, bytes)| (task * TASK + offset, check(bytes)));
        Ok(faults.filter_map(|(index, result)| result.err().map(|error| (index, error))).next())
    });
    let faults: Vec<Option<(usize, PointError)>> = faults.collect::<Result<_, Cancelled>>()?;
    Ok(faults.into_iter().flatten().next().map_or(Ok(()), Err))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ark_bn254::{Fq, Fq2, Fr};
    use workproof_prover::zkey::encode_g2;
    use workproof_verifier::check_g2;

    fn encoded(point: &G2Affine) -> [u8; 128] {
        let mut bytes = Vec::new();
        encode_g2(&mut bytes, point);
        bytes.try_into().unwrap()
    }

    #[test]
    fn b5_one_point_outside_the_subgroup_among_many_is_found() {
        let options = CeremonyOptions::default();
        let mut points: Vec<[u8; 128]> = (0..300_u64)
            .map(|scalar| encoded(&(G2Affine::generator() * Fr::from(scalar)).into_affine()))
            .collect();
        assert_eq!(check_g2_points(&points, &options), Ok(Ok(())));
        assert_eq!(sums_are_inside(&points, &options), Ok(true));
        let outside = (1_u64..)
            .find_map(|x| G2Affine::get_point_from_x_unchecked(Fq2::new(Fq::from(x), Fq::from(1)), true))
            .unwrap();
        // of the smallest order that there is outside: r (2q - r) / 10069 times a point has order 10069
        let cofactor = num_bigint::BigUint::from_bytes_be(&{
            let q: num_bigint::BigUint = <Fq as ark_ff::PrimeField>::MODULUS.into();
            let r: num_bigint::BigUint = <Fr as ark_ff::PrimeField>::MODULUS.into();
            (((q * 2_u8) - &r) * r / 10_069_u32).to_bytes_be()
        });
        let small = ark_ec::PrimeGroup::mul_bigint(&outside.into_group(), cofactor.to_u64_digits());
        assert!(ark_ec::PrimeGroup::mul_bigint(&small, [10_069]).into_affine().is_zero());
        for bad in [outside, (small + G2Affine::generator()).into_affine()] {
            assert!(check_g2(&bad).is_err());
            for place in [0, 150, 299] {
                let sound = points[place];
                points[place] = encoded(&bad);
                assert_eq!(check_g2_points(&points, &options), Ok(Err((place, PointError::NotInSubgroup))));
                points[place] = sound;
            }
        }
        points[7][0] ^= 1;
        assert_eq!(check_g2_points(&points, &options), Ok(Err((7, PointError::NotOnCurve))));
        points[7] = [0xff; 128];
        assert_eq!(check_g2_points(&points, &options), Ok(Err((7, PointError::NotCanonical))));
    }
}
