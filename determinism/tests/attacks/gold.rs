//! Attacks on the fact `gold`.

use crate::attack::{
    Check, Title, carry_out, carry_out_claim, here, left_column, parts, product_column, set_bits,
};
use crate::gold_world::{CAPACITY, Claim, GoldWorld, SCORE, circuit};
use ark_ff::{AdditiveGroup, Field};
use core::ops::Range;
use std::sync::OnceLock;
use workproof_circuits::Circuit;
use workproof_circuits::r1cs::{ConstraintSystem, R1cs};
use workproof_protocol::{AnswerSet, Fr, GoldSet, Identity, LeanImt, Nullifier, Salt};

fn shape() -> &'static R1cs {
    static SHAPE: OnceLock<R1cs> = OnceLock::new();
    SHAPE.get_or_init(|| circuit().r1cs().unwrap())
}

fn fill(claim: &Claim) -> Vec<Fr> {
    let mut cs = ConstraintSystem::values();
    circuit().synthesize(&mut cs, Some((&claim.statement, &claim.witness))).unwrap();
    cs.into_assignment_even_if_unsatisfied().to_vec()
}

/// A contributor's claim that is false, filled in as if it were true.
fn claim_falsely(title: &Title, check: &Check<'_>, alter: impl Fn(&GoldWorld, &mut Claim)) {
    let world = GoldWorld::new();
    let mut claim = world.by_contributor();
    alter(&world, &mut claim);
    let violation = circuit().check(&claim.statement, &claim.witness).expect_err(title.what);
    carry_out_claim(title, check, &fill(&claim), &violation);
}

#[test]
fn gold_labels_changed_after_the_answers_a20() {
    let title =
        Title { id: "A20", what: "another gold set than the one that was committed to", test: here!() };
    let check = Check::last(shape(), "clause:gold-commitment", 0, "the gold set opens the commitment");
    claim_falsely(&title, &check, |world, claim| {
        let mut gold = world.gold.clone();
        gold[51] = world.answers[51];
        claim.witness.gold = GoldSet::new(gold, Salt::from_bytes(&[7; 31])).unwrap();
        claim.statement.common.amount = SCORE + 1;
    });
}

#[test]
fn answers_changed_after_the_gold_was_opened_a20() {
    let title = Title { id: "A20", what: "answers copied from the opened gold set", test: here!() };
    let check = Check::last(shape(), "clause:gold-answer-commitment", 0, "the answers open the commitment");
    claim_falsely(&title, &check, |world, claim| {
        let mut answers = world.answers.clone();
        answers[51] = world.gold[51];
        claim.witness.answers = AnswerSet::new(answers, Salt::from_bytes(&[9; 31])).unwrap();
        claim.statement.common.amount = SCORE + 1;
    });
}

#[test]
fn answers_of_somebody_else_a2() {
    let title = Title { id: "A2", what: "answers that another contributor committed to", test: here!() };
    let clause = "clause:gold-membership";
    let check = Check::row(shape(), parts(shape(), clause)[0].start, "the id in the answers is the prover's");
    claim_falsely(&title, &check, |world, claim| {
        let other = Identity::from_text("somebody else").unwrap().id();
        claim.witness.contributor = other;
        claim.statement.answer_commitment =
            world.answer_set().commitment(world.scope, other, world.message, CAPACITY).unwrap();
    });
}

#[test]
fn a_stranger_is_no_member_a12() {
    let title = Title { id: "A12", what: "a labeller who is not in the registry", test: here!() };
    let check = Check::last(shape(), "clause:gold-membership", 0, "the path leads to the root");
    claim_falsely(&title, &check, |_, claim| {
        let others = LeanImt::from_leaves([Fr::from(3u64), Fr::from(4u64)]).unwrap();
        claim.statement.contributors = others.registry_root();
    });
}

#[test]
fn a_nullifier_of_ones_choice_a8() {
    let title = Title { id: "A8", what: "another nullifier: the same answers are paid again", test: here!() };
    let check = Check::last(shape(), "clause:gold-nullifier", 0, "the nullifier is the hash");
    claim_falsely(&title, &check, |_, claim| {
        claim.statement.common.nullifier = Nullifier::from_field(Fr::from(4u64));
    });
}

#[test]
fn fewer_gold_items_than_there_are_a10() {
    let title =
        Title { id: "A10", what: "a gold count that hides how many items were missed", test: here!() };
    let check = Check::last(shape(), "clause:gold-count", 0, "the count is the number of gold items");
    claim_falsely(&title, &check, |_, claim| claim.statement.terms.gold_count = 3);
}

#[test]
fn an_amount_above_the_score_a3() {
    let title = Title { id: "A3", what: "more matches claimed than there are", test: here!() };
    let part = parts(shape(), "clause:gold-score-lower").len() - 1;
    let check = Check::last(shape(), "clause:gold-score-lower", part, "score − amount has 16 bits");
    claim_falsely(&title, &check, |_, claim| claim.statement.common.amount = SCORE + 1);
}

#[test]
fn an_upper_bound_below_the_score_a3() {
    let title =
        Title { id: "A3", what: "a requester says that the score is lower than it is", test: here!() };
    let check = Check::last(shape(), "clause:gold-score-upper", 0, "upper bound − score has 16 bits");
    claim_falsely(&title, &check, |_, claim| claim.statement.terms.upper_bound = 2);
}

/// Column of the contributors' root among the public inputs.
const CONTRIBUTOR_ROOT: usize = 5;

/// With a grader's flag under a root that is not zero, one set of answers has a contributor's nullifier and a grader's.
#[test]
fn a_grader_under_a_root_a8() {
    let title = Title {
        id: "A8",
        what: "a grader's claim under a contributors' root: paid in both modes",
        test: here!(),
    };
    let check = Check::last(shape(), "clause:gold-mode", 0, "the flag is 1 where the root is not 0");
    let world = GoldWorld::new();
    let mut values = fill(&world.by_grader());
    values[CONTRIBUTOR_ROOT] = world.registry.root().unwrap();
    carry_out(&title, &check, &values);
}

/// The rows of one item's comparison: ranges of 9 rows at 0 and at 10, the distance at 9, the match from 21 on.
fn comparison(item: usize) -> Range<usize> {
    parts(shape(), "clause:gold-score-lower")[item].clone()
}

/// The bits of both bounds for this score.
fn set_score(values: &mut [Fr], score: u64, amount: u64, upper_bound: u64) {
    let lower = parts(shape(), "clause:gold-score-lower").last().unwrap().start;
    set_bits(shape(), lower + 16, 16, u128::from(score - amount), values);
    let upper = parts(shape(), "clause:gold-score-upper")[0].start;
    set_bits(shape(), upper, 16, u128::from(upper_bound - score), values);
}

#[test]
fn a_match_that_is_hidden_a1() {
    let title = Title { id: "A1", what: "a grader hides a match, to prove a lower score", test: here!() };
    let (item, lower) = (3, SCORE - 1);
    let rows = comparison(item);
    let check = Check::row(shape(), rows.start + 22, "a gold item with an answer counts");
    let bound = u32::try_from(lower).unwrap();
    let mut values = fill(&GoldWorld::new().by_grader_with(3, lower, u32::try_from(SCORE).unwrap()));
    let honest = values[product_column(shape(), rows.start + 23)];
    assert_eq!(honest, Fr::ONE, "item {item} matches");
    for column in [
        left_column(shape(), rows.start + 21),
        product_column(shape(), rows.start + 21),
        product_column(shape(), rows.start + 23),
    ] {
        values[column] = Fr::ZERO;
    }
    set_upper_bound(&mut values, SCORE, u64::from(bound));
    set_score(&mut values, lower, lower, u64::from(bound));
    carry_out(&title, &check, &values);
}

/// Column of the packed terms; the upper bound is their lowest part.
const TERMS: usize = 7;

/// Another upper bound, in the terms and in their first hint.
fn set_upper_bound(values: &mut [Fr], from: u64, to: u64) {
    values[TERMS] = values[TERMS] - Fr::from(from) + Fr::from(to);
    let first = parts(shape(), "clause:gold-terms")[0].start;
    set_bits(shape(), first, 16, u128::from(to), values);
    let sum = parts(shape(), "clause:gold-terms")[0].end - 1;
    let hint = shape().a.row(sum).find(|(column, k)| *column != 0 && *k == Fr::ONE).unwrap().0;
    values[usize::try_from(hint).unwrap()] = Fr::from(to);
}

/// Answers `a, b` pack like `a + 256, b − 1`: a second list of answers for one commitment.
#[test]
fn answers_that_pack_alike_a4() {
    let title = Title {
        id: "A4",
        what: "answers a + 256, b − 1 in the place of a, b: one commitment, two lists",
        test: here!(),
    };
    let item = 100;
    let clause = "clause:gold-label-range";
    let range = parts(shape(), clause)[item].clone();
    let check = Check::row(shape(), range.end - 1, "an answer has 8 bits");
    let mut world = GoldWorld::new();
    (world.gold[item], world.answers[item], world.answers[item + 1]) = (255, 1, 50);
    let amount = SCORE;
    let mut values = fill(&world.by_contributor());
    world.answers[item + 1] = 49;
    let neighbour = fill(&world.by_contributor());

    // the neighbour as it is with one less
    let own = |item: usize| first_column(item)..first_column(item + 1);
    values[own(item + 1)].copy_from_slice(&neighbour[own(item + 1)]);
    // 257 matches 255 within 3
    let answer = Fr::from(257u64);
    values[first_column(item)] = answer;
    set_bits(shape(), range.start, 8, 1, &mut values);
    let rows = comparison(item);
    set_bits(shape(), rows.start, 9, 2 + 256, &mut values);
    values[product_column(shape(), rows.start + 9)] = Fr::from(2u64);
    set_bits(shape(), rows.start + 10, 9, 3 - 2 + 256, &mut values);
    values[left_column(shape(), rows.start + 21)] = answer.inverse().unwrap();
    values[product_column(shape(), rows.start + 21)] = Fr::ONE;
    values[product_column(shape(), rows.start + 23)] = Fr::ONE;
    let upper_bound = world.by_contributor().statement.terms.upper_bound;
    set_score(&mut values, SCORE + 1, amount, u64::from(upper_bound));
    carry_out(&title, &check, &values);
}

/// An item's first column is its answer, right before the bits of the answer.
fn first_column(item: usize) -> usize {
    left_column(shape(), parts(shape(), "clause:gold-label-range")[item].start) - 1
}
