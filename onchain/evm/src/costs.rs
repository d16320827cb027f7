//! What everything costs, from receipts.

use alloy_primitives::{Address, U256};
use alloy_sol_types::SolCall;

use crate::chain::Chain;
use crate::contracts::{RelayVerifier, WorkSettlement, code_bytes, creation_code};
use crate::fixture::{Fixture, gold_claim, input_words, proof_words};
use crate::world::{
    self, ANYONE, CLAIM_DEADLINE, Claim, OPERATOR, OWNER, recipient, relay_task, relay_verifier, settlement,
    word_of,
};

/// Gas of whole transactions, under Osaka's rules.
#[derive(Clone, Debug)]
pub struct Costs {
    /// `verifyProof` with 7 inputs.
    pub single: u64,
    /// Its calldata.
    pub single_calldata: Vec<u8>,
    /// The same with 8 inputs.
    pub single_gold: u64,
    /// Its calldata.
    pub single_gold_calldata: Vec<u8>,
    /// `verifyBatch`.
    pub batch: Vec<BatchCost>,
    /// `verifySharedBatch`.
    pub shared_batch: Vec<BatchCost>,
    /// `postOffer`.
    pub post_offer: u64,
    /// `claimMetered`, for a recipient who never had the token.
    pub claim: u64,
    /// `claimMetered`, for one who has.
    pub claim_to_holder: u64,
    /// A replay, refused.
    pub replay: u64,
    /// `claimMeteredBatch` of 32, to new recipients.
    pub claim_batch_32: u64,
    /// Contract, bytes of code, gas of its deployment.
    pub deployments: Vec<(&'static str, u64, u64)>,
}

/// What a batch of relay-10 costs.
#[derive(Clone, Copy, Debug)]
pub struct BatchCost {
    /// Claims in it.
    pub claims: u64,
    /// Gas of the transaction.
    pub gas: u64,
    /// What a batch of that many claims costs at least.
    pub floor: u64,
}

/// What a transaction costs before anything is run.
fn before_anything_is_run(calldata: &[u8]) -> u64 {
    21_000 + calldata.iter().map(|byte| if *byte == 0 { 4 } else { 16 }).sum::<u64>()
}

/// The least that a check of `inputs` inputs costs: a transaction, a pairing, and an addition and a multiplication for each input.
pub fn floor_of_single(calldata: &[u8], inputs: u64) -> u64 {
    before_anything_is_run(calldata) + 181_000 + 6_150 * inputs
}

/// The least that a check of many claims costs: a transaction, a pairing, a product for A and one for C of every proof but
/// one, one for each input, for IC[0] and for alpha, what adds them up, and 100 for each call of a precompile.
pub fn floor_of_batch(calldata: &[u8], claims: u64, inputs: u64) -> u64 {
    let pairing = 45_000 + 34_000 * (claims + 3);
    let (products, sums) = (2 * (claims - 1) + inputs + 2, claims - 1 + inputs);
    before_anything_is_run(calldata) + pairing + 6_000 * products + 150 * sums + 100 * (products + sums + 1)
}

/// The claims of the fixtures, over and over: the chain looks at each as if it had never seen it.
fn repeated<T: Clone>(items: &[T], count: usize) -> Vec<T> {
    items.iter().cycle().take(count).cloned().collect()
}

impl Costs {
    /// Runs everything and reads the receipts.
    ///
    /// # Panics
    /// Where something is refused that should not be.
    pub fn measure() -> Self {
        let fixture = Fixture::load();
        let proven = fixture.relay_claims();
        let proofs: Vec<[U256; 8]> = proven.iter().map(|claim| proof_words(claim.proof())).collect();
        let inputs: Vec<[U256; 7]> =
            proven.iter().map(|claim| input_words(claim.statement()).try_into().expect("seven")).collect();
        let mut chain = world::deployed();

        let words = proofs[0];
        let single = RelayVerifier::verifyProofCall {
            a: [words[0], words[1]],
            b: [[words[2], words[3]], [words[4], words[5]]],
            c: [words[6], words[7]],
            inputs: inputs[0],
        };
        let gold = gold_claim(&fixture.gold_accepted);
        let words = proof_words(gold.proof());
        let single_gold = crate::contracts::GoldVerifier::verifyProofCall {
            a: [words[0], words[1]],
            b: [[words[2], words[3]], [words[4], words[5]]],
            c: [words[6], words[7]],
            inputs: input_words(gold.statement()).try_into().expect("eight"),
        };
        let sizes = [2, 32, 128];
        let batch = sizes.map(|count| {
            let call = RelayVerifier::verifyBatchCall {
                proofs: repeated(&proofs, count),
                inputs: repeated(&inputs, count),
            };
            batch_cost(&mut chain, &call, count)
        });
        let [scope, .., contributors, attesters, terms] = inputs[0];
        let of_each: Vec<[U256; 4]> = inputs.iter().map(|all| [all[1], all[2], all[3], U256::ZERO]).collect();
        let shared_batch = sizes.map(|count| {
            let call = RelayVerifier::verifySharedBatchCall {
                shared: [scope, contributors, attesters, terms],
                claims: repeated(&of_each, count),
                proofs: repeated(&proofs, count),
            };
            batch_cost(&mut chain, &call, count)
        });

        let registry = world::contributors().registry_root().expect("there are members");
        let post = WorkSettlement::postOfferCall {
            task: relay_task(),
            contributorRoot: word_of(&registry.root()),
            contributorCount: U256::from(registry.size()),
            attesterRoot: word_of(&world::attesters().root()),
            slot: U256::ZERO,
        };
        let offer = chain.read_as(OPERATOR, settlement(), &post);
        let post_offer = chain.expect(OPERATOR, settlement(), &post).gas;
        let claims: Vec<Claim> = (0..)
            .zip(&proven)
            .map(|(index, claim)| Claim {
                nullifier: word_of(&claim.statement().common.nullifier.to_field()),
                amount: claim.statement().common.amount,
                recipient: recipient(index),
                deadline: CLAIM_DEADLINE,
            })
            .collect();
        let call = WorkSettlement::claimMeteredCall {
            offer: offer.clone(),
            one: claims[0].clone(),
            proof: proofs[0],
        };
        let batch_call = WorkSettlement::claimMeteredBatchCall { offer, claims, proofs: proofs.clone() };
        let mut fresh = chain.clone();
        let claim_batch_32 = fresh.expect(ANYONE, settlement(), &batch_call).gas;
        let mut holder = chain.clone();
        let gift = crate::contracts::PlainToken::transferCall { to: recipient(0), value: U256::from(1) };
        holder.expect(world::REQUESTER, world::token(), &gift);
        let claim_to_holder = holder.expect(ANYONE, settlement(), &call).gas;
        let claim = chain.expect(ANYONE, settlement(), &call).gas;
        let replay = chain.call(ANYONE, settlement(), &call).gas;
        Self {
            single: accepted(&mut chain, relay_verifier(), &single),
            single_calldata: single.abi_encode(),
            single_gold: accepted(&mut chain, world::gold_verifier(), &single_gold),
            single_gold_calldata: single_gold.abi_encode(),
            batch: batch.to_vec(),
            shared_batch: shared_batch.to_vec(),
            post_offer,
            claim,
            claim_to_holder,
            replay,
            claim_batch_32,
            deployments: deployments(),
        }
    }
}

fn accepted<C: SolCall<Return = bool>>(chain: &mut Chain, to: Address, call: &C) -> u64 {
    let receipt = chain.expect(ANYONE, to, call);
    assert_eq!(C::abi_decode_returns(&receipt.output), Ok(true), "{} refuses", C::SIGNATURE);
    receipt.gas
}

fn batch_cost<C: SolCall<Return = bool>>(chain: &mut Chain, call: &C, claims: usize) -> BatchCost {
    let claims = claims as u64;
    let floor = floor_of_batch(&call.abi_encode(), claims, 7);
    BatchCost { claims, gas: accepted(chain, relay_verifier(), call), floor }
}

fn deployments() -> Vec<(&'static str, u64, u64)> {
    let mut chain = Chain::new(world::CHAIN_ID, world::NOW);
    let owner = alloy_sol_types::SolValue::abi_encode(&OWNER);
    let contracts: [(&str, &[u8]); 3] = [
        ("Relay10DevelopmentVerifier", &[]),
        ("Gold256DevelopmentVerifier", &[]),
        ("WorkSettlement", &owner),
    ];
    let deploy = |(name, arguments): (&'static str, &[u8])| {
        (name, code_bytes(name), chain.deploy(OWNER, creation_code(name, &[]), arguments).1)
    };
    contracts.map(deploy).to_vec()
}
