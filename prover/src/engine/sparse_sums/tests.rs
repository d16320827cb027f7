use ark_bn254::{Fr, G1Affine, G1Projective, G2Affine, G2Projective};
use ark_ec::{AffineRepr, CurveGroup, PrimeGroup};
use ark_ff::{AdditiveGroup, Field, UniformRand};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::cancel_token::CancelToken;
use crate::engine::{CpuBackend, EngineError};
use crate::zkey::{encode_g1, encode_g2};

fn bytes_g1(point: &G1Affine) -> [u8; 64] {
    let mut bytes = Vec::new();
    encode_g1(&mut bytes, point);
    bytes.try_into().unwrap()
}

fn bytes_g2(point: &G2Affine) -> [u8; 128] {
    let mut bytes = Vec::new();
    encode_g2(&mut bytes, point);
    bytes.try_into().unwrap()
}

/// Scalars of all kinds, and points that meet equal, opposite and vanishing sums.
fn rows(rng: &mut ChaCha20Rng) -> Vec<Vec<(u64, Fr)>> {
    let special = [
        Fr::ZERO,
        Fr::ONE,
        -Fr::ONE,
        Fr::from(7),
        -Fr::from(8),
        Fr::from(u64::MAX),
        Fr::from(1_u128 << 64),
        Fr::from(2).pow([200]),
        -Fr::from(2).pow([127]),
        (-Fr::ONE) / Fr::from(2),
    ];
    let mut rows: Vec<Vec<(u64, Fr)>> = special.iter().map(|scalar| vec![(3, *scalar)]).collect();
    rows.push(Vec::new());
    rows.push(special.iter().map(|scalar| (5, *scalar)).collect());
    let random = Fr::rand(rng);
    rows.push(vec![(2, random), (2, -random)]);
    rows.push(vec![(2, random), (2, random)]);
    rows.push(vec![(0, random), (1, random)]);
    rows.push((0..100).map(|index| (index, Fr::rand(rng))).collect());
    rows.push((0..33).map(|index| (index % 3, Fr::ONE)).collect());
    rows.extend((0..3000).map(|index| vec![(index % 50, random)]));
    rows
}

#[test]
fn sums_agree_with_the_group_on_all_arithmetics() {
    let mut rng = ChaCha20Rng::seed_from_u64(71);
    let rows = rows(&mut rng);
    let cancel = CancelToken::new();
    // point 0 is the identity
    let g1: Vec<G1Affine> =
        (0..100_u64).map(|index| (G1Projective::generator() * Fr::from(index * 77)).into_affine()).collect();
    let g2: Vec<G2Affine> =
        (0..100_u64).map(|index| (G2Projective::generator() * Fr::from(index * 78)).into_affine()).collect();
    let (g1_bytes, g2_bytes): (Vec<_>, Vec<_>) =
        (g1.iter().map(bytes_g1).collect(), g2.iter().map(bytes_g2).collect());
    let at = |index: u64| usize::try_from(index).unwrap();
    let expected_g1: Vec<[u8; 64]> = rows
        .iter()
        .map(|row| row.iter().map(|(index, scalar)| g1[at(*index)] * scalar).sum::<G1Projective>())
        .map(|sum| bytes_g1(&sum.into_affine()))
        .collect();
    let expected_g2: Vec<[u8; 128]> = rows
        .iter()
        .take(40)
        .map(|row| row.iter().map(|(index, scalar)| g2[at(*index)] * scalar).sum::<G2Projective>())
        .map(|sum| bytes_g2(&sum.into_affine()))
        .collect();
    for backend in [CpuBackend::new(), CpuBackend::portable()] {
        let sums = backend.sparse_sums_g1(
            rows.len(),
            &|row, push| rows[row].iter().for_each(|(index, scalar)| push((&g1_bytes[at(*index)], *scalar))),
            &cancel,
        );
        assert!(sums.unwrap() == expected_g1, "{backend:?}");
        let sums = backend.sparse_sums_g2(
            40,
            &|row, push| rows[row].iter().for_each(|(index, scalar)| push((&g2_bytes[at(*index)], *scalar))),
            &cancel,
        );
        assert!(sums.unwrap() == expected_g2, "{backend:?}");
    }
    assert!(G1Affine::zero().is_zero() && bytes_g1(&G1Affine::zero()) == [0; 64]);
}

#[test]
fn sums_end_when_cancelled() {
    let cancel = CancelToken::new();
    cancel.cancel();
    let backend = CpuBackend::new();
    assert_eq!(backend.sparse_sums_g1(5, &|_, _| (), &cancel), Err(EngineError::Cancelled));
}
