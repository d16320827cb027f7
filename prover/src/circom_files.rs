//! circom's other files: circuits (`.r1cs`) and witnesses (`.wtns`), for proving the same thing with other provers.

mod r1cs_file;
mod r1cs_reader;
mod r1cs_view;
mod wtns_file;

pub use r1cs_file::{R1csFileError, write_r1cs};
pub use r1cs_reader::{R1csReadError, read_r1cs};
pub use r1cs_view::{R1csRow, R1csTerm, R1csTerms, R1csView, Signals};
pub use wtns_file::{WtnsError, read_wtns, write_wtns};
