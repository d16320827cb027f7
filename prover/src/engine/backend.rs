//! What the engine asks of whatever does the arithmetic.

use alloc::sync::Arc;
use core::any::Any;
use core::fmt::{self, Debug};

use ark_bn254::{Fr, G1Projective, G2Projective};
use ark_ff::BigInt;
use thiserror::Error;

use super::{KeyTable, Pages};
use crate::cancel_token::{CancelToken, Cancelled};
use crate::zkey::Zkey;

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
    /// A loaded key was made by another kind of backend.
    #[error("the key was loaded by another kind of backend")]
    ForeignKey,
    /// The system has no memory for one of the arrays of a proof.
    #[error(
        "no memory: {bytes} bytes more were asked for; prove fewer claims at a time, or a smaller circuit"
    )]
    Memory {
        /// Bytes of the array.
        bytes: u64,
    },
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

/// # Errors
/// [`EngineError::Length`] where the two differ.
pub(super) const fn expect_length(expected: usize, found: usize) -> Result<(), EngineError> {
    if expected == found { Ok(()) } else { Err(EngineError::Length { expected, found }) }
}

/// What a backend has prepared of a key: made once, shared by all proofs with that key, concurrent ones too.
///
/// Only the backend that made it knows what is inside. A copy is as cheap as a reference.
#[derive(Clone)]
pub struct LoadedKey(Arc<dyn Any + Send + Sync>);

impl LoadedKey {
    /// Wraps what a backend wants to find again.
    #[must_use]
    pub fn new<T: Any + Send + Sync>(state: T) -> Self {
        Self(Arc::new(state))
    }

    /// What was wrapped, if it is a `T`.
    ///
    /// # Errors
    /// [`EngineError::ForeignKey`] if it is not: another kind of backend made it.
    pub fn state<T: Any + Send + Sync>(&self) -> Result<&T, EngineError> {
        self.0.downcast_ref().ok_or(EngineError::ForeignKey)
    }
}

impl Debug for LoadedKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("LoadedKey").finish_non_exhaustive()
    }
}

/// The scalars of a proof, canonical integers below r. They are secret, and handed over: a backend frees them as soon as
/// it has them in a form of its own.
#[expect(clippy::exhaustive_structs, reason = "Groth16 has these scalars and no others")]
pub struct ProofScalars {
    /// The values of all variables: the constant 1, the public inputs, the rest.
    pub assignment: Pages<BigInt<4>>,
    /// The quotient's scalars, one for each element of the domain.
    pub quotient: Pages<BigInt<4>>,
}

impl Debug for ProofScalars {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ProofScalars(<redacted>)")
    }
}

/// The three sums of a proof, before blinding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "Groth16 has these sums and no others")]
pub struct ProofSums {
    /// `sum z_i A_i`.
    pub a: G1Projective,
    /// `sum z_i B_i`, in G2.
    pub b: G2Projective,
    /// `sum z_i L_i` over what is not public, and `sum h_j H_j`.
    pub c: G1Projective,
}

/// The arithmetic of proving. The engine above it is the same for every backend, and so are the results.
///
/// Every operation looks at `cancel` now and then and ends with [`EngineError::Cancelled`]; none panics. Operations
/// run on the rayon pool they are called in. Scalars are secret: a backend wipes the copies it makes, or keeps them in
/// [`Pages`].
pub trait Backend: Debug + Send + Sync {
    /// A short name for reports, such as `cpu`.
    fn name(&self) -> &'static str;

    /// Prepares a key: what can be computed, or moved to a device, before any proof. A backend may use a table of multiples
    /// of the key's points, where there is one, and keep it or not.
    ///
    /// # Errors
    /// [`EngineError::Length`] where the table is not of this key; [`EngineError::Cancelled`]; [`EngineError::Memory`];
    /// [`EngineError::Device`].
    fn load_key(
        &self,
        key: Zkey<'_>,
        table: Option<KeyTable<'_>>,
        cancel: &CancelToken,
    ) -> Result<LoadedKey, EngineError>;

    /// The three multi-scalar sums of a proof. They are one operation, so that a backend may share work between them and
    /// run them side by side. `key` is the one that `loaded` was made from. `finished` is called after each sum.
    ///
    /// # Errors
    /// [`EngineError::Length`] where scalars and points do not fit; [`EngineError::ForeignKey`];
    /// [`EngineError::Cancelled`]; [`EngineError::Memory`]; [`EngineError::Device`].
    fn proof_sums(
        &self,
        key: Zkey<'_>,
        loaded: &LoadedKey,
        scalars: ProofScalars,
        cancel: &CancelToken,
        finished: &(dyn Fn() + Sync),
    ) -> Result<ProofSums, EngineError>;

    /// The quotient's scalars, from the values of two polynomials a and b on the domain of n points: with c the polynomial
    /// that takes the products of the values, element j is `(a b - c)(w^(2j+1))` as a canonical integer, where w is the
    /// principal 2n-th root of unity.
    ///
    /// These are three inverse transforms, a twist by powers of w and three transforms. They are one operation, so that a
    /// backend may leave what is in between in whatever form and order, and wherever, it likes.
    ///
    /// # Errors
    /// [`EngineError::Length`]; [`EngineError::TransformSize`]; [`EngineError::Cancelled`]; [`EngineError::Memory`]; [`EngineError::Device`].
    fn quotient(
        &self,
        a: Pages<Fr>,
        b: Pages<Fr>,
        cancel: &CancelToken,
    ) -> Result<Pages<BigInt<4>>, EngineError>;
}
