//! What a circuit is: the trait by which anybody adds a fact of their own.

use crate::r1cs::{Assignment, ConstraintSystem, R1cs, SynthesisError};
use core::error::Error;
use workproof_protocol::Statement;

/// A fact in circuit form. Implement it, and the prover makes keys and proofs for it, and the verifier checks them, in the
/// same envelope as the built-in facts.
///
/// The three parts must say the same: [`check`](Self::check) is the statement in plain Rust and names the clause that fails,
/// [`synthesize`](Self::synthesize) is the statement as rows, and [`Statement::public_inputs`] is what both are about.
///
/// `examples/own_fact.rs` shows a whole one.
pub trait Circuit: Send + Sync {
    /// The public side.
    type Statement: Statement;
    /// The secret side.
    type Witness: Send + Sync;
    /// Why a witness does not prove a statement: one variant for each clause.
    type Violation: Error + Send + Sync + 'static;

    /// The name with the capacity, such as `relay-46`: what keys and claims are labelled with.
    fn name(&self) -> String;

    /// How many units (vouchers, items, …) one claim holds.
    fn capacity(&self) -> usize;

    /// The statement in plain Rust.
    ///
    /// # Errors
    /// The first clause that does not hold.
    fn check(&self, statement: &Self::Statement, witness: &Self::Witness) -> Result<(), Self::Violation>;

    /// The statement as rows. Allocate the public inputs first, by [`public_inputs`], then enforce one clause after the
    /// other. What is allocated and enforced must not depend on `instance`, which is `None` while the shape is
    /// recorded: it may only feed hints.
    ///
    /// # Errors
    /// Whatever keeps the circuit from being built; an unsatisfied row is noted by the constraint system itself.
    fn synthesize(
        &self,
        cs: &mut ConstraintSystem,
        instance: Option<(&Self::Statement, &Self::Witness)>,
    ) -> Result<(), SynthesisError>;

    /// The shape: recorded without any value.
    ///
    /// # Errors
    /// [`SynthesisError`] when the circuit cannot be built.
    fn r1cs(&self) -> Result<R1cs, SynthesisError> {
        let mut cs = ConstraintSystem::shape();
        self.synthesize(&mut cs, None)?;
        cs.into_shape()
    }

    /// The values of all columns for a witness. No matrix is built; every row is checked on the way.
    ///
    /// # Errors
    /// [`SynthesisError::Unsatisfied`] with the clause that does not hold.
    fn assignment(
        &self,
        statement: &Self::Statement,
        witness: &Self::Witness,
    ) -> Result<Assignment, SynthesisError> {
        let mut cs = ConstraintSystem::values();
        self.synthesize(&mut cs, Some((statement, witness)))?;
        cs.into_assignment()
    }
}

/// Allocates the public inputs of a statement as the first columns, in the statement's order.
pub fn public_inputs<const N: usize, S: Statement>(
    cs: &mut ConstraintSystem,
    statement: Option<&S>,
) -> [crate::r1cs::Linear; N] {
    let values = statement.map(Statement::public_inputs);
    core::array::from_fn(|index| {
        cs.public_input(|| values.as_ref().and_then(|v| v.as_slice().get(index)).copied().unwrap_or_default())
    })
}
