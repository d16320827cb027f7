//! The fact `gold`: labels match the hidden gold set.
//!
//! Every position is compared, gold or not, so the positions of the gold items stay hidden. Each clause of the statement is
//! a file of its own, in the order of the rows. Rows: 32 an item, 609 for each sixteen or so packed elements of the
//! two commitments, and some 6,350 once (pinned in `pins.json`). `clause:gold-capacity` is the number of items, and has no row of its own.

mod answer_commitment;
mod bounds;
mod gold_commitment;
mod items;
mod membership;
mod message_bound;
mod mode;
mod nullifier;
mod terms;

use crate::circuit::{Circuit, public_inputs};
use crate::contributor;
use crate::gadgets::secret_scalar::SecretScalarVar;
use crate::r1cs::{ConstraintSystem, Linear, SynthesisError};
use workproof_protocol::gold::{self, GoldStatement, GoldViolation, GoldWitness};

/// The numbers of items.
pub const CAPACITIES: [usize; 3] = [256, 1_024, 4_096];

/// The circuit of the fact `gold`, for `capacity` items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoldCircuit {
    capacity: usize,
}

impl GoldCircuit {
    /// The circuit for one of [`CAPACITIES`].
    #[must_use]
    pub fn new(capacity: usize) -> Option<Self> {
        CAPACITIES.contains(&capacity).then_some(Self { capacity })
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
    gold_commitment: Linear,
    terms: Linear,
    answer_commitment: Linear,
}

impl Circuit for GoldCircuit {
    type Statement = GoldStatement;
    type Witness = GoldWitness;
    type Violation = GoldViolation;

    fn name(&self) -> String {
        format!("gold-{}", self.capacity)
    }

    fn capacity(&self) -> usize {
        self.capacity
    }

    fn check(&self, statement: &GoldStatement, witness: &GoldWitness) -> Result<(), GoldViolation> {
        gold::check_gold(statement, witness, self.capacity)
    }

    fn synthesize(
        &self,
        cs: &mut ConstraintSystem,
        instance: Option<(&GoldStatement, &GoldWitness)>,
    ) -> Result<(), SynthesisError> {
        let (statement, witness) = instance.unzip();
        let [scope, nullifier, message, amount, contributor_root, gold_commitment, terms, answer_commitment] =
            public_inputs(cs, statement);
        let inputs = Inputs {
            scope,
            nullifier,
            message,
            amount,
            contributor_root,
            gold_commitment,
            terms,
            answer_commitment,
        };

        message_bound::enforce(cs, &inputs.message);
        let by_contributor = mode::enforce(cs, &inputs);
        let terms = terms::enforce(cs, &inputs.terms, &by_contributor, statement);

        cs.enter_clause("clause:gold-secret-canonical");
        let scalar = mode::secret(witness);
        let secret = SecretScalarVar::new(cs, scalar.as_deref());
        let own_id = contributor::id(cs, &secret);
        let id = membership::enforce(cs, &inputs, (&by_contributor, &terms), &own_id, instance);
        nullifier::enforce(cs, &inputs, &by_contributor, &secret);

        let items = items::enforce(cs, self.capacity, &terms, witness);
        gold_commitment::enforce(cs, &inputs, &items, witness);
        answer_commitment::enforce(cs, &inputs, &id, &items, witness);
        bounds::enforce(cs, &inputs.amount, &terms, &items);
        Ok(())
    }
}
