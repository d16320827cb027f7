//! The second phase: a key for one circuit.

mod beacon;
mod circuit_hash;
mod columns;
mod composer;
mod contribute;
mod initial_key;
mod key_file;
mod overrun;
mod record;
mod verify;

pub use beacon::apply_beacon;
pub use contribute::{ContributeError, contribute};
pub use initial_key::{NewKeyError, create_initial_key};
pub use key_file::{ExistingFile, KeyFileError};
pub use record::{CeremonyRecord, Contribution, RecordError};
pub use verify::{BeaconPolicy, CeremonyPolicy, KeyFault, VerifiedKey, VerifyKeyError, verify_key};
