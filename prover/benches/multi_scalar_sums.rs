//! Multi-scalar sums in G1 and G2 by this crate's arithmetics and by arkworks.
//!
//! `cargo bench -p workproof-prover -- g1/2\^16`; `RAYON_NUM_THREADS` says how many threads. The inputs are distinct
//! points and random full-size scalars.

#![expect(clippy::unwrap_used, reason = "a bench ends at the first error")]

use ark_bn254::{Fq, Fr, G1Projective, G2Projective};
use ark_ec::{CurveGroup, VariableBaseMSM};
use ark_ff::{BigInt, PrimeField, UniformRand};
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_prover::zkey::{G1Points, G2Points};
use workproof_prover::{CancelToken, CpuBackend};

const LOGS: [u32; 3] = [14, 16, 18];

/// Distinct points: a walk with steps of fixed lengths in turn.
fn walk<G: CurveGroup<ScalarField = Fr>>(count: usize, rng: &mut ChaCha20Rng) -> Vec<G::Affine> {
    let steps: Vec<G> = (0..64).map(|_| G::rand(rng)).collect();
    let mut point = G::rand(rng);
    let points: Vec<G> = steps
        .iter()
        .cycle()
        .take(count)
        .map(|step| {
            point += step;
            point
        })
        .collect();
    G::normalize_batch(&points)
}

fn scalars(count: usize, rng: &mut ChaCha20Rng) -> Vec<BigInt<4>> {
    (0..count).map(|_| Fr::rand(rng).into_bigint()).collect()
}

fn encode(out: &mut Vec<u8>, coordinates: &[Fq]) {
    out.extend(coordinates.iter().flat_map(|value| value.0.0).flat_map(u64::to_le_bytes));
}

fn sums_in_g1(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("g1");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for log in LOGS {
        let mut rng = ChaCha20Rng::seed_from_u64(u64::from(log));
        let points = walk::<G1Projective>(1 << log, &mut rng);
        let scalars = scalars(points.len(), &mut rng);
        let mut bytes = Vec::new();
        points.iter().for_each(|point| encode(&mut bytes, &[point.x, point.y]));
        let own = G1Points::from_trusted_bytes_unchecked(&bytes);
        let cancel = CancelToken::new();
        let size = format!("2^{log}");
        group.bench_function(BenchmarkId::new("arkworks", &size), |bencher| {
            bencher.iter(|| G1Projective::msm_bigint(&points, &scalars));
        });
        for (name, backend) in [("portable", CpuBackend::portable()), ("fastest", CpuBackend::new())] {
            group.bench_function(BenchmarkId::new(name, &size), |bencher| {
                bencher.iter(|| backend.sum_g1(own, &scalars, &cancel).unwrap());
            });
        }
    }
}

fn sums_in_g2(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("g2");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for log in LOGS {
        let mut rng = ChaCha20Rng::seed_from_u64(u64::from(log));
        let points = walk::<G2Projective>(1 << log, &mut rng);
        let scalars = scalars(points.len(), &mut rng);
        let mut bytes = Vec::new();
        for point in &points {
            encode(&mut bytes, &[point.x.c0, point.x.c1, point.y.c0, point.y.c1]);
        }
        let own = G2Points::from_trusted_bytes_unchecked(&bytes);
        let cancel = CancelToken::new();
        let size = format!("2^{log}");
        group.bench_function(BenchmarkId::new("arkworks", &size), |bencher| {
            bencher.iter(|| G2Projective::msm_bigint(&points, &scalars));
        });
        for (name, backend) in [("portable", CpuBackend::portable()), ("fastest", CpuBackend::new())] {
            group.bench_function(BenchmarkId::new(name, &size), |bencher| {
                bencher.iter(|| backend.sum_g2(own, &scalars, &cancel).unwrap());
            });
        }
    }
}

criterion_group!(benches, sums_in_g1, sums_in_g2);
criterion_main!(benches);
