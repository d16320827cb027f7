//! What a gold request accepts, and what it tells the user otherwise.

use ark_ff::Field;
use workproof_protocol::RegistryRoot;
use workproof_protocol::gold::LabelSetError;
use workproof_protocol::{
    AnswerSet, Fr, GoldClaimant, GoldError, GoldRequest, GoldSet, MembershipError, Message, Salt, Scope,
    check_gold,
};

use crate::fixtures::{GOLD_CAPACITY, Mode, Task, message};

fn refusal(mode: Mode, change: impl FnOnce(&mut GoldRequest<'_>)) -> GoldError {
    let task = Task::new();
    let mut request = task.request(mode);
    change(&mut request);
    request.assemble(GOLD_CAPACITY).unwrap_err()
}

#[test]
fn makes_claims_that_check_in_both_modes() {
    let task = Task::new();
    for mode in [Mode::Contributor, Mode::Grader] {
        let (statement, witness) = task.claim(mode);
        assert_eq!(check_gold(&statement, &witness, GOLD_CAPACITY), Ok(()));
        assert_eq!(statement.contributors.is_some(), mode == Mode::Contributor);
        assert_eq!((statement.terms.gold_count, statement.terms.upper_bound), (8, 7));
        let mut request = task.request(mode);
        request.upper_bound = None;
        let (statement, _) = request.assemble(GOLD_CAPACITY).unwrap();
        assert_eq!(statement.terms.upper_bound, 8);
    }
}

#[test]
fn refuses_sets_of_another_length() {
    let task = Task::new();
    let answers = AnswerSet::new(vec![1; 39], task.answers.salt().clone()).unwrap();
    let mut request = task.request(Mode::Grader);
    request.answers = &answers;
    assert_eq!(request.assemble(256).unwrap_err(), GoldError::LengthMismatch { gold: 40, answers: 39 });
    let request = task.request(Mode::Grader);
    let too_many = request.assemble(32).unwrap_err();
    assert_eq!(too_many, GoldError::TooManyItems { given: 40, capacity: 32, next: Some(256) });
    assert!(too_many.to_string().ends_with("use the circuit for 256"));
    let salt = || Salt::from_bytes(&[1; 31]);
    assert_eq!(GoldSet::new(vec![], salt()).unwrap_err(), LabelSetError::Empty);
    assert_eq!(
        GoldSet::new(vec![1; 4097], salt()).unwrap_err(),
        LabelSetError::TooMany { given: 4097, largest: 4096 }
    );
    let largest = GoldSet::new(vec![1; 4096], salt()).unwrap();
    assert_eq!(largest.smallest_capacity(), Some(4096));
    let small = largest.commitment(task.scope, 1024);
    assert_eq!(small, Err(LabelSetError::Capacity { given: 4096, capacity: 1024 }));
    assert!(largest.commitment(task.scope, 4096).is_ok());
}

#[test]
fn refuses_openings_that_do_not_fit() {
    let task = Task::new();
    let salted = GoldSet::new(task.gold.expose_labels().to_vec(), Salt::from_bytes(&[9; 31])).unwrap();
    let mut request = task.request(Mode::Grader);
    request.gold = &salted;
    assert_eq!(request.assemble(GOLD_CAPACITY).unwrap_err(), GoldError::GoldCommitmentMismatch);
    let mut request = task.request(Mode::Grader);
    request.gold_commitment = task.gold.commitment(task.scope, 1024).unwrap();
    assert_eq!(request.assemble(GOLD_CAPACITY).unwrap_err(), GoldError::GoldCommitmentMismatch);
    for mode in [Mode::Contributor, Mode::Grader] {
        let other_task = refusal(mode, |request| request.scope = Scope::from_field(Fr::ONE));
        assert_eq!(other_task, GoldError::GoldCommitmentMismatch);
        let redirected = refusal(mode, |request| request.message = Message::from_field(Fr::ONE));
        assert_eq!(redirected, GoldError::AnswerCommitmentMismatch);
        let forged = refusal(mode, |request| request.answer_commitment += Fr::ONE);
        assert_eq!(forged, GoldError::AnswerCommitmentMismatch);
    }
    let stranger =
        GoldClaimant::Grader { contributor: workproof_protocol::ContributorId::from_field(Fr::ONE) };
    assert_eq!(
        refusal(Mode::Grader, |request| request.claimant = stranger),
        GoldError::AnswerCommitmentMismatch
    );
}

#[test]
fn refuses_contributors_outside_the_registry() {
    let task = Task::new();
    let with_root = |root, size| {
        let mut request = task.request(Mode::Contributor);
        request.claimant = GoldClaimant::Contributor {
            identity: &task.identity,
            contributors: RegistryRoot::new(root, size).unwrap(),
            membership: &task.membership,
        };
        request.assemble(GOLD_CAPACITY).unwrap_err()
    };
    let size = task.contributors.registry_root().unwrap().size();
    let root = task.contributors.root().unwrap();
    assert_eq!(with_root(Fr::ONE, size), GoldError::NotRegistered(MembershipError::Root));
    assert_eq!(with_root(root, 1 << 20), GoldError::NotRegistered(MembershipError::Shape { size: 1 << 20 }));
}

#[test]
fn refuses_bounds_the_score_does_not_keep() {
    for mode in [Mode::Contributor, Mode::Grader] {
        assert_eq!(
            refusal(mode, |request| request.amount = 7),
            GoldError::AmountAboveScore { amount: 7, score: 6 }
        );
        assert_eq!(
            refusal(mode, |request| request.upper_bound = Some(5)),
            GoldError::UpperBoundBelowScore { upper_bound: 5, score: 6 }
        );
        assert_eq!(refusal(mode, |request| request.upper_bound = Some(1 << 16)), GoldError::Terms);
    }
}

#[test]
fn without_a_salt_the_gold_set_is_found_by_trying_a20() {
    // Guards the guard: two items of four labels are found in 16 tries when the salt is known, and not otherwise.
    let scope = Task::new().scope;
    let commit = |labels: [u8; 2], salt: &Salt| {
        GoldSet::new(labels.to_vec(), salt.clone()).unwrap().commitment(scope, 256).unwrap()
    };
    let known = Salt::from_field(Fr::from(0_u64));
    let hidden = Salt::from_bytes(&[0x5a; 31]);
    let search = |commitment: Fr| {
        (0..16_u8).map(|code| [code / 4, code % 4]).find(|labels| commit(*labels, &known) == commitment)
    };
    assert_eq!(search(commit([3, 1], &known)), Some([3, 1]));
    assert_eq!(search(commit([3, 1], &hidden)), None);
    assert_ne!(message().to_field(), Fr::ONE);
}
