//! What holds of every shape.

use crate::{gold_world, relay_world};
use alloc::collections::BTreeSet;
use workproof_circuits::r1cs::R1cs;
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_protocol::Clause;

/// A22: a blank circuit and any filled one have the same columns; rows are recorded without any value.
#[test]
fn filling_needs_exactly_the_columns_of_the_shape_a22() {
    let world = relay_world::RelayWorld::new();
    let circuit = relay_world::circuit();
    let shape = circuit.r1cs().unwrap();
    for vouchers in [&[][..], &[(45, 1)], &[(45, 1), (46, 2)], &[(45, 1), (46, 2), (79, 5)]] {
        let vouchers: Vec<_> = vouchers.iter().map(|(index, units)| world.voucher(*index, *units)).collect();
        if vouchers.is_empty() {
            continue;
        }
        let claim = world.claim_over(&vouchers);
        let values = circuit.assignment(&claim.statement, &claim.witness).unwrap();
        assert_eq!(values.len(), shape.variables);
    }
    let world = gold_world::GoldWorld::new();
    let shape = gold_world::circuit().r1cs().unwrap();
    for claim in [world.by_contributor(), world.by_grader()] {
        let values = gold_world::circuit().assignment(&claim.statement, &claim.witness).unwrap();
        assert_eq!(values.len(), shape.variables);
    }
}

/// A10: every public input occurs in a row.
#[test]
fn every_public_input_occurs_in_a_row_a10() {
    for shape in
        [RelayCircuit::new(10).unwrap().r1cs().unwrap(), GoldCircuit::new(256).unwrap().r1cs().unwrap()]
    {
        let used: BTreeSet<u32> = [&shape.a, &shape.b, &shape.c]
            .into_iter()
            .flat_map(|m| m.iter_rows().flatten())
            .map(|(c, _)| c)
            .collect();
        let expected = u32::try_from(shape.variables).unwrap();
        assert!((0..expected).all(|column| used.contains(&column)), "a column is in no row");
    }
}

/// The public inputs are those of the statement, in its order.
#[test]
fn the_first_columns_are_the_public_inputs_in_the_order_of_the_statement() {
    use workproof_protocol::Statement;
    let claim = relay_world::RelayWorld::new().claim();
    let values = relay_world::circuit().assignment(&claim.statement, &claim.witness).unwrap();
    let inputs = claim.statement.public_inputs();
    assert_eq!(values[1..=inputs.as_slice().len()], *inputs.as_slice());
    let claim = gold_world::GoldWorld::new().by_contributor();
    let values = gold_world::circuit().assignment(&claim.statement, &claim.witness).unwrap();
    let inputs = claim.statement.public_inputs();
    assert_eq!(values[1..=inputs.as_slice().len()], *inputs.as_slice());
}

/// Rows are labelled with clauses of the protocol, and every clause that rows can enforce has some.
#[test]
fn regions_name_the_clauses_of_the_protocol() {
    let relay = clauses(&RelayCircuit::new(10).unwrap().r1cs().unwrap());
    let gold = clauses(&GoldCircuit::new(256).unwrap().r1cs().unwrap());
    let mut expected: BTreeSet<String> =
        Clause::ALL.iter().map(|clause| format!("clause:{}", clause.id())).collect();
    // A capacity is the number of slots or items that the shape has: no row of its own.
    expected.remove("clause:relay-capacity");
    expected.remove("clause:gold-capacity");
    assert_eq!(relay.union(&gold).cloned().collect::<BTreeSet<_>>(), expected);
    assert!(relay.iter().all(|clause| clause.starts_with("clause:relay-")));
    assert!(gold.iter().all(|clause| clause.starts_with("clause:gold-")));
}

fn clauses(shape: &R1cs) -> BTreeSet<String> {
    shape.regions.iter().map(|region| region.clause.to_string()).collect()
}
