//! The circuits of this program, by name.

use thiserror::Error;
use workproof_circuits::r1cs::{Assignment, R1cs, SynthesisError};
use workproof_circuits::{Circuit, GoldCircuit, RelayCircuit};
use workproof_prover::sample_claims::{self, SampleClaimError};

/// There is no such circuit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no circuit `{name}`; the circuits are {}", names().join(", "))]
pub(crate) struct UnknownCircuit {
    pub(crate) name: String,
}

/// A circuit of one of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnyCircuit {
    Relay(RelayCircuit),
    Gold(GoldCircuit),
}

impl AnyCircuit {
    /// All circuits, fact by fact, the smallest first.
    pub(crate) fn all() -> Vec<Self> {
        let relay = RelayCircuit::all().into_iter().map(Self::Relay);
        relay.chain(GoldCircuit::all().into_iter().map(Self::Gold)).collect()
    }

    /// The circuit of a name.
    pub(crate) fn by_name(name: &str) -> Result<Self, UnknownCircuit> {
        let unknown = || UnknownCircuit { name: name.to_owned() };
        Self::all().into_iter().find(|circuit| circuit.name() == name).ok_or_else(unknown)
    }

    /// The name.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Relay(circuit) => circuit.name(),
            Self::Gold(circuit) => circuit.name(),
        }
    }

    /// The shape, recorded anew.
    pub(crate) fn r1cs(&self) -> Result<R1cs, SynthesisError> {
        match self {
            Self::Relay(circuit) => circuit.r1cs(),
            Self::Gold(circuit) => circuit.r1cs(),
        }
    }

    /// The values of all variables for a sample claim that fills the circuit.
    pub(crate) fn sample_assignment(&self) -> Result<Result<Assignment, SynthesisError>, SampleClaimError> {
        Ok(match self {
            Self::Relay(circuit) => {
                let (statement, witness) = sample_claims::relay(circuit.capacity())?;
                circuit.assignment(&statement, &witness)
            }
            Self::Gold(circuit) => {
                let (statement, witness) = sample_claims::gold(circuit.capacity())?;
                circuit.assignment(&statement, &witness)
            }
        })
    }

    /// How many vouchers or items one claim holds.
    pub(crate) fn capacity(&self) -> usize {
        match self {
            Self::Relay(circuit) => circuit.capacity(),
            Self::Gold(circuit) => circuit.capacity(),
        }
    }
}

fn names() -> Vec<String> {
    AnyCircuit::all().iter().map(AnyCircuit::name).collect()
}

/// The relay circuit of a name.
pub(crate) fn relay_by_name(name: &str) -> Result<RelayCircuit, UnknownCircuit> {
    match AnyCircuit::by_name(name)? {
        AnyCircuit::Relay(circuit) => Ok(circuit),
        AnyCircuit::Gold(_) => Err(UnknownCircuit { name: name.to_owned() }),
    }
}

/// The gold circuit of a name.
pub(crate) fn gold_by_name(name: &str) -> Result<GoldCircuit, UnknownCircuit> {
    match AnyCircuit::by_name(name)? {
        AnyCircuit::Gold(circuit) => Ok(circuit),
        AnyCircuit::Relay(_) => Err(UnknownCircuit { name: name.to_owned() }),
    }
}
