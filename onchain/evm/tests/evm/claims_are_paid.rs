//! What should work, works.

use alloy_primitives::U256;
use onchain_evm::contracts::{IRelay10DevelopmentVerifier, RelayVerifier, WorkSettlement};
use onchain_evm::world::{
    ANYONE, DAY, FUNDS, RATE, REQUESTER, gold_task, mode, recipient, relay_task, relay_verifier, scope_of,
    settlement, word_of,
};

use crate::stage::{Stage, payout};

#[test]
fn the_contract_computes_the_scope_that_the_protocol_computes() {
    let stage = Stage::new();
    for task in [relay_task(), gold_task(mode::GOLD_BY_CONTRIBUTOR), gold_task(mode::GOLD_BY_GRADER)] {
        let scope = stage.chain.read(settlement(), &WorkSettlement::scopeOfCall { task: task.clone() });
        assert_eq!(scope, word_of(&scope_of(&task).to_field()));
    }
    assert_eq!(
        stage.inputs[0][0],
        word_of(&scope_of(&relay_task()).to_field()),
        "the fixtures are of this world"
    );
}

#[test]
fn a_claim_is_paid_to_its_recipient_whoever_hands_it_in() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    assert_eq!(stage.balance(one.recipient), U256::ZERO);
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    assert_eq!(stage.balance(one.recipient), payout(&one));
    assert!(stage.is_spent(&relay_task(), one.nullifier));
    let task_id = stage.chain.read(settlement(), &WorkSettlement::idOfCall { task: relay_task() });
    let account = stage.chain.read(settlement(), &WorkSettlement::accountCall { taskId: task_id });
    assert_eq!(account.remaining, FUNDS - u128::from(one.amount) * RATE);
}

#[test]
fn a_batch_pays_everyone() {
    let (mut stage, offer) = Stage::open();
    let claims = stage.claims.clone();
    assert!(stage.claim_batch(&offer, &claims).success);
    for (one, _) in &claims {
        assert_eq!(stage.balance(one.recipient), payout(one));
        assert!(stage.is_spent(&relay_task(), one.nullifier));
    }
}

#[test]
fn batches_of_every_small_size_hold() {
    let stage = Stage::new();
    for count in 1..=5 {
        let proofs = stage.claims.iter().take(count).map(|(_, proof)| *proof).collect();
        let inputs = stage.inputs.iter().take(count).copied().collect();
        assert!(
            stage.chain.read(relay_verifier(), &RelayVerifier::verifyBatchCall { proofs, inputs }),
            "{count}"
        );
    }
    let none = RelayVerifier::verifyBatchCall { proofs: vec![], inputs: vec![] };
    assert!(!stage.chain.read(relay_verifier(), &none), "an empty batch is none");
}

#[test]
fn the_typed_statement_is_the_one_of_the_protocol() {
    let stage = Stage::new();
    let claim = &stage.fixture.relay_claims()[0];
    let said = claim.statement();
    let typed = IRelay10DevelopmentVerifier::Statement {
        scope: word_of(&said.common.scope.to_field()),
        nullifier: word_of(&said.common.nullifier.to_field()),
        message: word_of(&said.common.message.to_field()),
        amount: U256::from(said.common.amount),
        contributorRoot: word_of(&said.contributors.root()),
        contributorCount: U256::from(said.contributors.size()),
        attesterRoot: word_of(&said.attester_root),
        slot: U256::from(said.terms.slot),
        slotWidth: U256::from(said.terms.slot_width),
        attesters: U256::from(said.terms.attesters),
    };
    let ask = |statement| {
        let proof = stage.claims[0].1;
        stage.chain.read(relay_verifier(), &RelayVerifier::verifyStatementCall { statement, proof })
    };
    assert!(ask(typed.clone()));
    assert!(!ask(IRelay10DevelopmentVerifier::Statement {
        attesters: typed.attesters + U256::from(1),
        ..typed.clone()
    }));
    // 2^32 slots would be one more in the width
    let shifted = IRelay10DevelopmentVerifier::Statement {
        slot: typed.slot + (U256::from(1) << 32),
        slotWidth: typed.slotWidth - U256::from(1),
        ..typed
    };
    assert!(!ask(shifted));
}

#[test]
fn the_requester_takes_back_what_is_left() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    let call = WorkSettlement::reclaimCall { task: relay_task() };
    let early: WorkSettlement::TaskStillOpen = stage.chain.call(REQUESTER, settlement(), &call).error();
    assert_eq!(early.closes, U256::from(relay_task().closes));
    stage.chain.now += 31 * DAY;
    let before = stage.balance(REQUESTER);
    stage.chain.expect(ANYONE, settlement(), &call);
    assert_eq!(stage.balance(REQUESTER) - before, U256::from(FUNDS) - payout(&one));
    stage.chain.expect(ANYONE, settlement(), &call);
    assert_eq!(stage.balance(REQUESTER) - before, U256::from(FUNDS) - payout(&one), "once");
    assert_eq!(stage.balance(recipient(0)), payout(&one));
}
