//! What the tests of the settlement have in common.

use alloy_primitives::{Address, U256};
use onchain_evm::chain::{Chain, Receipt};
use onchain_evm::contracts::{PlainToken, WorkSettlement};
use onchain_evm::fixture::{Fixture, input_words, proof_words};
use onchain_evm::world::{
    self, CLAIM_DEADLINE, Claim, OPERATOR, Offer, REQUESTER, Task, recipient, relay_task, settlement, token,
    word_of,
};

/// The deployment, with what was proven for it.
pub(crate) struct Stage {
    pub(crate) chain: Chain,
    pub(crate) fixture: Fixture,
    /// Of each contributor: the claim and its proof.
    pub(crate) claims: Vec<(Claim, [U256; 8])>,
    /// The public inputs of each.
    pub(crate) inputs: Vec<[U256; 7]>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let fixture = Fixture::load();
        let proven = fixture.relay_claims();
        let claims = (0..).zip(&proven).map(|(index, one)| {
            let common = one.statement().common;
            let claim = Claim {
                nullifier: word_of(&common.nullifier.to_field()),
                amount: common.amount,
                recipient: recipient(index),
                deadline: CLAIM_DEADLINE,
            };
            (claim, proof_words(one.proof()))
        });
        let inputs = proven.iter().map(|one| input_words(one.statement()).try_into().unwrap());
        Self { chain: world::deployed(), claims: claims.collect(), inputs: inputs.collect(), fixture }
    }

    /// With the relay task's offer posted.
    pub(crate) fn open() -> (Self, Offer) {
        let mut stage = Self::new();
        let offer = stage.post(&post(relay_task()));
        (stage, offer)
    }

    /// Posts roots as the operator, and gives the offer back.
    #[track_caller]
    pub(crate) fn post(&mut self, call: &WorkSettlement::postOfferCall) -> Offer {
        let offer = self.chain.read_as(OPERATOR, settlement(), call);
        self.chain.expect(OPERATOR, settlement(), call);
        offer
    }

    /// Hands in one claim.
    pub(crate) fn claim(&mut self, from: Address, offer: &Offer, one: &Claim, proof: &[U256; 8]) -> Receipt {
        let call = WorkSettlement::claimMeteredCall { offer: offer.clone(), one: one.clone(), proof: *proof };
        self.chain.call(from, settlement(), &call)
    }

    /// Hands in the first claims at once.
    pub(crate) fn claim_batch(&mut self, offer: &Offer, claims: &[(Claim, [U256; 8])]) -> Receipt {
        let (claims, proofs) = claims.iter().cloned().unzip();
        let call = WorkSettlement::claimMeteredBatchCall { offer: offer.clone(), claims, proofs };
        self.chain.call(world::ANYONE, settlement(), &call)
    }

    pub(crate) fn balance(&self, of: Address) -> U256 {
        self.chain.read(token(), &PlainToken::balanceOfCall { account: of })
    }

    pub(crate) fn is_spent(&self, task: &Task, nullifier: U256) -> bool {
        let task_id = self.chain.read(settlement(), &WorkSettlement::idOfCall { task: task.clone() });
        self.chain.read(settlement(), &WorkSettlement::isSpentCall { taskId: task_id, nullifier })
    }

    /// Opens another task as the requester.
    #[track_caller]
    pub(crate) fn open_task(&mut self, task: &Task, funds: u128) -> Receipt {
        let call = WorkSettlement::openTaskCall { task: task.clone(), funds };
        self.chain.call(REQUESTER, settlement(), &call)
    }
}

/// Posts the roots that the fixtures were proven under.
pub(crate) fn post(task: Task) -> WorkSettlement::postOfferCall {
    let registry = world::contributors().registry_root().unwrap();
    WorkSettlement::postOfferCall {
        task,
        contributorRoot: word_of(&registry.root()),
        contributorCount: U256::from(registry.size()),
        attesterRoot: word_of(&world::attesters().root()),
        slot: U256::ZERO,
    }
}

/// What a claim is paid.
pub(crate) fn payout(claim: &Claim) -> U256 {
    U256::from(claim.amount) * U256::from(world::RATE)
}
