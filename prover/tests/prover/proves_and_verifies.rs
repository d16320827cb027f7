//! Keys, proofs and claims of a small circuit, end to end.

use alloc::sync::Arc;

use crate::power_circuit::{PowerCircuit, PowerViolation};
use ark_bn254::{Bn254, Fr};
use ark_groth16::{Groth16, prepare_verifying_key};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use workproof_circuits::Circuit;
use workproof_protocol::Statement;
use workproof_prover::{
    AssignmentProver, CancelToken, KeyStore, OpenOptions, Phase, ProveError, ProveOptions, Prover,
    ProverError, ProvingKey, ProvingKeyError, SetupError, SetupOptions, unsafe_development_setup,
};
use workproof_verifier::{
    CircuitDigest, CircuitName, KeyError, Proof, VerifyError, VerifyingKeyPoints, verify_batch,
};

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(1)
}

fn development_key(directory: &tempfile::TempDir, circuit: &PowerCircuit) -> Arc<ProvingKey> {
    let store = KeyStore::new(directory.path());
    store.insecure_development_key(circuit, None, &SetupOptions::default()).unwrap()
}

fn ark_accepts(points: &VerifyingKeyPoints, proof: &Proof, inputs: &[Fr]) -> bool {
    let key = ark_groth16::VerifyingKey::<Bn254> {
        alpha_g1: points.alpha_g1,
        beta_g2: points.beta_g2,
        gamma_g2: points.gamma_g2,
        delta_g2: points.delta_g2,
        gamma_abc_g1: points.ic.clone(),
    };
    let proof = ark_groth16::Proof { a: *proof.a(), b: *proof.b(), c: *proof.c() };
    Groth16::<Bn254>::verify_proof(&prepare_verifying_key(&key), &proof, inputs).unwrap()
}

#[test]
fn proofs_of_many_sizes_verify_here_and_in_ark_groth16() {
    let directory = tempfile::tempdir().unwrap();
    for squarings in [1, 2, 3, 10, 57, 58, 59, 300] {
        let circuit = PowerCircuit::new(squarings);
        let key = development_key(&directory, &circuit);
        let (statement, witness) = circuit.instance(3);
        let prover = Prover::new(circuit, key.clone()).unwrap();
        let claim = prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new()).unwrap();
        let prepared = key.prepared_verifying_key().unwrap();
        assert!(prepared.is_development());
        claim.verify(prepared).unwrap();
        let points = key.development_verifying_key().unwrap().points();
        let inputs = statement.public_inputs();
        assert!(ark_accepts(points, claim.proof(), inputs.as_slice()));
        for index in 0..inputs.as_slice().len() {
            let mut changed = inputs.as_slice().to_vec();
            changed[index] += Fr::from(1);
            assert!(!ark_accepts(points, claim.proof(), &changed));
            let refused = prepared.as_foreign().verify(&changed, claim.proof());
            assert_eq!(refused, Err(VerifyError::InvalidProof));
        }
    }
}

/// B11: two proofs of one statement have nothing in common.
#[test]
fn b11_proofs_are_blinded() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(5);
    let key = development_key(&directory, &circuit);
    let (statement, witness) = circuit.instance(9);
    let prover = Prover::new(circuit, key.clone()).unwrap();
    let mut rng = rng();
    let claims: Vec<_> =
        (0..5).map(|_| prover.prove(&statement, &witness, &mut rng, &ProveOptions::new()).unwrap()).collect();
    for (index, claim) in claims.iter().enumerate() {
        for other in &claims[index + 1..] {
            assert_ne!(claim.proof().a(), other.proof().a());
            assert_ne!(claim.proof().b(), other.proof().b());
            assert_ne!(claim.proof().c(), other.proof().c());
        }
    }
    let pairs = claims.iter().map(|claim| (claim.statement(), claim.proof()));
    verify_batch(key.prepared_verifying_key().unwrap(), pairs).unwrap();
}

#[test]
fn a_false_statement_is_refused_by_its_clause() {
    let directory = tempfile::tempdir().unwrap();
    let mut circuit = PowerCircuit::new(5);
    let key = development_key(&directory, &circuit);
    let (mut statement, witness) = circuit.instance(9);
    statement.y += Fr::from(1);
    let prover = Prover::new(circuit.clone(), key.clone()).unwrap();
    let refused = prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new());
    assert_eq!(refused.unwrap_err(), ProveError::Violation(PowerViolation::Power));
    // even where the plain check forgets the clause, its row does not
    circuit.lenient = true;
    let prover = Prover::new(circuit, key).unwrap();
    let refused = prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new()).unwrap_err();
    assert!(refused.to_string().contains("clause:power"), "{refused}");
}

#[test]
fn the_assignment_is_checked_for_foreign_keys() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(6);
    let named = development_key(&directory, &circuit);
    let path = named.path();
    assert!(matches!(
        ProvingKey::open_foreign(path, &OpenOptions::default()),
        Err(ProvingKeyError::VerifyingKey { source: KeyError::Development, .. })
    ));
    let key = ProvingKey::insecure_open_foreign_unlinted(path, &OpenOptions::default()).unwrap();
    let (statement, witness) = circuit.instance(2);
    let assignment = circuit.assignment(&statement, &witness).unwrap();
    let key = Arc::new(key);
    let (prover, options) = (AssignmentProver::new(Arc::clone(&key)), ProveOptions::new());
    let proof = prover.prove(&assignment, &mut rng(), &options).unwrap();
    let points = key.foreign_verifying_key().unwrap().points();
    assert!(ark_accepts(points, &proof, statement.public_inputs().as_slice()));
    assert!(AssignmentProver::new(named).prove(&assignment, &mut rng(), &options).is_ok());

    let mut wrong = assignment.to_vec();
    *wrong.last_mut().unwrap() += Fr::from(1);
    assert_eq!(prover.prove(&wrong, &mut rng(), &options), Err(ProveError::ProofRefused));
    let short = prover.prove(&wrong[1..], &mut rng(), &options);
    assert!(matches!(short, Err(ProveError::AssignmentLength { .. })));
    let mut wrong = assignment.to_vec();
    wrong[0] = Fr::from(2);
    assert_eq!(prover.prove(&wrong, &mut rng(), &options), Err(ProveError::ConstantNotOne));
}

#[test]
fn a_key_of_another_circuit_or_version_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let key = development_key(&directory, &PowerCircuit::new(6));
    assert!(matches!(Prover::new(PowerCircuit::new(7), key.clone()), Err(ProverError::OtherCircuit { .. })));
    let digest = CircuitDigest::new([1; 32]);
    assert!(matches!(
        Prover::with_digest(PowerCircuit::new(6), key.clone(), digest),
        Err(ProverError::OtherDigest { .. })
    ));
    let path = key.path();
    assert!(matches!(
        ProvingKey::open(path, &OpenOptions::default()),
        Err(ProvingKeyError::VerifyingKey { source: KeyError::Development, .. })
    ));
    let foreign = ProvingKey::insecure_open_foreign_unlinted(path, &OpenOptions::default()).unwrap();
    assert!(matches!(Prover::new(PowerCircuit::new(6), Arc::new(foreign)), Err(ProverError::Foreign)));
}

#[test]
fn cancellation_ends_every_phase_and_leaves_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(100);
    let path = directory.path().join("cancelled.zkey");
    let name = CircuitName::new("power-100").unwrap();
    for phase in [Phase::KeyPolynomials, Phase::KeyPoints] {
        let mut options = SetupOptions::default();
        let cancel = options.cancel.clone();
        let stop = |progress: workproof_prover::Progress| {
            if progress.phase == phase {
                cancel.cancel();
            }
        };
        options.progress = Some(&stop);
        let result = unsafe_development_setup(&circuit.r1cs().unwrap(), &name, &path, &options);
        assert!(matches!(result, Err(SetupError::Cancelled)), "{phase:?}");
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0, "{phase:?}");
    }
    let key = development_key(&directory, &circuit);
    let (statement, witness) = circuit.instance(3);
    let prover = Prover::new(circuit, key).unwrap();
    for phase in [Phase::StatementCheck, Phase::Witness, Phase::Quotient, Phase::MultiScalar] {
        let cancel = CancelToken::new();
        let stop = |progress: workproof_prover::Progress| {
            if progress.phase == phase {
                cancel.cancel();
            }
        };
        let options = ProveOptions::new().with_cancel(cancel.clone()).with_progress(&stop);
        let result = prover.prove(&statement, &witness, &mut rng(), &options);
        assert_eq!(result.unwrap_err(), ProveError::Cancelled, "{phase:?}");
    }
}

#[test]
fn a_panicking_callback_is_an_error_and_the_pool_stays_usable() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(20);
    let key = development_key(&directory, &circuit);
    let (statement, witness) = circuit.instance(3);
    let prover = Prover::new(circuit, key).unwrap();
    let pool = Arc::new(rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap());
    let panics = |progress: workproof_prover::Progress| {
        assert!(progress.phase != Phase::MultiScalar, "the callback's own mistake");
    };
    let options = ProveOptions::new().with_pool(pool.clone()).with_progress(&panics);
    let result = prover.prove(&statement, &witness, &mut rng(), &options);
    assert_eq!(result.unwrap_err(), ProveError::Panicked);
    let options = ProveOptions::new().with_pool(pool);
    assert!(prover.prove(&statement, &witness, &mut rng(), &options).is_ok());
}

#[test]
fn two_threads_ask_for_a_key_and_it_is_made_once() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(40);
    let keys: Vec<Arc<ProvingKey>> = std::thread::scope(|scope| {
        let ask = || scope.spawn(|| development_key(&directory, &circuit));
        let asked: Vec<_> = (0..3).map(|_| ask()).collect();
        asked.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(keys.iter().all(|key| key.file_digest() == keys[0].file_digest()));
    let modified = || std::fs::metadata(keys[0].path()).unwrap().modified().unwrap();
    let before = modified();
    development_key(&directory, &circuit);
    assert_eq!(modified(), before, "the key is found again");
    // a damaged key is made again
    let mut bytes = std::fs::read(keys[0].path()).unwrap();
    let last = bytes.len() - 1;
    bytes.truncate(last);
    std::fs::write(keys[0].path(), bytes).unwrap();
    assert_eq!(development_key(&directory, &circuit).file_digest(), keys[0].file_digest());
}

#[test]
fn progress_names_every_phase_in_order() {
    let directory = tempfile::tempdir().unwrap();
    let circuit = PowerCircuit::new(20);
    let key = development_key(&directory, &circuit);
    let (statement, witness) = circuit.instance(3);
    let prover = Prover::new(circuit, key).unwrap();
    let seen = std::sync::Mutex::new(Vec::new());
    let note = |progress: workproof_prover::Progress| {
        assert!(progress.done <= progress.total);
        seen.lock().unwrap().push(progress.phase);
    };
    prover.prove(&statement, &witness, &mut rng(), &ProveOptions::new().with_progress(&note)).unwrap();
    let mut phases = seen.into_inner().unwrap();
    assert!(phases.is_sorted());
    phases.dedup();
    let expected =
        [Phase::StatementCheck, Phase::Witness, Phase::Quotient, Phase::MultiScalar, Phase::Verification];
    assert_eq!(phases, expected);
}
