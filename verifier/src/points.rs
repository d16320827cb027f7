//! Points of BN254 as they come from outside: strict encodings and full checks.
//!
//! Nothing in this crate builds a point from outside data by another way than this module, so a point that exists
//! is on its curve, in its prime-order subgroup and not the identity.

mod compressed;
mod coordinate;
mod error;
mod subgroup;

pub(crate) use compressed::{G1_BYTES, G2_BYTES, decode_g1, decode_g2, encode_g1, encode_g2};
pub(crate) use coordinate::fq_from_decimal;
#[cfg(feature = "serde")]
pub(crate) use coordinate::fq_to_decimal;
pub(crate) use coordinate::fq_to_le_bytes;
pub use error::PointError;
pub use subgroup::{check_g1, check_g2, is_in_g2_subgroup};
