//! What a prover may choose once the public inputs are given: the whole circuits' Jacobians, and no more than is declared.

use crate::{gold_world, relay_world};
use alloc::collections::BTreeMap;
use workproof_circuits::Circuit;
use workproof_circuits::r1cs::{R1cs, movable_columns};
use workproof_protocol::{Fr, Statement};

/// Column of the nullifier.
const NULLIFIER: u32 = 2;
/// Column of the amount.
const AMOUNT: u32 = 4;
/// Column of the terms.
const TERMS: u32 = 7;

struct Case {
    shape: R1cs,
    values: Vec<Fr>,
    inputs: u32,
}

impl Case {
    fn new<C: Circuit>(circuit: &C, statement: &C::Statement, witness: &C::Witness) -> Self {
        let values = circuit.assignment(statement, witness).unwrap().to_vec();
        let inputs = u32::try_from(statement.public_inputs().as_slice().len()).unwrap();
        Self { shape: circuit.r1cs().unwrap(), values, inputs }
    }

    /// What can move while all public inputs but one stay.
    fn movable_with(&self, released: Option<u32>) -> Vec<u32> {
        movable_columns(&self.shape, &self.values, |column| column <= self.inputs && released != Some(column))
    }

    /// How many columns of each clause can move, by the first row in which they occur.
    fn by_clause(&self, columns: &[u32]) -> BTreeMap<&'static str, usize> {
        let mut first_clause: BTreeMap<u32, &'static str> = BTreeMap::new();
        for row in 0..self.shape.constraints() {
            let clause = self.shape.clause_of_row(row).unwrap();
            for matrix in [&self.shape.a, &self.shape.b, &self.shape.c] {
                for (column, _) in matrix.row(row) {
                    first_clause.entry(column).or_insert(clause);
                }
            }
        }
        let mut counts = BTreeMap::new();
        for column in columns {
            *counts.entry(first_clause[column]).or_default() += 1;
        }
        counts
    }

    /// Released alone, neither nullifier nor amount nor terms can move.
    fn assert_inputs_are_held(&self) {
        for input in [NULLIFIER, AMOUNT, TERMS] {
            assert!(!self.movable_with(Some(input)).contains(&input), "public input {input}");
        }
    }
}

fn relay_cases() -> Vec<Case> {
    let world = relay_world::RelayWorld::new();
    let full = [world.voucher(45, 300), world.voucher(60, 5), world.voucher(70, 400)];
    let claims = [world.claim_over(&full[..1]), world.claim_over(&full)];
    claims.map(|claim| Case::new(&relay_world::circuit(), &claim.statement, &claim.witness)).into()
}

fn gold_cases() -> Vec<Case> {
    let world = gold_world::GoldWorld::new();
    let claims = [world.by_contributor(), world.by_grader()];
    claims.map(|claim| Case::new(&gold_world::circuit(), &claim.statement, &claim.witness)).into()
}

#[test]
fn nullifier_amount_and_terms_are_held_by_the_rest_a1_a8_a10() {
    relay_cases().iter().chain(&gold_cases()).for_each(Case::assert_inputs_are_held);
}

/// Siblings and the hashes above them: to first order a path of several siblings with one root leaves room, and to find
/// such siblings is to find a collision. Nothing else, in enabled places or disabled ones.
#[test]
fn in_a_relay_claim_only_paths_can_move_a1_a7() {
    for case in relay_cases() {
        let movable = case.by_clause(&case.movable_with(None));
        let clauses: Vec<_> = movable.into_keys().collect();
        assert_eq!(clauses, ["clause:relay-attester-registered", "clause:relay-membership"]);
    }
}

/// Skipped siblings, inverses of zero, and in the grader's mode the path, the mode's inverse and what only hides the id.
#[test]
fn in_a_gold_claim_only_what_is_declared_can_move_a1() {
    let [contributor, grader] = gold_cases().try_into().ok().unwrap();
    let of_contributor = contributor.by_clause(&contributor.movable_with(None));
    assert_eq!(
        of_contributor.keys().copied().collect::<Vec<_>>(),
        ["clause:gold-membership", "clause:gold-score-lower"]
    );
    // 251 items that are not gold have one inverse each, and one gold item was not answered
    assert_eq!(of_contributor["clause:gold-score-lower"], 252);
    let of_grader = grader.by_clause(&grader.movable_with(None));
    assert!(!of_grader.contains_key("clause:gold-nullifier"));
    assert!(!of_grader.contains_key("clause:gold-terms"));
    assert_eq!(of_grader["clause:gold-score-lower"], 252);
}
