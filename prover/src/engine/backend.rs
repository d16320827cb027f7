//! What the engine asks of whatever does the arithmetic.

use core::fmt::Debug;

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ff::BigInt;
use thiserror::Error;

use crate::cancel_token::{CancelToken, Cancelled};
use crate::zkey::{G1Points, G2Points};

/// Why the engine gave no result.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EngineError {
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Two arguments that belong together differ in length.
    #[error("{expected} elements expected, {found} given")]
    Length {
        /// Elements expected.
        expected: usize,
        /// Elements given.
        found: usize,
    },
    /// The number of elements is not a power of two, or too large for the field.
    #[error("a transform of {found} elements is not possible")]
    TransformSize {
        /// Elements given.
        found: usize,
    },
    /// The key's matrices name a row or a variable that the key does not have. The file changed after its check.
    #[error("the key's matrices are malformed: the file changed after it was checked")]
    MalformedKey,
    /// A device failed (out of memory, lost, unsupported).
    #[error("the backend `{backend}` failed: {reason}")]
    Device {
        /// The backend's name.
        backend: &'static str,
        /// What failed.
        reason: &'static str,
    },
}

impl From<Cancelled> for EngineError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// The arithmetic of proving. The engine above it is the same for every backend, and so are the results.
///
/// Every operation looks at `cancel` now and then and ends with [`EngineError::Cancelled`]; none panics. Operations
/// run on the rayon pool they are called in. Scalars are secret: a backend wipes the copies it makes.
pub trait Backend: Debug + Send + Sync {
    /// A short name for reports, such as `cpu`.
    fn name(&self) -> &'static str;

    /// `sum scalars[i] * points[i]` in G1. Scalars are canonical integers below r; points may be the identity.
    ///
    /// # Errors
    /// [`EngineError::Length`] where the lengths differ; [`EngineError::Cancelled`]; [`EngineError::Device`].
    fn msm_g1(
        &self,
        points: G1Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G1Projective, EngineError>;

    /// `sum scalars[i] * points[i]` in G2. Scalars are canonical integers below r; points may be the identity.
    ///
    /// # Errors
    /// As [`Backend::msm_g1`].
    fn msm_g2(
        &self,
        points: G2Points<'_>,
        scalars: &[BigInt<4>],
        cancel: &CancelToken,
    ) -> Result<G2Projective, EngineError>;

    /// From the values of a polynomial on the domain of n = `values.len()` points to its values on the odd coset:
    /// `values[j]` becomes `p(w^(2j+1))`, where w is the principal 2n-th root of unity.
    ///
    /// This is an inverse transform, a twist by powers of w and a transform, in one operation, so that a backend may
    /// leave the coefficients between them in whatever order it likes.
    ///
    /// # Errors
    /// [`EngineError::TransformSize`]; [`EngineError::Cancelled`]; [`EngineError::Device`].
    fn ntt_to_odd_coset(&self, values: &mut [Fr], cancel: &CancelToken) -> Result<(), EngineError>;
}
