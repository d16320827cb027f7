//! The deployment, tasks and people that fixtures and tests share. Everything follows from constants, so the claims that were
//! proven for it fit it on every machine.

use alloy_primitives::{Address, B256, U256, address};
use alloy_sol_types::SolValue;
use workproof_protocol::word::word_of_address;
use workproof_protocol::{
    Attester, AttesterTree, Fact, Fr, GoldSet, Identity, LeanImt, Payment, RelayTerms, Salt, Scope,
    ScopeFields, SigningKey, fr_to_be_bytes, keccak256, policy_word,
};

use crate::chain::Chain;
use crate::contracts::{PlainToken, WorkSettlement, creation_code};

pub use crate::contracts::WorkSettlement::{Claim, Offer, Task};

/// The number of the chain, anvil's.
pub const CHAIN_ID: u64 = 31_337;
/// The time at which tasks are opened.
pub const NOW: u64 = 1_800_000_000;
/// A day in seconds.
pub const DAY: u64 = 86_400;
/// Deploys everything, and may pause it.
pub const OWNER: Address = address!("0x0000000000000000000000000000000000a11ce0");
/// Opens the tasks.
pub const REQUESTER: Address = address!("0x0000000000000000000000000000000000b0b000");
/// Posts roots.
pub const OPERATOR: Address = address!("0x00000000000000000000000000000000000909a0");
/// Hands in other people's claims.
pub const ANYONE: Address = address!("0x00000000000000000000000000000000000ee000");

/// Contributors of the relay task, each with one claim.
pub const CONTRIBUTORS: u64 = 32;
/// Attesters, each of whom signs for every contributor.
pub const ATTESTERS: u32 = 3;
/// Items of the gold tasks.
pub const ITEMS: usize = 256;
/// Every so many items one is gold.
pub const GOLD_EVERY: usize = 16;
/// The pass mark of the gold tasks.
pub const PASS_MARK: u64 = 10;
/// What a task is funded with.
pub const FUNDS: u128 = 1_000_000_000_000_000_000_000;
/// Tokens for a unit.
pub const RATE: u128 = 1_000_000;

/// Modes, as the contract numbers them.
pub mod mode {
    /// Metered work.
    pub const METERED: u8 = 0;
    /// Gold, proven by the contributor.
    pub const GOLD_BY_CONTRIBUTOR: u8 = 1;
    /// Gold, proven by the grader.
    pub const GOLD_BY_GRADER: u8 = 2;
}

/// Where the token is.
pub fn token() -> Address {
    OWNER.create(0)
}

/// Where the verifier of relay-10 is.
pub fn relay_verifier() -> Address {
    OWNER.create(1)
}

/// Where the verifier of gold-256 is.
pub fn gold_verifier() -> Address {
    OWNER.create(2)
}

/// Where the settlement is.
pub fn settlement() -> Address {
    OWNER.create(3)
}

/// The recipient of a contributor, new to the token.
pub fn recipient(contributor: u64) -> Address {
    Address::from_word(B256::from(keccak256(format!("recipient {contributor}").as_bytes())))
}

/// The last moment of a claim.
pub const CLAIM_DEADLINE: u64 = NOW + 20 * DAY;
/// The last moment of a submission's payment.
pub const SUBMISSION_DEADLINE: u64 = NOW + 60 * DAY;

/// The relay task: one slot that holds the whole registry, at least two attesters.
pub fn relay_task() -> Task {
    Task {
        network: keccak256(b"test network").into(),
        name: B256::with_last_byte(1),
        requester: REQUESTER,
        token: token(),
        verifier: relay_verifier(),
        mode: mode::METERED,
        rate: RATE,
        leastAmount: 1_000,
        closes: NOW + 30 * DAY,
        operator: OPERATOR,
        contributors: Address::ZERO,
        attesters: Address::ZERO,
        rootWindow: DAY,
        slots: 1,
        slotWidth: RelayTerms::whole_registry(0).slot_width,
        leastAttesters: 2,
        goldCommitment: U256::ZERO,
        goldCount: 0,
        tolerance: 0,
        answersClose: 0,
        gradingCloses: 0,
    }
}

/// A gold task in one of its two modes.
pub fn gold_task(mode: u8) -> Task {
    let mut task = Task {
        name: B256::with_last_byte(1 + mode),
        verifier: gold_verifier(),
        mode,
        rate: RATE,
        leastAmount: PASS_MARK,
        slots: 0,
        slotWidth: 0,
        leastAttesters: 0,
        goldCount: (ITEMS / GOLD_EVERY) as u32,
        tolerance: 0,
        answersClose: NOW + 5 * DAY,
        gradingCloses: NOW + 15 * DAY,
        ..relay_task()
    };
    let commitment = gold_set().commitment(scope_of(&task), ITEMS).expect("the labels fit");
    task.goldCommitment = word_of(&commitment);
    task
}

/// The scope of a task's claims in this world.
pub fn scope_of(task: &Task) -> Scope {
    scope_on(task, CHAIN_ID, settlement())
}

/// The scope of a task's claims: what the contract computes, computed by `workproof-protocol`.
pub fn scope_on(task: &Task, chain_id: u64, settlement: Address) -> Scope {
    let terms = Task { goldCommitment: U256::ZERO, ..task.clone() };
    let fact = if task.mode == mode::METERED { Fact::RELAY } else { Fact::GOLD };
    ScopeFields {
        network: task.network.0,
        chain_id,
        settlement: word_of_address(&settlement.into_array()),
        fact,
        task: task.name.0,
        policy: policy_word(&keccak256(&terms.abi_encode())),
    }
    .scope()
}

/// The payment that a message says.
pub fn payment(recipient: Address, deadline: u64) -> Payment {
    Payment {
        recipient: word_of_address(&recipient.into_array()),
        chain_id: CHAIN_ID,
        settlement: word_of_address(&settlement().into_array()),
        token: word_of_address(&token().into_array()),
        deadline,
    }
}

/// A field element as a word of the EVM.
pub fn word_of(value: &Fr) -> U256 {
    U256::from_be_bytes(fr_to_be_bytes(value))
}

/// The contributors.
pub fn identities() -> Vec<Identity> {
    let identity =
        |index| Identity::from_text(&format!("contributor {index}")).expect("a text makes an identity");
    (0..CONTRIBUTORS).map(identity).collect()
}

/// Their registry.
pub fn contributors() -> LeanImt {
    LeanImt::from_leaves(identities().iter().map(Identity::commitment)).expect("ids are different")
}

/// The attesters' keys.
pub fn attester_keys() -> Vec<SigningKey> {
    let key = |index| SigningKey::from_private_key(format!("attester {index}").as_bytes()).expect("a key");
    (0..ATTESTERS).map(key).collect()
}

/// Their registry.
pub fn attesters() -> AttesterTree {
    let enrolled = attester_keys().into_iter().map(|key| Attester::new(*key.public_key(), 1 << 40));
    AttesterTree::from_attesters(enrolled).expect("keys are different")
}

/// The hidden labels of the gold tasks.
pub fn gold_set() -> GoldSet {
    let labels = (0..ITEMS).map(|item| if item % GOLD_EVERY == 0 { right_label(item) } else { 0 }).collect();
    GoldSet::new(labels, Salt::from_bytes(&[1; 31])).expect("labels are bytes")
}

/// The right label of an item.
pub fn right_label(item: usize) -> u8 {
    (item % 10 + 1) as u8
}

/// A chain with everything deployed and three tasks opened, at addresses that the fixtures were proven for.
///
/// # Panics
/// Where the contracts do not behave as they should.
pub fn deployed() -> Chain {
    let mut chain = Chain::new(CHAIN_ID, NOW);
    let supply = U256::from(FUNDS) * U256::from(100);
    let deployed = [
        chain.deploy(OWNER, creation_code("PlainToken", &[]), &(REQUESTER, supply).abi_encode()).0,
        chain.deploy(OWNER, creation_code("Relay10DevelopmentVerifier", &[]), &[]).0,
        chain.deploy(OWNER, creation_code("Gold256DevelopmentVerifier", &[]), &[]).0,
        chain.deploy(OWNER, creation_code("WorkSettlement", &[]), &OWNER.abi_encode()).0,
    ];
    assert_eq!(deployed, [token(), relay_verifier(), gold_verifier(), settlement()]);
    for verifier in [relay_verifier(), gold_verifier()] {
        chain.expect(OWNER, settlement(), &WorkSettlement::addVerifierCall { verifier });
    }
    chain.expect(REQUESTER, token(), &PlainToken::approveCall { spender: settlement(), value: U256::MAX });
    for task in [relay_task(), gold_task(mode::GOLD_BY_CONTRIBUTOR), gold_task(mode::GOLD_BY_GRADER)] {
        chain.expect(REQUESTER, settlement(), &WorkSettlement::openTaskCall { task, funds: FUNDS });
    }
    chain
}
