//! A settlement on a local node: deploy, open tasks, prove, be paid, be refused a second time.
#![allow(clippy::print_stdout)]

mod gold;
mod node;
mod relay;

use std::error::Error;
use std::path::Path;

use alloy::primitives::{Address, B256, U256};
use alloy::sol_types::SolValue;
use onchain_evm::contracts::{PlainToken, WorkSettlement, creation_code};
use onchain_evm::world::{Task, mode};
use workproof_prover::KeyStore;

use node::Node;

pub(crate) type Failure = Box<dyn Error>;

/// Tokens for a unit.
pub(crate) const RATE: u128 = 1_000_000;
pub(crate) const DAY: u64 = 86_400;
const FUNDS: u128 = 1_000_000_000_000_000_000;

/// Everything that is deployed, and who is who.
pub(crate) struct Stage {
    pub(crate) node: Node,
    pub(crate) chain_id: u64,
    pub(crate) keys: KeyStore,
    pub(crate) token: Address,
    pub(crate) settlement: Address,
    pub(crate) relay_verifier: Address,
    pub(crate) gold_verifier: Address,
    pub(crate) requester: Address,
    pub(crate) operator: Address,
    /// Whoever hands claims in, and pays the gas.
    pub(crate) anyone: Address,
    /// Who is paid: an address that never had the token.
    pub(crate) recipients: [Address; 2],
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let stage = deploy().await?;
    relay::play(&stage).await?;
    gold::play(&stage).await?;
    println!("\nEverything here used DEVELOPMENT keys: anyone can forge claims for them.");
    Ok(())
}

async fn deploy() -> Result<Stage, Failure> {
    let node = Node::start().await?;
    let accounts = node.accounts().await?;
    let [owner, requester, operator, anyone, ..] = accounts[..] else {
        return Err("anvil has ten accounts".into());
    };
    let supply = U256::from(FUNDS) * U256::from(10);
    let token =
        node.deploy(owner, creation_code("PlainToken", &[]), &(requester, supply).abi_encode()).await?;
    let relay_verifier = node.deploy(owner, creation_code("Relay10DevelopmentVerifier", &[]), &[]).await?;
    let gold_verifier = node.deploy(owner, creation_code("Gold256DevelopmentVerifier", &[]), &[]).await?;
    let settlement = node.deploy(owner, creation_code("WorkSettlement", &[]), &owner.abi_encode()).await?;
    for verifier in [relay_verifier, gold_verifier] {
        node.send(owner, settlement, &WorkSettlement::addVerifierCall { verifier }).await?;
    }
    node.send(requester, token, &PlainToken::approveCall { spender: settlement, value: U256::MAX }).await?;
    println!("1. Deployed: two verifiers, a token, the settlement at {settlement}.");
    let keys = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/onchain/keys");
    Ok(Stage {
        chain_id: node.chain_id().await?,
        node,
        keys: KeyStore::new(keys),
        token,
        settlement,
        relay_verifier,
        gold_verifier,
        requester,
        operator,
        anyone,
        recipients: [Address::repeat_byte(0xa1), Address::repeat_byte(0xa2)],
    })
}

impl Stage {
    /// A task whose other fields the facts fill in.
    pub(crate) fn task(&self, name: u8, verifier: Address, closes: u64) -> Task {
        Task {
            network: B256::repeat_byte(1),
            name: B256::with_last_byte(name),
            requester: self.requester,
            token: self.token,
            verifier,
            mode: mode::METERED,
            rate: RATE,
            leastAmount: 1,
            closes,
            operator: self.operator,
            contributors: Address::ZERO,
            attesters: Address::ZERO,
            rootWindow: DAY,
            slots: 0,
            slotWidth: 0,
            leastAttesters: 0,
            goldCommitment: U256::ZERO,
            goldCount: 0,
            tolerance: 0,
            answersClose: 0,
            gradingCloses: 0,
        }
    }

    /// Opens a task and funds it.
    pub(crate) async fn open(&self, task: &Task) -> Result<(), Failure> {
        let call = WorkSettlement::openTaskCall { task: task.clone(), funds: FUNDS };
        self.node.send(self.requester, self.settlement, &call).await?;
        Ok(())
    }

    pub(crate) async fn balance(&self, account: Address) -> Result<U256, Failure> {
        self.node.read(self.anyone, self.token, &PlainToken::balanceOfCall { account }).await
    }

    /// What a message says: whom to pay here, until when.
    pub(crate) fn payment(&self, recipient: Address, deadline: u64) -> workproof_protocol::Payment {
        let word = |address: Address| workproof_protocol::word::word_of_address(&address.into_array());
        workproof_protocol::Payment {
            recipient: word(recipient),
            chain_id: self.chain_id,
            settlement: word(self.settlement),
            token: word(self.token),
            deadline,
        }
    }
}
