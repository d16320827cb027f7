//! `clause:gold-message-bound`: the message takes part in a row of its own (it is hashed into the answer commitment too).
//! One row.

use crate::r1cs::{ConstraintSystem, Linear};

pub(super) fn enforce(cs: &mut ConstraintSystem, message: &Linear) {
    cs.enter_clause("clause:gold-message-bound");
    cs.product(message, message);
}
