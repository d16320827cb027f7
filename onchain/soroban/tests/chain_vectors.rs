//! The claims of `test-vectors/chains.json`, which every chain's verifier must judge alike.
//!
//! With `WORKPROOF_SOROBAN_WASM` the contract as it is deployed runs in the host's virtual machine; without, the same code runs
//! natively, which counts the host functions only.

use onchain_claims::{Claim, claims, word};
use soroban_sdk::testutils::EnvTestConfig;
use soroban_sdk::{BytesN, Env, InvokeError, Vec};
use workproof_relay_10_development_verifier::{
    Refusal, Relay10DevelopmentVerifier, Relay10DevelopmentVerifierClient,
};

/// What one transaction may use on the public network.
const NETWORK_LIMIT: i64 = 100_000_000;
/// What a claim with 7 inputs may use.
const BUDGET: i64 = 40_000_000;

/// How a call ended.
#[derive(Debug, PartialEq, Eq)]
enum Ending {
    Accepted,
    Refused(Refusal),
    StoppedByTheHost,
}

struct Contract {
    env: Env,
    client: Relay10DevelopmentVerifierClient<'static>,
}

impl Contract {
    fn new() -> Self {
        let env = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        let address = match std::env::var_os("WORKPROOF_SOROBAN_WASM") {
            Some(path) => env.register(std::fs::read(path).unwrap().as_slice(), ()),
            None => env.register(Relay10DevelopmentVerifier, ()),
        };
        let client = Relay10DevelopmentVerifierClient::new(&env, &address);
        Self { env, client }
    }

    fn verify(&self, inputs: &[[u8; 32]], proof: [u8; 256]) -> Ending {
        let inputs = Vec::from_iter(&self.env, inputs.iter().map(|word| BytesN::from_array(&self.env, word)));
        match self.client.try_verify(&inputs, &BytesN::from_array(&self.env, &proof)) {
            Ok(Ok(())) => Ending::Accepted,
            Err(Ok(refusal)) => Ending::Refused(refusal),
            Err(Err(InvokeError::Abort | InvokeError::Contract(_))) | Ok(Err(_)) => Ending::StoppedByTheHost,
        }
    }
}

fn case(name: &str) -> Claim {
    claims().into_iter().find(|claim| claim.name == name).unwrap()
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let contract = Contract::new();
    let (mut valid, mut invalid) = (0, 0);
    for case in claims() {
        let accepted = contract.verify(&case.inputs, case.proof_words()) == Ending::Accepted;
        println!("verdict|Soroban|{}|{accepted}", case.name);
        assert_eq!(accepted, case.valid, "{}", case.name);
        if accepted { valid += 1 } else { invalid += 1 }
    }
    assert!((valid, invalid) == (4, 40), "{valid} valid, {invalid} invalid");
}

#[test]
fn says_why_it_refuses() {
    let contract = Contract::new();
    for (name, ending) in [
        ("one input too few (b2)", Ending::Refused(Refusal::InputCount)),
        ("one input too many (b2)", Ending::Refused(Refusal::InputCount)),
        ("input 1 raised by r (b1)", Ending::Refused(Refusal::InputNotBelowOrder)),
        ("A is the identity (b6)", Ending::Refused(Refusal::Identity)),
        ("B is the identity (b6)", Ending::Refused(Refusal::Identity)),
        ("C is the identity (b6)", Ending::Refused(Refusal::Identity)),
        ("input 1 raised by 1", Ending::Refused(Refusal::InvalidProof)),
        ("coordinate 1 raised by q (b4)", Ending::StoppedByTheHost),
        ("coordinate 3 raised by 1 (b5)", Ending::StoppedByTheHost),
    ] {
        let case = case(name);
        assert_eq!(contract.verify(&case.inputs, case.proof_words()), ending, "{name}");
    }
}

#[test]
fn names_its_key() {
    // what is exported for Solana from the same key says its id in the first line
    let other = include_str!("../../solana/generated/verifying_key.rs");
    let (_, id) = other.split_once("key 0x").unwrap();
    assert_eq!(Contract::new().client.key_id().to_array(), word(&id[..64]));
}

#[test]
fn a_claim_fits_the_network_with_room_for_a_payment() {
    let contract = Contract::new();
    let case = case("claim 0");
    assert_eq!(contract.verify(&case.inputs, case.proof_words()), Ending::Accepted);
    let used = contract.env.cost_estimate().resources();
    println!(
        "cost|Soroban|{} instructions, {} bytes of memory{}",
        used.instructions,
        used.mem_bytes,
        if std::env::var_os("WORKPROOF_SOROBAN_WASM").is_some() {
            ""
        } else {
            " (native: without its virtual machine)"
        },
    );
    assert!(used.instructions < BUDGET, "{used:?}");
    const { assert!(BUDGET < NETWORK_LIMIT / 2, "a payment needs room as well") };
}
