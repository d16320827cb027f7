//! The first phase: powers of tau, made by many for all circuits.

mod contribution;
mod file;
#[cfg(feature = "insecure-testing")]
mod insecure_file;
mod verify;

pub use contribution::{PtauContribution, PtauContributionError};
pub use file::{PtauError, PtauFile};
#[cfg(feature = "insecure-testing")]
pub use insecure_file::insecure_write_ptau;
pub use verify::{PtauFault, VerifiedPtau, VerifyPtauError, verify_ptau};
