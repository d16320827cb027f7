//! `clause:relay-message-bound`: the message takes part in a row, `message · message = square`.
//!
//! Without it, whether a proof binds the message would hang on the set-up: ours and snarkjs' add a row for each public
//! input, one that does not would leave the message's point in the verifying key at the identity, and any message would
//! pass. One row.

use crate::r1cs::{ConstraintSystem, Linear};

pub(super) fn enforce(cs: &mut ConstraintSystem, message: &Linear) {
    cs.enter_clause("clause:relay-message-bound");
    cs.product(message, message);
}
