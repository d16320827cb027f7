//! `.zkey` files: the proving keys of snarkjs and rapidsnark, read strictly and written in the same layout.
//!
//! The container is iden3's: magic, version, number of sections, then sections with a number and a length. All
//! integers are little-endian; coordinates are in Montgomery form, which is what arithmetic here works on, so points
//! are used where they lie in the file.

mod coefficients;
mod error;
mod file;
mod header;
mod layout;
mod metadata;
mod points;
mod reader;
mod validate;
mod writer;

pub use coefficients::{Coefficient, CoefficientMatrix, Coefficients, encode_coefficient};
pub use error::{CoefficientFault, ZkeyError};
pub use file::ZkeyFile;
pub use header::ZkeyHeader;
pub use layout::Section;
pub(crate) use layout::{G1_BYTES, G2_BYTES};
pub use metadata::KeyMetadata;
pub use points::{G1Points, G2Points, encode_g1, encode_g2};
pub use reader::Zkey;
pub(crate) use reader::ZkeyIndex;
pub(crate) use validate::Invalid;
pub(crate) use writer::{ZkeyShape, ZkeyWriter};
