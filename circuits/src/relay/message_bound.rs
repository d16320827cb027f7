//! `clause:relay-message-bound`: the message takes part in a row, `message · message = square`.
//!
//! Without it, the message's point in the verifying key would be the identity, and any message would pass.
//! One row.

use crate::r1cs::{ConstraintSystem, Linear};

pub(super) fn enforce(cs: &mut ConstraintSystem, message: &Linear) {
    cs.enter_clause("clause:relay-message-bound");
    cs.product(message, message);
}
