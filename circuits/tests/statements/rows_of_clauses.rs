//! The rows of each clause are as many as the book says: a range that grew or shrank by a bit shows here.

use crate::{gold_world, relay_world};
use alloc::collections::BTreeMap;
use workproof_circuits::Circuit;

fn rows(circuit: &impl Circuit) -> BTreeMap<&'static str, usize> {
    let shape = circuit.r1cs().unwrap();
    let mut rows = BTreeMap::new();
    for row in 0..shape.constraints() {
        *rows.entry(shape.clause_of_row(row).unwrap()).or_default() += 1;
    }
    rows
}

fn assert_rows(circuit: &impl Circuit, expected: &[(&'static str, usize)]) {
    let expected: BTreeMap<_, _> = expected.iter().copied().collect();
    assert_eq!(rows(circuit), expected);
}

#[test]
fn rows_of_relay_are_as_the_book_says() {
    let n = usize::from(relay_world::CAPACITY);
    assert_rows(
        &relay_world::circuit(),
        &[
            ("clause:relay-message-bound", 1),
            ("clause:relay-terms", 64),
            ("clause:relay-secret-canonical", 753 + 240),
            ("clause:relay-membership", 4_941),
            ("clause:relay-nullifier", 298),
            ("clause:relay-disabled-slots", 3 * n - 1),
            ("clause:relay-units-range", 64 * n),
            ("clause:relay-cap", 64 * n),
            ("clause:relay-attester-registered", (297 + 2_303 + 1) * n),
            ("clause:relay-signature", (321 + 2_292) * n),
            ("clause:relay-indices-increase", 18 * n + 1),
            ("clause:relay-slot-range", 17),
            ("clause:relay-amount", 136),
            ("clause:relay-attester-count", 8),
        ],
    );
}

#[test]
fn rows_of_gold_are_as_the_book_says() {
    let m = gold_world::CAPACITY;
    assert_rows(
        &gold_world::circuit(),
        &[
            ("clause:gold-message-bound", 1),
            ("clause:gold-terms", 62),
            ("clause:gold-mode", 2),
            ("clause:gold-secret-canonical", 753 + 240),
            ("clause:gold-membership", 4_942),
            ("clause:gold-nullifier", 299),
            ("clause:gold-label-range", 8 * m),
            ("clause:gold-commitment", 609 + 1),
            ("clause:gold-answer-commitment", 609 + 1),
            ("clause:gold-count", 1),
            ("clause:gold-score-lower", 24 * m + 32),
            ("clause:gold-score-upper", 16),
        ],
    );
}
