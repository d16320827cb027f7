//! The contracts as deployed, in revm: one proof, a batch, and the prepared form that the settlement calls.

use core::error::Error;

use alloy_primitives::{Address, Bytes, U256};
use alloy_sol_types::SolCall;
use onchain_evm::chain::Chain;
use onchain_evm::contracts::{GoldVerifier, RelayVerifier, code_under_other_delta, creation_code};
use onchain_evm::world::{ANYONE, CHAIN_ID, NOW, OWNER};
use workproof_protocol::{RelayStatement, Statement};

use crate::case::Case;
use crate::form::{Form, NotExpressible, Said};
use crate::keys::{Key, Keys};
use crate::native::batch_of;
use crate::verifier::{OneByOne, Verifier};

/// A contract for each key.
#[derive(Clone, Debug)]
pub struct Contracts {
    chain: Chain,
    addresses: Vec<Address>,
}

impl Contracts {
    /// Deploys the committed bytecode; for the keys that differ in delta, with those words exchanged.
    ///
    /// # Errors
    /// Where a contract is not that of its key.
    pub fn deploy(keys: &Keys) -> Result<Self, Box<dyn Error>> {
        let mut chain = Chain::new(CHAIN_ID, NOW);
        let mut addresses = Vec::new();
        for (place, key) in keys.all().iter().enumerate() {
            let (name, known) = if key.fact() == RelayStatement::FACT {
                ("Relay10DevelopmentVerifier", keys.at(Keys::RELAY))
            } else {
                ("Gold256DevelopmentVerifier", keys.at(Keys::GOLD))
            };
            let code = if place == Keys::RELAY || place == Keys::GOLD {
                creation_code(name, &[])
            } else {
                let id = |key: &Key| key.prepared.key_id().to_bytes();
                let deltas = (known.points.delta_g2, key.points.delta_g2);
                code_under_other_delta(name, deltas, (id(known), id(key)))
            };
            let (address, _) = chain.deploy(OWNER, code, &[]);
            let id = chain.read(address, &RelayVerifier::keyIdCall {});
            if id.0 != key.prepared.key_id().to_bytes() {
                return Err(format!("the contract for {} has another key", key.name).into());
            }
            addresses.push(address);
        }
        Ok(Self { chain, addresses })
    }

    /// Calls; what is no answer at all is a refusal.
    fn says_true(&self, key: usize, data: Vec<u8>) -> bool {
        let receipt = self.chain.try_send(ANYONE, self.addresses[key], Bytes::from(data));
        // true is the word one
        receipt.success && receipt.output.len() == 32 && U256::from_be_slice(&receipt.output) == U256::from(1)
    }
}

/// The three ways of asking.
pub fn verifiers<'a>(keys: &'a Keys, contracts: &'a Contracts) -> Vec<Box<dyn Verifier + 'a>> {
    vec![
        Box::new(OneByOne::new("EVM, single", move |_, case: &Case| single(keys, contracts, case))),
        Box::new(OneByOne::new("EVM, batch", move |place, case: &Case| batch(keys, contracts, place, case))),
        Box::new(OneByOne::new("EVM, prepared", move |_, case: &Case| prepared(keys, contracts, case))),
    ]
}

fn bytes_of(case: &Case, key: &Key) -> Result<(Vec<u8>, Vec<u8>), NotExpressible> {
    match Form::Eip197.say(case, key)? {
        Said::Bytes { proof, inputs } => Ok((proof, inputs)),
        Said::Snarkjs { .. } | Said::Claim(_) => Ok(Default::default()),
    }
}

/// Inputs too few are sent too few; those too many are behind what a call reads.
fn require_room(case: &Case, key: &Key) -> Result<(), NotExpressible> {
    if case.inputs.len() <= key.inputs() { Ok(()) } else { Err(NotExpressible::CALLDATA) }
}

fn is_relay(key: &Key) -> bool {
    key.fact() == RelayStatement::FACT
}

fn single(keys: &Keys, contracts: &Contracts, case: &Case) -> Result<bool, NotExpressible> {
    let key = keys.at(case.key);
    let (proof, inputs) = bytes_of(case, key)?;
    require_room(case, key)?;
    let selector = if is_relay(key) {
        RelayVerifier::verifyProofCall::SELECTOR
    } else {
        GoldVerifier::verifyProofCall::SELECTOR
    };
    Ok(contracts.says_true(case.key, [&selector[..], &proof, &inputs].concat()))
}

/// The two lists behind each other. A claim with too few inputs comes last, so that the calldata ends early.
fn batch(keys: &Keys, contracts: &Contracts, place: usize, case: &Case) -> Result<bool, NotExpressible> {
    let key = keys.at(case.key);
    require_room(case, key)?;
    let mut all = batch_of(keys, place, case);
    if case.inputs.len() < key.inputs() {
        all = batch_of(keys, place - place % 3 + 2, case);
    }
    let (mut proofs, mut inputs) = (Vec::new(), Vec::new());
    for one in &all {
        let (proof, input) = bytes_of(one, key)?;
        proofs.extend(proof);
        inputs.extend(input);
    }
    let selector = if is_relay(key) {
        RelayVerifier::verifyBatchCall::SELECTOR
    } else {
        GoldVerifier::verifyBatchCall::SELECTOR
    };
    let word = |number: usize| U256::from(number).to_be_bytes::<32>();
    let head = [word(64), word(96 + proofs.len()), word(all.len())];
    let data = [&selector[..], head.as_flattened(), &proofs, &word(all.len()), &inputs].concat();
    Ok(contracts.says_true(case.key, data))
}

/// `prepare` with the shared inputs, then `verifyPrepared` with the others.
fn prepared(keys: &Keys, contracts: &Contracts, case: &Case) -> Result<bool, NotExpressible> {
    let key = keys.at(case.key);
    let (proof, _) = bytes_of(case, key)?;
    require_room(case, key)?;
    let at = |index: usize| case.inputs.get(index).copied().unwrap_or_default();
    if case.inputs.len() < key.inputs() {
        return Err(NotExpressible::CALLDATA);
    }
    let (prepare, verify) = if is_relay(key) {
        (RelayVerifier::prepareCall::SELECTOR, RelayVerifier::verifyPreparedCall::SELECTOR)
    } else {
        (GoldVerifier::prepareCall::SELECTOR, GoldVerifier::verifyPreparedCall::SELECTOR)
    };
    let shared = [at(0), at(4), at(5), at(6)];
    let data = [&prepare[..], shared.as_flattened()].concat();
    let point = contracts.chain.try_send(ANYONE, contracts.addresses[case.key], Bytes::from(data));
    if !point.success || point.output.len() != 64 {
        return Ok(false);
    }
    let own = [at(1), at(2), at(3), at(7)];
    Ok(contracts.says_true(case.key, [&verify[..], &point.output, own.as_flattened(), &proof].concat()))
}
