//! A worker labels a batch in which the requester has hidden items with known labels.

use rand_core::OsRng;
use workproof_circuits::GoldCircuit;
use workproof_protocol::{
    AnswerSet, Fact, GoldClaimant, GoldRequest, GoldSet, GoldStatement, Identity, LeanImt, Salt,
};

use super::{DemoError, FactRow, Stage, payment, scope_fields, verify_and_report};
use crate::commands::proving::{Means, prove_statement};
use crate::files::{Existing, write_answers, write_gold, write_identity, write_public_json, write_registry};

const ITEMS: u8 = 200;
const CAPACITY: usize = 256;
const PASS_MARK: u64 = 15;

/// Plays the story and leaves its files on the stage.
pub(super) fn play(stage: &Stage<'_>) -> Result<FactRow, DemoError> {
    stage.begin("gold", "\"my labels match the hidden gold labels at least s times\"");
    let fields = scope_fields(Fact::GOLD, 7);
    let (scope, message) = (fields.scope(), payment().message());
    write_public_json(&stage.file("gold.scope.json"), &fields, Existing::Keep)?;

    let gold = GoldSet::new(gold_labels(), Salt::generate(&mut OsRng))?;
    write_gold(&stage.file("gold.json"), &gold, Existing::Keep)?;
    let gold_commitment = gold.commitment(scope, CAPACITY)?;
    stage.tell(&format!(
        "1. A requester hides {} items with known labels among {ITEMS} and publishes a commitment to them.",
        gold.gold_count()
    ));

    let worker = Identity::generate(&mut OsRng);
    write_identity(&stage.file("worker.json"), &worker, Existing::Keep)?;
    let others = (0..9).map(|_| Identity::generate(&mut OsRng).commitment());
    let registry = LeanImt::from_leaves(others.chain([worker.commitment()]))?;
    write_registry(&stage.file("workers.json"), &registry)?;
    let answers = AnswerSet::new(answer_labels(), Salt::generate(&mut OsRng))?;
    write_answers(&stage.file("answers.json"), &answers, Existing::Keep)?;
    let answer_commitment = answers.commitment(scope, worker.id(), message, CAPACITY)?;
    stage.tell(
        "2. A worker labels all items and hands in a commitment to the answers, bound to their address.",
    );
    stage.tell("3. Only now the requester opens the gold labels, to this worker alone.");

    stage.tell(&format!(
        "4. The worker proves: at least {PASS_MARK} of {} match. Nobody learns which items, nor the exact score.",
        gold.gold_count()
    ));
    let membership = registry.proof_of(worker.commitment())?;
    let claimant = GoldClaimant::Contributor {
        identity: &worker,
        contributors: registry.registry_root().ok_or(DemoError::EmptyRegistry)?,
        membership: &membership,
    };
    let request = GoldRequest {
        scope,
        message,
        claimant,
        gold: &gold,
        answers: &answers,
        gold_commitment,
        answer_commitment,
        tolerance: 0,
        amount: PASS_MARK,
        upper_bound: None,
    };
    let (statement, witness) = request.assemble(CAPACITY)?;
    let circuit = GoldCircuit::new(CAPACITY).ok_or(DemoError::NoCircuit)?;
    let proven = prove_statement(circuit, &statement, &witness, Means::default(), stage.session)?;

    stage
        .tell(&format!("5. A verifier gets 128 bytes of proof, made in {:.2} s.", proven.time.as_secs_f64()));
    let says = format!("at least {PASS_MARK} of {} hidden gold labels are matched", gold.gold_count());
    let with_common = |statement: &GoldStatement, common| GoldStatement { common, ..statement.clone() };
    let row = verify_and_report(stage, &proven, says, with_common)?;
    stage.tell_who_sees_what([
        ["worker", "the items; the gold labels after handing in", "the gold labels while answering"],
        ["requester", "a commitment, then the pass mark is met", "the answers, until they are handed over"],
        ["verifier", "two commitments, bounds, whom to pay", "labels, gold positions, the exact score, who"],
    ]);
    Ok(row)
}

/// The label that an item truly has: 1 to 10.
const fn truth(item: u8) -> u8 {
    item.wrapping_mul(7) % 10 + 1
}

/// Every tenth item is gold.
fn gold_labels() -> Vec<u8> {
    (0..ITEMS).map(|item| if item % 10 == 3 { truth(item) } else { 0 }).collect()
}

/// The worker errs on some items and skips others.
fn answer_labels() -> Vec<u8> {
    let answer = |item: u8| match item % 23 {
        5 => 0,
        11 => truth(item) % 10 + 1,
        _ => truth(item),
    };
    (0..ITEMS).map(answer).collect()
}
