use super::*;
use ark_ff::{AdditiveGroup, Field, PrimeField, UniformRand};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::engine::transform::Domain;

fn pages(values: &[Fr]) -> Pages<Fr> {
    let mut pages = Pages::zeroed(values.len()).unwrap();
    pages.copy_from_slice(values);
    pages
}

/// `a b - c` on the odd coset by the portable transforms.
fn expected(a: &[Fr], b: &[Fr]) -> Vec<BigInt<4>> {
    let domain = Domain::new(a.len()).unwrap();
    let mut c: Vec<Fr> = a.iter().zip(b).map(|(a, b)| *a * b).collect();
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    for values in [&mut a, &mut b, &mut c] {
        domain.extend(values);
    }
    a.iter().zip(&b).zip(&c).map(|((a, b), c)| (*a * b - c).into_bigint()).collect()
}

#[test]
fn quotients_are_those_of_the_portable_transforms() {
    let Some(unit) = VectorUnit::detect() else { return };
    let mut rng = ChaCha20Rng::seed_from_u64(6);
    for log in 6..=15 {
        let size = 1_usize << log;
        let domain = VectorDomain::new(unit, size).unwrap();
        let mut random = || -> Vec<Fr> { (0..size).map(|_| Fr::rand(&mut rng)).collect() };
        let (a, b) = (random(), random());
        let edges = [Fr::ZERO, Fr::ONE, -Fr::ONE, Fr::from(2), (-Fr::ONE) / Fr::from(2)];
        let edge: Vec<Fr> = edges.into_iter().cycle().take(size).collect();
        let most = vec![-Fr::ONE; size];
        for (a, b) in [(&a, &b), (&a, &edge), (&edge, &edge), (&most, &most), (&most, &a)] {
            let found = domain.quotient(pages(a), pages(b), &CancelToken::new()).unwrap();
            assert!(*found == expected(a, b), "2^{log}");
        }
    }
}

#[test]
fn one_and_many_threads_agree() {
    let Some(unit) = VectorUnit::detect() else { return };
    let mut rng = ChaCha20Rng::seed_from_u64(7);
    let domain = VectorDomain::new(unit, 1 << 15).unwrap();
    let mut random = || -> Vec<Fr> { (0..1 << 15).map(|_| Fr::rand(&mut rng)).collect() };
    let (a, b) = (random(), random());
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| domain.quotient(pages(&a), pages(&b), &CancelToken::new()).unwrap())
    };
    assert!(*on(1) == *on(4));
}

#[test]
fn cancelled_quotients_are_no_quotients() {
    let Some(unit) = VectorUnit::detect() else { return };
    let cancel = CancelToken::new();
    cancel.cancel();
    let values = vec![Fr::ONE; 1 << 14];
    let domain = VectorDomain::new(unit, 1 << 14).unwrap();
    assert_eq!(domain.quotient(pages(&values), pages(&values), &cancel).unwrap_err(), EngineError::Cancelled);
}

#[test]
fn refuses_sizes_without_tables() {
    let Some(unit) = VectorUnit::detect() else { return };
    for size in [0, 1, 32, 96, 1 << 28] {
        assert!(matches!(VectorDomain::new(unit, size), Err(EngineError::TransformSize { .. })), "{size}");
    }
}
