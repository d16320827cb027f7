//! What everything costs, held to its budget. `cargo xtask onchain costs` prints the same figures.

use onchain_evm::costs::{Costs, floor_of_single};

#[test]
fn a_single_check_stays_near_its_floor() {
    let costs = Costs::measure();
    let floor = floor_of_single(&costs.single_calldata, 7);
    assert!(costs.single <= floor + floor / 100, "{} against {floor}", costs.single);
}

#[test]
fn batches_stay_below_their_budgets() {
    let costs = Costs::measure();
    for (batches, claims, budget) in [
        (&costs.shared_batch, 32, 59_400),
        (&costs.shared_batch, 128, 54_400),
        (&costs.batch, 32, 61_100),
        (&costs.batch, 128, 56_200),
    ] {
        let batch = batches.iter().find(|batch| batch.claims == claims).unwrap();
        assert!(batch.floor < batch.gas, "{batch:?}");
        assert!(batch.gas <= budget * claims, "{batch:?}");
    }
}

#[test]
fn settling_stays_below_its_budgets() {
    let costs = Costs::measure();
    assert!(costs.claim <= 300_000, "{}", costs.claim);
    assert!(costs.claim_batch_32 / 32 <= 110_000, "{}", costs.claim_batch_32 / 32);
}
