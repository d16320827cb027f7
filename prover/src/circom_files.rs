//! circom's other files: circuits (`.r1cs`) and witnesses (`.wtns`), for proving the same thing with other provers.

mod r1cs_file;
mod wtns_file;

pub use r1cs_file::{R1csFileError, write_r1cs};
pub use wtns_file::{WtnsError, read_wtns, write_wtns};
