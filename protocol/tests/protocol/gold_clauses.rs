//! From one valid gold claim of each mode, one change for each clause: the check must name that clause.

use ark_ff::{Field, PrimeField};
use proptest::prelude::*;
use workproof_protocol::gold::{gold_count, score};
use workproof_protocol::{
    AnswerSet, Clause, Fr, GoldProver, GoldSet, GoldStatement, GoldViolation, GoldWitness, Identity,
    IdentitySecret, LeanImtProof, Message, Nullifier, RegistryRoot, Salt, Scalar, Scope, check_gold,
};

use crate::fixtures::{GOLD_CAPACITY, Mode, Task, message};

const BOTH: [Mode; 2] = [Mode::Contributor, Mode::Grader];

fn check(statement: &GoldStatement, witness: &GoldWitness) -> Result<(), GoldViolation> {
    check_gold(statement, witness, GOLD_CAPACITY)
}

/// Applies a change to a valid claim and returns the clause that the check names.
fn broken(mode: Mode, change: impl FnOnce(&mut GoldStatement, &mut GoldWitness)) -> Option<Clause> {
    let (mut statement, mut witness) = Task::new().claim(mode);
    assert_eq!(check(&statement, &witness), Ok(()));
    change(&mut statement, &mut witness);
    check(&statement, &witness).err().map(|violation| {
        assert!(violation.to_string().starts_with(violation.clause().id()), "{violation}");
        violation.clause()
    })
}

/// Puts other labels into a claim, with commitments to match.
fn relabel(statement: &mut GoldStatement, witness: &mut GoldWitness, gold: Vec<u8>, answers: Vec<u8>) {
    let scope = statement.common.scope;
    witness.gold = GoldSet::new(gold, witness.gold.salt().clone()).unwrap();
    witness.answers = AnswerSet::new(answers, witness.answers.salt().clone()).unwrap();
    let capacity = GOLD_CAPACITY;
    statement.gold_commitment = witness.gold.commitment(scope, capacity).unwrap();
    statement.answer_commitment =
        witness.answers.commitment(scope, witness.contributor, statement.common.message, capacity).unwrap();
    if matches!(witness.prover, GoldProver::Grader) {
        statement.common.nullifier = Nullifier::grader(scope, statement.answer_commitment);
    }
}

fn secret_of(witness: &mut GoldWitness) -> (&mut IdentitySecret, &mut LeanImtProof) {
    match &mut witness.prover {
        GoldProver::Contributor { identity, membership } => (identity, membership),
        GoldProver::Grader => panic!("a grader has no secret"),
    }
}

#[test]
fn rejects_gold_mode() {
    let expected = Some(Clause::GoldMode);
    let registry = RegistryRoot::new(Fr::ONE, 1).ok();
    assert_eq!(broken(Mode::Contributor, |statement, _| statement.contributors = None), expected);
    assert_eq!(broken(Mode::Contributor, |_, witness| witness.prover = GoldProver::Grader), expected);
    assert_eq!(broken(Mode::Grader, |statement, _| statement.contributors = registry), expected);
    let (_, contributor) = Task::new().claim(Mode::Contributor);
    assert_eq!(broken(Mode::Grader, |_, witness| witness.prover = contributor.prover.clone()), expected);
}

#[test]
fn rejects_gold_secret_canonical_a8() {
    let order = Fr::new(Scalar::MODULUS);
    let clause = broken(Mode::Contributor, |statement, witness| {
        let (secret, _) = secret_of(witness);
        *secret = IdentitySecret::from_trusted_field_unchecked(*secret.expose_secret() + order);
        statement.common.nullifier = Nullifier::contributor(statement.common.scope, secret, 0);
    });
    assert_eq!(clause, Some(Clause::GoldSecretCanonical));
}

#[test]
fn rejects_gold_membership() {
    let expected = Some(Clause::GoldMembership);
    let other = RegistryRoot::new(Fr::ONE, 7).ok();
    assert_eq!(broken(Mode::Contributor, |statement, _| statement.contributors = other), expected);
    let larger = |statement: &GoldStatement| RegistryRoot::new(statement.contributors?.root(), 1 << 20).ok();
    assert_eq!(
        broken(Mode::Contributor, |statement, _| statement.contributors = larger(statement)),
        expected
    );
    assert_eq!(broken(Mode::Contributor, |_, witness| secret_of(witness).1.index ^= 1), expected);
    assert_eq!(broken(Mode::Contributor, |_, witness| secret_of(witness).1.siblings[0] += Fr::ONE), expected);
    let other = Identity::from_text("other").unwrap();
    assert_eq!(
        broken(Mode::Contributor, |_, witness| *secret_of(witness).0 = other.secret_scalar().clone()),
        expected
    );
    assert_eq!(broken(Mode::Contributor, |_, witness| witness.contributor = other.id()), expected);
}

#[test]
fn rejects_gold_nullifier_a9() {
    let expected = Some(Clause::GoldNullifier);
    for mode in BOTH {
        assert_eq!(
            broken(mode, |statement, _| statement.common.nullifier = Nullifier::from_field(Fr::ONE)),
            expected
        );
        assert_eq!(
            broken(mode, |statement, _| statement.common.scope = Scope::from_field(Fr::ONE)),
            expected
        );
    }
    let (grader, _) = Task::new().claim(Mode::Grader);
    let (contributor, _) = Task::new().claim(Mode::Contributor);
    assert_ne!(grader.common.nullifier, contributor.common.nullifier);
    assert_eq!(
        broken(Mode::Contributor, |statement, _| statement.common.nullifier = grader.common.nullifier),
        expected
    );
    assert_eq!(
        broken(Mode::Grader, |statement, _| statement.common.nullifier = contributor.common.nullifier),
        expected
    );
}

#[test]
fn rejects_gold_message_bound_by_its_commitment_c11() {
    for mode in BOTH {
        let clause = broken(mode, |statement, _| statement.common.message = Message::from_field(Fr::ONE));
        assert_eq!(clause, Some(Clause::GoldAnswerCommitment));
    }
}

#[test]
fn rejects_gold_commitment_a20() {
    let expected = Some(Clause::GoldCommitment);
    for mode in BOTH {
        assert_eq!(broken(mode, |statement, _| statement.gold_commitment += Fr::ONE), expected);
        let resalted =
            |witness: &GoldWitness, salt| GoldSet::new(witness.gold.expose_labels().to_vec(), salt).unwrap();
        assert_eq!(
            broken(mode, |_, witness| witness.gold = resalted(witness, Salt::from_bytes(&[9; 31]))),
            expected
        );
        for item in [0, 1, 39] {
            let clause = broken(mode, |_, witness| {
                let mut labels = witness.gold.expose_labels().to_vec();
                labels[item] ^= 1;
                witness.gold = GoldSet::new(labels, witness.gold.salt().clone()).unwrap();
            });
            assert_eq!(clause, expected, "item {item}");
        }
        // The set of another task.
        let other = Task::new().gold.commitment(Scope::from_field(Fr::ONE), GOLD_CAPACITY).unwrap();
        assert_eq!(broken(mode, |statement, _| statement.gold_commitment = other), expected);
    }
}

#[test]
fn rejects_gold_answer_commitment() {
    let expected = Some(Clause::GoldAnswerCommitment);
    assert_eq!(broken(Mode::Contributor, |statement, _| statement.answer_commitment += Fr::ONE), expected);
    for mode in BOTH {
        let clause = broken(mode, |_, witness| {
            let mut labels = witness.answers.expose_labels().to_vec();
            labels[5] = 105;
            witness.answers = AnswerSet::new(labels, witness.answers.salt().clone()).unwrap();
        });
        assert_eq!(clause, expected);
        let clause = broken(mode, |_, witness| {
            let labels = witness.answers.expose_labels().to_vec();
            witness.answers = AnswerSet::new(labels, Salt::from_bytes(&[9; 31])).unwrap();
        });
        assert_eq!(clause, expected);
    }
    let other = Identity::from_text("other").unwrap().id();
    assert_eq!(broken(Mode::Grader, |_, witness| witness.contributor = other), expected);
}

#[test]
fn rejects_gold_count() {
    for mode in BOTH {
        for count in [0, 7, 9, 65_535] {
            assert_eq!(
                broken(mode, |statement, _| statement.terms.gold_count = count),
                Some(Clause::GoldCount)
            );
        }
    }
}

#[test]
fn rejects_gold_score_lower_and_gold_score_upper() {
    // Six of eight match within a tolerance of one.
    for mode in BOTH {
        assert_eq!(broken(mode, |statement, _| statement.common.amount = 6), None);
        assert_eq!(broken(mode, |statement, _| statement.common.amount = 7), Some(Clause::GoldScoreLower));
        assert_eq!(
            broken(mode, |statement, _| statement.common.amount = u64::MAX),
            Some(Clause::GoldScoreLower)
        );
        assert_eq!(broken(mode, |statement, _| statement.terms.upper_bound = 6), None);
        assert_eq!(
            broken(mode, |statement, _| statement.terms.upper_bound = 5),
            Some(Clause::GoldScoreUpper)
        );
        assert_eq!(broken(mode, |statement, _| statement.terms.tolerance = 0), None);
        let strict = |statement: &mut GoldStatement, amount| {
            (statement.terms.tolerance, statement.common.amount) = (0, amount);
        };
        assert_eq!(broken(mode, |statement, _| strict(statement, 6)), Some(Clause::GoldScoreLower));
        let loose = |statement: &mut GoldStatement, bound| {
            (statement.terms.tolerance, statement.terms.upper_bound) = (3, bound);
        };
        assert_eq!(broken(mode, |statement, _| loose(statement, 7)), None);
        assert_eq!(broken(mode, |statement, _| loose(statement, 6)), Some(Clause::GoldScoreUpper));
    }
}

#[test]
fn rejects_gold_terms() {
    for mode in BOTH {
        assert_eq!(
            broken(mode, |statement, _| statement.terms.upper_bound = 1 << 16),
            Some(Clause::GoldTerms)
        );
        assert_eq!(
            broken(mode, |statement, _| statement.terms.gold_count = 1 << 16),
            Some(Clause::GoldTerms)
        );
        assert_eq!(broken(mode, |statement, _| statement.terms.upper_bound = 65_535), None);
    }
}

#[test]
fn rejects_gold_capacity() {
    let (statement, witness) = Task::new().claim(Mode::Grader);
    let violation = check_gold(&statement, &witness, 39).unwrap_err();
    assert_eq!(violation, GoldViolation::Capacity { given: 40, capacity: 39 });
    assert_eq!(violation.clause(), Clause::GoldCapacity);
}

#[test]
fn accepts_gold_label_range_at_its_edges() {
    let edge = |gold: u8, answer: u8, tolerance: u8, matches: u64| {
        let clause = broken(Mode::Grader, |statement, witness| {
            relabel(statement, witness, vec![gold; 256], vec![answer; 256]);
            statement.terms.tolerance = tolerance;
            statement.terms.gold_count = if gold == 0 { 0 } else { 256 };
            statement.terms.upper_bound = u32::try_from(matches).unwrap();
            statement.common.amount = matches;
        });
        assert_eq!(clause, None, "{gold} {answer} {tolerance}");
    };
    edge(255, 255, 0, 256);
    edge(255, 1, 254, 256);
    edge(255, 1, 253, 0);
    edge(1, 255, 255, 256);
    edge(0, 0, 255, 0);
    edge(0, 1, 255, 0);
    edge(1, 0, 255, 0);
}

#[test]
fn a_set_filled_up_with_zeros_is_the_same_set() {
    let task = Task::new();
    let filled = |labels: &[u8]| [labels, &vec![0; 256 - labels.len()]].concat();
    let gold = GoldSet::new(filled(task.gold.expose_labels()), task.gold.salt().clone()).unwrap();
    assert_eq!(gold.commitment(task.scope, 256), task.gold.commitment(task.scope, 256));
    assert_ne!(gold.commitment(task.scope, 256), task.gold.commitment(task.scope, 1024));
    let answers = AnswerSet::new(filled(task.answers.expose_labels()), task.answers.salt().clone()).unwrap();
    let id = task.identity.id();
    assert_eq!(
        answers.commitment(task.scope, id, message(), 256),
        task.answers.commitment(task.scope, id, message(), 256)
    );
}

proptest! {
    #[test]
    fn the_score_is_what_its_definition_says(items in proptest::collection::vec((0_u8..4, 0_u8..4), 1..50), tolerance in 0_u8..4) {
        let (gold, answers): (Vec<u8>, Vec<u8>) = items.iter().copied().unzip();
        let matches = items.iter().filter(|(gold, answer)| {
            *gold != 0 && *answer != 0 && (i16::from(*gold) - i16::from(*answer)).abs() <= i16::from(tolerance)
        });
        prop_assert_eq!(usize::try_from(score(&gold, &answers, tolerance)), Ok(matches.count()));
        prop_assert_eq!(usize::try_from(gold_count(&gold)), Ok(gold.iter().filter(|label| **label > 0).count()));
    }
}
