//! Each clause of `gold`, broken alone: refused by the plain check and by the rows, and the rows are that clause's.
//!
//! `clause:gold-label-range` cannot be broken through the types of the plain check, and `clause:gold-message-bound` shows
//! there in the answer commitment; both are broken in the assignment.

use crate::gold_world::{CAPACITY, Claim, GoldWorld, SCORE, circuit};
use ark_ff::{AdditiveGroup, Field, PrimeField};
use workproof_circuits::Circuit;
use workproof_circuits::r1cs::{Assignment, ConstraintSystem, R1cs, SynthesisError};
use workproof_protocol::{
    AnswerSet, Clause, Fr, GoldProver, GoldSet, GoldTerms, Identity, IdentitySecret, Nullifier, RegistryRoot,
    Salt, Scalar,
};

type Break = fn(&GoldWorld, &mut Claim);

/// Each break of a contributor's claim with the clause that it breaks, and no other.
const BREAKS: &[(&str, Clause, Break)] = &[
    ("a registry without the contributor", Clause::GoldMembership, |_, c| {
        let registry = c.statement.contributors.unwrap();
        c.statement.contributors = RegistryRoot::new(registry.root() + Fr::ONE, registry.size()).ok();
    }),
    ("answers that another contributor committed to", Clause::GoldMembership, |w, c| {
        let other = Identity::from_text("somebody else").unwrap().id();
        c.witness.contributor = other;
        c.statement.answer_commitment =
            w.answer_set().commitment(w.scope, other, w.message, CAPACITY).unwrap();
    }),
    ("another sibling", Clause::GoldMembership, |_, c| {
        if let GoldProver::Contributor { membership, .. } = &mut c.witness.prover {
            membership.siblings[0] += Fr::ONE;
        }
    }),
    ("the nullifier of a grader", Clause::GoldNullifier, |w, c| {
        c.statement.common.nullifier = Nullifier::grader(w.scope, c.statement.answer_commitment);
    }),
    ("the nullifier of another secret", Clause::GoldNullifier, |w, c| {
        let other = Identity::from_text("somebody else").unwrap();
        c.statement.common.nullifier = Nullifier::contributor(w.scope, other.secret_scalar(), 0);
    }),
    ("another gold commitment", Clause::GoldCommitment, |_, c| c.statement.gold_commitment += Fr::ONE),
    ("another salt of the gold set", Clause::GoldCommitment, |w, c| {
        c.witness.gold = GoldSet::new(w.gold.clone(), Salt::from_bytes(&[8; 31])).unwrap();
    }),
    ("one gold label changed, the count kept", Clause::GoldCommitment, |w, c| {
        let mut gold = w.gold.clone();
        gold[51] = 100;
        c.witness.gold = GoldSet::new(gold, Salt::from_bytes(&[7; 31])).unwrap();
    }),
    ("another answer commitment", Clause::GoldAnswerCommitment, |w, c| {
        c.statement.answer_commitment += Fr::ONE;
        c.statement.common.nullifier = Nullifier::contributor(w.scope, w.identity.secret_scalar(), 0);
    }),
    ("one answer changed", Clause::GoldAnswerCommitment, |w, c| {
        let mut answers = w.answers.clone();
        answers[4] ^= 1;
        c.witness.answers = AnswerSet::new(answers, Salt::from_bytes(&[9; 31])).unwrap();
    }),
    ("an answer made to match after the fact", Clause::GoldAnswerCommitment, |w, c| {
        let mut answers = w.answers.clone();
        answers[51] = 20;
        c.witness.answers = AnswerSet::new(answers, Salt::from_bytes(&[9; 31])).unwrap();
        c.statement.common.amount = SCORE + 1;
    }),
    ("a gold count too low", Clause::GoldCount, |_, c| c.statement.terms.gold_count -= 1),
    ("a gold count too high", Clause::GoldCount, |_, c| c.statement.terms.gold_count += 1),
    ("an amount above the score", Clause::GoldScoreLower, |_, c| c.statement.common.amount = SCORE + 1),
    ("a huge amount", Clause::GoldScoreLower, |_, c| c.statement.common.amount = u64::MAX),
    ("a smaller tolerance", Clause::GoldScoreLower, |_, c| c.statement.terms.tolerance = 2),
    ("an upper bound below the score", Clause::GoldScoreUpper, |_, c| c.statement.terms.upper_bound = 2),
    ("an upper bound beyond 16 bits", Clause::GoldTerms, |_, c| c.statement.terms.upper_bound = 1 << 16),
];

fn broken_clauses(shape: &R1cs, values: &[Fr]) -> Vec<&'static str> {
    let mut clauses: Vec<_> =
        shape.unsatisfied_rows(values).into_iter().filter_map(|row| shape.clause_of_row(row)).collect();
    clauses.dedup();
    clauses
}

fn fill(claim: &Claim) -> Assignment {
    let mut cs = ConstraintSystem::values();
    circuit().synthesize(&mut cs, Some((&claim.statement, &claim.witness))).unwrap();
    cs.into_assignment_even_if_unsatisfied()
}

fn assert_satisfied(claim: &Claim) {
    circuit().check(&claim.statement, &claim.witness).unwrap();
    let values = circuit().assignment(&claim.statement, &claim.witness).unwrap();
    assert!(circuit().r1cs().unwrap().unsatisfied_rows(&values).is_empty());
}

#[test]
fn valid_claims_of_both_modes_satisfy_both() {
    let world = GoldWorld::new();
    assert_satisfied(&world.by_contributor());
    assert_satisfied(&world.by_grader());
}

#[test]
fn each_broken_clause_is_refused_by_the_check_and_by_the_rows() {
    let world = GoldWorld::new();
    let shape = circuit().r1cs().unwrap();
    for (name, clause, alter) in BREAKS {
        let mut claim = world.by_contributor();
        alter(&world, &mut claim);
        let violation = circuit().check(&claim.statement, &claim.witness).expect_err(name);
        assert_eq!(violation.clause(), *clause, "{name}");
        let id = format!("clause:{}", clause.id());
        assert!(
            matches!(
                circuit().assignment(&claim.statement, &claim.witness),
                Err(SynthesisError::Unsatisfied { .. })
            ),
            "{name}"
        );
        assert_eq!(broken_clauses(&shape, &fill(&claim)), [id.as_str()], "{name}");
    }
}

/// `clause:gold-mode`: a root of zero with a contributor's nullifier, and a root with a grader's.
#[test]
fn clause_gold_mode() {
    let world = GoldWorld::new();
    let mut claim = world.by_contributor();
    claim.statement.contributors = None;
    assert_eq!(circuit().check(&claim.statement, &claim.witness).unwrap_err().clause(), Clause::GoldMode);
    assert!(circuit().assignment(&claim.statement, &claim.witness).is_err());
    let mut claim = world.by_grader();
    claim.statement.contributors = world.registry.registry_root();
    assert_eq!(circuit().check(&claim.statement, &claim.witness).unwrap_err().clause(), Clause::GoldMode);
    assert!(circuit().assignment(&claim.statement, &claim.witness).is_err());
    // The flag itself: flipped in the assignment, the mode's own rows break.
    let shape = circuit().r1cs().unwrap();
    for claim in [world.by_contributor(), world.by_grader()] {
        let mut values = fill(&claim);
        let row = (0..shape.constraints())
            .rfind(|row| shape.clause_of_row(*row) == Some("clause:gold-mode"))
            .unwrap();
        let flag = shape.a.row(row).map(|(column, _)| column).find(|c| *c != 0).unwrap();
        let flag = usize::try_from(flag).unwrap();
        values.as_mut_slice()[flag] = Fr::ONE - values[flag];
        assert!(broken_clauses(&shape, &values).contains(&"clause:gold-mode"));
    }
}

/// `clause:gold-secret-canonical`.
#[test]
fn clause_gold_secret_canonical() {
    let world = GoldWorld::new();
    for secret in [Fr::ZERO, Fr::from(Scalar::MODULUS), -Fr::ONE] {
        let mut claim = world.by_contributor();
        if let GoldProver::Contributor { identity, .. } = &mut claim.witness.prover {
            *identity = IdentitySecret::from_trusted_field_unchecked(secret);
        }
        let violation = circuit().check(&claim.statement, &claim.witness).unwrap_err();
        assert_eq!(violation.clause(), Clause::GoldSecretCanonical);
        assert!(circuit().assignment(&claim.statement, &claim.witness).is_err());
    }
}

/// `clause:gold-message-bound`: the message has a row of its own beside the answer commitment.
#[test]
fn clause_gold_message_bound() {
    let world = GoldWorld::new();
    let shape = circuit().r1cs().unwrap();
    let mut values = fill(&world.by_contributor());
    values.as_mut_slice()[3] = Fr::from(100u64);
    let broken = broken_clauses(&shape, &values);
    assert!(
        broken.contains(&"clause:gold-message-bound") && broken.contains(&"clause:gold-answer-commitment")
    );
    let mut claim = world.by_contributor();
    claim.statement.common.message = workproof_protocol::Message::from_field(Fr::from(100u64));
    let violation = circuit().check(&claim.statement, &claim.witness).unwrap_err();
    assert_eq!(violation.clause(), Clause::GoldAnswerCommitment);
}

/// `clause:gold-label-range`: an answer beyond 8 bits, that would pack like another list of answers.
#[test]
fn clause_gold_label_range() {
    let world = GoldWorld::new();
    let shape = circuit().r1cs().unwrap();
    let values = fill(&world.by_contributor());
    let row = (0..shape.constraints())
        .find(|row| shape.clause_of_row(*row) == Some("clause:gold-label-range"))
        .unwrap();
    // The answer is the variable allocated right before its bits.
    let first_bit = shape.a.row(row).map(|(column, _)| column).find(|c| *c != 0).unwrap();
    let answer = usize::try_from(first_bit).unwrap() - 1;
    assert_eq!(values[answer], Fr::from(world.answers[0]));
    for wrong in [Fr::from(256u64), -Fr::ONE, Fr::from(u64::MAX)] {
        let mut altered = Assignment::new(values.to_vec());
        altered.as_mut_slice()[answer] = wrong;
        assert!(broken_clauses(&shape, &altered).contains(&"clause:gold-label-range"), "{wrong}");
    }
}

/// `clause:gold-capacity`: more items than the circuit has.
#[test]
fn clause_gold_capacity() {
    let world = GoldWorld::new();
    let mut claim = world.by_contributor();
    let mut gold = world.gold.clone();
    gold.push(1);
    claim.witness.gold = GoldSet::new(gold, Salt::from_bytes(&[7; 31])).unwrap();
    let violation = circuit().check(&claim.statement, &claim.witness).unwrap_err();
    assert_eq!(violation.clause(), Clause::GoldCapacity);
}

/// Tolerance and labels at their ends: rows and check count the same score.
#[test]
fn the_score_agrees_at_the_ends_of_labels_and_tolerance() {
    let shape = circuit().r1cs().unwrap();
    let labels = [0u8, 1, 2, 127, 128, 254, 255];
    for tolerance in [0u8, 1, 127, 254, 255] {
        let mut world = GoldWorld::new();
        world.gold = vec![0; CAPACITY];
        for (index, (gold, answer)) in labels.iter().flat_map(|g| labels.map(|a| (*g, a))).enumerate() {
            world.gold[index] = gold;
            world.answers[index] = answer;
        }
        let score = workproof_protocol::gold::score(&world.gold, &world.answers, tolerance);
        let mut claim = world.by_grader_with(tolerance, u64::from(score), score);
        assert_satisfied(&claim);
        claim.statement.common.amount += 1;
        assert_eq!(
            broken_clauses(&shape, &fill(&claim)),
            ["clause:gold-score-lower"],
            "tolerance {tolerance}"
        );
        claim.statement.common.amount -= 1;
        claim.statement.terms = GoldTerms { upper_bound: score - 1, ..claim.statement.terms };
        assert_eq!(
            broken_clauses(&shape, &fill(&claim)),
            ["clause:gold-score-upper"],
            "tolerance {tolerance}"
        );
    }
}
