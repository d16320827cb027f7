//! Proofs keep to the memory that they say they need, and say so beforehand where there is less (C5).
//!
//! The program starts itself again for each measurement: a process of its own has a peak and a limit of its own.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

extern crate alloc;

use alloc::sync::Arc;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::path::Path;
use std::process::Command;
use std::{fs, thread};

use nix::sys::resource::{Resource, setrlimit};
use rand_core::OsRng;
use workproof_circuits::RelayCircuit;
use workproof_prover::{
    CancelToken, KeyStore, Levels, ProveError, ProveOptions, Prover, SetupOptions, TableFile, TableOptions,
    make_table, sample_claims,
};

/// Where the keys are, for a process that measures; which measurement it is for.
const KEYS: &str = "WORKPROOF_TEST_KEYS";
const PART: &str = "WORKPROOF_TEST_PART";
const THREADS: usize = 2;

fn prover(directory: &Path) -> Prover<RelayCircuit> {
    let circuit = RelayCircuit::new(10).unwrap();
    let key =
        KeyStore::new(directory).insecure_development_key(&circuit, None, &SetupOptions::default()).unwrap();
    Prover::new(circuit, key).unwrap()
}

fn options() -> ProveOptions<'static> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(THREADS).build().unwrap();
    ProveOptions::new().with_pool(Arc::new(pool))
}

/// A figure of this process in bytes.
fn status(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn proofs_need_no_more_memory_than_they_say_and_refuse_a_limit_below_it_c5() {
    if let (Ok(part), Some(keys)) = (std::env::var(PART), std::env::var_os(KEYS)) {
        let prover = prover(Path::new(&keys));
        return match part.as_str() {
            "peak" => keeps_to_what_it_says(|| prover),
            "peak with a table" => {
                let table = TableFile::open(prover.key()).unwrap();
                keeps_to_what_it_says(|| prover.with_table(&table, &CancelToken::new()).unwrap());
            }
            _ => proves_under_limits(&prover),
        };
    }
    let directory = tempfile::tempdir().unwrap();
    let key = Arc::clone(prover(directory.path()).key());
    drop(make_table(&key, Levels::default(), &TableOptions::default()).unwrap());
    for part in ["peak", "peak with a table", "limits"] {
        let mut again = Command::new(std::env::current_exe().unwrap());
        let status = again.env(PART, part).env(KEYS, directory.path()).status().unwrap();
        assert!(status.success(), "{part}");
    }
}

fn keeps_to_what_it_says(prover: impl FnOnce() -> Prover<RelayCircuit>) {
    let (statement, witness) = sample_claims::relay(10).unwrap();
    let is_done = AtomicBool::new(false);
    let before = status("RssAnon");
    let prover = prover();
    let needed = prover.estimated_memory(THREADS);
    let peak = thread::scope(|scope| {
        let sampler = scope.spawn(|| {
            let mut peak = 0;
            while !is_done.load(Ordering::Relaxed) {
                peak = status("RssAnon").max(peak);
                thread::sleep(Duration::from_micros(500));
            }
            peak
        });
        let options = options();
        for _ in 0..3 {
            prover.prove(&statement, &witness, &mut OsRng, &options).unwrap();
        }
        is_done.store(true, Ordering::Relaxed);
        sampler.join().unwrap()
    });
    let used = peak - before;
    assert!(used <= needed, "{used} bytes used, {needed} announced");
    assert!(needed <= 4 * used, "{needed} bytes announced, only {used} used");
}

fn proves_under_limits(prover: &Prover<RelayCircuit>) {
    let (statement, witness) = sample_claims::relay(10).unwrap();
    let needed = prover.estimated_memory(THREADS);
    let prove = |options: &ProveOptions<'_>| prover.prove(&statement, &witness, &mut OsRng, options);
    let too_little =
        |result| matches!(result, Err(ProveError::NotEnoughMemory { needed: said }) if said == needed);
    // the allocator's address space for each thread comes with the first proof
    let options = options();
    prove(&options).unwrap();
    assert!(prove(&options.clone().with_memory_limit(needed)).is_ok());
    assert!(too_little(prove(&options.clone().with_memory_limit(needed - 1))));

    let limit_address_space = |bytes: u64| setrlimit(Resource::RLIMIT_AS, bytes, bytes).unwrap();
    let taken = status("VmSize");
    limit_address_space(taken + needed + (8 << 20));
    prove(&options).unwrap();
    limit_address_space(taken + needed / 2);
    assert!(too_little(prove(&options)));
}
