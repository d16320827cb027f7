//! Everything that must not be paid.

use alloy_primitives::{Address, U256};
use onchain_evm::contracts::{WorkSettlement, order_r};
use onchain_evm::fixture::{gold_claim, proof_words};
use onchain_evm::world::{
    ANYONE, CLAIM_DEADLINE, Claim, DAY, FUNDS, OPERATOR, OWNER, Offer, REQUESTER, Task, gold_verifier,
    recipient, relay_task, settlement,
};

use crate::stage::{Stage, payout, post};

type ProofRefused = WorkSettlement::ProofRefused;

#[test]
fn a_nullifier_is_paid_once_c12() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    let again: WorkSettlement::AlreadyPaid = stage.claim(ANYONE, &offer, &one, &proof).error();
    assert_eq!(again.nullifier, one.nullifier);
    assert_eq!(stage.balance(one.recipient), payout(&one));
}

#[test]
fn a_nullifier_twice_in_one_batch_spends_nothing_c12() {
    let (mut stage, offer) = Stage::open();
    let mut claims = stage.claims[..4].to_vec();
    claims[3] = claims[1].clone();
    let again: WorkSettlement::AlreadyPaid = stage.claim_batch(&offer, &claims).error();
    assert_eq!(again.nullifier, claims[1].0.nullifier);
    for (one, _) in &claims {
        assert!(!stage.is_spent(&relay_task(), one.nullifier));
        assert_eq!(stage.balance(one.recipient), U256::ZERO);
    }
}

#[test]
fn a_paid_claim_spoils_a_later_batch_and_nothing_else_c12() {
    let (mut stage, offer) = Stage::open();
    let claims = stage.claims[..3].to_vec();
    assert!(stage.claim(ANYONE, &offer, &claims[1].0, &claims[1].1).success);
    let _: WorkSettlement::AlreadyPaid = stage.claim_batch(&offer, &claims).error();
    assert!(stage.claim_batch(&offer, &[claims[0].clone(), claims[2].clone()]).success);
}

#[test]
fn a_claim_pays_nobody_but_its_recipient_c11() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    // somebody sees the claim on its way and sends it first, to themselves
    let thief = Claim { recipient: ANYONE, ..one.clone() };
    let _: ProofRefused = stage.claim(ANYONE, &offer, &thief, &proof).error();
    assert!(!stage.is_spent(&relay_task(), one.nullifier), "what is refused spends nothing");
    // sent first as it is, it pays whom it should
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    assert_eq!(stage.balance(one.recipient), payout(&one));
    assert_eq!(stage.balance(ANYONE), U256::ZERO);
}

#[test]
fn a_claim_is_good_for_what_it_says_only_c11_a10() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    let changed = [
        Claim { amount: one.amount + 1, ..one.clone() },
        Claim { amount: u64::MAX / 2, ..one.clone() },
        Claim { deadline: one.deadline + 1, ..one.clone() },
        Claim { nullifier: one.nullifier + U256::from(1), ..one.clone() },
        Claim { nullifier: stage.claims[1].0.nullifier, ..one.clone() },
    ];
    for claim in changed {
        let receipt = stage.claim(ANYONE, &offer, &claim, &proof);
        // an amount beyond the funds is noticed before the proof is looked at
        if payout(&claim) <= U256::from(FUNDS) {
            let _: ProofRefused = receipt.error();
        } else {
            let _: WorkSettlement::InsufficientFunds = receipt.error();
        }
    }
    for refused in [Address::ZERO, settlement()] {
        let claim = Claim { recipient: refused, ..one.clone() };
        let _: WorkSettlement::RecipientRefused = stage.claim(ANYONE, &offer, &claim, &proof).error();
    }
    let small = Claim { amount: relay_task().leastAmount - 1, ..one };
    let _: WorkSettlement::AmountTooSmall = stage.claim(ANYONE, &offer, &small, &proof).error();
}

#[test]
fn a_nullifier_has_one_spelling_b1() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    for times in 1..=5_u64 {
        let Some(alias) = (order_r() * U256::from(times)).checked_add(one.nullifier) else { continue };
        let claim = Claim { nullifier: alias, ..one.clone() };
        let _: ProofRefused = stage.claim(ANYONE, &offer, &claim, &proof).error();
    }
    assert_eq!(stage.balance(one.recipient), payout(&one));
}

#[test]
fn an_offer_is_taken_as_it_was_posted_c13() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    let changed = [
        Offer { rate: offer.rate + U256::from(1), ..offer.clone() },
        Offer { leastAmount: U256::from(1), ..offer.clone() },
        Offer { token: gold_verifier(), ..offer.clone() },
        Offer { verifier: gold_verifier(), ..offer.clone() },
        Offer { baseX: offer.baseY, baseY: offer.baseX, ..offer.clone() },
        Offer { baseX: U256::ZERO, baseY: U256::ZERO, ..offer.clone() },
        Offer { taskId: offer.taskId.reverse_bits_of_last_byte(), ..offer.clone() },
    ];
    for offer in changed {
        let _: WorkSettlement::OfferUnknown = stage.claim(ANYONE, &offer, &one, &proof).error();
    }
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
}

trait ReverseLast {
    fn reverse_bits_of_last_byte(self) -> Self;
}

impl ReverseLast for alloy_primitives::B256 {
    fn reverse_bits_of_last_byte(mut self) -> Self {
        self.0[31] = !self.0[31];
        self
    }
}

#[test]
fn roots_go_stale_and_unknown_ones_never_were_c13() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    stage.chain.now += relay_task().rootWindow + 1;
    let _: WorkSettlement::OfferStale = stage.claim(ANYONE, &offer, &one, &proof).error();
    // posted again, they are good again
    assert_eq!(stage.post(&post(relay_task())), offer);
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
    // the same contributors in a registry of another size, or other roots: other offers, which the proofs do not fit
    let (next, proof) = stage.claims[1].clone();
    let original = post(relay_task());
    let others = [
        WorkSettlement::postOfferCall {
            contributorCount: original.contributorCount + U256::from(1),
            ..original.clone()
        },
        WorkSettlement::postOfferCall {
            contributorRoot: original.contributorRoot + U256::from(1),
            ..original.clone()
        },
        WorkSettlement::postOfferCall {
            attesterRoot: original.attesterRoot + U256::from(1),
            ..original.clone()
        },
    ];
    for call in others {
        let offer = stage.post(&call);
        let _: ProofRefused = stage.claim(ANYONE, &offer, &next, &proof).error();
    }
    // taken back by the operator, they are stale at once
    let call = WorkSettlement::withdrawOfferCall { task: relay_task(), offer: offer.clone() };
    let _: WorkSettlement::NotOperator = stage.chain.call(ANYONE, settlement(), &call).error();
    stage.chain.expect(OPERATOR, settlement(), &call);
    let _: WorkSettlement::OfferStale = stage.claim(ANYONE, &offer, &next, &proof).error();
}

#[test]
fn only_the_operator_posts_and_only_roots_that_are_some_c13() {
    let mut stage = Stage::new();
    let original = post(relay_task());
    let _: WorkSettlement::NotOperator = stage.chain.call(ANYONE, settlement(), &original).error();
    let zero = WorkSettlement::postOfferCall { contributorRoot: U256::ZERO, ..original.clone() };
    let _: WorkSettlement::RootRefused = stage.chain.call(OPERATOR, settlement(), &zero).error();
    let zero = WorkSettlement::postOfferCall { attesterRoot: U256::ZERO, ..original.clone() };
    let _: WorkSettlement::RootRefused = stage.chain.call(OPERATOR, settlement(), &zero).error();
    for size in [0, (1 << 20) + 1] {
        let call = WorkSettlement::postOfferCall { contributorCount: U256::from(size), ..original.clone() };
        let _: WorkSettlement::RegistrySizeRefused = stage.chain.call(OPERATOR, settlement(), &call).error();
    }
    let alias = WorkSettlement::postOfferCall {
        contributorRoot: original.contributorRoot + order_r(),
        ..original.clone()
    };
    assert!(!stage.chain.call(OPERATOR, settlement(), &alias).success, "a root has one spelling");
    let slot = WorkSettlement::postOfferCall { slot: U256::from(1), ..original.clone() };
    let _: WorkSettlement::SlotRefused = stage.chain.call(OPERATOR, settlement(), &slot).error();
    let task = Task { name: [9; 32].into(), ..relay_task() };
    let unknown = WorkSettlement::postOfferCall { task, ..original };
    let _: WorkSettlement::TaskUnknown = stage.chain.call(OPERATOR, settlement(), &unknown).error();
}

#[test]
fn a_claim_of_another_task_or_epoch_is_refused_a9() {
    let mut stage = Stage::new();
    let (one, proof) = stage.claims[0].clone();
    let others = [
        Task { name: [9; 32].into(), ..relay_task() },
        Task { network: [9; 32].into(), ..relay_task() },
        // the same task for another rate: its scope differs too, so nobody is paid by terms they did not agree to
        Task { rate: 1, ..relay_task() },
    ];
    for task in others {
        assert!(stage.open_task(&task, FUNDS).success);
        let offer = stage.post(&post(task));
        let _: ProofRefused = stage.claim(ANYONE, &offer, &one, &proof).error();
    }
}

#[test]
fn a_claim_of_another_chain_or_contract_is_refused_a9() {
    let (mut stage, offer) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    // the chain splits, and the other half takes another number: the message no longer fits
    stage.chain.chain_id += 1;
    let _: ProofRefused = stage.claim(ANYONE, &offer, &one, &proof).error();
    let other_scope = stage.post(&post(relay_task()));
    let _: ProofRefused = stage.claim(ANYONE, &other_scope, &one, &proof).error();
    // the same contract at another address
    let mut stage = Stage::new();
    let code = onchain_evm::contracts::creation_code("WorkSettlement", &[]);
    let (second, _) = stage.chain.deploy(OWNER, code, &alloy_sol_types::SolValue::abi_encode(&OWNER));
    stage.chain.expect(OWNER, second, &WorkSettlement::addVerifierCall { verifier: relay_task().verifier });
    let approve = onchain_evm::contracts::PlainToken::approveCall { spender: second, value: U256::MAX };
    stage.chain.expect(REQUESTER, onchain_evm::world::token(), &approve);
    stage.chain.expect(REQUESTER, second, &WorkSettlement::openTaskCall { task: relay_task(), funds: FUNDS });
    let offer = stage.chain.read_as(OPERATOR, second, &post(relay_task()));
    stage.chain.expect(OPERATOR, second, &post(relay_task()));
    let call = WorkSettlement::claimMeteredCall { offer, one, proof };
    let _: ProofRefused = stage.chain.call(ANYONE, second, &call).error();
}

#[test]
fn a_claim_of_another_key_is_refused_b12() {
    let mut stage = Stage::new();
    let (one, proof) = stage.claims[0].clone();
    // the same circuit with another delta: the next version of the key
    let code = crate::verifier_attacks::with_doubled_delta(&stage.fixture.relay_key());
    let (verifier, _) = stage.chain.deploy(OWNER, code, &[]);
    stage.chain.expect(OWNER, settlement(), &WorkSettlement::addVerifierCall { verifier });
    let task = Task { verifier, ..relay_task() };
    assert!(stage.open_task(&task, FUNDS).success);
    let offer = stage.post(&post(task));
    let _: ProofRefused = stage.claim(ANYONE, &offer, &one, &proof).error();
    // a proof of another fact altogether
    let gold = gold_claim(&stage.fixture.gold_accepted);
    let offer = stage.post(&post(relay_task()));
    let _: ProofRefused = stage.claim(ANYONE, &offer, &one, &proof_words(gold.proof())).error();
}

#[test]
fn a_bad_claim_at_any_place_of_a_batch_spoils_it_b9() {
    let (mut stage, offer) = Stage::open();
    let good = stage.claims[..6].to_vec();
    for place in 0..good.len() {
        let mut claims = good.clone();
        claims[place].0.amount += 1;
        let _: ProofRefused = stage.claim_batch(&offer, &claims).error();
        let mut claims = good.clone();
        claims[place].1 = stage.claims[10].1;
        let _: ProofRefused = stage.claim_batch(&offer, &claims).error();
        let mut claims = good.clone();
        claims[place].0.recipient = ANYONE;
        let _: ProofRefused = stage.claim_batch(&offer, &claims).error();
    }
    // proofs that fit each other's claims cancel out in a plain sum; weights keep them apart
    let mut claims = good.clone();
    (claims[0].1[6], claims[1].1[6]) = (claims[1].1[6], claims[0].1[6]);
    (claims[0].1[7], claims[1].1[7]) = (claims[1].1[7], claims[0].1[7]);
    let _: ProofRefused = stage.claim_batch(&offer, &claims).error();
    let _: WorkSettlement::NoClaims = stage.claim_batch(&offer, &[]).error();
    let (claims, mut proofs): (Vec<_>, Vec<_>) = good.iter().cloned().unzip();
    proofs.pop();
    let call = WorkSettlement::claimMeteredBatchCall { offer: offer.clone(), claims, proofs };
    let _: ProofRefused = stage.chain.call(ANYONE, settlement(), &call).error();
    assert!(stage.claim_batch(&offer, &good).success);
}

#[test]
fn nothing_is_paid_after_the_deadline() {
    let (mut stage, _) = Stage::open();
    let (one, proof) = stage.claims[0].clone();
    stage.chain.now = CLAIM_DEADLINE;
    let offer = stage.post(&post(relay_task()));
    let later = Claim { deadline: CLAIM_DEADLINE - 1, ..one.clone() };
    let _: WorkSettlement::ClaimExpired = stage.claim(ANYONE, &offer, &later, &proof).error();
    stage.chain.now += 1;
    let _: WorkSettlement::ClaimExpired = stage.claim(ANYONE, &offer, &one, &proof).error();
    // nor after the task's end, whatever the window
    stage.chain.now = relay_task().closes;
    stage.post(&post(relay_task()));
    stage.chain.now += 1;
    let _: WorkSettlement::OfferStale = stage.claim(ANYONE, &offer, &one, &proof).error();
}

#[test]
fn nothing_is_paid_while_paused_and_nothing_is_forgotten() {
    let (mut stage, offer) = Stage::open();
    let (paid, paid_proof) = stage.claims[0].clone();
    let (next, next_proof) = stage.claims[1].clone();
    assert!(stage.claim(ANYONE, &offer, &paid, &paid_proof).success);
    assert!(!stage.chain.call(ANYONE, settlement(), &WorkSettlement::pauseCall {}).success);
    stage.chain.expect(OWNER, settlement(), &WorkSettlement::pauseCall {});
    let _: WorkSettlement::EnforcedPause = stage.claim(ANYONE, &offer, &next, &next_proof).error();
    let batch = [(next.clone(), next_proof)];
    let _: WorkSettlement::EnforcedPause = stage.claim_batch(&offer, &batch).error();
    stage.chain.expect(OWNER, settlement(), &WorkSettlement::unpauseCall {});
    let _: WorkSettlement::AlreadyPaid = stage.claim(ANYONE, &offer, &paid, &paid_proof).error();
    assert!(stage.claim(ANYONE, &offer, &next, &next_proof).success);
}

#[test]
fn a_task_pays_from_its_own_funds_only() {
    let mut stage = Stage::new();
    let task = Task { name: [7; 32].into(), ..relay_task() };
    assert!(stage.open_task(&task, 5).success);
    let offer = stage.post(&post(task.clone()));
    let (one, proof) = stage.claims[0].clone();
    let short: WorkSettlement::InsufficientFunds = stage.claim(ANYONE, &offer, &one, &proof).error();
    assert_eq!((short.remaining, short.needed), (U256::from(5), payout(&one)));
    assert!(!stage.is_spent(&task, one.nullifier));
    let claims = stage.claims.clone();
    let short: WorkSettlement::InsufficientFunds = stage.claim_batch(&offer, &claims).error();
    let total: U256 = claims.iter().map(|(one, _)| payout(one)).sum();
    assert_eq!(short.needed, total);
}

#[test]
fn the_owner_adds_keys_once_and_never_changes_a_task() {
    let mut stage = Stage::new();
    let verifier = relay_task().verifier;
    let add = WorkSettlement::addVerifierCall { verifier };
    let _: WorkSettlement::KeyTaken = stage.chain.call(OWNER, settlement(), &add).error();
    let _: WorkSettlement::OwnableUnauthorizedAccount = stage.chain.call(ANYONE, settlement(), &add).error();
    let version = stage.chain.read(settlement(), &WorkSettlement::verifierVersionCall {});
    assert_eq!(version, U256::from(2));
    stage.chain.expect(OWNER, settlement(), &WorkSettlement::retireVerifierCall { verifier });
    let task = Task { name: [8; 32].into(), ..relay_task() };
    let _: WorkSettlement::VerifierNotActive = stage.open_task(&task, FUNDS).error();
    // the task that names it goes on
    let offer = stage.post(&post(relay_task()));
    let (one, proof) = stage.claims[0].clone();
    assert!(stage.claim(ANYONE, &offer, &one, &proof).success);
}

#[test]
fn tasks_that_make_no_sense_are_not_opened() {
    let mut stage = Stage::new();
    let base = Task { name: [6; 32].into(), ..relay_task() };
    let bad = [
        Task { closes: onchain_evm::world::NOW, ..base.clone() },
        Task { rate: 0, ..base.clone() },
        Task { leastAmount: 0, ..base.clone() },
        Task { rootWindow: 0, ..base.clone() },
        Task { goldCommitment: U256::from(1), ..base.clone() },
        Task { slots: 0, ..base.clone() },
        Task { slots: (1 << 17) + 1, ..base.clone() },
        Task { slotWidth: 0, ..base.clone() },
        Task { slotWidth: 1 << 17, ..base.clone() },
        Task { leastAttesters: 256, ..base.clone() },
        Task { verifier: gold_verifier(), ..base.clone() },
        Task { mode: 1, ..base.clone() },
        Task { operator: Address::ZERO, ..base.clone() },
        Task { operator: Address::ZERO, contributors: recipient(1), ..base.clone() },
    ];
    for task in bad {
        let _: WorkSettlement::TaskRefused = stage.open_task(&task, FUNDS).error();
    }
    let _: WorkSettlement::TaskExists = stage.open_task(&relay_task(), FUNDS).error();
    let _: WorkSettlement::VerifierNotActive =
        stage.open_task(&Task { verifier: ANYONE, ..base.clone() }, 1).error();
    let _: WorkSettlement::NotRequester =
        stage.open_task(&Task { requester: ANYONE, ..base.clone() }, 1).error();
    assert!(stage.open_task(&base, FUNDS).success);
    stage.chain.now += DAY;
}
