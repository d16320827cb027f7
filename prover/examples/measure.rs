//! Times a development key and a proof of a circuit of squarings: `measure [log2 of the rows] [relay capacity]`.
//!
//! Not a benchmark: one run, for an idea of what a machine does.

#![expect(clippy::print_stdout, reason = "the example's purpose")]
#![expect(clippy::unwrap_used, reason = "an example ends at the first error")]

#[path = "../tests/support/power_circuit.rs"]
mod power_circuit;

use std::time::Instant;

use power_circuit::PowerCircuit;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_circuits::Circuit;
use workproof_prover::{
    CpuBackend, OpenOptions, Phase, ProveOptions, ProvingKey, SetupOptions, prove_assignment,
    unsafe_development_setup,
};
use workproof_verifier::CircuitName;

fn main() {
    let log: u32 = std::env::args().nth(1).map_or(14, |text| text.parse().unwrap());
    let circuit = PowerCircuit::new((1 << log) - 16);
    let (statement, witness) = circuit.instance(3);
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("measure.zkey");
    let shape = circuit.r1cs().unwrap();
    let start = Instant::now();
    let name = CircuitName::new(&circuit.name()).unwrap();
    unsafe_development_setup(&shape, &name, &path, &SetupOptions::default()).unwrap();
    println!("rows 2^{log}: key made in {:?}", start.elapsed());

    let start = Instant::now();
    let key = ProvingKey::insecure_open_development(&path, &OpenOptions::default()).unwrap();
    println!("opened in {:?} ({} bytes)", start.elapsed(), key.file_bytes());
    let mut options = OpenOptions::default();
    options.check_again = true;
    let start = Instant::now();
    ProvingKey::insecure_open_development(&path, &options).unwrap();
    println!("opened with every check in {:?}", start.elapsed());

    let assignment = circuit.assignment(&statement, &witness).unwrap();
    let backend = CpuBackend::new();
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    for _ in 0..2 {
        let start = Instant::now();
        let phase = |progress: workproof_prover::Progress| {
            if progress.phase == Phase::MultiScalar && progress.done == 0 {
                println!("  quotient done after {:?}", start.elapsed());
            }
        };
        let options = ProveOptions::new().with_progress(&phase);
        prove_assignment(&key, &backend, &assignment, &mut rng, &options).unwrap();
        println!(
            "proved in {:?}, estimated memory {}",
            start.elapsed(),
            workproof_prover::estimated_memory(&key)
        );
    }
}
