//! Prints what everything costs, beside the peers: `cargo xtask onchain costs`.

use std::path::Path;

use alloy_primitives::{Bytes, TxKind};
use onchain_evm::chain::Chain;
use onchain_evm::costs::{Costs, floor_of_single};
use onchain_evm::world::{ANYONE, CHAIN_ID, NOW, OWNER};

/// Gas of snarkjs' verifier for the same key and claim, if it was compiled here.
fn snarkjs(fact: &str, calldata: &[u8]) -> Option<u64> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../target/onchain/peers/snarkjs-{fact}.hex"));
    let code: Bytes = std::fs::read_to_string(path).ok()?.parse().ok()?;
    let mut chain = Chain::new(CHAIN_ID, NOW);
    let (address, _) = chain.deploy(OWNER, code, &[]);
    let receipt = chain.send(ANYONE, TxKind::Call(address), calldata.to_vec().into());
    let accepted = receipt.success && receipt.output.last() == Some(&1);
    accepted.then_some(receipt.gas)
}

fn row(what: &str, gas: u64, note: &str) {
    println!("| {what:<46} | {gas:>9} | {note} |");
}

fn main() {
    let costs = Costs::measure();
    println!(
        "Whole transactions by their receipts, Osaka's rules (revm), real claims of relay-10 (7 inputs) and gold-256 (8).\n"
    );
    println!("| {:<46} | {:>9} | note |", "what", "gas");
    println!("|{:-<48}|{:->11}|---|", "", "");
    for (fact, inputs, gas, calldata) in [
        ("relay", 7, costs.single, &costs.single_calldata),
        ("gold", 8, costs.single_gold, &costs.single_gold_calldata),
    ] {
        let floor = floor_of_single(calldata, inputs);
        let above = |gas: u64| format!("{:.2} % above the floor", 100.0 * (gas as f64 / floor as f64 - 1.0));
        row(&format!("verifyProof, {inputs} inputs"), gas, &above(gas));
        match snarkjs(fact, calldata) {
            Some(theirs) => row(&format!("  snarkjs 0.7.6, {inputs} inputs"), theirs, &above(theirs)),
            None => println!("|   snarkjs 0.7.6, {inputs} inputs: not compiled here |"),
        }
        row("  the floor", floor, "21,000 + calldata + 181,000 + 6,150 an input");
    }
    for (name, batch) in [("verifyBatch", &costs.batch), ("verifySharedBatch", &costs.shared_batch)] {
        for (count, gas) in batch {
            row(
                &format!("{name}, {count} claims, 7 inputs"),
                *gas,
                &format!("{} a claim", gas / *count as u64),
            );
        }
    }
    row("postOffer: roots for everybody", costs.post_offer, "once for each set of roots");
    row("claimMetered, new recipient", costs.claim, "paid");
    row("claimMetered, holder of the token", costs.claim_to_holder, "paid");
    row("claimMetered again", costs.replay, "refused");
    row(
        "claimMeteredBatch, 32 new recipients",
        costs.claim_batch_32,
        &format!("{} a claim, paid", costs.claim_batch_32 / 32),
    );
    for (name, bytes, gas) in &costs.deployments {
        row(&format!("deployment of {name}"), *gas, &format!("{bytes} bytes"));
    }
}
