//! Prints what everything costs, beside the peers: `cargo xtask onchain costs`. The table is the book's.

use std::path::Path;

use alloy_primitives::{Bytes, TxKind};
use onchain_evm::chain::Chain;
use onchain_evm::costs::{BatchCost, Costs, floor_of_single};
use onchain_evm::world::{ANYONE, CHAIN_ID, NOW, OWNER};

/// snarkjs' verifier for the same key, if it was compiled here: gas of the same claim, and of its deployment.
fn snarkjs(fact: &str, calldata: &[u8]) -> Option<(u64, u64)> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../target/onchain/peers/snarkjs-{fact}.hex"));
    let code: Bytes = std::fs::read_to_string(path).ok()?.parse().ok()?;
    let mut chain = Chain::new(CHAIN_ID, NOW);
    let (address, deployment) = chain.deploy(OWNER, code, &[]);
    let receipt = chain.send(ANYONE, TxKind::Call(address), calldata.to_vec().into());
    let accepted = receipt.success && receipt.output.last() == Some(&1);
    accepted.then_some((receipt.gas, deployment))
}

/// A number with commas.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| core::str::from_utf8(group).expect("digits are text"))
        .collect();
    groups.join(",")
}

fn row(what: &str, gas: u64, note: &str) {
    println!("| {what} | {} | {note} |", grouped(gas));
}

fn batch_row(name: &str, batch: &BatchCost) {
    let each = |gas: u64| grouped(gas / batch.claims);
    let note = format!("{} a claim; the floor: {}", each(batch.gas), each(batch.floor));
    row(&format!("{name}, {} claims of 7 inputs", batch.claims), batch.gas, &note);
}

fn main() {
    let costs = Costs::measure();
    let singles = [
        ("relay", 7, costs.single, &costs.single_calldata),
        ("gold", 8, costs.single_gold, &costs.single_gold_calldata),
    ];
    let peers = singles.map(|(fact, _, _, calldata)| snarkjs(fact, calldata));
    println!("| what | gas | |\n|---|---:|---|");
    for ((_, inputs, gas, calldata), peer) in singles.into_iter().zip(peers) {
        let floor = floor_of_single(calldata, inputs);
        let above = |gas: u64| format!("{:.3} % above the floor", 100.0 * (gas as f64 / floor as f64 - 1.0));
        row(&format!("`verifyProof`, {inputs} inputs"), gas, &above(gas));
        match peer {
            Some((theirs, _)) => row(&format!("snarkjs 0.7.6, {inputs} inputs"), theirs, &above(theirs)),
            None => println!("snarkjs' verifier was not compiled here"),
        }
    }
    costs.batch.iter().for_each(|batch| batch_row("`verifyBatch`", batch));
    costs.shared_batch.iter().for_each(|batch| batch_row("`verifySharedBatch`", batch));
    row("`postOffer`", costs.post_offer, "once for each set of roots");
    row("`claimMetered`, new recipient", costs.claim, "paid");
    row("`claimMetered`, holder of the token", costs.claim_to_holder, "paid");
    row("`claimMetered`, a replay", costs.replay, "refused");
    let each = grouped(costs.claim_batch_32 / 32);
    row("`claimMeteredBatch`, 32 new recipients", costs.claim_batch_32, &format!("{each} a claim, paid"));
    for (name, bytes, gas) in &costs.deployments {
        row(&format!("deployment of `{name}`"), *gas, &format!("{} bytes of code", grouped(*bytes)));
    }
    if let [Some((_, deployment)), _] = peers {
        row("deployment of snarkjs' verifier, 7 inputs", deployment, "");
    }
}
