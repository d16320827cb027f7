//! Verifying keys: types that cannot exist unchecked.

mod bytes;
mod development_key;
mod error;
mod foreign_key;
mod known_deltas;
mod lint;
mod origin;
mod prepared_key;
mod public_input_sum;
mod snarkjs_key;
mod solidity_key;
mod verifying_key;

pub use development_key::{DEVELOPMENT_DELTA_TEXT, DevelopmentVerifyingKey, development_delta};
pub use error::{KeyError, KeyPointName};
pub use foreign_key::{ForeignVerifyingKey, PreparedForeignKey};
pub use lint::{KeyFinding, lint_key};
pub use origin::KeyOrigin;
pub use prepared_key::PreparedVerifyingKey;
pub(crate) use prepared_key::{Lines, PreparedPairing, miller_loops, pairings_cancel};
pub(crate) use public_input_sum::PublicInputSum;
pub use snarkjs_key::MAX_SNARKJS_KEY_BYTES;
pub use solidity_key::{MAX_SOLIDITY_BYTES, SolidityKeyError};
pub use verifying_key::{VerifyingKey, VerifyingKeyPoints};
