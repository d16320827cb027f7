//! Times every circuit on a full claim, each in a process of its own: `all_circuits [DIRECTORY FOR KEYS] [CIRCUIT …]`.
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
use workproof_protocol::{
    AnswerSet, Attester, AttesterTree, Fr, GoldClaimant, GoldRequest, GoldSet, GoldStatement, GoldWitness,
    Identity, LeanImt, Message, RelayRequest, RelayStatement, RelayWitness, Salt, Scope, SigningKey, Voucher,
};
use workproof_prover::{KeyStore, ProveOptions, Prover, SetupOptions};
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
    for name in NAMES.iter().filter(|name| names.is_empty() || names.iter().any(|given| given == *name)) {
        let status = Command::new(std::env::current_exe()?).arg(&directory).args(["--one", name]).status()?;
        if !status.success() {
            eprintln!("{name}: {status}");
        }
    }
    Ok(())
}

fn measure_by_name(name: &str, directory: &Path) -> Result<(), Box<dyn Error>> {
    let (fact, capacity) = name.split_once('-').ok_or("not a circuit's name")?;
    let capacity: usize = capacity.parse()?;
    if fact == "relay" {
        let circuit = RelayCircuit::new(capacity).ok_or("no such capacity")?;
        let (statement, witness) = relay_claim(capacity)?;
        measure(circuit, &statement, &witness, directory)
    } else {
        let circuit = GoldCircuit::new(capacity).ok_or("no such capacity")?;
        let (statement, witness) = gold_claim(capacity)?;
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

/// A claim over as many vouchers as fit, in a registry of a thousand contributors.
fn relay_claim(capacity: usize) -> Result<(RelayStatement, RelayWitness), Box<dyn Error>> {
    let identity = Identity::from_text("measured contributor")?;
    let others = (1..1_000u64).map(Fr::from);
    let registry = LeanImt::from_leaves(others.chain([identity.commitment()]))?;
    let mut keys = Vec::new();
    for index in 0..capacity {
        keys.push(SigningKey::from_private_key(format!("attester {index}").as_bytes())?);
    }
    let enrolled = keys.iter().map(|key| Attester::new(*key.public_key(), u64::MAX));
    let attesters = AttesterTree::from_attesters(enrolled)?;
    let scope = Scope::from_field(Fr::from(1u64));
    let mut vouchers = Vec::new();
    for (index, key) in (0u32..).zip(&keys) {
        vouchers.push(Voucher::issue(key, scope, identity.id(), 1_000_000 + u64::from(index), index));
    }
    let request = RelayRequest {
        scope,
        message: Message::from_field(Fr::from(2u64)),
        identity: &identity,
        contributors: registry.registry_root().ok_or("an empty registry")?,
        membership: &registry.proof_of(identity.commitment())?,
        attesters: &attesters,
        vouchers: &vouchers,
        slot: 0,
        slot_width: 78_125,
        amount: None,
        least_attesters: None,
    };
    Ok(request.assemble(capacity)?)
}

/// A claim over as many items as fit, every sixteenth of them gold.
fn gold_claim(capacity: usize) -> Result<(GoldStatement, GoldWitness), Box<dyn Error>> {
    let identity = Identity::from_text("measured labeller")?;
    let registry = LeanImt::from_leaves((1..1_000u64).map(Fr::from).chain([identity.commitment()]))?;
    let label = |item: usize| u8::try_from(item % 10).unwrap_or_default() + 1;
    let gold = (0..capacity).map(|item| if item % 16 == 0 { label(item) } else { 0 }).collect();
    let gold = GoldSet::new(gold, Salt::from_bytes(&[1; 31]))?;
    let answers = AnswerSet::new((0..capacity).map(label).collect(), Salt::from_bytes(&[2; 31]))?;
    let (scope, message) = (Scope::from_field(Fr::from(1u64)), Message::from_field(Fr::from(2u64)));
    let membership = registry.proof_of(identity.commitment())?;
    let request = GoldRequest {
        scope,
        message,
        claimant: GoldClaimant::Contributor {
            identity: &identity,
            contributors: registry.registry_root().ok_or("an empty registry")?,
            membership: &membership,
        },
        gold: &gold,
        answers: &answers,
        gold_commitment: gold.commitment(scope, capacity)?,
        answer_commitment: answers.commitment(scope, identity.id(), message, capacity)?,
        tolerance: 0,
        amount: 1,
        upper_bound: None,
    };
    Ok(request.assemble(capacity)?)
}
