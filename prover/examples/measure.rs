//! Times every circuit on a full claim, each in a process of its own: `measure [DIRECTORY FOR KEYS] [CIRCUIT …]`.
//!
//! The figures of the book's page on performance come from here. Proving keys are development keys, made on the first run
//! and kept in the directory; the time to make one is shown then. Each figure but the peak is the least of three runs.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the example's purpose")]

extern crate alloc;

use alloc::sync::Arc;
use core::error::Error;
use core::time::Duration;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit, pinned_digest};
use workproof_prover::{KeyStore, ProveOptions, Prover, SetupOptions, sample_claims};
use workproof_verifier::CircuitDigest;

const NAMES: [&str; 6] = ["relay-10", "relay-46", "relay-190", "gold-256", "gold-1024", "gold-4096"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let directory =
        arguments.next().map_or_else(|| std::env::temp_dir().join("workproof-keys"), PathBuf::from);
    let names: Vec<String> = arguments.collect();
    if let [flag, name] = names.as_slice()
        && flag == "--one"
    {
        return measure_by_name(name, &directory);
    }
    println!("| circuit | key made | key opened | shape | witness | proof | check | peak memory |");
    println!("|---|---|---|---|---|---|---|---|");
    let mut failed = Vec::new();
    for name in NAMES.iter().filter(|name| names.is_empty() || names.iter().any(|given| given == *name)) {
        let status = Command::new(std::env::current_exe()?).arg(&directory).args(["--one", name]).status()?;
        if !status.success() {
            eprintln!("{name}: {status}");
            failed.push(*name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("not proven: {}", failed.join(", ")).into()) }
}

fn measure_by_name(name: &str, directory: &Path) -> Result<(), Box<dyn Error>> {
    let (fact, capacity) = name.split_once('-').ok_or("not a circuit's name")?;
    let capacity: usize = capacity.parse()?;
    if fact == "relay" {
        let circuit = RelayCircuit::new(capacity).ok_or("no such capacity")?;
        let (statement, witness) = sample_claims::relay(capacity)?;
        measure(circuit, &statement, &witness, directory)
    } else {
        let circuit = GoldCircuit::new(capacity).ok_or("no such capacity")?;
        let (statement, witness) = sample_claims::gold(capacity)?;
        measure(circuit, &statement, &witness, directory)
    }
}

fn measure<C>(
    circuit: C,
    statement: &C::Statement,
    witness: &C::Witness,
    directory: &Path,
) -> Result<(), Box<dyn Error>>
where
    C: Circuit + Copy,
    C::Statement: Clone + Sync,
{
    let name = circuit.name();
    let digest = pinned_digest(&name).map(CircuitDigest::new).ok_or("not a pinned circuit")?;
    let keys = KeyStore::new(directory);
    let start = Instant::now();
    let is_new = !directory.join(format!("{name}.development.zkey")).exists();
    let key = keys.insecure_development_key(&circuit, Some(digest), &SetupOptions::default())?;
    let made = start.elapsed();
    drop(key);
    if is_new {
        // Making a key takes more memory than a proof: measure the proof in a process that did not make one.
        let status = Command::new(std::env::current_exe()?).arg(directory).args(["--one", &name]).status()?;
        eprintln!("{name}: key made in {made:.1?}");
        return if status.success() { Ok(()) } else { Err("the second process failed".into()) };
    }

    let start = Instant::now();
    let key = keys.insecure_development_key(&circuit, Some(digest), &SetupOptions::default())?;
    let opened = start.elapsed();
    let prover = Prover::with_digest(circuit, Arc::clone(&key), digest)?;
    let mut rng = ChaCha20Rng::from_seed([7; 32]);
    let witness_time = least_of_three(|| circuit.assignment(statement, witness).map(drop))?;
    let mut claim = None;
    let proof_time = least_of_three(|| {
        prover.prove(statement, witness, &mut rng, &ProveOptions::new()).map(|made| claim = Some(made))
    })?;
    let peak = peak_memory();
    let claim = claim.ok_or("no claim")?;
    let verifying_key = key.prepared_verifying_key().ok_or("no verifying key")?;
    let check_time = least_of_three(|| claim.verify(verifying_key))?;
    let shape_time = least_of_three(|| circuit.r1cs().map(drop))?;
    println!(
        "| `{name}` | | {opened:.1?} | {shape_time:.1?} | {witness_time:.1?} | {proof_time:.2?} | {check_time:.2?} | {peak} |"
    );
    Ok(())
}

fn least_of_three<E>(mut run: impl FnMut() -> Result<(), E>) -> Result<Duration, E> {
    let mut least = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        run()?;
        least = least.min(start.elapsed());
    }
    Ok(least)
}

/// The greatest resident size so far, as the system counts it; the mapped key's touched pages count too.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(str::trim);
    let megabytes = kilobytes
        .and_then(|text| text.strip_suffix(" kB"))
        .and_then(|text| text.parse::<u64>().ok())
        .map(|kilobytes| kilobytes / 1024);
    megabytes.map_or_else(|| "not known".to_owned(), |megabytes| format!("{megabytes} MiB"))
}
