//! The contract's entry points, called natively.

use cosmwasm_std::testing::{message_info, mock_dependencies, mock_env};
use cosmwasm_std::{Addr, HexBinary, OwnedDeps, from_json};
use onchain_claims::{Said, claims, compressed_proof};
use workproof_cosmwasm::{ContractError, InstantiateMsg, KeyResponse, QueryMsg, instantiate, query};

const INSTANTIATE: &[u8] = include_bytes!("../../generated/instantiate.json");

type Mocks = OwnedDeps<
    cosmwasm_std::testing::MockStorage,
    cosmwasm_std::testing::MockApi,
    cosmwasm_std::testing::MockQuerier,
>;

fn tell(mocks: &mut Mocks, message: InstantiateMsg) -> Result<(), ContractError> {
    let info = message_info(&Addr::unchecked("deployer"), &[]);
    instantiate(mocks.as_mut(), mock_env(), info, message).map(|_| ())
}

fn with_key() -> Mocks {
    let mut mocks = mock_dependencies();
    tell(&mut mocks, from_json(INSTANTIATE).unwrap()).unwrap();
    mocks
}

fn verify(mocks: &Mocks, inputs: Vec<Vec<u8>>, proof: Vec<u8>) -> Result<(), ContractError> {
    let inputs = inputs.into_iter().map(HexBinary::from).collect();
    query(mocks.as_ref(), mock_env(), QueryMsg::Verify { inputs, proof: proof.into() }).map(|_| ())
}

fn valid_claim() -> (Vec<Vec<u8>>, Vec<u8>) {
    let claim = claims().swap_remove(0);
    let Said::As(proof) = compressed_proof(&claim) else { panic!("it can be said") };
    (claim.inputs.iter().map(|word| word.to_vec()).collect(), proof)
}

#[test]
fn verdicts_are_those_of_the_vectors_c14() {
    let mocks = with_key();
    let mut judged = 0;
    for claim in claims() {
        let Said::As(proof) = compressed_proof(&claim) else { continue };
        let inputs = claim.inputs.iter().map(|word| word.to_vec()).collect();
        assert_eq!(verify(&mocks, inputs, proof).is_ok(), claim.valid, "{}", claim.name);
        judged += 1;
    }
    assert_eq!(judged, 35);
}

#[test]
fn names_its_key_and_what_it_is() {
    let answer = query(with_key().as_ref(), mock_env(), QueryMsg::Key {}).unwrap();
    let KeyResponse { circuit, key_id, development_key } = from_json(answer).unwrap();
    assert_eq!((circuit.as_str(), development_key), ("relay-10", true));
    assert!(key_id.starts_with("0xfd7547bc"), "{key_id}");
}

#[test]
fn a_development_key_comes_in_by_its_own_name_alone_b7() {
    let InstantiateMsg::InsecureDevelopmentKey(bytes) = from_json(INSTANTIATE).unwrap() else {
        panic!("the exported key is a development key");
    };
    let mut mocks = mock_dependencies();
    assert!(matches!(tell(&mut mocks, InstantiateMsg::Key(bytes)), Err(ContractError::Key(_))));
    assert!(matches!(query(mocks.as_ref(), mock_env(), QueryMsg::Key {}), Err(ContractError::NoKey)));
}

#[test]
fn refuses_bytes_that_are_no_key() {
    let mut mocks = mock_dependencies();
    for bytes in [vec![], vec![0; 400], vec![0xff; 10_000]] {
        let message = InstantiateMsg::InsecureDevelopmentKey(bytes.into());
        assert!(matches!(tell(&mut mocks, message), Err(ContractError::Key(_))));
    }
}

#[test]
fn refuses_inputs_of_another_length() {
    let mocks = with_key();
    let (inputs, proof) = valid_claim();
    assert!(verify(&mocks, inputs.clone(), proof.clone()).is_ok());
    // the same words, cut elsewhere
    let joined = vec![inputs.concat()];
    assert!(matches!(verify(&mocks, joined, proof.clone()), Err(ContractError::InputLength)));
    let mut halved = inputs.clone();
    let rest = halved[0].split_off(16);
    halved.insert(1, rest);
    assert!(matches!(verify(&mocks, halved, proof.clone()), Err(ContractError::Input(_))));
    let mut empty = inputs.clone();
    empty.push(Vec::new());
    assert!(matches!(verify(&mocks, empty, proof.clone()), Err(ContractError::InputLength)));
    // as many strings as there are inputs, and the same words
    let mut shifted = inputs;
    shifted[0] = shifted[..2].concat();
    shifted[1] = Vec::new();
    assert!(matches!(verify(&mocks, shifted, proof), Err(ContractError::InputLength)));
}

#[test]
fn refuses_proofs_of_another_length_and_messages_with_more_in_them() {
    let mocks = with_key();
    let (inputs, proof) = valid_claim();
    for proof in [proof[..127].to_vec(), [&proof[..], &[0]].concat(), Vec::new()] {
        assert!(matches!(verify(&mocks, inputs.clone(), proof), Err(ContractError::Proof(_))));
    }
    assert!(from_json::<QueryMsg>(br#"{"key":{"more":1}}"#).is_err());
    assert!(from_json::<QueryMsg>(br#"{"verify":{"inputs":[],"proof":"","more":1}}"#).is_err());
    assert!(from_json::<InstantiateMsg>(br#"{"key":"00","insecure_development_key":"00"}"#).is_err());
}
