use alloy_primitives::{Address, Bytes, TxKind, U256};
use alloy_sol_types::{SolCall, SolValue};
use onchain_evm::contracts::*;
use onchain_evm::fixture::*;
use onchain_evm::world::*;

#[test]
fn quick() {
    let fixture = Fixture::load();
    let mut chain = deployed();
    let claims = fixture.relay_claims();
    let c = &claims[0];
    let p = proof_words(c.proof());
    let inputs: [U256; 7] = input_words(c.statement()).try_into().unwrap();
    let call = RelayVerifier::verifyProofCall { a: [p[0], p[1]], b: [[p[2], p[3]], [p[4], p[5]]], c: [p[6], p[7]], inputs };
    let r = chain.call(ANYONE, relay_verifier(), &call);
    let data = call.abi_encode();
    let cd: u64 = data.iter().map(|b| if *b == 0 { 4 } else { 16 }).sum();
    let floor = 21000 + cd + 181000 + 6150 * 7;
    println!("single {} {:?} floor {} over {:.4}", r.gas, r.output, floor, r.gas as f64 / floor as f64 - 1.0);
    for n in [1, 2, 8, 32] {
        let proofs: Vec<[U256; 8]> = claims.iter().take(n).map(|c| proof_words(c.proof())).collect();
        let inputs: Vec<[U256; 7]> = claims.iter().take(n).map(|c| input_words(c.statement()).try_into().unwrap()).collect();
        let r = chain.call(ANYONE, relay_verifier(), &RelayVerifier::verifyBatchCall { proofs, inputs });
        println!("batch {n} {} {} {}", r.gas, r.gas / n as u64, r.output);
    }
    let task = relay_task();
    let root = contributors().registry_root().unwrap();
    let post = WorkSettlement::postOfferCall { task, contributorRoot: word_of(&root.root()), contributorCount: U256::from(root.size()), attesterRoot: word_of(&attesters().root()), slot: U256::ZERO };
    let offer: Offer = { let r = chain.try_send(OPERATOR, settlement(), post.abi_encode().into()); WorkSettlement::postOfferCall::abi_decode_returns(&r.output).unwrap() };
    let r = chain.expect(OPERATOR, settlement(), &post);
    println!("post {}", r.gas);
    let one = |i: u64| Claim { nullifier: word_of(&claims[i as usize].statement().common.nullifier.to_field()), amount: claims[i as usize].statement().common.amount, recipient: recipient(i), deadline: CLAIM_DEADLINE };
    let call = WorkSettlement::claimMeteredCall { offer: offer.clone(), one: one(0), proof: p };
    let r = chain.call(ANYONE, settlement(), &call);
    println!("claim {} {} {}", r.success, r.gas, r.output);
    let vp = RelayVerifier::verifyPreparedCall { words: [offer.baseX, offer.baseY, one(0).nullifier, inputs[2], inputs[3], U256::ZERO, p[0],p[1],p[2],p[3],p[4],p[5],p[6],p[7]] };
    let v = chain.call(ANYONE, relay_verifier(), &vp);
    let d = |b: &[u8]| -> u64 { 21000 + b.iter().map(|b| if *b == 0 { 4u64 } else { 16 }).sum::<u64>() };
    println!("claim base {}; verifyPrepared exec {} {}", d(&call.abi_encode()), v.gas - d(&vp.abi_encode()), v.output);
    let t = PlainToken::transferCall { to: Address::repeat_byte(9), value: U256::from(5) };
    let v = chain.call(REQUESTER, token(), &t);
    println!("claim transfer exec {}", v.gas - d(&t.abi_encode()));
    let proofs: Vec<[U256; 8]> = claims.iter().map(|c| proof_words(c.proof())).collect();
    let cs: Vec<[U256; 4]> = claims.iter().map(|c| { let i = input_words(c.statement()); [i[1], i[2], i[3], U256::ZERO] }).collect();
    let i0 = &inputs;
    let vs = RelayVerifier::verifySharedBatchCall { shared: [i0[0], i0[4], i0[5], i0[6]], claims: cs.clone(), proofs: proofs.clone() };
    let v = chain.call(ANYONE, relay_verifier(), &vs);
    println!("claim sharedBatch total {} per {} {}", v.gas, v.gas/32, v.output);
    let vp = RelayVerifier::verifyPreparedBatchCall { base: [offer.baseX, offer.baseY], claims: cs, proofs };
    let v = chain.call(ANYONE, relay_verifier(), &vp);
    println!("claim preparedBatch total {} per {} exec/32 {} {}", v.gas, v.gas/32, (v.gas - d(&vp.abi_encode()))/32, v.output);
    let r = chain.call(ANYONE, settlement(), &call);
    println!("replay {} {} {}", r.success, r.gas, r.output);
    for n in [1, 8, 32] {
        let mut chain = deployed();
        chain.expect(OPERATOR, settlement(), &post);
        let call = WorkSettlement::claimMeteredBatchCall { offer: offer.clone(), claims: (0..n).map(one).collect(), proofs: claims.iter().take(n as usize).map(|c| proof_words(c.proof())).collect() };
        let r = chain.call(ANYONE, settlement(), &call);
        println!("claimBatch {n} {} {} {} {}", r.success, r.gas, r.gas / n, r.output);
    }
}
