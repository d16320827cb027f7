//! The long checks of a key, made once per file: every point and every matrix entry, on all cores.

use rayon::prelude::*;
use workproof_verifier::PointError;

use super::{CoefficientFault, G1Points, G2Points, Section, Zkey, ZkeyError};
use crate::cancel_token::{CancelToken, Cancelled};

/// Points per task; between tasks a cancellation is seen.
const TASK: usize = 4096;

/// Why the long checks ended without a good result.
pub(crate) enum Invalid {
    Refused(ZkeyError),
    Cancelled,
}

impl From<ZkeyError> for Invalid {
    fn from(error: ZkeyError) -> Self {
        Self::Refused(error)
    }
}

impl From<Cancelled> for Invalid {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl Zkey<'_> {
    /// Checks every point of every section in full (G2 points with their subgroup) and every entry of the matrices.
    pub(crate) fn validate(self, cancel: &CancelToken) -> Result<(), Invalid> {
        self.validate_coefficients(cancel)?;
        for (section, points) in
            [(Section::A, self.a()), (Section::B1, self.b1()), (Section::L, self.l()), (Section::H, self.h())]
        {
            validate_points(section, points.as_bytes(), G1Points::check, cancel)?;
        }
        validate_points(Section::B2, self.b2().as_bytes(), G2Points::check, cancel)?;
        Ok(self.header().check_pairs()?)
    }

    fn validate_coefficients(self, cancel: &CancelToken) -> Result<(), Invalid> {
        let mut last = 0;
        let (variables, domain) = (self.header().variables, self.header().domain);
        for (index, entry) in self.coefficients().iter().enumerate() {
            if index % TASK == 0 {
                cancel.check()?;
            }
            let refuse = |fault: CoefficientFault| Err(ZkeyError::Coefficient { index, fault }.into());
            let Some(entry) = entry else { return refuse(CoefficientFault::Matrix) };
            if entry.constraint >= domain {
                return refuse(CoefficientFault::Constraint);
            }
            if entry.signal >= variables {
                return refuse(CoefficientFault::Signal);
            }
            if entry.constraint < last {
                return refuse(CoefficientFault::Order);
            }
            if !entry.is_canonical() {
                return refuse(CoefficientFault::Value);
            }
            last = entry.constraint;
        }
        Ok(())
    }
}

fn validate_points<const N: usize>(
    section: Section,
    points: &[[u8; N]],
    check: impl Fn(&[u8; N]) -> Result<(), PointError> + Sync,
    cancel: &CancelToken,
) -> Result<(), Invalid> {
    points.par_chunks(TASK).enumerate().try_for_each(|(task, chunk)| {
        cancel.check()?;
        for (offset, bytes) in chunk.iter().enumerate() {
            let index = task * TASK + offset;
            check(bytes).map_err(|source| ZkeyError::Point { section, index, source })?;
        }
        Ok(())
    })
}
