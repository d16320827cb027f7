//! Tokens that do not behave.

use alloy_primitives::{Address, U256};
use alloy_sol_types::{SolCall, SolError, SolValue};
use onchain_evm::contracts::{PlainToken, ReentrantToken, WorkSettlement, creation_code};
use onchain_evm::world::{
    ANYONE, Claim, FUNDS, OPERATOR, OWNER, Offer, REQUESTER, Task, recipient, relay_task, settlement, token,
};

use crate::stage::{Stage, payout, post};

/// Deploys a token of the requester's and lets the settlement take it.
fn deploy_token(stage: &mut Stage, name: &str) -> Address {
    let supply = U256::from(FUNDS) * U256::from(10);
    let (address, _) = stage.chain.deploy(OWNER, creation_code(name, &[]), &(REQUESTER, supply).abi_encode());
    let approve = PlainToken::approveCall { spender: settlement(), value: U256::MAX };
    stage.chain.expect(REQUESTER, address, &approve);
    address
}

/// Puts a token's code in the place of the one that the fixtures name, so that real claims are paid in it.
fn replace_token(stage: &mut Stage, name: &str) {
    let address = deploy_token(stage, name);
    stage.chain.copy_account(address, token());
}

#[test]
fn a_token_that_takes_a_fee_is_refused_when_a_task_is_opened() {
    let mut stage = Stage::new();
    let token = deploy_token(&mut stage, "FeeToken");
    let refused: WorkSettlement::TokenTakesFee =
        stage.open_task(&Task { token, ..relay_task() }, FUNDS).error();
    assert_eq!(refused.sent, U256::from(FUNDS));
    assert!(refused.received < refused.sent);
}

#[test]
fn a_token_that_answers_false_pays_nothing_and_spends_nothing() {
    let (mut stage, offer) = Stage::open();
    replace_token(&mut stage, "FalseToken");
    stage.chain.give_balance(token(), settlement(), U256::from(FUNDS) * U256::from(3));
    let break_it = alloy_primitives::keccak256("breakIt()")[..4].to_vec();
    assert!(stage.chain.send(ANYONE, alloy_primitives::TxKind::Call(token()), break_it.into()).success);
    let (one, proof) = stage.claims[0].clone();
    let _: WorkSettlement::SafeERC20FailedOperation = stage.claim(ANYONE, &offer, &one, &proof).error();
    assert!(!stage.is_spent(&relay_task(), one.nullifier));
}

/// Arms the reentrant token with a call, and hands in a claim. What came of the inner call?
fn reenter(stage: &mut Stage, offer: &Offer, claim: &(Claim, [U256; 8]), inner: Vec<u8>) -> (bool, Vec<u8>) {
    let arm = ReentrantToken::armCall { to: settlement(), data: inner.into() };
    stage.chain.expect(ANYONE, token(), &arm);
    let receipt = stage.claim(ANYONE, offer, &claim.0, &claim.1);
    assert!(receipt.success, "{}", receipt.output);
    let succeeded = stage.chain.read(token(), &ReentrantToken::lastCallSucceededCall {});
    (succeeded, stage.chain.read(token(), &ReentrantToken::lastResultCall {}).to_vec())
}

#[test]
fn a_token_that_calls_back_finds_everything_written_c12() {
    let (mut stage, offer) = Stage::open();
    replace_token(&mut stage, "ReentrantToken");
    stage.chain.give_balance(token(), settlement(), U256::from(FUNDS) * U256::from(3));
    let first = stage.claims[0].clone();
    let again =
        WorkSettlement::claimMeteredCall { offer: offer.clone(), one: first.0.clone(), proof: first.1 };
    // the same claim from inside its own payment
    let (succeeded, result) = reenter(&mut stage, &offer, &first, again.abi_encode());
    assert!(!succeeded);
    assert!(WorkSettlement::AlreadyPaid::abi_decode(&result).is_ok());
    assert_eq!(stage.balance(first.0.recipient), payout(&first.0), "paid once");
    // the same from inside the payment of another, and in a batch
    let second = stage.claims[1].clone();
    let batch = WorkSettlement::claimMeteredBatchCall {
        offer: offer.clone(),
        claims: vec![second.0.clone()],
        proofs: vec![second.1],
    };
    let (succeeded, result) = reenter(&mut stage, &offer, &second, batch.abi_encode());
    assert!(!succeeded);
    assert!(WorkSettlement::AlreadyPaid::abi_decode(&result).is_ok());
    assert_eq!(stage.balance(second.0.recipient), payout(&second.0));
    // money of the task cannot be taken back meanwhile
    let third = stage.claims[2].clone();
    let reclaim = WorkSettlement::reclaimCall { task: relay_task() }.abi_encode();
    let (succeeded, result) = reenter(&mut stage, &offer, &third, reclaim);
    assert!(!succeeded);
    assert!(WorkSettlement::TaskStillOpen::abi_decode(&result).is_ok());
}

#[test]
fn a_task_cannot_be_opened_inside_the_opening_of_another_c12() {
    let mut stage = Stage::new();
    let token = deploy_token(&mut stage, "ReentrantToken");
    let task = Task { token, requester: token, ..relay_task() };
    let inner = WorkSettlement::openTaskCall { task, funds: 1 };
    let arm = ReentrantToken::armCall { to: settlement(), data: inner.abi_encode().into() };
    stage.chain.expect(ANYONE, token, &arm);
    assert!(stage.open_task(&Task { token, ..relay_task() }, FUNDS).success);
    assert!(!stage.chain.read(token, &ReentrantToken::lastCallSucceededCall {}));
    let result = stage.chain.read(token, &ReentrantToken::lastResultCall {});
    assert!(WorkSettlement::ReentrancyGuardReentrantCall::abi_decode(&result).is_ok());
}

#[test]
fn one_task_cannot_spend_what_another_task_left_in_the_same_token() {
    let (mut stage, offer) = Stage::open();
    let small = Task { name: [4; 32].into(), ..relay_task() };
    assert!(stage.open_task(&small, 1).success);
    stage.chain.read_as(OPERATOR, settlement(), &post(small));
    let (one, proof) = stage.claims[3].clone();
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    assert_eq!(stage.balance(recipient(3)), payout(&one));
}
