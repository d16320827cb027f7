//! A fact for tests: "I know x with x^(2^k) = y", where the capacity k sets the size.

use ark_bn254::Fr;
use ark_ff::Field;
use workproof_circuits::Circuit;
use workproof_circuits::circuit::public_inputs;
use workproof_circuits::r1cs::{ConstraintSystem, SynthesisError};
use workproof_protocol::{CommonInputs, Message, Nullifier, PublicInputs, Scope, Statement};

/// "I know x with x^(2^k) = y."
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PowerStatement {
    pub(crate) common: CommonInputs,
    pub(crate) y: Fr,
}

impl Statement for PowerStatement {
    const FACT: &'static str = "power";
    const INPUT_NAMES: &'static [&'static str] = &["scope", "nullifier", "message", "amount", "y"];

    fn common(&self) -> &CommonInputs {
        &self.common
    }

    fn public_inputs(&self) -> PublicInputs {
        let [scope, nullifier, message, amount] = self.common.to_fields();
        PublicInputs::new([scope, nullifier, message, amount, self.y])
    }
}

/// x
#[derive(Clone)]
pub(crate) struct PowerWitness(pub(crate) Fr);

/// Why a witness does not prove a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PowerViolation {
    /// x^(2^k) is not y.
    Power,
}

impl core::fmt::Display for PowerViolation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("x to the power of 2^k is not y (clause:power)")
    }
}

impl core::error::Error for PowerViolation {}

/// The circuit: k squarings. With `lenient` its plain check accepts anything, so that the circuit itself is asked.
#[derive(Clone, Debug)]
pub(crate) struct PowerCircuit {
    pub(crate) squarings: usize,
    pub(crate) lenient: bool,
}

impl PowerCircuit {
    pub(crate) fn new(squarings: usize) -> Self {
        Self { squarings, lenient: false }
    }

    pub(crate) fn instance(&self, x: u64) -> (PowerStatement, PowerWitness) {
        let x = Fr::from(x);
        let y = (0..self.squarings).fold(x, |value, _| value.square());
        let field = |value: u64| Fr::from(value);
        let common = CommonInputs {
            scope: Scope::from_field(field(11)),
            nullifier: Nullifier::from_field(field(12)),
            message: Message::from_field(field(13)),
            amount: 14,
        };
        (PowerStatement { common, y }, PowerWitness(x))
    }
}

impl Circuit for PowerCircuit {
    type Statement = PowerStatement;
    type Witness = PowerWitness;
    type Violation = PowerViolation;

    fn name(&self) -> String {
        format!("power-{}", self.squarings)
    }

    fn capacity(&self) -> usize {
        self.squarings
    }

    fn check(&self, statement: &PowerStatement, witness: &PowerWitness) -> Result<(), PowerViolation> {
        let y = (0..self.squarings).fold(witness.0, |value, _| value.square());
        if self.lenient || y == statement.y { Ok(()) } else { Err(PowerViolation::Power) }
    }

    fn synthesize(
        &self,
        cs: &mut ConstraintSystem,
        instance: Option<(&PowerStatement, &PowerWitness)>,
    ) -> Result<(), SynthesisError> {
        let [.., y] = public_inputs::<5, _>(cs, instance.map(|(statement, _)| statement));
        cs.enter_clause("clause:power");
        let mut value = cs.hint(|| instance.map(|(_, witness)| witness.0).unwrap_or_default());
        for _ in 0..self.squarings {
            value = cs.product(&value, &value);
        }
        cs.enforce_equal(&value, &y);
        Ok(())
    }
}
