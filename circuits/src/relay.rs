//! The fact `relay`: at least so many units of metered work, counter-signed by registered attesters.
//!
//! The circuit holds up to `capacity` vouchers, one *place* each (`clause:relay-capacity` is the number of places, and has
//! no row of its own). Every other clause is a file; the order below is the order of the rows. Rows: 6,458 once and 5,363
//! for each place (pinned in `pins.json`).
//!
//! A place without a voucher is *disabled*. Its rows are the same; they are filled with a voucher over zero units that is
//! signed with a key everybody can derive. Its flag switches off the comparison of its attester root with the public one
//! and the step of its index, forces its units to zero, and keeps it from being counted.

mod amount;
mod attester_count;
mod attester_registered;
mod disabled_slots;
mod indices_increase;
mod membership;
mod message_bound;
mod nullifier;
mod place;
mod signature;
mod slot_range;
mod terms;
mod units;

use crate::circuit::{Circuit, public_inputs};
use crate::contributor;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear, SynthesisError};
use workproof_protocol::relay::{self, RelayStatement, RelayViolation, RelayWitness};

/// The capacities that fill domains of 2^16, 2^18 and 2^20.
pub const CAPACITIES: [usize; 3] = [10, 46, 190];

/// The circuit of the fact `relay`, for up to `capacity` vouchers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelayCircuit {
    capacity: usize,
}

impl RelayCircuit {
    /// The circuit for one of [`CAPACITIES`].
    #[must_use]
    pub fn new(capacity: usize) -> Option<Self> {
        CAPACITIES.contains(&capacity).then_some(Self { capacity })
    }

    /// A circuit of any capacity from 1 to 255: for tests and measurements, no keys are meant for it.
    #[must_use]
    pub fn with_capacity_for_tests(capacity: u8) -> Self {
        Self { capacity: usize::from(capacity.max(1)) }
    }

    /// The circuits of all capacities, the smallest first.
    #[must_use]
    pub fn all() -> [Self; 3] {
        CAPACITIES.map(|capacity| Self { capacity })
    }
}

/// The public inputs, in their order.
struct Inputs {
    scope: Linear,
    nullifier: Linear,
    message: Linear,
    amount: Linear,
    contributor_root: Linear,
    attester_root: Linear,
    terms: Linear,
}

impl Circuit for RelayCircuit {
    type Statement = RelayStatement;
    type Witness = RelayWitness;
    type Violation = RelayViolation;

    fn name(&self) -> String {
        format!("relay-{}", self.capacity)
    }

    fn capacity(&self) -> usize {
        self.capacity
    }

    fn check(&self, statement: &RelayStatement, witness: &RelayWitness) -> Result<(), RelayViolation> {
        relay::check_relay(statement, witness, self.capacity)
    }

    fn synthesize(
        &self,
        cs: &mut ConstraintSystem,
        instance: Option<(&RelayStatement, &RelayWitness)>,
    ) -> Result<(), SynthesisError> {
        let (statement, witness) = instance.unzip();
        let [scope, nullifier, message, amount, contributor_root, attester_root, terms] =
            public_inputs(cs, statement);
        let inputs = Inputs { scope, nullifier, message, amount, contributor_root, attester_root, terms };

        message_bound::enforce(cs, &inputs.message);
        let terms = terms::enforce(cs, &inputs.terms, statement);

        cs.enter_clause("clause:relay-secret-canonical");
        let scalar = witness.and_then(|w| w.identity.to_scalar());
        let secret = SecretScalarVar::new(cs, scalar.as_deref());
        let id = contributor::id(cs, &secret);
        let membership = instance.map(|(statement, witness)| (&witness.membership, &statement.contributors));
        membership::enforce(cs, &inputs.contributor_root, &terms, &id, membership);
        nullifier::enforce(cs, &inputs, &secret, &terms);

        let fillings = place::fillings(self.capacity, statement, witness);
        let flags = disabled_slots::enforce(cs, &fillings);
        let slopes = place::slopes(statement, witness, &fillings);
        let items = fillings.iter().zip(flags).zip(slopes).collect();
        let places = cs.for_each(items, |cs, ((filling, enabled), slopes)| {
            place::enforce(cs, &inputs, &id, enabled, (filling, &slopes))
        });

        let last = indices_increase::enforce(cs, &terms, &places);
        slot_range::enforce(cs, &terms, &last);
        amount::enforce(cs, &inputs.amount, &places);
        attester_count::enforce(cs, &terms, &places);
        Ok(())
    }
}
