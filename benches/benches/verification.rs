//! Checks of gold claims: one at a time, ours and ark-groth16's, and ours in batches.

use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput};
use rand_core::OsRng;
use workproof_benches::Subject;
use workproof_benches::arkworks::ArkworksKey;
use workproof_circuits::GoldCircuit;
use workproof_prover::{ProveOptions, Prover, sample_claims};
use workproof_verifier::{verify, verify_batch};

const CAPACITY: usize = 256;
const BATCHES: [usize; 3] = [4, 16, 64];

#[expect(clippy::expect_used, reason = "a bench ends at the first surprise")]
fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let keys = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/keys");
    let subject = Subject::by_name("gold-256", &keys).expect("a key and a witness");
    let key = subject.key.prepared_verifying_key().expect("a key of ours");
    let arkworks = ArkworksKey::new(subject.key.zkey());
    let circuit = GoldCircuit::new(CAPACITY).expect("a capacity of ours");
    let (statement, witness) = sample_claims::gold(CAPACITY).expect("a sample");
    let prover = Prover::new(circuit, subject.key.clone()).expect("circuit and key");
    let prove = || {
        let claim = prover.prove(&statement, &witness, &mut OsRng, &ProveOptions::new());
        *claim.expect("a proof").proof()
    };
    // proofs of one statement differ in their blinding; a few of them, again and again, fill a batch
    let proofs = [prove(), prove(), prove(), prove()];
    let [first, ..] = &proofs;

    let mut group = criterion.benchmark_group("verify/gold-256");
    group.bench_function("workproof", |bencher| {
        bencher.iter(|| verify(key, &statement, first).expect("a true claim"));
    });
    group.bench_function("ark-groth16", |bencher| {
        bencher.iter(|| assert!(arkworks.verifies(subject.public_inputs(), first)));
    });
    for size in BATCHES {
        group.throughput(Throughput::Elements(u64::try_from(size).expect("a small number")));
        group.bench_with_input(BenchmarkId::new("workproof batch", size), &size, |bencher, size| {
            bencher.iter(|| {
                let claims = proofs.iter().cycle().take(*size).map(|proof| (&statement, proof));
                verify_batch(key, claims).expect("true claims");
            });
        });
    }
    group.finish();
    criterion.final_summary();
}
