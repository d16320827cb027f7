//! relay: "at least N units of metered work, counter-signed by registered attesters".
//!
//! The unit is part of the scope, so one statement serves bytes relayed, seconds of uptime or retrievals.
//! It does not say that the work was useful, nor that attester and contributor are different people.

mod check_relay;
mod relay_request;
mod relay_statement;
mod relay_witness;

pub use check_relay::{RelayViolation, check_relay};
pub use relay_request::{RELAY_CAPACITIES, RelayError, RelayRequest};
pub use relay_statement::{RelayStatement, RelayTerms};
pub use relay_witness::{RelayVoucher, RelayWitness};
