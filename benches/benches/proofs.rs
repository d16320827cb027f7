//! Whole proofs on one key and witness: ours and ark-groth16's. Keys are made on the first run and kept in the target
//! folder. arkworks' own threads are on in this program; for ratios with our prover as it ships: `cargo xtask peers`.

extern crate alloc;

use alloc::sync::Arc;
use core::time::Duration;
use std::path::Path;

use criterion::{Criterion, SamplingMode};
use rand_core::OsRng;
use workproof_benches::Subject;
use workproof_benches::arkworks::ArkworksKey;
use workproof_prover::{AssignmentProver, ProveOptions};

const CIRCUITS: [&str; 2] = ["gold-256", "relay-10"];

#[expect(clippy::expect_used, reason = "a bench ends at the first surprise")]
fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let keys = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/keys");
    for name in CIRCUITS {
        let subject = Subject::by_name(name, &keys).expect("a key and a witness");
        let arkworks = ArkworksKey::new(subject.key.zkey());
        let (prover, options) = (AssignmentProver::new(Arc::clone(&subject.key)), ProveOptions::new());
        let mut group = criterion.benchmark_group(format!("prove/{name}"));
        group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_secs(1));
        group.bench_function("workproof", |bencher| {
            bencher.iter(|| prover.prove(&subject.assignment, &mut OsRng, &options).expect("a proof"));
        });
        group.bench_function("ark-groth16", |bencher| {
            bencher.iter(|| arkworks.prove(&subject.assignment, &mut OsRng).expect("a proof"));
        });
        group.finish();
    }
    criterion.final_summary();
}
