//! Tables beside keys: the same proofs, and no table that is not whole and the key's own.

use alloc::sync::Arc;
use core::sync::atomic::{AtomicU64, Ordering};
use std::fs;

use crate::power_circuit::PowerCircuit;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_circuits::Circuit;
use workproof_prover::{
    AssignmentProver, CancelToken, CpuBackend, EngineError, KeyStore, Levels, Phase, Progress, ProveError,
    ProveOptions, Prover, ProvingKey, SetupOptions, TableError, TableFile, TableOptions, make_table,
};

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(1)
}

fn key_of(directory: &tempfile::TempDir, circuit: &PowerCircuit) -> Arc<ProvingKey> {
    let store = KeyStore::new(directory.path());
    store.insecure_development_key(circuit, None, &SetupOptions::default()).unwrap()
}

#[test]
fn proofs_are_the_same_with_a_table_of_any_number_of_levels() {
    let (directory, cancel) = (tempfile::tempdir().unwrap(), CancelToken::new());
    // 300 rows: sections of several blocks of eight, with identities among their points
    for squarings in [1, 300] {
        let circuit = PowerCircuit::new(squarings);
        let key = key_of(&directory, &circuit);
        let (statement, witness) = circuit.instance(3);
        let plain = Prover::new(circuit.clone(), Arc::clone(&key)).unwrap();
        let expected = plain.prove(&statement, &witness, &mut rng(), &ProveOptions::new()).unwrap();
        for levels in Levels::ALL {
            let table = make_table(&key, levels, &TableOptions::default()).unwrap();
            assert_eq!(table.levels(), levels);
            for backend in [CpuBackend::new(), CpuBackend::portable()] {
                let prover = Prover::new(circuit.clone(), Arc::clone(&key)).unwrap();
                let prover = prover.with_backend(Arc::new(backend)).with_table(&table, &cancel).unwrap();
                assert!(prover.estimated_memory(2) >= table.memory_bytes());
                for _ in 0..2 {
                    let claim = prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new()).unwrap();
                    assert_eq!(claim.proof(), expected.proof());
                }
            }
            let assignment = circuit.assignment(&statement, &witness).unwrap();
            let prover = AssignmentProver::new(Arc::clone(&key)).with_table(&table, &cancel).unwrap();
            let proof = prover.prove(&assignment, &mut rng(), &ProveOptions::new()).unwrap();
            assert_eq!(proof, *expected.proof());
        }
    }
}

#[test]
fn a_table_that_is_altered_cut_or_of_another_key_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let key = key_of(&directory, &PowerCircuit::new(20));
    let path = TableFile::path_beside(key.path());
    assert!(matches!(TableFile::open(&key), Err(TableError::Io { .. })));
    let levels = Levels::new(2).unwrap();
    drop(make_table(&key, levels, &TableOptions::default()).unwrap());
    let whole = fs::read(&path).unwrap();
    let replace = |bytes: &[u8]| {
        fs::remove_file(&path).unwrap();
        fs::write(&path, bytes).unwrap();
        TableFile::open(&key)
    };
    assert_eq!(replace(&whole).unwrap().file_bytes(), u64::try_from(whole.len()).unwrap());
    for length in [0, 3, 111, 175, 176, whole.len() - 1] {
        assert!(matches!(replace(&whole[..length]), Err(TableError::Malformed { .. })), "{length} bytes");
    }
    assert!(matches!(replace(&[&whole[..], &[0]].concat()), Err(TableError::Malformed { .. })));
    // every byte of the head, and some of the points
    for place in (0..180).chain([whole.len() - 1]) {
        let mut altered = whole.clone();
        altered[place] ^= 1;
        assert!(replace(&altered).is_err(), "byte {place}");
    }
    let other = key_of(&directory, &PowerCircuit::new(21));
    fs::write(TableFile::path_beside(other.path()), &whole).unwrap();
    assert!(matches!(TableFile::open(&other), Err(TableError::OtherKey { .. })));

    // one that was opened for another key does not fit, or gives a proof that nobody gets to see
    drop(replace(&whole).unwrap());
    let table = TableFile::open(&key).unwrap();
    let circuit = PowerCircuit::new(21);
    let (statement, witness) = circuit.instance(3);
    match Prover::new(circuit, other).unwrap().with_table(&table, &CancelToken::new()) {
        Err(error) => assert!(matches!(error, EngineError::Length { .. }), "{error}"),
        Ok(prover) => {
            let refused = prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new());
            assert_eq!(refused.unwrap_err(), ProveError::ProofRefused);
        }
    }
    let cancel = CancelToken::new();
    cancel.cancel();
    let cancelled = AssignmentProver::new(key).with_table(&table, &cancel);
    assert_eq!(cancelled.unwrap_err(), EngineError::Cancelled);
}

#[test]
fn a_table_that_is_not_finished_leaves_nothing_behind() {
    let directory = tempfile::tempdir().unwrap();
    let key = key_of(&directory, &PowerCircuit::new(50));
    let files = || fs::read_dir(directory.path()).unwrap().count();
    let before = files();
    let cancel = CancelToken::new();
    let seen = AtomicU64::new(0);
    let sink = |progress: Progress| {
        assert_eq!(progress.phase, Phase::KeyTable);
        assert!(progress.done <= progress.total);
        seen.fetch_add(1, Ordering::Relaxed);
        cancel.cancel();
    };
    let mut options = TableOptions::default();
    options.cancel = cancel.clone();
    options.progress = Some(&sink);
    let levels = Levels::new(8).unwrap();
    assert!(matches!(make_table(&key, levels, &options), Err(TableError::Cancelled)));
    assert_eq!(seen.load(Ordering::Relaxed), 1, "cancelled at the first report");
    assert_eq!(files(), before);
    // one that is there stays
    drop(make_table(&key, levels, &TableOptions::default()).unwrap());
    let there = fs::read(TableFile::path_beside(key.path())).unwrap();
    assert!(matches!(make_table(&key, levels, &options), Err(TableError::Cancelled)));
    assert_eq!(fs::read(TableFile::path_beside(key.path())).unwrap(), there);
}
