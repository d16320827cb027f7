//! Gold: answers before gold, one submission each, silence is paid, and only a proof rejects.

use alloy_primitives::{Address, U256};
use onchain_evm::contracts::WorkSettlement;
use onchain_evm::fixture::{gold_claim, proof_words};
use onchain_evm::world::{
    ANYONE, DAY, FUNDS, NOW, OPERATOR, Offer, PASS_MARK, RATE, REQUESTER, SUBMISSION_DEADLINE, Task,
    gold_task, mode, recipient, relay_task, scope_of, settlement, word_of,
};
use serde_json::Value;

use crate::stage::{Stage, post};

const REWARD: u128 = RATE * PASS_MARK as u128;

/// What a claim of the fixtures needs to be handed in.
#[derive(Clone)]
struct Proven {
    answers: U256,
    nullifier: U256,
    amount: U256,
    proof: [U256; 8],
    contributor: u64,
}

fn proven(document: &Value, contributor: u64) -> Proven {
    let claim = gold_claim(document);
    let said = claim.statement();
    Proven {
        answers: word_of(&said.answer_commitment),
        nullifier: word_of(&said.common.nullifier.to_field()),
        amount: U256::from(said.common.amount),
        proof: proof_words(claim.proof()),
        contributor,
    }
}

fn hand_in(task: &Task, proven: &Proven) -> WorkSettlement::handInAnswersCall {
    WorkSettlement::handInAnswersCall {
        task: task.clone(),
        contributor: U256::from(proven.contributor),
        answerCommitment: proven.answers,
        recipient: recipient(proven.contributor),
        deadline: SUBMISSION_DEADLINE,
    }
}

fn claim(mode: u8, offer: &Offer, proven: &Proven) -> WorkSettlement::claimGoldCall {
    WorkSettlement::claimGoldCall {
        mode,
        offer: offer.clone(),
        answerCommitment: proven.answers,
        nullifier: proven.nullifier,
        amount: proven.amount,
        proof: proven.proof,
    }
}

fn state(stage: &Stage, task: &Task, answers: U256) -> u8 {
    let task_id = stage.chain.read(settlement(), &WorkSettlement::idOfCall { task: task.clone() });
    stage
        .chain
        .read(settlement(), &WorkSettlement::submissionCall { taskId: task_id, answerCommitment: answers })
        .state
}

fn remaining(stage: &Stage, task: &Task) -> u128 {
    let task_id = stage.chain.read(settlement(), &WorkSettlement::idOfCall { task: task.clone() });
    stage.chain.read(settlement(), &WorkSettlement::accountCall { taskId: task_id }).remaining
}

/// The grader's task with two submissions, and the time after answers closed.
fn graded() -> (Stage, Task, Proven, Proven) {
    let mut stage = Stage::new();
    let task = gold_task(mode::GOLD_BY_GRADER);
    let (good, bad) = (proven(&stage.fixture.gold_accepted, 1), proven(&stage.fixture.gold_rejected, 2));
    for one in [&good, &bad] {
        stage.chain.expect(OPERATOR, settlement(), &hand_in(&task, one));
    }
    stage.chain.now = task.answersClose + 1;
    (stage, task, good, bad)
}

#[test]
fn the_fixtures_are_of_these_tasks() {
    let stage = Stage::new();
    let claim = gold_claim(&stage.fixture.gold_accepted);
    assert_eq!(claim.statement().common.scope, scope_of(&gold_task(mode::GOLD_BY_GRADER)));
    assert_eq!(word_of(&claim.statement().gold_commitment), gold_task(mode::GOLD_BY_GRADER).goldCommitment);
}

#[test]
fn a_grader_accepts_one_submission_and_rejects_another() {
    let (mut stage, task, good, bad) = graded();
    assert_eq!(remaining(&stage, &task), FUNDS - 2 * REWARD, "rewards are kept aside");
    // anyone may post: there are no roots that could be wrong
    let call = WorkSettlement::postOfferCall { task: task.clone(), ..post(relay_task()) };
    let offer = stage.chain.read_as(ANYONE, settlement(), &call);
    stage.chain.expect(ANYONE, settlement(), &call);
    let rejection = WorkSettlement::postRejectionCall { task: task.clone() };
    let reject_offer = stage.chain.read_as(ANYONE, settlement(), &rejection);
    stage.chain.expect(ANYONE, settlement(), &rejection);

    stage.chain.expect(ANYONE, settlement(), &claim(mode::GOLD_BY_GRADER, &offer, &good));
    assert_eq!(stage.balance(recipient(1)), U256::from(REWARD));
    let reject = WorkSettlement::rejectGoldCall {
        offer: reject_offer.clone(),
        answerCommitment: bad.answers,
        nullifier: bad.nullifier,
        proof: bad.proof,
    };
    stage.chain.expect(ANYONE, settlement(), &reject);
    assert_eq!(remaining(&stage, &task), FUNDS - REWARD);
    assert_eq!((state(&stage, &task, good.answers), state(&stage, &task, bad.answers)), (2, 3));

    // each submission ends once
    let _: WorkSettlement::SubmissionNotOpen =
        stage.chain.call(ANYONE, settlement(), &claim(mode::GOLD_BY_GRADER, &offer, &good)).error();
    let _: WorkSettlement::SubmissionNotOpen = stage.chain.call(ANYONE, settlement(), &reject).error();
    stage.chain.now = task.gradingCloses + 1;
    for answers in [good.answers, bad.answers] {
        let call = WorkSettlement::payByDefaultCall { task: task.clone(), answerCommitment: answers };
        let _: WorkSettlement::SubmissionNotOpen = stage.chain.call(ANYONE, settlement(), &call).error();
    }
    assert_eq!(stage.balance(recipient(2)), U256::ZERO);
}

#[test]
fn only_a_proof_below_the_pass_mark_rejects() {
    let (mut stage, task, good, bad) = graded();
    let call = WorkSettlement::postOfferCall { task: task.clone(), ..post(relay_task()) };
    let offer = stage.chain.read_as(ANYONE, settlement(), &call);
    stage.chain.expect(ANYONE, settlement(), &call);
    let rejection = WorkSettlement::postRejectionCall { task: task.clone() };
    let reject_offer = stage.chain.read_as(ANYONE, settlement(), &rejection);
    stage.chain.expect(ANYONE, settlement(), &rejection);
    let reject = |offer: &Offer, one: &Proven| WorkSettlement::rejectGoldCall {
        offer: offer.clone(),
        answerCommitment: one.answers,
        nullifier: one.nullifier,
        proof: one.proof,
    };
    // a proof of success says nothing about failure
    let _: WorkSettlement::ProofRefused =
        stage.chain.call(REQUESTER, settlement(), &reject(&reject_offer, &good)).error();
    // a rejection under the offer that pays, and a payment under the offer that rejects
    let _: WorkSettlement::OfferUnknown =
        stage.chain.call(REQUESTER, settlement(), &reject(&offer, &bad)).error();
    let call =
        claim(mode::GOLD_BY_GRADER, &reject_offer, &Proven { amount: U256::from(PASS_MARK), ..bad.clone() });
    let _: WorkSettlement::OfferUnknown = stage.chain.call(ANYONE, settlement(), &call).error();
    // the failed submission does not pass, whatever it says of itself
    let call = claim(mode::GOLD_BY_GRADER, &offer, &bad);
    let _: WorkSettlement::AmountTooSmall = stage.chain.call(ANYONE, settlement(), &call).error();
    let call = claim(mode::GOLD_BY_GRADER, &offer, &Proven { amount: U256::from(PASS_MARK), ..bad.clone() });
    let _: WorkSettlement::ProofRefused = stage.chain.call(ANYONE, settlement(), &call).error();
    // another submission's proof
    let call = claim(mode::GOLD_BY_GRADER, &offer, &Proven { answers: bad.answers, ..good.clone() });
    let _: WorkSettlement::ProofRefused = stage.chain.call(ANYONE, settlement(), &call).error();
    let call = claim(mode::GOLD_BY_CONTRIBUTOR, &offer, &good);
    let _: WorkSettlement::OfferUnknown = stage.chain.call(ANYONE, settlement(), &call).error();
    let call = claim(mode::METERED, &offer, &good);
    let _: WorkSettlement::WrongMode = stage.chain.call(ANYONE, settlement(), &call).error();
    // nobody may take a grader's offers away
    let call = WorkSettlement::withdrawOfferCall { task, offer };
    let _: WorkSettlement::WrongMode = stage.chain.call(OPERATOR, settlement(), &call).error();
}

#[test]
fn silence_is_paid_by_default() {
    let (mut stage, task, good, _) = graded();
    let call = WorkSettlement::payByDefaultCall { task: task.clone(), answerCommitment: good.answers };
    let _: WorkSettlement::GradingOpen = stage.chain.call(ANYONE, settlement(), &call).error();
    stage.chain.now = task.gradingCloses + 1;
    stage.chain.expect(ANYONE, settlement(), &call);
    assert_eq!(stage.balance(recipient(1)), U256::from(REWARD));
    let _: WorkSettlement::SubmissionNotOpen = stage.chain.call(ANYONE, settlement(), &call).error();
    // too late to prove anything: offers of the task ended with the grading
    let late = WorkSettlement::postRejectionCall { task: task.clone() };
    stage.chain.expect(ANYONE, settlement(), &late);
    let unknown = WorkSettlement::payByDefaultCall { task, answerCommitment: U256::from(5) };
    let _: WorkSettlement::SubmissionNotOpen = stage.chain.call(ANYONE, settlement(), &unknown).error();
}

#[test]
fn a_contributor_proves_after_gold_was_shown() {
    let mut stage = Stage::new();
    let task = gold_task(mode::GOLD_BY_CONTRIBUTOR);
    let one = proven(&stage.fixture.gold_by_contributor, 0);
    stage.chain.expect(OPERATOR, settlement(), &hand_in(&task, &one));
    // nothing is proven before answers are closed, since nobody may have seen gold
    let call = post(task.clone());
    let _: WorkSettlement::AnswersOpen = stage.chain.call(OPERATOR, settlement(), &call).error();
    stage.chain.now = task.answersClose + 1;
    let confirm = WorkSettlement::confirmOpeningCall { task: task.clone() };
    let _: WorkSettlement::NotRequester = stage.chain.call(ANYONE, settlement(), &confirm).error();
    stage.chain.expect(REQUESTER, settlement(), &confirm);
    let offer = stage.post(&call);
    stage.chain.expect(ANYONE, settlement(), &claim(mode::GOLD_BY_CONTRIBUTOR, &offer, &one));
    assert_eq!(stage.balance(recipient(0)), U256::from(REWARD));
    assert!(stage.is_spent(&task, one.nullifier));
}

#[test]
fn a_requester_who_does_not_show_gold_pays() {
    let task = gold_task(mode::GOLD_BY_CONTRIBUTOR);
    let handed_in = || {
        let mut stage = Stage::new();
        let one = proven(&stage.fixture.gold_by_contributor, 0);
        stage.chain.expect(OPERATOR, settlement(), &hand_in(&task, &one));
        stage.chain.now = task.answersClose + 1;
        (stage, one)
    };
    let default =
        |one: &Proven| WorkSettlement::payByDefaultCall { task: task.clone(), answerCommitment: one.answers };
    let lapse =
        |one: &Proven| WorkSettlement::lapseCall { task: task.clone(), answerCommitment: one.answers };
    // never shown: paid
    let (mut stage, one) = handed_in();
    stage.chain.now = task.gradingCloses + 1;
    let _: WorkSettlement::OpeningWasNotConfirmed =
        stage.chain.call(REQUESTER, settlement(), &lapse(&one)).error();
    let confirm = WorkSettlement::confirmOpeningCall { task: task.clone() };
    let _: WorkSettlement::GradingClosed = stage.chain.call(REQUESTER, settlement(), &confirm).error();
    stage.chain.expect(ANYONE, settlement(), &default(&one));
    assert_eq!(stage.balance(recipient(0)), U256::from(REWARD));
    // shown and not claimed: lapses
    let (mut stage, one) = handed_in();
    stage.chain.expect(REQUESTER, settlement(), &confirm);
    let _: WorkSettlement::GradingOpen = stage.chain.call(REQUESTER, settlement(), &lapse(&one)).error();
    stage.chain.now = task.gradingCloses + 1;
    let _: WorkSettlement::OpeningWasConfirmed =
        stage.chain.call(ANYONE, settlement(), &default(&one)).error();
    stage.chain.expect(REQUESTER, settlement(), &lapse(&one));
    assert_eq!(remaining(&stage, &task), FUNDS);
    let _: WorkSettlement::SubmissionNotOpen =
        stage.chain.call(REQUESTER, settlement(), &lapse(&one)).error();
}

#[test]
fn a_contributor_hands_in_once_and_in_time() {
    let mut stage = Stage::new();
    let task = gold_task(mode::GOLD_BY_GRADER);
    let (good, bad) = (proven(&stage.fixture.gold_accepted, 1), proven(&stage.fixture.gold_rejected, 2));
    let _: WorkSettlement::NotOperator =
        stage.chain.call(ANYONE, settlement(), &hand_in(&task, &good)).error();
    stage.chain.expect(OPERATOR, settlement(), &hand_in(&task, &good));
    let second = Proven { contributor: 1, ..bad.clone() };
    let _: WorkSettlement::ContributorAdmitted =
        stage.chain.call(OPERATOR, settlement(), &hand_in(&task, &second)).error();
    let copied = Proven { contributor: 2, ..good.clone() };
    let _: WorkSettlement::CommitmentRefused =
        stage.chain.call(OPERATOR, settlement(), &hand_in(&task, &copied)).error();
    let early = WorkSettlement::handInAnswersCall { deadline: task.closes - 1, ..hand_in(&task, &bad) };
    let _: WorkSettlement::DeadlineTooEarly = stage.chain.call(OPERATOR, settlement(), &early).error();
    let nobody = WorkSettlement::handInAnswersCall { recipient: Address::ZERO, ..hand_in(&task, &bad) };
    let _: WorkSettlement::CommitmentRefused = stage.chain.call(OPERATOR, settlement(), &nobody).error();
    let metered = WorkSettlement::handInAnswersCall { task: relay_task(), ..hand_in(&task, &bad) };
    let _: WorkSettlement::WrongMode = stage.chain.call(OPERATOR, settlement(), &metered).error();
    stage.chain.now = task.answersClose + 1;
    let _: WorkSettlement::AnswersClosed =
        stage.chain.call(OPERATOR, settlement(), &hand_in(&task, &bad)).error();
    // answers that were never handed in are not paid, however good
    let call = WorkSettlement::postOfferCall { task: task.clone(), ..post(relay_task()) };
    let offer = stage.chain.read_as(ANYONE, settlement(), &call);
    stage.chain.expect(ANYONE, settlement(), &call);
    let call = claim(mode::GOLD_BY_GRADER, &offer, &Proven { amount: U256::from(PASS_MARK), ..bad });
    let _: WorkSettlement::SubmissionNotOpen = stage.chain.call(ANYONE, settlement(), &call).error();
}

#[test]
fn a_task_without_funds_takes_no_submissions() {
    let mut stage = Stage::new();
    let task = Task { name: [5; 32].into(), ..gold_task(mode::GOLD_BY_GRADER) };
    assert!(stage.open_task(&task, REWARD + 1).success);
    let good = proven(&stage.fixture.gold_accepted, 1);
    stage.chain.expect(OPERATOR, settlement(), &hand_in(&task, &good));
    let bad = proven(&stage.fixture.gold_rejected, 2);
    let short: WorkSettlement::InsufficientFunds =
        stage.chain.call(OPERATOR, settlement(), &hand_in(&task, &bad)).error();
    assert_eq!((short.remaining, short.needed), (U256::from(1), U256::from(REWARD)));
    // what is kept aside is not given back to the requester
    stage.chain.now = task.closes + 1;
    let before = stage.balance(REQUESTER);
    stage.chain.expect(REQUESTER, settlement(), &WorkSettlement::reclaimCall { task: task.clone() });
    assert_eq!(stage.balance(REQUESTER) - before, U256::from(1));
    let call = WorkSettlement::payByDefaultCall { task, answerCommitment: good.answers };
    stage.chain.expect(ANYONE, settlement(), &call);
    assert_eq!(stage.balance(recipient(1)), U256::from(REWARD));
}

#[test]
fn gold_tasks_that_make_no_sense_are_not_opened() {
    let mut stage = Stage::new();
    let base = Task { name: [6; 32].into(), ..gold_task(mode::GOLD_BY_GRADER) };
    let bad = [
        Task { goldCommitment: U256::ZERO, ..base.clone() },
        Task { goldCommitment: U256::MAX, ..base.clone() },
        Task { goldCount: 1 << 16, ..base.clone() },
        Task { tolerance: 256, ..base.clone() },
        Task { leastAmount: u64::from(base.goldCount) + 1, ..base.clone() },
        Task { answersClose: NOW, ..base.clone() },
        Task { gradingCloses: base.answersClose, ..base.clone() },
        Task { closes: base.gradingCloses, ..base.clone() },
        Task { verifier: relay_task().verifier, ..base.clone() },
        Task { mode: mode::METERED, ..base.clone() },
    ];
    for task in bad {
        let _: WorkSettlement::TaskRefused = stage.open_task(&task, FUNDS).error();
    }
    assert!(stage.open_task(&Task { closes: NOW + 90 * DAY, ..base }, FUNDS).success);
}
