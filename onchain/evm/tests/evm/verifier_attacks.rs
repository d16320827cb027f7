//! Proofs, inputs and keys that a verifier must refuse, and the golden forgery that says why some keys are never exported.

use alloy_primitives::{Address, Bytes, U256};
use alloy_sol_types::SolCall;
use ark_bn254::{Fq, Fq2, G1Affine, G1Projective, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{AdditiveGroup, BigInteger, Field, PrimeField};
use onchain_evm::contracts::RelayVerifier::{InputOutOfRange, MalformedCalldata};
use onchain_evm::contracts::{RelayVerifier, code_under_other_delta, creation_code, order_q, order_r};
use onchain_evm::fixture::proof_words;
use onchain_evm::world::{ANYONE, OWNER, relay_verifier};
use workproof_protocol::fr_from_be_bytes;
use workproof_verifier::forms::eip197;
use workproof_verifier::{DevelopmentVerifyingKey, KeyError, Proof, VerifyingKey, VerifyingKeyPoints};

use crate::stage::Stage;

/// The relay verifier for a key that differs in delta; its name stays.
fn with_delta(key: &DevelopmentVerifyingKey, delta: G2Affine) -> Bytes {
    let id = key.key_id().to_bytes();
    code_under_other_delta("Relay10DevelopmentVerifier", (key.points().delta_g2, delta), (id, id))
}

/// The same circuit with another key.
pub(crate) fn with_doubled_delta(key: &DevelopmentVerifyingKey) -> Bytes {
    let delta = key.points().delta_g2;
    let id = key.key_id().to_bytes();
    // and another name
    let mut other = id;
    other[0] ^= 1;
    let deltas = (delta, (delta + delta).into_affine());
    code_under_other_delta("Relay10DevelopmentVerifier", deltas, (id, other))
}

fn single(proof: &[U256; 8], inputs: [U256; 7]) -> RelayVerifier::verifyProofCall {
    let [ax, ay, bx1, bx0, by1, by0, cx, cy] = *proof;
    RelayVerifier::verifyProofCall { a: [ax, ay], b: [[bx1, bx0], [by1, by0]], c: [cx, cy], inputs }
}

/// What each way of asking answers about one proof: alone, and as the last of a batch.
#[track_caller]
fn is_refused(stage: &Stage, proof: &[U256; 8], inputs: [U256; 7], what: &str) {
    let alone = stage.chain.read(relay_verifier(), &single(proof, inputs));
    assert!(!alone, "alone: {what}");
    let batch = RelayVerifier::verifyBatchCall {
        proofs: vec![stage.claims[5].1, *proof],
        inputs: vec![stage.inputs[5], inputs],
    };
    assert!(!stage.chain.read(relay_verifier(), &batch), "in a batch: {what}");
    let first = RelayVerifier::verifyBatchCall {
        proofs: vec![*proof, stage.claims[5].1],
        inputs: vec![inputs, stage.inputs[5]],
    };
    assert!(!stage.chain.read(relay_verifier(), &first), "first of a batch: {what}");
    let [scope, nullifier, message, amount, contributors, attesters, terms] = inputs;
    let shared = RelayVerifier::verifySharedBatchCall {
        shared: [scope, contributors, attesters, terms],
        claims: vec![[nullifier, message, amount, U256::ZERO]],
        proofs: vec![*proof],
    };
    let receipt = stage.chain.try_send(ANYONE, relay_verifier(), SolCall::abi_encode(&shared).into());
    let accepted = receipt.success
        && <RelayVerifier::verifySharedBatchCall as SolCall>::abi_decode_returns(&receipt.output).unwrap();
    assert!(!accepted, "as a shared batch: {what}");
    // what cannot be prepared is refused there
    let prepare = RelayVerifier::prepareCall { shared: shared.shared };
    let prepared = stage.chain.try_send(ANYONE, relay_verifier(), SolCall::abi_encode(&prepare).into());
    if !prepared.success {
        let _named: InputOutOfRange = prepared.error();
        return;
    }
    let point = RelayVerifier::prepareCall::abi_decode_returns(&prepared.output).unwrap();
    let [claim] = shared.claims.as_slice() else { panic!("one claim") };
    let words: Vec<U256> = [point.x, point.y].iter().chain(claim).chain(proof).copied().collect();
    let alone = RelayVerifier::verifyPreparedCall { words: words.try_into().unwrap() };
    assert!(!stage.chain.read(relay_verifier(), &alone), "prepared: {what}");
    let batch = RelayVerifier::verifyPreparedBatchCall {
        base: [point.x, point.y],
        claims: shared.claims,
        proofs: shared.proofs,
    };
    assert!(!stage.chain.read(relay_verifier(), &batch), "as a prepared batch: {what}");
}

/// Every way of asking, about one proof.
fn every_question(proof: &[U256; 8], inputs: [U256; 7]) -> Vec<Bytes> {
    let [scope, nullifier, message, amount, contributors, attesters, terms] = inputs;
    let claims = vec![[nullifier, message, amount, U256::ZERO]];
    let shared = [scope, contributors, attesters, terms];
    let (proofs, base) = (vec![*proof], [U256::from(1), U256::from(2)]);
    let words: Vec<U256> = base.iter().chain(&claims[0]).chain(proof).copied().collect();
    let statement = RelayVerifier::verifyStatementCall::SELECTOR.to_vec();
    let words_of_statement = [scope, nullifier, message, amount, contributors, U256::ZERO, attesters];
    let statement =
        words_of_statement.iter().chain([&U256::ZERO; 3]).chain(proof).fold(statement, |mut data, word| {
            data.extend(word.to_be_bytes::<32>());
            data
        });
    vec![
        SolCall::abi_encode(&single(proof, inputs)).into(),
        SolCall::abi_encode(&RelayVerifier::verifyBatchCall { proofs: proofs.clone(), inputs: vec![inputs] })
            .into(),
        SolCall::abi_encode(&RelayVerifier::verifySharedBatchCall {
            shared,
            claims: claims.clone(),
            proofs: proofs.clone(),
        })
        .into(),
        SolCall::abi_encode(&RelayVerifier::verifyPreparedCall { words: words.try_into().unwrap() }).into(),
        SolCall::abi_encode(&RelayVerifier::verifyPreparedBatchCall { base, claims, proofs }).into(),
        statement.into(),
    ]
}

/// A chain without the precompiles: a call of an account without code succeeds and returns nothing.
#[test]
fn nothing_is_accepted_where_precompiles_are_missing() {
    for name in ["Relay10DevelopmentVerifier", "Gold256DevelopmentVerifier"] {
        let mut stage = Stage::new();
        let mut code = creation_code(name, &[]).to_vec();
        let mut found = [0; 3];
        for at in 0..code.len() - 4 {
            // PUSH1 n GAS STATICCALL
            if let [0x60, number @ 6..=8, 0x5a, 0xfa] = code[at..at + 4] {
                code[at + 1] = 0xee;
                found[usize::from(number - 6)] += 1;
            }
        }
        assert!(found[0] > 5 && found[1] > 5 && found[2] >= 4, "{found:?}");
        let (verifier, _) = stage.chain.deploy(OWNER, code.into(), &[]);
        for odd in [1, 2, 3] {
            let proof = [U256::from(odd); 8];
            for (index, data) in every_question(&proof, [U256::from(1); 7]).into_iter().enumerate() {
                // relay's questions are not all gold's
                let receipt = stage.chain.try_send(ANYONE, verifier, data);
                let accepted = receipt.success && receipt.output.last() == Some(&1);
                assert!(!accepted, "{name}, question {index}");
            }
        }
    }
}

/// An account that delegates to the verifier, and is silent when it is asked by itself.
#[test]
fn nothing_is_accepted_for_an_account_that_delegates_and_is_silent() {
    let mut stage = Stage::new();
    // CALLER ADDRESS EQ PUSH1 end JUMPI; CALLDATACOPY(0, 0, CALLDATASIZE); DELEGATECALL(GAS, verifier, 0, CALLDATASIZE, 0, 0);
    // RETURNDATACOPY(0, 0, RETURNDATASIZE); RETURN(0, RETURNDATASIZE); end: STOP
    let mut code =
        vec![0x33, 0x30, 0x14, 0x60, 48, 0x57, 0x36, 0x5f, 0x5f, 0x37, 0x5f, 0x5f, 0x36, 0x5f, 0x73];
    code.extend(relay_verifier().as_slice());
    code.extend([0x5a, 0xf4, 0x50, 0x3d, 0x5f, 0x5f, 0x3e, 0x3d, 0x5f, 0xf3]);
    code.resize(48, 0xfe);
    code.extend([0x5b, 0x00]);
    let length = u8::try_from(code.len()).unwrap();
    let creation = [&[0x60, length, 0x80, 0x60, 9, 0x5f, 0x39, 0x5f, 0xf3][..], &code].concat();
    let (delegator, _) = stage.chain.deploy(OWNER, creation.into(), &[]);
    let (proof, inputs) = (stage.claims[0].1, stage.inputs[0]);
    let whole = stage.chain.try_send(ANYONE, delegator, SolCall::abi_encode(&single(&proof, inputs)).into());
    assert_eq!(whole.output.last(), Some(&1), "it does delegate");
    for data in every_question(&[U256::from(1); 8], [U256::from(1); 7]) {
        let receipt = stage.chain.try_send(ANYONE, delegator, data);
        assert!(!receipt.success || receipt.output.last() == Some(&0), "{receipt:?}");
    }
}

#[test]
fn what_was_proven_is_accepted() {
    let stage = Stage::new();
    for ((_, proof), inputs) in stage.claims.iter().zip(&stage.inputs) {
        assert!(stage.chain.read(relay_verifier(), &single(proof, *inputs)));
    }
}

#[test]
fn refuses_every_alias_of_every_input_b1() {
    let stage = Stage::new();
    let (proof, inputs) = (stage.claims[0].1, stage.inputs[0]);
    for index in 0..7 {
        for times in 1..=5_u64 {
            let mut aliased = inputs;
            let Some(alias) = (order_r() * U256::from(times)).checked_add(inputs[index]) else { continue };
            aliased[index] = alias;
            is_refused(&stage, &proof, aliased, &format!("input {index} + {times} r"));
        }
        let mut changed = inputs;
        changed[index] = (inputs[index] + U256::from(1)) % order_r();
        is_refused(&stage, &proof, changed, &format!("input {index} + 1"));
    }
}

#[test]
fn refuses_every_alias_of_every_coordinate_b4() {
    let stage = Stage::new();
    let (proof, inputs) = (stage.claims[0].1, stage.inputs[0]);
    for index in 0..8 {
        for times in 1..=5_u64 {
            let mut aliased = proof;
            let Some(alias) = (order_q() * U256::from(times)).checked_add(proof[index]) else { continue };
            aliased[index] = alias;
            is_refused(&stage, &aliased, inputs, &format!("coordinate {index} + {times} q"));
        }
    }
    // a verifier that computes q - y modulo 2^256 and q takes these for y as well
    let mut wrapped = U256::ZERO.wrapping_sub(order_q()) % order_q();
    for _ in 0..4 {
        let mut aliased = proof;
        aliased[1] = proof[1].wrapping_add(wrapped);
        if aliased[1] != proof[1] {
            is_refused(&stage, &aliased, inputs, "y of A around 2^256");
        }
        wrapped = wrapped.wrapping_add(order_q());
    }
}

#[test]
fn refuses_points_that_are_none_b5_b6() {
    let stage = Stage::new();
    let (proof, inputs) = (stage.claims[0].1, stage.inputs[0]);
    for index in 0..8 {
        let mut moved = proof;
        moved[index] = (proof[index] + U256::from(1)) % order_q();
        is_refused(&stage, &moved, inputs, &format!("coordinate {index} + 1 is on no curve"));
    }
    for range in [0..2, 2..6, 6..8, 0..8] {
        let mut identity = proof;
        identity[range.clone()].fill(U256::ZERO);
        is_refused(&stage, &identity, inputs, &format!("the identity at {range:?}"));
    }
    let mut outside = proof;
    outside[2..6].copy_from_slice(&off_the_subgroup());
    is_refused(&stage, &outside, inputs, "B on the twist and outside the subgroup");
    let mut negated = proof;
    negated[1] = order_q() - proof[1];
    is_refused(&stage, &negated, inputs, "-A: Solana's form");
    let mut swapped = proof;
    swapped.swap(2, 3);
    swapped.swap(4, 5);
    is_refused(&stage, &swapped, inputs, "B with the real part first");
}

/// A point of the twist that is not in the group of prime order.
fn off_the_subgroup() -> [U256; 4] {
    let mut x = Fq2::new(Fq::from(1), Fq::from(0));
    let point = loop {
        if let Some(point) = G2Affine::get_point_from_x_unchecked(x, true)
            && !point.is_in_correct_subgroup_assuming_on_curve()
        {
            break point;
        }
        x += Fq2::ONE;
    };
    let bytes = eip197::g2_to_bytes(&point);
    core::array::from_fn(|index| U256::from_be_slice(&bytes[32 * index..32 * (index + 1)]))
}

#[test]
fn refuses_calldata_of_another_length_b2() {
    let stage = Stage::new();
    let data = SolCall::abi_encode(&single(&stage.claims[0].1, stage.inputs[0]));
    for length in [0, 3, 4, 0x104, data.len() - 32, data.len() - 1] {
        let receipt = stage.chain.try_send(ANYONE, relay_verifier(), data[..length].to_vec().into());
        let accepted = receipt.success && receipt.output.iter().any(|byte| *byte != 0);
        assert!(!accepted, "{length} bytes");
    }
    // a batch whose lists differ in length
    let batch =
        RelayVerifier::verifyBatchCall { proofs: vec![stage.claims[0].1; 2], inputs: vec![stage.inputs[0]] };
    assert!(!stage.chain.read(relay_verifier(), &batch));
    let batch =
        RelayVerifier::verifyBatchCall { proofs: vec![stage.claims[0].1], inputs: vec![stage.inputs[0]; 2] };
    assert!(!stage.chain.read(relay_verifier(), &batch));
    // input 7 is one that relay lacks
    let [_, nullifier, message, amount, ..] = stage.inputs[0];
    let [scope, .., contributors, attesters, terms] = stage.inputs[0];
    let call = RelayVerifier::verifySharedBatchCall {
        shared: [scope, contributors, attesters, terms],
        claims: vec![[nullifier, message, amount, U256::from(1)]],
        proofs: vec![stage.claims[0].1],
    };
    assert!(!stage.chain.read(relay_verifier(), &call));
}

#[test]
fn refuses_lists_that_do_not_follow_each_other_b2() {
    let stage = Stage::new();
    let (proofs, inputs) = (vec![stage.claims[0].1; 2], vec![stage.inputs[0]; 2]);
    let batch = RelayVerifier::verifyBatchCall { proofs: proofs.clone(), inputs };
    let [scope, nullifier, message, amount, contributors, attesters, terms] = stage.inputs[0];
    let claims = vec![[nullifier, message, amount, U256::ZERO]; 2];
    let base = RelayVerifier::prepareCall { shared: [scope, contributors, attesters, terms] };
    let point = stage.chain.read(relay_verifier(), &base);
    let shared = RelayVerifier::verifySharedBatchCall {
        shared: base.shared,
        claims: claims.clone(),
        proofs: proofs.clone(),
    };
    let prepared = RelayVerifier::verifyPreparedBatchCall { base: [point.x, point.y], claims, proofs };
    // the call, and where its two offsets and its first list's number are
    for (data, words) in [
        (SolCall::abi_encode(&batch), [0x04, 0x24, 0x44]),
        (SolCall::abi_encode(&shared), [0x84, 0xa4, 0xc4]),
        (SolCall::abi_encode(&prepared), [0x44, 0x64, 0x84]),
    ] {
        let ask = |data: Vec<u8>| stage.chain.try_send(ANYONE, relay_verifier(), data.into());
        let whole = ask(data.clone());
        assert_eq!(whole.output.last(), Some(&1), "as encoded, with nothing changed");
        for at in words {
            for wrong in
                [U256::ZERO, U256::from(0x20), U256::from(3), U256::MAX, U256::MAX << 5, U256::from(1) << 248]
            {
                let mut changed = data.clone();
                changed[at..at + 32].copy_from_slice(&wrong.to_be_bytes::<32>());
                let receipt = ask(changed);
                let accepted = receipt.success && receipt.output.iter().any(|byte| *byte != 0);
                assert!(!accepted, "{wrong} at {at:#x}");
            }
        }
        let receipt = ask(data[..data.len() - 1].to_vec());
        let _malformed: MalformedCalldata = receipt.error();
    }
}

#[test]
fn refuses_what_no_function_takes_b2() {
    let stage = Stage::new();
    for data in [vec![], vec![0], vec![0xc8, 0x94, 0xe7], vec![0; 4], vec![0xff; 0x400]] {
        assert!(!stage.chain.try_send(ANYONE, relay_verifier(), data.into()).success);
    }
    let r = order_r();
    for index in 0..4 {
        let mut shared = [U256::ZERO; 4];
        shared[index] = r;
        let data = SolCall::abi_encode(&RelayVerifier::prepareCall { shared });
        let _named: InputOutOfRange = stage.chain.try_send(ANYONE, relay_verifier(), data.into()).error();
    }
}

#[test]
fn a_proof_can_be_changed_into_another_so_it_is_no_name_of_a_claim_b3() {
    let stage = Stage::new();
    let proof = *stage.fixture.relay_claims()[0].proof();
    let factor = ark_bn254::Fr::from(7_u8);
    let a = (proof.a().into_group() * factor).into_affine();
    let b = (proof.b().into_group() * factor.inverse().unwrap()).into_affine();
    let changed = proof_words(&Proof::new(a, b, *proof.c()).unwrap());
    assert_ne!(changed, stage.claims[0].1);
    assert!(stage.chain.read(relay_verifier(), &single(&changed, stage.inputs[0])));
}

#[test]
fn weights_keep_apart_what_a_plain_sum_would_let_cancel_b9() {
    // two false proofs whose errors are opposite: C + D and C - D
    let stage = Stage::new();
    let (first, second) =
        (*stage.fixture.relay_claims()[0].proof(), *stage.fixture.relay_claims()[1].proof());
    let error = G1Affine::generator();
    let moved = |proof: &Proof, by: G1Projective| {
        proof_words(&Proof::new(*proof.a(), *proof.b(), (*proof.c() + by).into_affine()).unwrap())
    };
    let proofs = vec![moved(&first, error.into()), moved(&second, -error.into_group())];
    let batch = RelayVerifier::verifyBatchCall { proofs, inputs: stage.inputs[..2].to_vec() };
    assert!(!stage.chain.read(relay_verifier(), &batch));
}

#[test]
fn an_exchange_between_two_proofs_of_a_batch_is_noticed_b9() {
    let stage = Stage::new();
    for range in [0..2, 2..6, 6..8] {
        let mut proofs: Vec<_> = stage.claims[..3].iter().map(|(_, proof)| *proof).collect();
        for index in range {
            (proofs[0][index], proofs[2][index]) = (proofs[2][index], proofs[0][index]);
        }
        let batch = RelayVerifier::verifyBatchCall { proofs, inputs: stage.inputs[..3].to_vec() };
        assert!(!stage.chain.read(relay_verifier(), &batch));
    }
    let mut inputs = stage.inputs[..3].to_vec();
    inputs.swap(0, 1);
    let proofs = stage.claims[..3].iter().map(|(_, proof)| *proof).collect();
    assert!(!stage.chain.read(relay_verifier(), &RelayVerifier::verifyBatchCall { proofs, inputs }));
}

/// The golden forgery: with delta = gamma anybody proves anything, with no witness at all.
fn forged(points: &VerifyingKeyPoints, inputs: &[U256; 7]) -> [U256; 8] {
    // e(alpha, beta) e(X, gamma) e(C, delta) with C = -X: the last two cancel
    let mut sum = points.ic[0].into_group();
    for (point, input) in points.ic[1..].iter().zip(inputs) {
        sum += *point * fr_from_be_bytes(&input.to_be_bytes()).unwrap();
    }
    proof_words(&Proof::new(points.alpha_g1, points.beta_g2, (-sum).into_affine()).unwrap())
}

#[test]
fn a_key_with_gamma_equal_to_delta_is_forged_on_chain_and_refused_by_us_b7() {
    let mut stage = Stage::new();
    let key = stage.fixture.relay_key();
    let false_inputs: [U256; 7] = core::array::from_fn(|index| U256::from(index + 1));
    let forgery = forged(key.points(), &false_inputs);
    is_refused(&stage, &forgery, false_inputs, "the forgery, under a key that is not broken");
    let code = with_delta(&key, key.points().gamma_g2);
    let (broken, _) = stage.chain.deploy(OWNER, code, &[]);
    assert!(stage.chain.read(broken, &single(&forgery, false_inputs)), "this is why");
    // such a key does not become one of ours, so the exporter never sees it
    let points = VerifyingKeyPoints { delta_g2: key.points().gamma_g2, ..key.points().clone() };
    assert!(matches!(
        VerifyingKey::new(key.circuit().clone(), points.clone()),
        Err(KeyError::Dangerous { .. })
    ));
    assert!(DevelopmentVerifyingKey::insecure_new(key.circuit().clone(), points).is_err());
}

#[test]
fn the_contract_is_that_of_its_key() {
    let stage = Stage::new();
    let key = stage.fixture.relay_key();
    let key_id = stage.chain.read(relay_verifier(), &RelayVerifier::keyIdCall {});
    assert_eq!(key_id.0, key.key_id().to_bytes());
    let count = stage.chain.read(relay_verifier(), &RelayVerifier::inputCountCall {});
    assert_eq!(count, U256::from(key.public_inputs()));
    assert_eq!(stage.chain.read(relay_verifier(), &RelayVerifier::circuitCall {}), "relay-10");
    let fact = stage.chain.read(relay_verifier(), &RelayVerifier::factCall {});
    assert_eq!(fact.to_be_bytes(), workproof_protocol::Fact::RELAY.word());
    let (other, _) = {
        let mut stage = Stage::new();
        stage.chain.deploy(OWNER, with_doubled_delta(&key), &[])
    };
    assert_ne!(other, Address::ZERO);
    assert_eq!(Fq::MODULUS.to_bytes_be(), order_q().to_be_bytes::<32>());
    assert_ne!(Fq2::ZERO, Fq2::ONE);
}
