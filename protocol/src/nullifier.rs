//! Nullifier: the value that makes a claim payable once.
//!
//! It is a function of the scope and of a secret or a commitment that the statement ties down, never
//! of signatures or proof bytes, which can be varied without changing the claim.

use ark_ff::Zero;

use crate::domain::DomainTag;
use crate::field::Fr;
use crate::field_newtype::field_newtype;
use crate::identity::IdentitySecret;
use crate::poseidon;
use crate::scope::Scope;

field_newtype! {
    /// The nullifier of a claim: public input 1 of every statement.
    Nullifier
}

impl Nullifier {
    /// `H_4(tag, scope, secret, slot)`: one for each contributor, scope and slot. Gold uses slot 0.
    #[must_use]
    pub fn contributor(scope: Scope, secret: &IdentitySecret, slot: u32) -> Self {
        let tag = DomainTag::Nullifier.to_field();
        Self(poseidon::hash([tag, scope.to_field(), *secret.expose_secret(), Fr::from(slot)]))
    }

    /// `H_4(tag, scope, answer commitment, 0)`: one for each submission that a grader claims for.
    #[must_use]
    pub fn grader(scope: Scope, answer_commitment: Fr) -> Self {
        let tag = DomainTag::NullifierGrader.to_field();
        Self(poseidon::hash([tag, scope.to_field(), answer_commitment, Fr::zero()]))
    }
}
