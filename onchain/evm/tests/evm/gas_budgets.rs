//! What everything costs, held to its budget. `cargo xtask onchain costs` prints the same figures.

use onchain_evm::costs::{Costs, floor_of_single};

#[test]
fn a_single_check_stays_near_its_floor() {
    let costs = Costs::measure();
    let floor = floor_of_single(&costs.single_calldata, 7);
    assert!(costs.single <= floor + floor * 13 / 1000, "{} against {floor}", costs.single);
}

#[test]
fn batches_stay_below_their_budgets() {
    let costs = Costs::measure();
    let of = |count: usize| costs.shared_batch.iter().find(|(n, _)| *n == count).unwrap().1 / count as u64;
    assert!(of(32) <= 60_000, "{}", of(32));
    assert!(of(128) <= 57_000, "{}", of(128));
}

#[test]
fn settling_stays_below_its_budgets() {
    let costs = Costs::measure();
    assert!(costs.claim <= 300_000, "{}", costs.claim);
    assert!(costs.claim_batch_32 / 32 <= 110_000, "{}", costs.claim_batch_32 / 32);
}
