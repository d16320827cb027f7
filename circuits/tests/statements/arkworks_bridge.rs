//! A circuit written with arkworks' own constraint system, embedded in one of ours.

use ark_relations::gr1cs::predicate::PredicateConstraintSystem;
use ark_relations::gr1cs::{
    ConstraintSynthesizer, ConstraintSystemRef, LinearCombination, SynthesisError as ArkError,
};
use workproof_circuits::arkworks::{ArkworksError, embed};
use workproof_circuits::r1cs::{ConstraintSystem, SynthesisError};
use workproof_protocol::Fr;

/// `cube = root³`, the cube being an instance variable.
#[derive(Clone, Copy)]
struct Cube {
    root: Option<Fr>,
    cube: Option<Fr>,
}

impl ConstraintSynthesizer<Fr> for Cube {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), ArkError> {
        let value = |x: Option<Fr>| x.ok_or(ArkError::AssignmentMissing);
        let cube = cs.new_input_variable(|| value(self.cube))?;
        let root = cs.new_witness_variable(|| value(self.root))?;
        let square = cs.new_witness_variable(|| value(self.root).map(|r| r * r))?;
        let one = |v| LinearCombination::from(v);
        cs.enforce_r1cs_constraint(|| one(root), || one(root), || one(square))?;
        cs.enforce_r1cs_constraint(|| one(square), || one(root), || one(cube))
    }
}

fn run(cs: &mut ConstraintSystem, root: Option<u64>, cube: u64) -> Result<(), SynthesisError> {
    let input = cs.public_input(|| Fr::from(cube));
    cs.enter_clause("clause:example-cube");
    let filled = root.map(Fr::from);
    embed(cs, &[&input], Cube { root: filled, cube: filled.map(|r| r * r * r) })
}

#[test]
fn rows_and_values_of_an_arkworks_circuit_fit_together() {
    let mut recorder = ConstraintSystem::shape();
    run(&mut recorder, None, 0).unwrap();
    let shape = recorder.into_shape().unwrap();
    assert_eq!((shape.constraints(), shape.variables, shape.public_inputs), (2, 4, 1));
    let mut filler = ConstraintSystem::values();
    run(&mut filler, Some(3), 27).unwrap();
    assert!(shape.unsatisfied_rows(&filler.into_assignment().unwrap()).is_empty());
}

#[test]
fn an_input_other_than_the_embedded_circuit_computes_is_refused() {
    let mut filler = ConstraintSystem::values();
    run(&mut filler, Some(3), 28).unwrap();
    let error = filler.into_assignment().unwrap_err();
    assert_eq!(error, SynthesisError::Unsatisfied { clause: "clause:example-cube", row: 0 });
}

#[test]
fn a_blank_arkworks_circuit_cannot_be_filled() {
    let mut filler = ConstraintSystem::values();
    assert!(matches!(run(&mut filler, None, 27), Err(SynthesisError::Arkworks(_))));
}

/// `square = root²` as a predicate of its own, which is no row of an R1CS.
#[derive(Clone, Copy)]
struct SquareAsPredicate;

impl ConstraintSynthesizer<Fr> for SquareAsPredicate {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), ArkError> {
        let square = cs.new_input_variable(|| Ok(Fr::from(9u64)))?;
        let root = cs.new_witness_variable(|| Ok(Fr::from(3u64)))?;
        cs.register_predicate("square", PredicateConstraintSystem::new_sr1cs_predicate()?)?;
        let form = |variable| -> Box<dyn FnOnce() -> LinearCombination<Fr>> {
            Box::new(move || LinearCombination::from(variable))
        };
        cs.enforce_constraint("square", vec![form(root), form(square)])
    }
}

#[test]
fn constraints_that_are_no_rows_are_refused_and_not_lost_a1() {
    for mut cs in [ConstraintSystem::shape(), ConstraintSystem::values()] {
        let input = cs.public_input(|| Fr::from(9u64));
        let refused = embed(&mut cs, &[&input], SquareAsPredicate).unwrap_err();
        assert!(refused.to_string().contains("embedded"), "{refused}");
        assert!(matches!(refused, SynthesisError::Arkworks(ArkworksError::OtherPredicate { count: 1, .. })));
    }
}

#[test]
fn a_public_input_after_a_hint_fails_the_circuit_a10() {
    let build = |mut cs: ConstraintSystem| {
        let secret = cs.hint(|| Fr::from(7u64));
        let public = cs.public_input(|| Fr::from(49u64));
        cs.enforce(&secret, &secret, &public);
        cs
    };
    assert_eq!(
        build(ConstraintSystem::shape()).into_shape().unwrap_err(),
        SynthesisError::PublicInputAfterHint
    );
    assert_eq!(
        build(ConstraintSystem::values()).into_assignment().unwrap_err(),
        SynthesisError::PublicInputAfterHint
    );
}
