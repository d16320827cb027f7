//! What every statement has in common: its first four public inputs, and one function that lists them all.
//!
//! A third party adds a fact by implementing [`Statement`] for a type of their own; nothing here needs to change.

use core::fmt;

use crate::field::{Fr, fr_to_decimal};
use crate::message::Message;
use crate::nullifier::Nullifier;
use crate::scope::Scope;
use crate::strict_json::{JsonFault, JsonValue};

/// The most public inputs a statement may have: Sui takes eight.
pub const MAX_PUBLIC_INPUTS: usize = 8;

/// The names of the first four inputs of every statement.
pub const COMMON_INPUT_NAMES: [&str; 4] = ["scope", "nullifier", "message", "amount"];

/// A typed claim. Verifiers take this and never a bare list of numbers.
pub trait Statement: Sized {
    /// The name of the fact, as in [`Fact`](crate::Fact).
    const FACT: &'static str;

    /// The names of the public inputs, in their order. The first four are [`COMMON_INPUT_NAMES`].
    const INPUT_NAMES: &'static [&'static str];

    /// The part every statement has.
    fn common(&self) -> &CommonInputs;

    /// The public inputs in the order that circuit, verifier, Solidity and TypeScript follow.
    fn public_inputs(&self) -> PublicInputs;
}

/// The first four public inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "the four inputs are fixed for every fact")]
pub struct CommonInputs {
    /// What the claim belongs to.
    pub scope: Scope,
    /// What makes it payable once.
    pub nullifier: Nullifier,
    /// What the payer must do.
    pub message: Message,
    /// A lower bound of what is claimed.
    pub amount: u64,
}

impl CommonInputs {
    /// Reads scope, nullifier, message and amount from their JSON values.
    pub(crate) fn read_json(
        [scope, nullifier, message, amount]: [JsonValue<'_>; 4],
    ) -> Result<Self, JsonFault> {
        Ok(Self {
            scope: Scope::from_field(scope.field_text()?),
            nullifier: Nullifier::from_field(nullifier.field_text()?),
            message: Message::from_field(message.field_text()?),
            amount: amount.integer_text()?,
        })
    }

    /// The four inputs in order.
    #[must_use]
    pub fn to_fields(&self) -> [Fr; 4] {
        [self.scope.to_field(), self.nullifier.to_field(), self.message.to_field(), Fr::from(self.amount)]
    }
}

/// The public inputs of one statement, at most eight.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicInputs {
    values: [Fr; MAX_PUBLIC_INPUTS],
    length: usize,
}

impl PublicInputs {
    /// Takes the inputs in order; more than eight do not compile.
    #[must_use]
    pub fn new<const N: usize>(inputs: [Fr; N]) -> Self {
        const {
            assert!(N <= MAX_PUBLIC_INPUTS, "a statement has at most eight public inputs");
        }
        let mut values = [Fr::default(); MAX_PUBLIC_INPUTS];
        for (value, input) in values.iter_mut().zip(inputs) {
            *value = input;
        }
        Self { values, length: N }
    }

    /// The inputs in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Fr] {
        self.values.get(..self.length).unwrap_or_default()
    }
}

impl fmt::Debug for PublicInputs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.as_slice().iter().map(fr_to_decimal)).finish()
    }
}
